import { expect, test } from 'vitest'
import { capturedRequest } from './captured.ts'

const body = '{"id":"evt_1","text":"é"}'
const head = ['POST /hooks HTTP/1.1', 'Host: localhost:3000', 'Webhook-Id: evt_1', 'webhook-timestamp:1893488400']
const read = (text: string) => capturedRequest(Buffer.from(text))

test.each([
  ['with the line ends of HTTP', [...head, '', body].join('\r\n')],
  ['with the line ends of an editor', [...head, '', body].join('\n')],
  ['without its first line', [...head.slice(1), '', body].join('\n')],
  ['as an answer', ['HTTP/1.1 200 OK', ...head.slice(1), '', body].join('\r\n')],
  ['with the marks of curl -v', [...head.map((line) => `> ${line}`), '', body].join('\n')],
])('reads a request %s', (_, text) => {
  const { headers, body: found } = read(text)

  expect(headers).toEqual({ host: 'localhost:3000', 'webhook-id': 'evt_1', 'webhook-timestamp': '1893488400' })
  expect(Buffer.from(found).toString()).toBe(body)
})

test('takes as many bytes as content-length says, and tells how many are missing', () => {
  const counted = [...head, `content-length: ${Buffer.byteLength(body)}`, '', `${body}\n\nsecond request`].join('\r\n')
  const cut = [...head, 'content-length: 1000', '', body].join('\r\n')

  expect(Buffer.from(read(counted).body).toString()).toBe(body)
  expect(read(counted).cutShortBy).toBe(0)
  expect(read(cut).cutShortBy).toBe(1000 - Buffer.byteLength(body))
})

test('keeps empty lines in the body, and bytes that are no text', () => {
  expect(Buffer.from(read(`a: b\n\n${body}\n\n`).body).toString()).toBe(`${body}\n\n`)
  const bytes = Buffer.concat([Buffer.from('a: b\r\n\r\n'), Buffer.of(0xff, 0x00, 0x0a)])
  expect([...capturedRequest(bytes).body]).toEqual([0xff, 0x00, 0x0a])
})

test('says what is no request', () => {
  expect(() => read(body)).toThrow('There is no empty line')
  expect(() => read(`${body}\n\n${body}`)).toThrow('is no header')
})
