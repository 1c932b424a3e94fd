import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { forward, receiverUrl } from './forward.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver.close())

const sent = { headers: { 'content-type': 'application/json' }, body: '{}', certificate: 'checked' } as const

test('gives up on a program that does not answer in time', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : 0

  const answer = await forward({ ...sent, url: `http://127.0.0.1:${port}`, timeoutMs: 20 })

  expect(answer).toMatchObject({ status: null, error: expect.stringContaining('no answer within') })
  silent.close()
})

test('keeps the start of a long answer', async () => {
  receiver.answers({ status: 200, body: 'x'.repeat(1_000_000) })

  const answer = await forward({ ...sent, url: receiver.url, timeoutMs: 5000 })

  expect([answer.status, answer.body.length]).toEqual([200, 65_536])
})

test('counts the bytes of a body, not its characters', async () => {
  receiver.answers({ status: 204 })

  const answer = await forward({ ...sent, body: '"é"', url: receiver.url, timeoutMs: 5000 })

  expect(answer).toMatchObject({ status: 204, body: '', error: null })
  expect(receiver.received.at(-1)?.body).toBe('"é"')
})

test.each([
  ['3000', 'http://localhost:3000/'],
  [':3000/hooks', 'http://localhost:3000/hooks'],
  ['3000/hooks?a=1', 'http://localhost:3000/hooks?a=1'],
  ['localhost:3000/hooks', 'http://localhost:3000/hooks'],
  ['127.0.0.1:3000', 'http://127.0.0.1:3000/'],
  ['app.example.com/hooks', 'https://app.example.com/hooks'],
  ['http://app.example.com/hooks', 'http://app.example.com/hooks'],
])('%s is %s', (text, url) => {
  expect(receiverUrl('to', text)).toBe(url)
})

test.each(['', 'ftp://x', 'http://', ':70000'])('%j is no address', (text) => {
  expect(() => receiverUrl('to', text)).toThrow('needs an address')
})
