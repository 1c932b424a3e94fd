import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addSolo, booked, good, type Host, someone } from '../testing/factories.ts'
import { addLink, bookLink, linkEvents, linkOf, linkStarts, openLink } from '../testing/links.ts'

let app: TestApp
let host: Host
let typeId: string
beforeAll(async () => {
  app = await startTestApp()
  ;({ host, typeId } = await addSolo(app))
})
afterAll(() => app.close())

const add = (more: object = {}) => addLink(app, { userId: host.id, eventTypeId: typeId, ...more })
/** Days that no other test books, as `2030-02-01`. */
let day = Date.UTC(2030, 1, 1)
function freshDay(): string {
  day += 86_400_000
  return new Date(day).toISOString().slice(0, 10)
}
const bookingIdOf = async (id: string): Promise<string> => (await linkOf(app, id)).bookings[0].id
const ask = (token: string) => [
  () => openLink(app, token),
  () =>
    app.get(`/public/links/${token}/slots?start=2030-02-01T00:00:00Z&end=2030-02-02T00:00:00Z`, { authorization: '' }),
  () => bookLink(app, token, '2030-02-01T09:00:00Z'),
]

describe('a link that opens nothing', () => {
  test.each([
    ['used', async (link: { token: string }) => good(bookLink(app, link.token, `${freshDay()}T09:00:00Z`), 201)],
    ['revoked', async (link: { id: string }) => good(app.post(`/links/${link.id}/revoke`), 200)],
    ['expired', async () => app.pass('2030-01-07T09:00:00Z')],
  ])('says that it is %s, in one shape and without what it was for', async (state, end) => {
    const link = await add({ title: 'Something secret', expiresAt: '2030-01-07T09:00:00Z' })
    await end(link)

    for (const call of ask(link.token)) {
      const { status, body } = await call()
      expect([status, body.code, body.linkState]).toEqual([410, 'gone', state])
      expect(Object.keys(body).sort()).toEqual(
        ['code', 'detail', 'instance', 'linkState', 'requestId', 'status', 'title', 'type'].sort(),
      )
      expect(JSON.stringify(body)).not.toMatch(/secret|et_|usr_|Host/)
    }
    expect((await linkOf(app, link.id)).state).toBe(state)
    app.pass('2030-01-07T08:00:00Z')
  })

  test('is unknown when its token is', async () => {
    for (const call of ask('4fTq0ZkV9mXb2RsLw8YcN1aU')) expect((await call()).status).toBe(404)
  })
})

describe('uses', () => {
  test('are not taken by looking, nor by a booking that is refused', async () => {
    const { token, id } = await add()
    const date = freshDay()
    await booked(app, typeId, `${date}T09:00Z`)
    await openLink(app, token)
    await linkStarts(app, token, date)
    const refusals = [
      await bookLink(app, token, `${date}T09:00:00Z`),
      await bookLink(app, token, `${date}T10:00:00Z`, { guest: { name: 'Grace' } }),
      await bookLink(app, token, `${date}T10:00:00Z`, { answers: { unknown: 'x' } }),
    ]

    expect(refusals.map(({ status }) => status)).toEqual([409, 400, 400])
    expect(await linkOf(app, id)).toMatchObject({ uses: 0, state: 'active', bookings: [] })
  })

  test('are as many as there may be', async () => {
    const { token, id } = await add({ maxUses: 2 })
    const date = freshDay()
    await good(bookLink(app, token, `${date}T09:00:00Z`), 201)

    expect((await openLink(app, token)).body.usesLeft).toBe(1)
    await good(bookLink(app, token, `${date}T10:00:00Z`), 201)
    expect((await bookLink(app, token, `${date}T11:00:00Z`)).status).toBe(410)
    expect((await linkOf(app, id)).bookings).toHaveLength(2)
  })

  test('are taken once by a series, which gives its use back with its last meeting', async () => {
    const { token, id } = await add({ rearmOnCancel: true })
    const recurrence = { frequency: 'weekly', interval: 1, count: 3 }
    const { body } = await good(bookLink(app, token, `${freshDay()}T09:00:00Z`, { recurrence }), 201)
    const [third, second, first] = (await linkOf(app, id)).bookings.sort(
      (a: { start: string }, b: { start: string }) => (a.start < b.start ? 1 : -1),
    )

    expect(body.series).toHaveLength(3)
    expect((await linkOf(app, id)).uses).toBe(1)
    await good(app.post(`/bookings/${third.id}/cancel`), 200)
    expect((await linkOf(app, id)).uses).toBe(1)
    await good(app.post(`/bookings/${first.id}/cancel`, { scope: 'following' }), 200)
    expect((await app.get(`/bookings/${second.id}`)).body.status).toBe('cancelled')
    expect(await linkOf(app, id)).toMatchObject({ uses: 0, state: 'active' })
  })

  test.each([
    [false, 'used'],
    [true, 'active'],
  ])('with rearmOnCancel %s leave a link %s once its booking is cancelled', async (rearmOnCancel, state) => {
    const { token, id } = await add({ rearmOnCancel })
    const start = `${freshDay()}T09:00:00Z`
    await good(bookLink(app, token, start), 201)
    await good(app.post(`/bookings/${await bookingIdOf(id)}/cancel`), 200)
    await good(app.post(`/bookings/${await bookingIdOf(id)}/cancel`), 200)

    expect((await linkOf(app, id)).state).toBe(state)
    expect((await bookLink(app, token, start)).status).toBe(rearmOnCancel ? 201 : 410)
  })

  test('are told again to a browser that asks again with its key', async () => {
    const { token, id } = await add()
    const headers = { authorization: '', 'idempotency-key': 'one-use' }
    const wish = { start: `${freshDay()}T09:00:00Z`, guest: someone() }
    const first = await app.post(`/public/links/${token}/bookings`, wish, headers)
    const again = await app.post(`/public/links/${token}/bookings`, wish, headers)

    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    expect((await linkOf(app, id)).uses).toBe(1)
  })
})

describe('opening', () => {
  test('counts once an hour and address', async () => {
    const { token, id } = await add()
    await openLink(app, token)
    await openLink(app, token)

    expect(await linkOf(app, id)).toMatchObject({ opens: 1, lastOpenedAt: '2030-01-07T08:00:00.000Z' })
    app.pass('2030-01-07T09:00:00Z')
    await openLink(app, token)
    expect(await linkOf(app, id)).toMatchObject({ opens: 2, lastOpenedAt: '2030-01-07T09:00:00.000Z' })
    expect(await linkEvents(app, id)).toEqual(['link.created', 'link.opened', 'link.opened'])
    app.pass('2030-01-07T08:00:00Z')
  })
})

describe('what becomes of a link', () => {
  test('is told in its events, without its guests', async () => {
    const { token, id } = await add({ maxUses: 2 })
    await good(bookLink(app, token, `${freshDay()}T09:00:00Z`), 201)
    await good(app.post(`/links/${id}/revoke`), 200)
    await good(app.post(`/links/${id}/revoke`), 200)
    const { body } = await app.get('/events?limit=100&type=link.used')

    expect(await linkEvents(app, id)).toEqual(['link.created', 'link.used', 'link.revoked'])
    const used = body.data.find((event: { subjectId: string }) => event.subjectId === id)
    expect(used).toMatchObject({
      data: { id, uses: 1, state: 'active', bookingId: await bookingIdOf(id) },
      previous: { uses: 0 },
    })
    expect(JSON.stringify(used)).not.toMatch(/example\.net|token/)
  })

  test('when it expires: one event at the instant, none for a link that was used or revoked before', async () => {
    const expiresAt = '2030-01-07T08:30:00Z'
    const [plain, late, used, revoked] = [
      await add({ expiresAt }),
      await add({ expiresAt }),
      await add({ expiresAt }),
      await add({ expiresAt }),
    ]
    await good(app.patch(`/links/${late.id}`, { expiresAt: '2030-01-07T08:31:00Z' }), 200)
    await good(bookLink(app, used.token, `${freshDay()}T09:00:00Z`), 201)
    await good(app.post(`/links/${revoked.id}/revoke`), 200)
    await app.travel('2030-01-07T08:29:59.999Z')
    const before = await openLink(app, plain.token)
    await app.travel(expiresAt)

    expect(before.status).toBe(200)
    expect((await openLink(app, plain.token)).status).toBe(410)
    expect((await openLink(app, late.token)).status).toBe(200)
    expect(await linkEvents(app, plain.id)).toEqual(['link.created', 'link.opened', 'link.expired'])
    await app.travel('2030-01-07T08:31:00Z')
    await good(app.patch(`/links/${plain.id}`, { maxUses: 3 }), 200)
    await app.settle()
    expect(await linkEvents(app, late.id)).toEqual(['link.created', 'link.updated', 'link.opened', 'link.expired'])
    expect(await linkEvents(app, used.id)).toEqual(['link.created', 'link.used'])
    expect(await linkEvents(app, revoked.id)).toEqual(['link.created', 'link.revoked'])
    expect(await linkEvents(app, plain.id)).toEqual(['link.created', 'link.opened', 'link.expired', 'link.updated'])
    app.pass('2030-01-07T08:00:00Z')
  })
})

describe('a change', () => {
  test('brings a used or expired link back to life, and changes what an active one offers', async () => {
    const { token, id } = await add({
      availability: { timezone: 'UTC', weekly: [{ days: ['mon'], start: '09:00', end: '12:00' }] },
    })
    const monday = '2030-04-01'

    expect(await linkStarts(app, token, monday)).toEqual(['09:00', '10:00', '11:00'])
    const weekly = [{ days: ['mon'], start: '11:00', end: '13:00' }]
    const { body } = await good(app.patch(`/links/${id}`, { availability: { weekly }, greeting: 'Hi' }), 200)
    expect(body).toMatchObject({ availability: { timezone: 'UTC', weekly, overrides: [] }, greeting: 'Hi' })
    expect(await linkStarts(app, token, monday)).toEqual(['11:00', '12:00'])
    await good(bookLink(app, token, `${monday}T11:00:00Z`), 201)
    expect((await app.patch(`/links/${id}`, { availability: null })).body.code).toBe('conflict')
    await good(app.patch(`/links/${id}`, { maxUses: 2 }), 200)
    expect(await linkStarts(app, token, monday)).toEqual(['12:00'])
  })

  test('names everything that is wrong with it', async () => {
    const { token, id } = await add({ maxUses: 3, starts: ['2030-05-01T09:00:00Z', '2030-05-01T10:00:00Z'] })
    await good(bookLink(app, token, '2030-05-01T09:00:00Z'), 201)
    await good(bookLink(app, token, '2030-05-01T10:00:00Z'), 201)

    const { body } = await app.patch(`/links/${id}`, {
      maxUses: 1,
      expiresAt: '2030-01-01T00:00:00Z',
      availability: { timezone: 'UTC', weekly: [] },
    })
    expect(body.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code])).toEqual([
      ['#/maxUses', 'below_uses'],
      ['#/availability', 'contradiction'],
      ['#/availability', 'empty'],
      ['#/expiresAt', 'in_the_past'],
    ])
  })

  test('is refused once the link is revoked', async () => {
    const { id } = await add()
    await good(app.post(`/links/${id}/revoke`), 200)

    expect((await app.patch(`/links/${id}`, { greeting: 'Hi' })).body.code).toBe('conflict')
  })
})
