import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { expect, test } from 'vitest'
import { BODY, EVENT, NOW, OTHER_SECRET, SECRET, secondsFromNow } from '../testing/webhook.ts'
import { sign, unwrap, WebhookError } from '../webhooks.ts'

const now = { now: NOW }
const signed = (body: string | Uint8Array = BODY, secret: string | string[] = SECRET) =>
  sign(body, secret, { id: EVENT.id, timestamp: NOW })

/** What others sign: the headers of Standard Webhooks, with this signature. */
function headersWith(signature: string, timestamp = NOW) {
  const seconds = String(Math.floor(timestamp.getTime() / 1000))
  return { 'webhook-id': EVENT.id, 'webhook-timestamp': seconds, 'webhook-signature': signature }
}

/** A pair as Standard Webhooks writes it, and a signature over this request. */
function publicKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const content = Buffer.from(`${EVENT.id}.${Math.floor(NOW.getTime() / 1000)}.${BODY}`)
  return {
    secret: `whpk_${raw.toString('base64')}`,
    signature: `v1a,${signBytes(null, content, privateKey).toString('base64')}`,
  }
}

test('what standardwebhooks and svix sign is unwrapped', async () => {
  for (const Signer of [Webhook, SvixWebhook]) {
    const headers = headersWith(new Signer(SECRET).sign(EVENT.id, NOW, BODY))
    expect(await unwrap(BODY, headers, SECRET, now)).toEqual(EVENT)
  }
})

test('standardwebhooks and svix accept what is signed for tests', async () => {
  const headers = await sign(BODY, [OTHER_SECRET, SECRET])
  expect(new Webhook(SECRET).verify(BODY, headers)).toEqual(EVENT)
  expect(() => new SvixWebhook(OTHER_SECRET).verify(BODY, headers)).not.toThrow()
  expect(() => new SvixWebhook(OTHER_SECRET).verify(`${BODY} `, headers)).toThrow()
})

test('a body is text or bytes, and need not be valid UTF-8', async () => {
  const bytes = new TextEncoder().encode(BODY)
  expect(await unwrap(bytes, await signed(), SECRET, now)).toEqual(EVENT)
  expect(await unwrap(Buffer.from(BODY), await signed(), SECRET, now)).toEqual(EVENT)
  const window = new Uint8Array([0, 0, ...bytes, 0]).subarray(2, -1)
  expect(await unwrap(window, await signed(), SECRET, now)).toEqual(EVENT)
  const broken = Uint8Array.of(0x22, 0xff, 0x22)
  expect(await unwrap(broken, await signed(broken), SECRET, now)).toBe('\uFFFD')
})

test('headers come in every shape that servers give them', async () => {
  const headers = await signed()
  const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]))
  const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
  for (const shape of [new Headers(headers), upper, lists, { ...headers, host: undefined }]) {
    expect(await unwrap(BODY, shape, SECRET, now)).toEqual(EVENT)
  }
})

test('any of several signatures and secrets will do', async () => {
  const rotating = await signed(BODY, [OTHER_SECRET, SECRET])
  expect(await unwrap(BODY, rotating, SECRET, now)).toEqual(EVENT)
  expect(await unwrap(BODY, rotating, OTHER_SECRET, now)).toEqual(EVENT)
  expect(await unwrap(BODY, await signed(), [OTHER_SECRET, SECRET], now)).toEqual(EVENT)
  const { 'webhook-signature': right } = await signed()
  const noise = headersWith(`v1,!!! v2,AAAA v1 ,, v1a,${right.slice(3)} v1,AAAA ${right}`)
  expect(await unwrap(BODY, noise, SECRET, now)).toEqual(EVENT)
})

test('public keys verify v1a signatures and nothing else', async () => {
  const { secret, signature } = publicKey()
  expect(await unwrap(BODY, headersWith(signature), secret, now)).toEqual(EVENT)
  const both = headersWith(`${(await signed())['webhook-signature']} ${signature}`)
  expect(await unwrap(BODY, both, secret, now)).toEqual(EVENT)
  expect(await unwrap(BODY, both, SECRET, now)).toEqual(EVENT)
  await expectCode('no_match', BODY, headersWith(signature), publicKey().secret)
  await expectCode('no_match', BODY, headersWith(signature.replace('v1a', 'v1')), secret)
})

test('the clock may be off by the tolerance, either way', async () => {
  for (const seconds of [-300, 0, 300]) {
    const headers = await sign(BODY, SECRET, { timestamp: secondsFromNow(seconds) })
    expect(await unwrap(BODY, headers, SECRET, now)).toEqual(EVENT)
  }
  await expectCode('too_old', BODY, await sign(BODY, SECRET, { timestamp: secondsFromNow(-301) }))
  await expectCode('too_new', BODY, await sign(BODY, SECRET, { timestamp: secondsFromNow(301) }))
  const hourOld = await sign(BODY, SECRET, { timestamp: secondsFromNow(-3600) })
  expect(await unwrap(BODY, hourOld, SECRET, { ...now, toleranceSeconds: 3600 })).toEqual(EVENT)
})

test('without a right signature nothing passes', async () => {
  const headers = await signed()
  await expectCode('no_match', BODY, headers, OTHER_SECRET)
  await expectCode('no_match', `${BODY} `, headers)
  await expectCode('no_match', BODY.replace('bk_1', 'bk_2'), headers)
  await expectCode('no_match', BODY, { ...headers, 'webhook-id': 'evt_2' })
  await expectCode('no_match', BODY, { ...headers, 'webhook-timestamp': '1894093201' })
  await expectCode('no_match', BODY, { ...headers, 'webhook-signature': 'v1,' })
})

test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('without %s nothing passes', async (name) => {
  const headers = await signed()
  await expectCode('missing_header', BODY, { ...headers, [name]: undefined })
  await expectCode('missing_header', BODY, { ...headers, [name]: '' })
})

test.each(['', 'soon', '1.5', '-1', '0x7f', '1893488400 ', '2030-01-08T09:00:00Z'])(
  '%j is no timestamp',
  async (text) => {
    const code = text === '' ? 'missing_header' : 'invalid_timestamp'
    await expectCode(code, BODY, { ...(await signed()), 'webhook-timestamp': text })
  },
)

test.each(['', 'whsec_', 'whsec_%', `${SECRET}\n`, `"${SECRET}"`, 'lm_live_abc', 'whsk_AAAA', 'whpk_AAAA', 'AAAAA'])(
  '%j is no secret',
  async (secret) => {
    await expectCode('invalid_secret', BODY, await signed(), secret)
  },
)

test('mistakes that types would have caught are told apart', async () => {
  const call = async (body: unknown, secret: unknown) =>
    Reflect.apply(unwrap, undefined, [body, await signed(), secret, now])
  await expect(call(EVENT, SECRET)).rejects.toMatchObject({ name: 'WebhookError', code: 'parsed_body' })
  await expect(call(undefined, SECRET)).rejects.toMatchObject({ code: 'parsed_body' })
  for (const secret of [undefined, null, [], [SECRET, undefined]]) {
    await expect(call(BODY, secret)).rejects.toMatchObject({ code: 'invalid_secret' })
  }
  await expect(unwrap(BODY, await signed(), SECRET, { now: new Date(Number.NaN) })).rejects.toThrow(WebhookError)
  await expect(unwrap(BODY, await signed(), SECRET, { ...now, toleranceSeconds: Number.NaN })).rejects.toThrow(
    'too old',
  )
})

test('a signed body that is no JSON is said to be one', async () => {
  await expectCode('invalid_json', '{', await signed('{'))
  await expectCode('invalid_json', '', await signed(''))
})

async function expectCode(code: string, body: string, headers: Record<string, string | undefined>, secret = SECRET) {
  const caught = await unwrap(body, headers, secret, now).catch((error: unknown) => error)
  expect(caught).toBeInstanceOf(WebhookError)
  expect(caught).toMatchObject({ name: 'WebhookError', code })
}
