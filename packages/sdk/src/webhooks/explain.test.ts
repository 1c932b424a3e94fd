import { expect, test } from 'vitest'
import { BODY, EVENT, NOW, OTHER_SECRET, SECRET, secondsFromNow } from '../testing/webhook.ts'
import { explain, sign } from '../webhooks.ts'

const headers = await sign(BODY, SECRET, { id: EVENT.id, timestamp: NOW })
const why = (body: unknown, secret: Parameters<typeof explain>[2] = SECRET) =>
  explain(body, headers, secret, { now: NOW })

/** As JSON.stringify would write it with its keys in this order. */
const sorted = JSON.stringify(Object.fromEntries(Object.entries(EVENT).sort()))
const bytes = new TextEncoder().encode(BODY)
const secretIsRight = 'so the secret is right. Pass the body as it arrived'

test('nothing is wrong with what is right', async () => {
  expect(await why(BODY)).toBe('All is well: the secret signed this body, and the timestamp is fresh.')
  expect(await why(bytes, [OTHER_SECRET, SECRET])).toContain('All is well: secret 2 of 2 signed')
})

test.each([
  ['parsed', EVENT, `The body was parsed: the signature fits it as compact JSON, ${secretIsRight}`],
  [
    'indented',
    JSON.stringify(EVENT, null, 2),
    'The body was parsed and written again: the signature fits it as compact',
  ],
  ['a stored Buffer', JSON.parse(JSON.stringify(Buffer.from(BODY))), 'an object that holds bytes'],
  ['an ArrayBuffer', bytes.buffer, 'an object that holds bytes'],
  ['with a line break', `${BODY}\n`, 'fits the body without the white space around it'],
  ['with a byte order mark', `\uFEFF${BODY}`, 'fits the body without the byte order mark'],
  ['base64', Buffer.from(BODY).toString('base64'), 'The body is base64'],
  ['a string in JSON', JSON.stringify(BODY), 'The body was made a JSON string'],
  ['Latin-1', Buffer.from(BODY).toString('latin1'), 'The body was decoded as Latin-1, but it is UTF-8'],
  ['Windows-1252', new TextDecoder('windows-1252').decode(bytes), 'The body was decoded as Windows-1252'],
])('a body that is %s is recognized', async (_, body, sentence) => {
  const answer = await why(body)
  expect(answer).toContain(sentence)
  expect(answer).not.toContain('has not signed')
})

test.each([
  ['indented JSON with sorted keys', JSON.stringify(JSON.parse(sorted), null, 2)],
  ['JSON indented by two spaces', JSON.stringify(EVENT, null, 2)],
  ['JSON indented by tabs', JSON.stringify(EVENT, null, '\t')],
  ['JSON with spaces and escapes, as Python writes it', '{"a": [1, {"b": "\\u00e9"}], "c": {}, "d": []}'],
  ['JSON with escaped slashes, as PHP writes it', '{"a":"x\\/y","b":"\\u00e9"}'],
])('a sender of %s is recognized', async (style, body) => {
  const theirs = await sign(body, SECRET, { timestamp: NOW })
  const flat = (value: unknown) => explain(value, theirs, SECRET, { now: NOW })
  expect(await flat(body)).toContain('All is well')
  if (!style.includes('sorted')) expect(await flat(JSON.parse(body))).toContain(`the signature fits it as ${style}`)
})

test('a body that is beyond recognition is described', async () => {
  expect(await why('')).toContain('The body is empty')
  expect(await why(undefined)).toContain('There is no body')
  expect(await why(String(EVENT))).toContain('an object that was made a string')
  expect(await why(BODY.slice(0, -1))).toContain('not JSON: was it cut')
  expect(await why(BODY.replace('ë', '\uFFFD'))).toContain('characters are lost')
  expect(await why(sorted)).toContain('The keys of the body are sorted')
  expect(await why({ ...EVENT, seq: 42 })).toContain('The body was parsed')
  expect(await why(JSON.stringify({ ...EVENT, id: 'evt_2' }))).toContain(
    `webhook-id is ${EVENT.id}, but the body is of evt_2`,
  )
})

test('a wrong secret is told from one that needs tidying', async () => {
  expect(await why(BODY, OTHER_SECRET)).toMatch(/^The secret has not signed this body/)
  expect(await why(BODY, [OTHER_SECRET, OTHER_SECRET])).toMatch(/^None of the 2 secrets has signed this body/)
  expect(await why(BODY, ` ${SECRET}\n`)).toBe(
    'The secret has white space around it, such as the line break at the end of a file: trim it. ' +
      'Apart from that the signature is right: the secret signed this body.',
  )
  expect(await why(BODY, [OTHER_SECRET, `'${SECRET}'`])).toMatch(/^Secret 2 of 2 has quotes around it.* secret 2 of 2/)
  expect(await why(BODY, null)).toBe('The secret is not set.')
  expect(await why(BODY, [])).toBe('There is no secret in the list.')
  expect(await why(BODY, 'lm_live_abc')).toContain('is an API key')
  expect(await why(BODY, 'whsk_AAAA')).toContain('is a private key')
  expect(await why(BODY, 'WEBHOOK_SECRET')).toContain('is no webhook secret')
  expect(await why(BODY, 'whpk_AAAA')).toContain('is no webhook secret')
})

test('a clock that is off is told by how much', async () => {
  const at = async (seconds: number) =>
    explain(BODY, await sign(BODY, SECRET, { timestamp: secondsFromNow(seconds) }), SECRET, { now: NOW })
  expect(await at(-432)).toBe(
    "The timestamp is 7 min 12 s behind this machine's clock (300 s are allowed): this clock is fast, the request " +
      'waited on its way, or it is being replayed. Apart from that the signature is right: the secret signed this body.',
  )
  expect(await at(7_260)).toContain("2 h 1 min ahead of this machine's clock (300 s are allowed): this clock is slow.")
  const timed = (timestamp: string) =>
    explain(BODY, { ...headers, 'webhook-timestamp': timestamp }, SECRET, { now: NOW })
  expect(await timed('1893488400000')).toContain('is in milliseconds')
  expect(await timed('today')).toContain('not a whole number of seconds')
})

test('headers that are missing are named', async () => {
  const without = (given: Record<string, string>) => explain(BODY, given, SECRET, { now: NOW })
  expect(await without({})).toContain('are missing. There are no headers at all')
  expect(await without({ host: 'x' })).toContain(
    'The headers webhook-id, webhook-timestamp and webhook-signature are missing. Either LetsMeet did not send this',
  )
  expect(await without({ ...headers, 'webhook-id': '' })).toContain('The webhook-id header is missing.')
  expect(await without({ 'svix-id': 'x' })).toContain("There is svix-id: another sender's, or renamed on the way.")
  expect(await without({ ...headers, 'webhook-signature': 'abc' })).toContain('holds no signature')
})

test('several reasons are all given', async () => {
  const answer = await explain(EVENT, { 'webhook-id': 'x' }, `${SECRET} `, { now: NOW })
  expect(answer).toMatch(/webhook-timestamp and webhook-signature are missing.*white space around.*The body was parsed/)
})

test('it never throws and never gives a secret away', async () => {
  const hostile = new Proxy({}, { get: () => expect.fail, ownKeys: () => [] })
  const circular: Record<string, unknown> = {}
  circular.self = circular
  const strange: unknown[] = [undefined, null, 0, Number.NaN, '', 1n, Symbol('x'), () => 1, [], {}, circular, hostile]
  for (const one of strange) {
    for (const args of [
      [one, headers, SECRET],
      [BODY, one, SECRET],
      [BODY, headers, one],
      [BODY, headers, SECRET, one],
    ]) {
      const answer: unknown = await Reflect.apply(explain, undefined, args)
      expect(answer).toMatch(/^[A-Z`w].+[.?]$/s)
      expect(answer).not.toContain(SECRET.slice(6))
    }
  }
})
