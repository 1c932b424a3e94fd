import { Webhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { expect, test } from 'vitest'
import { unwrap } from '../../../sdk/src/webhooks.ts'
import { newKeyPair, newSecret, sign } from './sign.ts'

const id = 'evt_0WbXkT3nPq7YvLs2DfGh'
const body = JSON.stringify({ id, type: 'ping', data: { name: 'Zoë 📅' } })
const seconds = () => Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000)

function headersWith(signature: string, timestamp: number) {
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature }
}

test('signs as the examples of Standard Webhooks do, with shared and private keys', () => {
  const shared = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const own = 'whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg=='

  const signature = sign('msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}', [shared, own])

  expect(signature.split(' ')).toEqual([
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
  ])
})

test('standardwebhooks, svix and the SDK accept it, and each of two secrets will do', async () => {
  const secrets = [newSecret(), newSecret()]
  const at = seconds()
  const headers = headersWith(sign(id, at, body, secrets), at)

  for (const secret of secrets) {
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
    expect(() => new SvixWebhook(secret).verify(body, headers)).not.toThrow()
    expect(await unwrap(body, headers, secret)).toEqual(JSON.parse(body))
  }
})

test('none of them accepts another secret, another body, another id or another time', async () => {
  const secret = newSecret()
  const at = seconds()
  const right = sign(id, at, body, [secret])
  const wrong = [
    [body, headersWith(sign(id, at, body, [newSecret()]), at)],
    [`${body} `, headersWith(right, at)],
    [body, { ...headersWith(right, at), 'webhook-id': 'evt_other' }],
    [body, headersWith(right, at - 1)],
  ] as const

  for (const [text, headers] of wrong) {
    expect(() => new Webhook(secret).verify(text, headers)).toThrow()
    expect(() => new SvixWebhook(secret).verify(text, headers)).toThrow()
    await expect(unwrap(text, headers, secret)).rejects.toMatchObject({ code: 'no_match' })
  }
})

test('a receiver with the public key verifies what the private key signs', async () => {
  const { privateKey, publicKey } = newKeyPair()
  const at = seconds()
  const headers = headersWith(sign(id, at, body, [newSecret(), privateKey]), at)

  expect(await unwrap(body, headers, publicKey)).toEqual(JSON.parse(body))
  await expect(unwrap(body, headers, newKeyPair().publicKey)).rejects.toMatchObject({ code: 'no_match' })
})

test('bytes and text are signed alike', () => {
  const secrets = [newSecret(), newKeyPair().privateKey]

  expect(sign(id, 1, Buffer.from(body), secrets)).toBe(sign(id, 1, body, secrets))
})

test('secrets are of the length that receivers expect, and never the same twice', () => {
  expect(newSecret()).toMatch(/^whsec_[A-Za-z\d+/]{32}$/)
  expect(newSecret()).not.toBe(newSecret())
  expect(newKeyPair().privateKey).toMatch(/^whsk_[A-Za-z\d+/]{86}==$/)
  expect(newKeyPair().publicKey).toMatch(/^whpk_[A-Za-z\d+/]{43}=$/)
})

test('keeps signing rightly after more secrets than it remembers', () => {
  const first = newSecret()
  const before = sign(id, 1, body, [first])
  const others = Array.from({ length: 1100 }, newSecret)

  expect(new Set(sign(id, 1, body, others).split(' ')).size).toBe(1100)
  expect(sign(id, 1, body, [first])).toBe(before)
})

test.each(['', 'secret', 'whsec_', 'whsec_%', 'whpk_AAAA', 'whsk_AAAA'])('refuses to sign with %j', (secret) => {
  expect(() => sign(id, 1, body, [secret])).toThrow(/whsec_|whsk_/)
})
