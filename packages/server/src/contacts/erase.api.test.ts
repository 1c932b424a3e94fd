import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addSolo, addType, booked, good, someone } from '../testing/factories.ts'
import { tablesWith } from '../testing/whole-database.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ now: '2030-01-07T08:00:00Z', env: { LETSMEET_WEBHOOK_ALLOW_CIDRS: '127.0.0.0/8' } })
})
afterAll(() => app.close())

const erase = (id: string, body: object = {}) => app.post(`/contacts/${id}/erase`, body)

test('an erased guest stands nowhere in the database, and their bookings stay', async () => {
  const { host, typeId } = await addSolo(
    app,
    {},
    {
      locations: [{ kind: 'guest_phone' }],
      questions: [{ key: 'topic', label: 'Topic', kind: 'text', required: false }],
    },
  )
  const other = await addSolo(app)
  await good(app.post('/webhook-endpoints', { url: 'http://127.0.0.1:9/hook' }), 201)
  const guest = {
    name: 'Wilhelmina Quux',
    email: 'Wilhelmina.Quux@secret.example',
    timezone: 'Pacific/Chatham',
    locale: 'de-DE',
  }
  const more = {
    guest,
    additionalGuests: ['friend.of.quux@secret.example'],
    answers: { topic: 'Wilhelmina Quux’s divorce' },
    notes: 'Call wilhelmina.quux@secret.example',
    location: { kind: 'guest_phone', value: '+49 555 8675309' },
    metadata: { crm: 'Wilhelmina Quux' },
  }
  const body = { eventTypeId: typeId, start: '2030-01-08T09:00:00Z', ...more }
  const made = await good(app.post('/bookings', body, { 'idempotency-key': 'quux-1' }), 201)
  const cancelled = await booked(app, typeId, '2030-01-09T09:00Z', more)
  await good(app.post(`/bookings/${cancelled.body.id}/cancel`, { reason: 'Wilhelmina Quux is ill' }), 200)
  const along = await booked(app, other.typeId, '2030-01-08T12:00Z', { additionalGuests: [guest.email] })
  const [id] = made.body.contactIds
  await good(app.patch(`/contacts/${id}`, { company: 'Quuxworks', phone: '+49 555 8675309', about: 'Quux!' }), 200)
  await good(app.post(`/contacts/${id}/notes`, { text: 'Wilhelmina Quux prefers mornings.' }), 201)
  const twin = (
    await good(app.post('/contacts', { userId: host.id, email: 'mina@secret.example', name: 'Mina Quux' }), 201)
  ).body
  await good(app.post(`/contacts/${id}/merge`, { fromId: twin.id }), 200)
  await good(app.post('/browser-sessions', { kind: 'booker', eventTypeId: typeId, guest }), 201)
  await good(
    app.post('/links', {
      kind: 'share',
      userId: host.id,
      contactId: id,
      eventTypeIds: [typeId],
      greeting: 'Hello Wilhelmina Quux',
    }),
    201,
  )
  await app.travel('2030-01-10T08:00:00Z')
  const headers = { 'idempotency-key': 'quux-2' }
  await good(app.post(`/contacts/${id}/notes`, { text: 'Quux came.' }, headers), 201)
  const sought = ['quux', 'secret.example', '8675309', 'Chatham']
  const before = await tablesWith(app, ...sought)

  const erased = await good(erase(id), 200)
  await app.travel('2030-01-10T20:00:00Z')
  const shown = (await app.get(`/bookings/${made.body.id}`)).body
  const again = await app.post(`/contacts/${id}/notes`, { text: 'Quux came.' }, headers)

  expect(before).toEqual(
    expect.arrayContaining([
      'answers',
      'bookings',
      'browserSessions',
      'contacts',
      'deliveries',
      'events',
      'links',
      'mails',
    ]),
  )
  expect(erased.body).toEqual({ id, bookingCount: 2, cancelledCount: 0 })
  expect(await tablesWith(app, ...sought)).toEqual([])
  expect(shown).toMatchObject({
    status: 'confirmed',
    start: made.body.start,
    guest: { name: 'Erased guest', email: 'erased@erased.invalid', timezone: 'UTC', locale: null },
    additionalGuests: [],
    answers: {},
    location: { kind: 'guest_phone' },
    notes: null,
    metadata: {},
    contactIds: [],
  })
  expect((await app.get(`/bookings/${along.body.id}`)).body.additionalGuests).toEqual(['erased@erased.invalid'])
  expect([(await app.get(`/contacts/${id}`)).status, (await app.get(`/contacts/${twin.id}`)).status]).toEqual([
    404, 404,
  ])
  expect(again).toMatchObject({ status: 410, body: { code: 'gone' } })
  const [fact] = (await app.get('/events?type=contact.erased')).body.data
  expect(fact).toMatchObject({ subjectId: id, data: { id } })
  expect(Object.keys(fact.data)).toEqual(['id'])
})

describe('erasing', () => {
  test('is refused while a meeting lies ahead, and cancels it when it may', async () => {
    const { host, typeId } = await addSolo(app)
    const made = await booked(app, typeId, '2030-03-04T09:00Z')
    const [id] = made.body.contactIds
    await app.settle()

    const refused = await erase(id)
    const kept = await app.get(`/contacts/${id}`)
    const erased = await good(erase(id, { cancelUpcoming: true }), 200)
    await app.settle()

    const mails = (await app.get('/mail?limit=100')).body.data.filter(
      (mail: { subjectId: string }) => mail.subjectId === made.body.id,
    )
    expect(refused).toMatchObject({ status: 409, body: { code: 'in_use', bookingIds: [made.body.id] } })
    expect(kept.status).toBe(200)
    expect(erased.body).toMatchObject({ bookingCount: 1, cancelledCount: 1 })
    expect((await app.get(`/bookings/${made.body.id}`)).body).toMatchObject({ status: 'cancelled', contactIds: [] })
    expect(
      mails
        .filter((mail: { kind: string }) => mail.kind === 'booking.cancelled')
        .map((mail: { to: { email: string } }) => mail.to.email),
    ).toEqual([host.email])
    expect((await app.get(`/contacts?userId=${host.id}`)).body.data).toEqual([])
  })

  test('leaves others alone, and everywhere means every member', async () => {
    const hosts = [await addHost(app), await addHost(app)]
    const types = [await addType(app, hosts.slice(0, 1)), await addType(app, hosts.slice(1))]
    const [guest, stranger] = [someone(), someone()]
    const mine = await booked(app, types[0] ?? '', '2030-03-05T09:00Z', { guest })
    const theirs = await booked(app, types[1] ?? '', '2030-03-05T09:00Z', { guest })
    const others = await booked(app, types[0] ?? '', '2030-03-05T11:00Z', { guest: stranger })

    await good(erase(mine.body.contactIds[0], { cancelUpcoming: true }), 200)
    const left = (await app.get(`/bookings/${theirs.body.id}`)).body
    await good(erase(theirs.body.contactIds[0], { cancelUpcoming: true, everywhere: true }), 200)

    expect(left).toMatchObject({ status: 'confirmed', guest: { email: guest.email } })
    expect((await app.get(`/bookings/${theirs.body.id}`)).body.guest.name).toBe('Erased guest')
    expect((await app.get(`/bookings/${others.body.id}`)).body).toMatchObject({
      status: 'confirmed',
      guest: { name: stranger.name },
    })
  })

  test('makes room: who comes back is somebody new', async () => {
    const { host, typeId } = await addSolo(app)
    const guest = someone()
    const first = await booked(app, typeId, '2030-03-06T09:00Z', { guest })
    await good(erase(first.body.contactIds[0], { cancelUpcoming: true }), 200)

    const again = await booked(app, typeId, '2030-03-06T10:00Z', { guest })

    expect(again.body.contactIds).not.toEqual(first.body.contactIds)
    expect((await app.get(`/contacts?userId=${host.id}`)).body.data).toMatchObject([
      { email: guest.email, bookingCount: 1 },
    ])
  })
})
