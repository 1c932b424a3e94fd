import { expect, test } from 'vitest'
import { redact, redactText } from './log.ts'
import { impatient, problem, serve } from './testing/server.ts'

test('a logger hears of every attempt and of no secret', async () => {
  const { url } = await serve(problem(503, 'unavailable'), { body: { apiKey: 'lm_live_new' } })
  const lines: string[] = []
  const logger = {
    debug: (message: string, details?: object) => void lines.push(`${message} ${JSON.stringify(details)}`),
  }
  const { letsmeet } = impatient(url, { apiKey: 'lm_test_topsecret', logger })
  const body = { password: 'hunter2', guest: { name: 'Ada' } }
  await letsmeet.request({
    method: 'POST',
    path: '/api/v1/public/links/tok123/bookings',
    query: { linkToken: 'tok9' },
    body,
  })
  expect(lines).toHaveLength(5)
  expect(lines[0]).toContain(`POST ${url}/api/v1/public/links/[redacted]/bookings?linkToken=[redacted] {"attempt":0`)
  expect(lines[0]).toContain('"body":{"password":"[redacted]","guest":{"name":"Ada"}}')
  expect(lines[1]).toMatch(/-> A title \[503 unavailable, req_1\] \{"durationMs":\d+,"requestId":"req_1"\}$/)
  expect(lines[2]).toMatch(/is tried again \{"waitMs":\d+\}$/)
  expect(lines[4]).toMatch(/-> 200 \{"durationMs":\d+\}$/)
  expect(lines.join()).not.toMatch(/topsecret|hunter2|tok123|tok9|lm_live_new/)
})

test('secrets are found by name and by shape', () => {
  const body = {
    name: 'lm_live_abc',
    url: 'https://meet.example.com/embed#session=lm_browser_abc',
    list: ['whsec_MfKQ9r8G+/='],
    clientSecret: 1,
    manageUrl: 'x',
    at: new Date(0),
    n: null,
  }
  expect(redact(body)).toEqual({
    name: 'lm_live_[redacted]',
    url: 'https://meet.example.com/embed#session=lm_browser_[redacted]',
    list: ['whsec_[redacted]'],
    clientSecret: '[redacted]',
    manageUrl: '[redacted]',
    at: new Date(0),
    n: null,
  })
  expect(redact(new Blob(['x']))).toBe('[Blob]')
  expect(redactText('/api/v1/public/users/ada/intro')).toBe('/api/v1/public/users/ada/intro')
})
