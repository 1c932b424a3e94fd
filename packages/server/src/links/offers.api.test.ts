import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import { addSolo, addType, book, good, type Host, listed, weekly } from '../testing/factories.ts'
import { addLink, bookLink, linkOf, linkStarts, openLink } from '../testing/links.ts'

let app: TestApp
let host: Host
let typeId: string
beforeAll(async () => {
  app = await startTestApp()
  ;({ host, typeId } = await addSolo(app, { weekly: weekly('09:00-13:00') }))
})
afterAll(() => app.close())

const add = (more: object = {}) => addLink(app, { userId: host.id, eventTypeId: typeId, ...more })
const tuesday = '2030-01-08'

describe('a link to an event type', () => {
  test('offers what the event type offers, and says who and what', async () => {
    const { token } = await add({ greeting: 'Hello Grace' })

    const { body } = await good(openLink(app, token), 200)
    expect(body).toMatchObject({
      kind: 'one_off',
      greeting: 'Hello Grace',
      host: { name: host.name, timezone: 'UTC' },
      durationMinutes: 60,
      usesLeft: 1,
      guest: null,
    })
    expect(body.eventTypes).toEqual([expect.objectContaining({ id: typeId, durationMinutes: 60 })])
    expect(JSON.stringify(body)).not.toMatch(/"(url|slug|username|email|userId)"/)
    expect(await linkStarts(app, token, tuesday)).toEqual(['09:00', '10:00', '11:00', '12:00'])
  })

  test('lists and books its own starts beside grid and hours, and nothing else', async () => {
    const { token } = await add({ starts: ['2030-01-08T20:07:00Z', '2030-01-08T09:30:00Z'] })

    expect(await linkStarts(app, token, tuesday)).toEqual(['09:30', '20:07'])
    expect((await bookLink(app, token, '2030-01-08T10:00:00Z')).body.code).toBe('slot_unavailable')
    expect((await bookLink(app, token, '2030-01-08T20:07:00Z')).status).toBe(201)
    expect(await listed(app, typeId, ['2030-01-08T19:00Z', '2030-01-08T23:00Z'])).toEqual([])
  })

  test('leaves notice and booking window to the host who named the starts, and keeps buffers', async () => {
    const { host: own, typeId: strict } = await addSolo(
      app,
      {},
      { minNoticeMinutes: 100_000, window: { kind: 'rolling', days: 1 }, bufferBeforeMinutes: 30 },
    )
    await good(
      app.post('/busy-blocks', { userId: own.id, start: '2030-01-09T09:00:00Z', end: '2030-01-09T10:00:00Z' }),
      201,
    )
    const starts = ['2030-01-07T09:00:00Z', '2030-01-09T10:15:00Z', '2030-01-09T10:30:00Z', '2030-03-01T10:00:00Z']
    const { token } = await addLink(app, { userId: own.id, eventTypeId: strict, starts })

    expect(await linkStarts(app, token, '2030-01-07')).toEqual(['09:00'])
    expect(await linkStarts(app, token, '2030-01-09')).toEqual(['10:30'])
    expect(await linkStarts(app, token, '2030-03-01')).toEqual(['10:00'])
  })

  test('filters by narrower hours without moving the grid, and never opens what is closed', async () => {
    const hours = { timezone: 'UTC', weekly: [{ days: ['tue'], start: '09:30', end: '20:00' }] }
    const { token } = await add({ availability: hours })

    expect(await linkStarts(app, token, tuesday)).toEqual(['10:00', '11:00', '12:00'])
    expect(await linkStarts(app, token, '2030-01-09')).toEqual([])
    for (const start of ['2030-01-08T09:00:00Z', '2030-01-09T10:00:00Z', '2030-01-08T15:00:00Z']) {
      expect((await bookLink(app, token, start)).body.code).toBe('slot_unavailable')
    }
    expect(await listed(app, typeId, ['2030-01-09T00:00Z', '2030-01-10T00:00Z'])).toHaveLength(4)
  })

  test('offers the next days alone, counted from today as day 0', async () => {
    const { token } = await add({ nextDays: 2 })

    expect(await linkStarts(app, token, '2030-01-09')).toHaveLength(4)
    expect(await linkStarts(app, token, '2030-01-10')).toEqual([])
    expect((await bookLink(app, token, '2030-01-10T09:00:00Z')).body.code).toBe('slot_unavailable')
  })

  test('books under a title and at a length of its own', async () => {
    const { host: own, typeId: options } = await addSolo(app, {}, { durationOptions: [30, 60] })
    const { token, id } = await addLink(app, {
      userId: own.id,
      eventTypeId: options,
      title: 'Half an hour on the plan',
      durationMinutes: 30,
    })

    const refused = await bookLink(app, token, '2030-01-08T10:00:00Z', { durationMinutes: 60 })
    const made = await bookLink(app, token, '2030-01-08T10:00:00Z')
    expect(refused.body.errors[0]).toMatchObject({ pointer: '#/durationMinutes', code: 'duration_not_offered' })
    expect(made.body).toMatchObject({
      title: 'Half an hour on the plan',
      end: '2030-01-08T10:30:00.000Z',
      eventType: null,
    })
    expect((await linkOf(app, id)).bookings).toEqual([expect.objectContaining({ start: '2030-01-08T10:00:00.000Z' })])
  })

  test('is not there while its event type is switched off, or gone', async () => {
    const { host: own, typeId: off } = await addSolo(app)
    const { token } = await addLink(app, { userId: own.id, eventTypeId: off })
    await good(app.patch(`/event-types/${off}`, { active: false }), 200)
    const whileOff = await openLink(app, token)
    await good(app.delete(`/event-types/${off}`), 204)

    for (const { body } of [whileOff, await openLink(app, token), await openLink(app, 'unknown')]) {
      expect(body).toMatchObject({ status: 404, detail: 'There is no such link.' })
      expect(Object.keys(body)).toEqual(Object.keys(whileOff.body))
    }
  })
})

test('a link whose host is suspended is not there, and is again with its host', async () => {
  const { host: own, typeId: theirs } = await addSolo(app)
  const { token } = await addLink(app, { userId: own.id, eventTypeId: theirs })
  await good(app.post(`/organization/members/${own.id}/suspend`), 200)
  const suspended = await openLink(app, token)
  await good(app.post(`/organization/members/${own.id}/reactivate`), 200)

  expect([suspended.status, (await openLink(app, token)).status]).toEqual([404, 200])
})

describe('a link with a title and a duration of its own', () => {
  test('is in no list, on no page, and found by no id or address', async () => {
    const { token, eventTypeId } = await addLink(app, { userId: host.id, title: 'Secret coffee', durationMinutes: 30 })
    const profile = await good(app.get('/organization/members'), 200)
    const { username } = profile.body.data.find((member: { id: string }) => member.id === host.id)

    expect(await linkStarts(app, token, '2030-01-11')).toHaveLength(8)
    expect((await app.get(`/event-types/${eventTypeId}`)).status).toBe(404)
    expect((await app.patch(`/event-types/${eventTypeId}`, { title: 'x' })).status).toBe(404)
    expect((await app.delete(`/event-types/${eventTypeId}`)).status).toBe(404)
    expect(
      (await app.get(`/event-types/${eventTypeId}/slots?start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z`)).status,
    ).toBe(404)
    expect((await book(app, eventTypeId, '2030-01-11T10:00Z')).status).toBe(404)
    expect((await app.post('/holds', { eventTypeId, start: '2030-01-11T10:00:00Z' })).status).toBe(404)
    expect(JSON.stringify((await app.get('/event-types?limit=100')).body)).not.toContain('Secret coffee')
    expect(JSON.stringify((await app.get(`/public/users/${username}`)).body)).not.toContain('Secret coffee')
  })

  test('books with its host, and the host may move the booking anywhere in their hours', async () => {
    const { token, id, eventTypeId } = await addLink(app, {
      userId: host.id,
      title: 'Coffee',
      durationMinutes: 20,
      starts: ['2030-01-15T20:00:00Z'],
    })
    await good(bookLink(app, token, '2030-01-15T20:00:00Z'), 201)
    const [{ id: bookingId }] = (await linkOf(app, id)).bookings
    const booking = await good(app.get(`/bookings/${bookingId}`), 200)

    expect(booking.body).toMatchObject({ title: 'Coffee', linkId: id, source: 'link', eventTypeId })
    expect(booking.body.hosts).toEqual([expect.objectContaining({ userId: host.id })])
    const moved = await app.post(`/bookings/${bookingId}/reschedule`, { start: '2030-01-15T09:20:00Z' })
    expect(moved.body).toMatchObject({ start: '2030-01-15T09:20:00.000Z' })
    const slots = `/event-types/${eventTypeId}/slots?start=2030-01-15T00:00:00Z&end=2030-01-16T00:00:00Z`
    expect((await app.get(`${slots}&rescheduleBookingId=${bookingId}`)).body.data).toHaveLength(12)
  })
})

describe('whoever has the token', () => {
  test('lists, previews, holds and books with a key what only the link offers, and a hold uses nothing up', async () => {
    const start = '2030-01-16T21:00:00Z'
    const { token: linkToken, id } = await add({ starts: [start] })
    const range = 'start=2030-01-16T00:00:00Z&end=2030-01-17T00:00:00Z'

    expect((await app.get(`/event-types/${typeId}/slots?${range}&linkToken=${linkToken}`)).body.data).toHaveLength(1)
    const wish = { eventTypeId: typeId, start, guest }
    expect((await app.post('/bookings/preview', wish)).body.bookable).toBe(false)
    expect((await app.post('/bookings/preview', { ...wish, linkToken })).body.bookable).toBe(true)
    expect((await app.post('/holds', { eventTypeId: typeId, start })).body.code).toBe('slot_unavailable')
    const held = await good(app.post('/holds', { eventTypeId: typeId, start, linkToken }), 201)
    expect(await linkOf(app, id)).toMatchObject({ uses: 0, state: 'active' })
    const made = await good(app.post('/bookings', { ...wish, linkToken, holdId: held.body.id }), 201)
    expect(made.body).toMatchObject({ linkId: id, source: 'link' })
    expect((await app.post('/bookings', { ...wish, linkToken })).status).toBe(410)
  })

  test('books no event type beside those of the link, and nothing with a token that is none', async () => {
    const other = await addType(app, [host])
    const { token: linkToken } = await add()
    const start = '2030-01-17T09:00:00Z'

    expect((await app.post('/bookings', { eventTypeId: other, start, guest, linkToken })).status).toBe(404)
    expect((await app.post('/bookings', { eventTypeId: typeId, start, guest, linkToken: 'none' })).body.detail).toBe(
      'There is no such link.',
    )
    expect((await bookLink(app, linkToken, start, { eventTypeId: other })).status).toBe(404)
  })

  test('moves a booking of theirs within what the link offered, and nowhere else', async () => {
    const { token } = await add({ starts: ['2030-01-18T20:00:00Z', '2030-01-18T22:00:00Z'] })
    const made = await good(bookLink(app, token, '2030-01-18T20:00:00Z'), 201)
    const path = `/public/bookings/${made.body.manageUrl.split('/').at(-1)}`
    const range = 'start=2030-01-18T00:00:00Z&end=2030-01-19T00:00:00Z'

    const { body } = await good(app.get(`${path}/slots?${range}`), 200)
    expect(body.data.map((slot: { start: string }) => slot.start)).toEqual([
      '2030-01-18T20:00:00.000Z',
      '2030-01-18T22:00:00.000Z',
    ])
    expect((await app.post(`${path}/reschedule`, { start: '2030-01-18T09:00:00Z' })).body.code).toBe('slot_unavailable')
    expect((await app.post(`${path}/reschedule`, { start: '2030-01-18T22:00:00Z' })).status).toBe(200)
  })
})
