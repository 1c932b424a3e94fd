import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'

const shop = 'https://shop.example'
const start = '2030-01-08T09:00:00Z'
let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  await app.patch('/organization', { allowedOrigins: [shop] })
})
afterAll(() => app.close())
beforeEach(() => app.travel('2030-01-07T08:00:00Z'))

const session = async (input: object) => (await app.post('/browser-sessions', input)).body
const from = (token: string, origin = shop) => ({ authorization: `Bearer ${token}`, origin })
const booker = (more: object = {}) =>
  session({ kind: 'booker', eventTypeId: app.eventTypeId, guest: { name: guest.name, email: guest.email }, ...more })
const slotsPath = () => `/event-types/${app.eventTypeId}/slots?start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z`
const bookAt = (at: string, more: object = {}) =>
  app.post('/bookings', { eventTypeId: app.eventTypeId, start: at, guest, ...more })

describe('making one', () => {
  test('shows the token once, in an address whose fragment no server hears', async () => {
    const made = await app.post('/browser-sessions', { kind: 'booker', eventTypeId: app.eventTypeId })
    const again = await app.get(`/browser-sessions/${made.body.id}`)

    expect(made.status).toBe(201)
    expect(made.body.token).toMatch(/^lm_browser_[0-9A-Za-z]{36}$/)
    expect(new URL(made.body.url).hash).toBe(`#session=${made.body.token}`)
    expect(made.body.expiresAt).toBe('2030-01-07T09:00:00.000Z')
    expect(JSON.stringify(again.body)).not.toContain('lm_browser_')
  })

  test('takes your own ids', async () => {
    await app.patch(`/event-types/${app.eventTypeId}`, { externalId: 'lesson' })

    expect((await booker({ eventTypeId: 'ext:lesson' })).eventTypeId).toBe(app.eventTypeId)
  })

  test.each([
    [{ kind: 'booker' }, '#/eventTypeId'],
    [{ kind: 'booking' }, '#/bookingId'],
    [{ kind: 'host', guest: { name: 'A', email: 'a@example.com' } }, '#/guest'],
    [{ kind: 'booking', bookingId: 'bk_1', readOnly: true }, '#/readOnly'],
    [{ kind: 'host', expiresInSeconds: 59 }, '#/expiresInSeconds'],
    [{ kind: 'host', expiresInSeconds: 86_401 }, '#/expiresInSeconds'],
    [{ kind: 'admin' }, '#/kind'],
  ])('refuses %j and points at the field', async (input, pointer) => {
    const answer = await app.post('/browser-sessions', input)

    expect(answer.status).toBe(400)
    expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer)
  })

  test('never gives more than its maker has', async () => {
    const key = await app.post('/api-keys', { name: 'narrow', scopes: ['browser-sessions:write', 'bookings:read'] })
    const narrow = { authorization: `Bearer ${key.body.key}` }

    const answer = await app.post('/browser-sessions', { kind: 'booker', eventTypeId: app.eventTypeId }, narrow)

    expect(answer.body).toMatchObject({ status: 403, code: 'forbidden' })
    expect(answer.body.detail).toContain('bookings:write')
  })

  test('lets a member make a session for themselves and not for a colleague', async () => {
    const added = await app.post('/organization/members', { email: 'm@example.com', name: 'Max', timezone: 'UTC' })
    const own = await session({ kind: 'host', userId: added.body.id })
    const asHost = from(own.token)

    expect(own.userId).toBe(added.body.id)
    expect((await app.post('/browser-sessions', { kind: 'host', userId: app.ownerId }, asHost)).status).toBe(403)
  })
})

describe('where it works', () => {
  test('works on an allowed origin, which may read the answer', async () => {
    const { token } = await booker()

    const answer = await app.get('/browser-sessions/current', from(token))

    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe(shop)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('vary')).toContain('Origin')
    expect(answer.headers.get('access-control-expose-headers')).toContain('Request-Id')
    expect(answer.body).toMatchObject({
      kind: 'booker',
      guest: { name: guest.name },
      eventType: { durationMinutes: 30 },
    })
  })

  test.each(['https://shop.example.evil.example', 'http://shop.example', 'https://shop.example:8443', 'null'])(
    'refuses a page of %s, which may not read why',
    async (origin) => {
      const { token } = await booker()

      const answer = await app.get('/browser-sessions/current', from(token, origin))

      expect(answer.body).toMatchObject({ status: 403, code: 'origin_not_allowed' })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  test('refuses a program that is no browser, and takes the pages of this server', async () => {
    const { token } = await booker()
    const bare = { authorization: `Bearer ${token}` }

    expect((await app.get('/browser-sessions/current', bare)).body.code).toBe('origin_not_allowed')
    expect((await app.get('/browser-sessions/current', { ...bare, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await app.get('/browser-sessions/current', { ...bare, origin: app.url })).status).toBe(200)
  })

  test('tells a page that its session has expired or was revoked', async () => {
    const expired = await booker({ expiresInSeconds: 60 })
    const revoked = await booker()
    await app.delete(`/browser-sessions/${revoked.id}`)
    await app.travel('2030-01-07T08:01:00Z')

    for (const { token } of [expired, revoked]) {
      const answer = await app.get('/browser-sessions/current', from(token))
      expect(answer.body.code).toBe('unauthenticated')
      expect(answer.headers.get('access-control-allow-origin')).toBe(shop)
    }
  })

  test('a token with a typo is unknown', async () => {
    const { token } = await booker()

    const answer = await app.get(
      '/browser-sessions/current',
      from(`${token.slice(0, -1)}${token.endsWith('0') ? 1 : 0}`),
    )

    expect(answer.body.code).toBe('unauthenticated')
  })

  test('answers a preflight for pages that an organization names, and for public routes to all', async () => {
    const preflight = (path: string, origin: string) =>
      fetch(`${app.url}/api/v1${path}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      })
    const allowed = await preflight('/bookings', shop)
    const foreign = await preflight('/bookings', 'https://elsewhere.example')
    const open = await preflight('/public/users/ada/intro/bookings', 'https://elsewhere.example')

    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe(shop)
    expect(allowed.headers.get('access-control-allow-headers')).toContain('Idempotency-Key')
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    expect(open.headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('a booker', () => {
  test('lists slots without hosts and books as the guest that the server named', async () => {
    const { token, id } = await booker()

    const slots = await app.get(slotsPath(), from(token))
    const made = await app.post(
      '/bookings',
      { eventTypeId: app.eventTypeId, start, guest: { timezone: 'Europe/Paris', email: 'somebody@else.example' } },
      from(token),
    )
    const events = await app.get(`/bookings/${made.body.id}/events`)

    expect(slots.body.data[0].hostIds).toBeUndefined()
    expect(made.status).toBe(201)
    expect(made.body.guest).toMatchObject({ name: guest.name, email: guest.email, timezone: 'Europe/Paris' })
    expect(made.body.source).toBe('embed')
    expect(events.body.data[0]).toMatchObject({ actor: { type: 'guest', id } })
  })

  test('can do nothing else', async () => {
    const { token } = await booker()
    const other = await app.post('/event-types', { title: 'Other', slug: 'other', durationMinutes: 30 })
    const booking = await bookAt('2030-01-08T10:00:00Z')
    const asked = [
      app.get('/me', from(token)),
      app.get('/event-types', from(token)),
      app.get('/bookings', from(token)),
      app.get(`/bookings/${booking.body.id}`, from(token)),
      app.post(`/bookings/${booking.body.id}/cancel`, {}, from(token)),
      app.get(`${slotsPath()}&explain=true`, from(token)),
      app.post('/api-keys', { name: 'x' }, from(token)),
      app.post('/browser-sessions', { kind: 'host' }, from(token)),
    ]

    expect((await Promise.all(asked)).map((answer) => answer.status)).toEqual(asked.map(() => 403))
    expect((await app.get(slotsPath().replace(app.eventTypeId, other.body.id), from(token))).status).toBe(404)
    const wrong = await app.post('/bookings', { eventTypeId: other.body.id, start, guest }, from(token))
    expect(wrong.status).toBe(404)
  })

  test('two of them with equal idempotency keys get their own bookings', async () => {
    const first = await booker({ guest: { name: 'A', email: 'a@example.com' } })
    const second = await booker({ guest: { name: 'B', email: 'b@example.com' } })
    const book = (token: string, at: string) =>
      app.post(
        '/bookings',
        { eventTypeId: app.eventTypeId, start: at, guest: { timezone: 'UTC' } },
        { ...from(token), 'idempotency-key': 'same' },
      )

    const a = await book(first.token, '2030-01-08T11:00:00Z')
    const b = await book(second.token, '2030-01-08T11:30:00Z')

    expect([a.status, b.status]).toEqual([201, 201])
    expect(b.body.guest.email).toBe('b@example.com')
  })
})

describe('a host', () => {
  test('keeps own hours and bookings, and reaches nothing of others', async () => {
    const added = await app.post('/organization/members', { email: 'h@example.com', name: 'Hal', timezone: 'UTC' })
    const { token } = await session({ kind: 'host', userId: added.body.id })
    const own = await app.get('/schedules', from(token))
    const owners = (await app.get('/schedules')).body.data.find((one: { userId: string }) => one.userId === app.ownerId)
    const booking = await bookAt('2030-01-08T12:00:00Z')

    const off = await app.post('/time-off', { startDate: '2030-03-01', endDate: '2030-03-02' }, from(token))

    expect(own.body.data.map((one: { userId: string }) => one.userId)).toEqual([added.body.id])
    expect(off.body.userId).toBe(added.body.id)
    expect((await app.patch(`/schedules/${owners.id}`, { name: 'Mine' }, from(token))).status).toBeGreaterThan(400)
    expect((await app.get(`/bookings/${booking.body.id}`, from(token))).status).toBe(404)
    expect((await app.get('/organization/members', from(token))).body.code).toBe('scope_missing')
    expect((await app.get('/me', from(token))).body.user.id).toBe(added.body.id)
  })

  test('reads nothing of other members, not even by a known id', async () => {
    const added = await app.post('/organization/members', { email: 'n@example.com', name: 'Nia', timezone: 'UTC' })
    const { token } = await session({ kind: 'host', userId: added.body.id })
    const [schedule] = (await app.get(`/schedules?userId=${app.ownerId}`)).body.data
    const off = await app.post('/time-off', { startDate: '2030-05-01', endDate: '2030-05-02' })
    const busy = await app.post('/busy-blocks', { start: '2030-05-03T09:00:00Z', end: '2030-05-03T10:00:00Z' })
    const about = { eventTypeId: app.eventTypeId, start: '2030-01-08T15:00:00Z', guest }

    const asked = [
      app.get(`/event-types/${app.eventTypeId}`, from(token)),
      app.get(slotsPath(), from(token)),
      app.post('/bookings', about, from(token)),
      app.post('/bookings/preview', about, from(token)),
      app.get(`/schedules/${schedule.id}`, from(token)),
      app.patch(`/schedules/${schedule.id}`, { name: 'Mine' }, from(token)),
      app.delete(`/schedules/${schedule.id}`, from(token)),
      app.get(`/time-off/${off.body.id}`, from(token)),
      app.get(`/busy-blocks/${busy.body.id}`, from(token)),
    ]

    expect((await Promise.all(asked)).map((answer) => answer.status)).toEqual(asked.map(() => 404))
    for (const path of ['/event-types', `/schedules?userId=${app.ownerId}`, '/time-off', '/busy-blocks', '/bookings']) {
      const listed = (await app.get(path, from(token))).body.data
      expect(listed.every((one: { userId?: string }) => one.userId === added.body.id)).toBe(true)
    }
  })

  test('sees of a shared event type own bookings, and no reasons that tell of colleagues', async () => {
    const added = await app.post('/organization/members', { email: 's@example.com', name: 'Sol', timezone: 'UTC' })
    const hosts = [{ userId: app.ownerId }, { userId: added.body.id }]
    const fields = { title: 'Shared', slug: 'shared', durationMinutes: 30, scheduling: 'round_robin', hosts }
    const shared = await app.post('/event-types', fields)
    const range = 'start=2030-01-09T00:00:00Z&end=2030-01-10T00:00:00Z'
    const slots = `/event-types/${shared.body.id}/slots?${range}`
    const bookWith = (hostId: string) =>
      app.post('/bookings', { eventTypeId: shared.body.id, start: '2030-01-09T12:00:00Z', guest, hostId })
    const [colleagues, own] = [await bookWith(added.body.id), await bookWith(app.ownerId)]
    const { token } = await session({ kind: 'host' })

    const listed = await app.get('/bookings?limit=100', from(token))
    const seen = await app.get(slots, from(token))
    const explained = await app.get(`${slots}&explain=true`, from(token))
    const given = await app.post(`/bookings/${own.body.id}/reassign`, { hostId: added.body.id }, from(token))

    const ids = listed.body.data.map((one: { id: string }) => one.id)
    expect([ids.includes(own.body.id), ids.includes(colleagues.body.id)]).toEqual([true, false])
    expect([seen.status, explained.status, given.status]).toEqual([200, 403, 403])
  })

  test('is a plain member even when the user is an owner', async () => {
    const { token } = await session({ kind: 'host' })
    const added = await app.post('/organization/members', { email: 'p@example.com', name: 'Pia', timezone: 'UTC' })

    const answer = await app.post(
      '/time-off',
      { userId: added.body.id, startDate: '2030-03-01', endDate: '2030-03-02' },
      from(token),
    )

    expect(answer.status).toBe(403)
  })

  test('who may only read changes nothing', async () => {
    const { token } = await session({ kind: 'host', readOnly: true })
    const booking = await bookAt('2030-01-08T13:00:00Z')

    expect((await app.get(`/bookings/${booking.body.id}`, from(token))).status).toBe(200)
    expect((await app.post(`/bookings/${booking.body.id}/cancel`, {}, from(token))).body.code).toBe('scope_missing')
  })
})

describe('one booking', () => {
  test('is looked at, moved and cancelled by its guest, and no other is', async () => {
    const booking = await bookAt('2030-01-08T14:00:00Z', { metadata: { crm: 'secret-7' } })
    const other = await bookAt('2030-01-08T15:00:00Z')
    const { token } = await session({ kind: 'booking', bookingId: booking.body.id })
    const path = `/bookings/${booking.body.id}`

    const seen = await app.get(path, from(token))
    const slots = await app.get(`${slotsPath()}&rescheduleBookingId=${booking.body.id}`, from(token))
    const moved = await app.post(`${path}/reschedule`, { start: '2030-01-08T14:30:00Z' }, from(token))
    const following = await app.post(`${path}/cancel`, { scope: 'following' }, from(token))
    const cancelled = await app.post(`${path}/cancel`, { reason: 'Ill.' }, from(token))

    expect(seen.body).toMatchObject({ id: booking.body.id, metadata: {}, apiKeyId: null })
    expect(slots.body.data.map((slot: { start: string }) => slot.start)).toContain('2030-01-08T14:00:00.000Z')
    expect(following.status).toBe(403)
    expect(moved.body.start).toBe('2030-01-08T14:30:00.000Z')
    expect(cancelled.body.cancellation).toMatchObject({ by: 'guest', reason: 'Ill.' })
    expect((await app.get(`/bookings/${other.body.id}`, from(token))).status).toBe(404)
    expect((await app.get(slotsPath(), from(token))).body.errors[0].parameter).toBe('rescheduleBookingId')
    expect((await app.patch(path, { notes: 'x' }, from(token))).status).toBe(403)
  })
})

test('ended sessions are listed for a month, those of strangers never', async () => {
  const { id } = await booker({ expiresInSeconds: 60 })
  await app.travel('2030-01-08T08:00:00Z')

  const listed = await app.get('/browser-sessions?limit=100')

  expect(listed.body.data.map((one: { id: string }) => one.id)).toContain(id)
})
