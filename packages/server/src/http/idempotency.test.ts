import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import { idempotencyKeys } from './model.ts'

let app: TestApp
let page: string
beforeAll(async () => {
  app = await startTestApp()
  const me = await app.get('/me')
  page = `/public/users/${me.body.user.username}/30min`
})
afterAll(() => app.close())

let slot = 0
const nextStart = () =>
  new Date(Date.UTC(2030, 0, 8 + Math.floor(slot / 16), 9) + (slot++ % 16) * 30 * 60_000).toISOString()
const key = (value: string) => ({ 'idempotency-key': value })
const booking = (start: string) => ({ eventTypeId: app.eventTypeId, start, guest })
const count = async () => (await app.get('/bookings?limit=100')).body.data.length

describe('an Idempotency-Key', () => {
  test('gives ten parallel equal requests one effect and ten equal answers', async () => {
    const before = await count()
    const body = booking(nextStart())
    const answers = await Promise.all(Array.from({ length: 10 }, () => app.post('/bookings', body, key('ten-at-once'))))

    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(201))
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect(answers.filter((answer) => answer.headers.get('idempotent-replayed') === 'true')).toHaveLength(9)
    expect(await count()).toBe(before + 1)
  })

  test('takes the same fields in another order, quoted or bare, for the same request', async () => {
    const start = nextStart()
    const first = await app.post('/bookings', { eventTypeId: app.eventTypeId, start, guest }, key('reordered'))
    const second = await app.post('/bookings', { guest, start, eventTypeId: app.eventTypeId }, key('"reordered"'))

    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
  })

  test('refuses another request under the same key, on any path', async () => {
    await app.post('/bookings', booking(nextStart()), key('once-only'))
    const otherBody = await app.post('/bookings', booking(nextStart()), key('once-only'))
    const otherPath = await app.post('/bookings/preview', booking(nextStart()), key('once-only'))

    expect(otherBody).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } })
    expect(otherPath.status).toBe(422)
  })

  test('keeps a refusal that was decided, and nothing of a request that was not valid', async () => {
    const start = nextStart()
    await app.post('/bookings', booking(start))
    const refused = await app.post('/bookings', booking(start), key('taken'))
    const again = await app.post('/bookings', booking(start), key('taken'))
    const invalid = await app.post('/bookings', { ...booking(start), start: 'soon' }, key('mended'))
    const mended = await app.post('/bookings', booking(nextStart()), key('mended'))

    expect([refused.status, again.status]).toEqual([409, 409])
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.body).toEqual(refused.body)
    expect([invalid.status, mended.status]).toEqual([400, 201])
  })

  test('protects guests on public pages too', async () => {
    const body = { start: nextStart(), guest }
    const first = await app.post(`${page}/bookings`, body, { ...key('guest-1'), authorization: '' })
    const again = await app.post(`${page}/bookings`, body, { ...key('guest-1'), authorization: '' })

    expect(first.status).toBe(201)
    expect(again.body).toEqual(first.body)
  })

  test('is refused when it is empty or too long', async () => {
    const empty = await app.post('/bookings', booking(nextStart()), key('""'))
    const long = await app.post('/bookings', booking(nextStart()), key('x'.repeat(256)))

    expect([empty.status, long.status]).toEqual([400, 400])
  })

  test('keeps answers with secrets encrypted, and forgets them after a day', async () => {
    const made = await app.post('/api-keys', { name: 'shown once' }, key('secret'))
    const again = await app.post('/api-keys', { name: 'shown once' }, key('secret'))
    const rows = await app.services.db.read.select().from(idempotencyKeys)
    await app.travel('2030-01-08T08:00:01Z')
    const dayAfter = await app.post('/api-keys', { name: 'shown once' }, key('secret'))

    expect(again.body.key).toBe(made.body.key)
    expect(JSON.stringify(rows)).not.toContain(made.body.key)
    expect(dayAfter.body.key).not.toBe(made.body.key)
  })
})

describe('an ETag', () => {
  test('spares reading what is known', async () => {
    const first = await app.get(`/event-types/${app.eventTypeId}`)
    const etag = first.headers.get('etag') ?? ''
    const again = await app.get(`/event-types/${app.eventTypeId}`, { 'if-none-match': etag })

    expect(etag).toMatch(/^".+"$/)
    expect([again.status, again.body]).toEqual([304, ''])
  })

  test('refuses a change to what has changed since', async () => {
    const path = `/event-types/${app.eventTypeId}`
    const etag = (await app.get(path)).headers.get('etag') ?? ''
    const [one, two] = await Promise.all([
      app.patch(path, { title: 'One' }, { 'if-match': etag }),
      app.patch(path, { title: 'Two' }, { 'if-match': etag }),
    ])
    const late = await app.patch(path, { title: 'Three' }, { 'if-match': etag })

    expect([one.status, two.status].sort()).toEqual([200, 412])
    expect(late).toMatchObject({ status: 412, body: { code: 'precondition_failed' } })
  })
})
