import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sign } from '@letsmeet/sdk/webhooks'
import { expect, test } from 'vitest'
import { runWith } from './testing/run.ts'

const secret = `whsec_${btoa('a secret of thirty-two bytes, 012')}`
const other = `whsec_${btoa('another one of thirty-two bytes 0')}`
const event = { id: 'evt_1', type: 'booking.created', data: { guest: { name: 'Zoë' } } }
const body = JSON.stringify(event)
const folder = mkdtempSync(join(tmpdir(), 'letsmeet-verify-'))

const verify = (...args: string[]) => runWith({}, ['webhooks', 'verify', ...args])

interface Capture {
  body?: string
  signedAt?: Date
  headers?: Record<string, string | undefined>
}

/** A captured request in a file. */
async function captured({ body: sent = body, signedAt = new Date(), headers = {} }: Capture = {}): Promise<string> {
  const all = { host: 'localhost', ...(await sign(body, secret, { id: event.id, timestamp: signedAt })), ...headers }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  const file = join(folder, `${crypto.randomUUID()}.txt`)
  writeFileSync(file, ['POST /hooks HTTP/1.1', ...lines, '', sent].join('\r\n'))
  return file
}

test('says what is right, with the event that it tells of', async () => {
  const file = await captured()

  const plain = await verify('--file', file, '--secret', secret)
  const explained = await verify('--file', file, '--secret', other, '--secret', secret, '--explain')
  const asJson = await verify('--file', file, '--secret', secret, '--json')

  expect(plain).toMatchObject({ code: 0, stdout: 'Verified. booking.created evt_1\n', stderr: '' })
  expect(explained).toMatchObject({ code: 0, stdout: expect.stringContaining('All is well: secret 2 of 2 signed') })
  expect(asJson.json).toEqual({ verified: true, id: 'evt_1', type: 'booking.created', explanation: null })
})

test.each<[what: string, Capture, secret: string, code: string, sentence: string]>([
  ['a body written again', { body: JSON.stringify(event, null, 2) }, secret, 'no_match', 'parsed and written again'],
  ['a wrong secret', {}, other, 'no_match', 'Is it the secret of another endpoint, or an old one?'],
  ['a clock that is off', { signedAt: new Date(Date.now() - 25_950_000) }, secret, 'too_old', '7 h 12 min behind'],
  ['a clock that is slow', { signedAt: new Date(Date.now() + 3_600_500) }, secret, 'too_new', 'this clock is slow'],
  [
    'a missing header',
    { headers: { 'webhook-id': undefined } },
    secret,
    'missing_header',
    'webhook-id header is missing',
  ],
  ['an altered body', { body: body.replace('Zoë', 'Joe') }, secret, 'no_match', 'has not signed this body'],
  ['white space', { body: `${body}\n` }, secret, 'no_match', 'without the white space around it'],
  ['a body that was cut', { body: body.slice(0, -1) }, secret, 'no_match', 'not JSON: was it cut'],
  ['no webhook secret', {}, 'lm_live_abc', 'invalid_secret', 'is an API key'],
])('tells %s', async (_, capture, given, code, sentence) => {
  const file = await captured(capture)

  const plain = await verify('--file', file, '--secret', given)
  const explained = await verify('--file', file, '--secret', given, '--explain')
  const asJson = await verify('--file', file, '--secret', given, '--explain', '--json')

  expect([plain.code, plain.stdout, plain.stderr]).toEqual([1, '', expect.stringContaining('again with --explain')])
  expect([explained.code, explained.stderr]).toEqual([1, expect.stringContaining(sentence)])
  expect([asJson.code, asJson.json.error]).toEqual([
    1,
    expect.objectContaining({ code, message: expect.stringContaining(sentence) }),
  ])
})

test('the bytes that content-length counts are the body, whatever an editor added', async () => {
  const counted = { 'content-length': String(Buffer.byteLength(body)) }
  const edited = await captured({ body: `${body}\n`, headers: counted })
  const cut = await captured({ body: body.slice(0, -5), headers: counted })

  expect((await verify('--file', edited, '--secret', secret)).code).toBe(0)
  expect((await verify('--file', cut, '--secret', secret)).stderr).toContain('content-length counts 6 bytes more')
})

test('an old request is right, where its age is not looked at', async () => {
  const file = await captured({ signedAt: new Date('2026-01-01T00:00:00Z') })

  expect((await verify('--file', file, '--secret', secret)).code).toBe(1)
  expect(await verify('--file', file, '--secret', secret, '--any-age', '--explain')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('All is well'),
  })
})

test('takes headers and a body instead, and the secret from WEBHOOK_SECRET', async () => {
  const headers = Object.entries(await sign(body, secret)).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const run = (text: string) => runWith({ WEBHOOK_SECRET: secret }, ['webhooks', 'verify', '--body', text, ...headers])
  const file = join(folder, 'body.json')
  writeFileSync(file, body)

  expect([(await run(body)).code, (await run(`@${file}`)).code, (await run(`${body} `)).code]).toEqual([0, 0, 1])
})

test.each([
  [['--file', '/nonexistent', '--secret', secret], '/nonexistent cannot be read'],
  [['--file', import.meta.filename], 'There is no secret to verify with.'],
  [['--body', '{}', '--secret', secret], '--header'],
  [['--body', '{}', '-H', 'nonsense', '--secret', secret], 'is no header'],
])('%j is refused with a way out', async (args, sentence) => {
  const { code, stderr } = await verify(...args)

  expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)])
})
