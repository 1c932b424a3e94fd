import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addSolo, addType, booked, good, someone } from '../testing/factories.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const contactsOf = async (userId: string) => (await good(app.get(`/contacts?userId=${userId}`), 200)).body.data
const contact = async (id: string) => (await good(app.get(`/contacts/${id}`), 200)).body
const factsOf = async (subjectId: string) =>
  (await app.get('/events?limit=100')).body.data.filter((fact: { subjectId: string }) => fact.subjectId === subjectId)

describe('a booking', () => {
  test('makes a contact of its guest, and says so in its answer and its event', async () => {
    const { host, typeId } = await addSolo(app)
    const guest = { ...someone(), email: ' Grace.New@Example.com ' }

    const made = await booked(app, typeId, '2030-02-04T09:00Z', { guest })

    const [known] = await contactsOf(host.id)
    expect(known).toMatchObject({
      userId: host.id,
      email: 'Grace.New@Example.com',
      name: guest.name,
      timezone: guest.timezone,
      source: 'booking',
      bookingCount: 1,
      noShowCount: 0,
      firstMetAt: null,
      lastMetAt: null,
      nextMeetingAt: '2030-02-04T09:00:00.000Z',
    })
    expect(made.body.contactIds).toEqual([known.id])
    expect((await factsOf(made.body.id))[0].data.contactIds).toEqual([known.id])
    expect((await app.get(`/bookings/${made.body.id}`)).body.contactIds).toEqual([known.id])
    expect((await factsOf(known.id)).map((fact: { type: string }) => fact.type)).toEqual(['contact.created'])
  })

  test('finds its guest again in any case of letters, and keeps plus-tags apart', async () => {
    const { host, typeId } = await addSolo(app)
    const book = (start: string, email: string) => booked(app, typeId, start, { guest: { ...someone(), email } })

    const first = await book('2030-02-04T09:00Z', 'kay@example.com')
    const second = await book('2030-02-04T10:00Z', 'KAY@Example.com')
    const third = await book('2030-02-04T11:00Z', 'kay+work@example.com')

    expect(second.body.contactIds).toEqual(first.body.contactIds)
    expect(third.body.contactIds).not.toEqual(first.body.contactIds)
    expect(await contactsOf(host.id)).toHaveLength(2)
  })

  test('never overwrites what the host wrote, and takes up what they did not', async () => {
    const { typeId } = await addSolo(app)
    const guest = someone()
    const [id] = (await booked(app, typeId, '2030-02-04T09:00Z', { guest })).body.contactIds
    await booked(app, typeId, '2030-02-04T10:00Z', { guest: { ...guest, name: 'Grace B. Hopper' } })
    const before = await contact(id)
    await good(app.patch(`/contacts/${id}`, { name: 'Admiral Hopper' }), 200)

    await booked(app, typeId, '2030-02-04T11:00Z', {
      guest: { ...guest, name: 'xX grace Xx', timezone: 'Asia/Tokyo' },
    })

    expect(before.name).toBe('Grace B. Hopper')
    expect(await contact(id)).toMatchObject({ name: 'Admiral Hopper', timezone: 'Asia/Tokyo' })
  })

  test('keeps a name that the host took away', async () => {
    const { typeId } = await addSolo(app)
    const guest = someone()
    const [id] = (await booked(app, typeId, '2030-02-04T09:00Z', { guest })).body.contactIds
    await good(app.patch(`/contacts/${id}`, { name: null }), 200)

    await booked(app, typeId, '2030-02-04T10:00Z', { guest })

    expect((await contact(id)).name).toBeNull()
  })

  test('tells of the contact only what changed', async () => {
    const { typeId } = await addSolo(app)
    const guest = someone()
    const [id] = (await booked(app, typeId, '2030-02-04T09:00Z', { guest })).body.contactIds

    await booked(app, typeId, '2030-02-04T10:00Z', { guest })
    await booked(app, typeId, '2030-02-04T11:00Z', { guest: { ...guest, name: 'Other Name' } })

    const facts = await factsOf(id)
    expect(facts.map((fact: { type: string }) => fact.type)).toEqual(['contact.updated', 'contact.created'])
    expect(facts[0]).toMatchObject({ data: { name: 'Other Name', bookingCount: 3 }, previous: { name: guest.name } })
  })

  test('made ten times at once by one guest makes one contact', async () => {
    const { host, typeId } = await addSolo(app)
    const guest = someone()

    const made = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        booked(app, typeId, `2030-02-05T${String(9 + i).padStart(2, '0')}:00Z`, { guest }),
      ),
    )
    const others = await Promise.all([
      app.post('/contacts', { userId: host.id, email: guest.email }),
      app.post('/contacts', { userId: host.id, email: guest.email.toUpperCase() }),
    ])

    const known = await contactsOf(host.id)
    expect(known).toHaveLength(1)
    expect(known[0].bookingCount).toBe(8)
    expect(new Set(made.map((one) => one.body.contactIds[0]))).toEqual(new Set([known[0].id]))
    expect(others.map((one) => one.body.code)).toEqual(['email_taken', 'email_taken'])
  })

  test('of several hosts makes a contact for each, and none of additional guests', async () => {
    const hosts = [await addHost(app), await addHost(app)]
    const typeId = await addType(app, hosts, { scheduling: 'collective' })

    const made = await booked(app, typeId, '2030-02-06T09:00Z', { additionalGuests: ['plus@example.com'] })

    const known = await Promise.all(hosts.map((host) => contactsOf(host.id)))
    expect(known.map((list) => list.length)).toEqual([1, 1])
    expect([...made.body.contactIds].sort()).toEqual(known.map(([one]) => one.id).sort())
  })

  test('in a series counts each meeting', async () => {
    const { host, typeId } = await addSolo(app)

    await booked(app, typeId, '2030-02-04T09:00Z', { recurrence: { frequency: 'daily', interval: 1, count: 3 } })

    expect(await contactsOf(host.id)).toMatchObject([{ bookingCount: 3, nextMeetingAt: '2030-02-04T09:00:00.000Z' }])
  })

  test('on the public page makes a contact too', async () => {
    const type = (await app.get(`/event-types/${app.eventTypeId}`)).body
    const me = (await app.get('/me')).body
    const guest = someone()

    await good(
      app.post(`/public/users/${me.user.username}/${type.slug}/bookings`, { start: '2030-01-08T09:00:00Z', guest }),
      201,
    )

    expect((await contactsOf(app.ownerId)).map((one: { email: string }) => one.email)).toContain(guest.email)
  })

  test('that is refused leaves nothing', async () => {
    const { host, typeId } = await addSolo(app)

    await good(app.post('/bookings', { eventTypeId: typeId, start: '2030-02-04T03:00:00Z', guest: someone() }), 409)

    expect(await contactsOf(host.id)).toEqual([])
  })

  test('is found by its contact, by your own id too', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, '2030-02-04T09:00Z')
    await booked(app, typeId, '2030-02-04T10:00Z')
    const [id] = made.body.contactIds
    await good(app.patch(`/contacts/${id}`, { externalId: 'crm-follow' }), 200)

    const byId = await app.get(`/bookings?contactId=${id}`)
    const byExternal = await app.get('/bookings?contactId=ext:crm-follow')
    const nobody = await app.get('/bookings?contactId=ext:nobody')

    expect(byId.body.data.map((one: { id: string }) => one.id)).toEqual([made.body.id])
    expect(byExternal.body.data).toEqual(byId.body.data)
    expect(nobody.body.data).toEqual([])
  })
})

describe('what becomes of a booking', () => {
  test('reaches the figures: requested, confirmed, moved, cancelled, declined', async () => {
    const { typeId } = await addSolo(app, {}, { requiresConfirmation: true })
    const guest = someone()
    const made = await booked(app, typeId, '2030-02-04T09:00Z', { guest })
    const [id] = made.body.contactIds
    const seen = async () => {
      const { bookingCount, nextMeetingAt } = await contact(id)
      return [bookingCount, nextMeetingAt?.slice(0, 16) ?? null]
    }
    const figures = [await seen()]
    await good(app.post(`/bookings/${made.body.id}/confirm`), 200)
    figures.push(await seen())
    await good(app.post(`/bookings/${made.body.id}/reschedule`, { start: '2030-02-05T12:00:00Z' }), 200)
    figures.push(await seen())
    await good(app.post(`/bookings/${made.body.id}/cancel`), 200)
    figures.push(await seen())
    const other = await booked(app, typeId, '2030-02-06T09:00Z', { guest })
    await good(app.post(`/bookings/${other.body.id}/decline`), 200)
    figures.push(await seen())

    expect(figures).toEqual([
      [1, null],
      [1, '2030-02-04T09:00'],
      [1, '2030-02-05T12:00'],
      [0, null],
      [0, null],
    ])
    expect((await contact(id)).summary).toMatchObject({
      bookingCount: 0,
      cancelledCount: 1,
      averageNoticeMinutes: null,
    })
  })

  test('given to another host makes the guest their contact, and the former host’s no longer', async () => {
    const [from, to] = [await addHost(app), await addHost(app)]
    const typeId = await addType(app, [from, to], { scheduling: 'round_robin' })
    const made = await booked(app, typeId, '2030-02-04T09:00Z', { hostId: from.id })

    const moved = await good(app.post(`/bookings/${made.body.id}/reassign`, { hostId: to.id }), 200)

    const [left] = await contactsOf(from.id)
    const [joined] = await contactsOf(to.id)
    expect(moved.body.contactIds).toEqual([joined.id])
    expect([left.bookingCount, joined.bookingCount]).toEqual([0, 1])
    expect((await factsOf(made.body.id))[0]).toMatchObject({
      type: 'booking.reassigned',
      data: { contactIds: [joined.id] },
      previous: { contactIds: [left.id] },
    })
  })
})

test('meetings that took place and no-shows are told apart', async () => {
  const clocked = await startTestApp({ now: '2030-01-07T08:00:00Z' })
  const { typeId } = await addSolo(clocked)
  const guest = someone()
  const came = await booked(clocked, typeId, '2030-01-08T09:00Z', { guest })
  const missed = await booked(clocked, typeId, '2030-01-09T09:00Z', { guest })
  await booked(clocked, typeId, '2030-01-10T09:00Z', { guest })
  const [id] = came.body.contactIds

  await clocked.travel('2030-01-09T10:30:00Z')
  await good(clocked.post(`/bookings/${missed.body.id}/no-show`), 200)

  const { body } = await clocked.get(`/contacts/${id}`)
  await clocked.close()
  expect(body).toMatchObject({
    firstMetAt: '2030-01-08T09:00:00.000Z',
    lastMetAt: '2030-01-08T09:00:00.000Z',
    nextMeetingAt: '2030-01-10T09:00:00.000Z',
    bookingCount: 3,
    noShowCount: 1,
  })
  expect(body.summary).toMatchObject({ averageNoticeMinutes: 2 * 1440 + 60 })
})
