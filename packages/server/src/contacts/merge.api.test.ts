import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addSolo, book, booked, good, someone } from '../testing/factories.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const contact = async (id: string) => (await good(app.get(`/contacts/${id}`), 200)).body
const kindsOf = async (id: string) =>
  (await good(app.get(`/contacts/${id}/timeline?limit=100`), 200)).body.data.map((one: { kind: string }) => one.kind)
const merge = (id: string, fromId: string) => app.post(`/contacts/${id}/merge`, { fromId })
const addTo = async (userId: string, fields: object) =>
  (await good(app.post('/contacts', { userId, ...fields }), 201)).body

/** Two guests of one host who have booked once each. */
async function two() {
  const { host, typeId } = await addSolo(app)
  const [first, second] = [someone(), someone()]
  const one = await booked(app, typeId, '2030-02-04T09:00Z', { guest: first })
  const other = await booked(app, typeId, '2030-02-05T09:00Z', { guest: second })
  return {
    host,
    typeId,
    first,
    second,
    bookings: [one.body, other.body],
    id: one.body.contactIds[0],
    fromId: other.body.contactIds[0],
  }
}

describe('a merge', () => {
  test('brings bookings, notes, tags and timeline together, and counts anew', async () => {
    const { id, fromId, bookings, first } = await two()
    await good(app.patch(`/contacts/${id}`, { tags: ['vip'] }), 200)
    await good(app.patch(`/contacts/${fromId}`, { tags: ['VIP', 'berlin'], company: 'Harbour' }), 200)
    await good(app.post(`/contacts/${fromId}/notes`, { text: 'Prefers mornings.' }), 201)

    const merged = await good(merge(id, fromId), 200)

    expect(merged.body).toMatchObject({
      id,
      email: first.email,
      name: first.name,
      company: 'Harbour',
      tags: ['vip', 'berlin'],
      bookingCount: 2,
      nextMeetingAt: bookings[0].start,
    })
    expect(await contact(id)).toMatchObject(merged.body)
    expect(await kindsOf(id)).toEqual(['merged', 'note', 'edited', 'edited', 'booked', 'booked'])
    expect((await app.get(`/bookings/${bookings[1].id}`)).body.contactIds).toEqual([id])
    expect((await app.get('/events?type=contact.merged')).body.data[0]).toMatchObject({
      subjectId: id,
      data: { id, mergedIds: [fromId] },
      previous: { bookingCount: 1, company: null },
    })
  })

  test('leads from the one that went to the one that stayed, over several merges', async () => {
    const { host, id, fromId } = await two()
    const last = await addTo(host.id, { email: someone().email, externalId: `crm-${fromId}` })
    await good(merge(fromId, last.id), 200)

    const before = await app.get(`/contacts/ext:crm-${fromId}`)
    await good(merge(id, fromId), 200)

    expect(before.body.id).toBe(fromId)
    for (const gone of [fromId, last.id]) {
      expect(await app.get(`/contacts/${gone}`)).toMatchObject({ status: 410, body: { code: 'gone', contactId: id } })
    }
    expect((await app.get(`/contacts/ext:crm-${fromId}`)).body.id).toBe(id)
    expect((await app.get(`/contacts?q=${last.email}`)).body.data).toEqual([])
  })

  test('keeps an external id where there are two, and points on from the other', async () => {
    const { host } = await two()
    const keep = await addTo(host.id, { email: someone().email, externalId: `keep-${host.id}` })
    const go = await addTo(host.id, { email: someone().email, externalId: `go-${host.id}` })

    await good(merge(keep.id, go.id), 200)

    expect((await contact(keep.id)).externalId).toBe(`keep-${host.id}`)
    expect(await app.get(`/contacts/ext:go-${host.id}`)).toMatchObject({ status: 410, body: { contactId: keep.id } })
  })

  test('makes later bookings under the old address land on the merged contact', async () => {
    const { host, typeId, id, fromId, second } = await two()
    await good(merge(id, fromId), 200)

    const later = await booked(app, typeId, '2030-02-06T09:00Z', {
      guest: { ...second, email: second.email.toUpperCase() },
    })
    const byHand = await app.post('/contacts', { userId: host.id, email: second.email })

    expect(later.body.contactIds).toEqual([id])
    expect((await contact(id)).bookingCount).toBe(3)
    expect(byHand).toMatchObject({ status: 409, body: { code: 'email_taken', contactId: id } })
  })

  test('lets what a host wrote go before what a guest typed, and a name taken away stay away', async () => {
    const { id, fromId } = await two()
    await good(app.patch(`/contacts/${fromId}`, { name: 'Admiral Hopper' }), 200)
    await good(app.patch(`/contacts/${id}`, { timezone: null }), 200)

    await good(merge(id, fromId), 200)

    expect(await contact(id)).toMatchObject({ name: 'Admiral Hopper', timezone: null })
  })

  test.each([
    ['itself', async (id: string) => id, 400, 'same_contact'],
    ['nobody', async () => 'ctc_nobody', 404, 'not_found'],
    [
      'another member’s',
      async () => (await addTo((await addHost(app)).id, { email: someone().email })).id,
      400,
      'other_host',
    ],
  ])('is refused with %s', async (_, other, status, code) => {
    const { id } = await two()

    const answer = await merge(id, await other(id))

    expect(answer).toMatchObject({ status, body: { errors: [{ pointer: '#/fromId', code }] } })
  })

  test('loses no booking that comes in meanwhile, in twenty rounds', async () => {
    for (let round = 0; round < 20; round++) {
      const { host, typeId, id, fromId, second } = await two()

      const [merged, ...made] = await Promise.all([
        merge(id, fromId),
        book(app, typeId, '2030-02-07T09:00Z', { guest: second }),
        book(app, typeId, '2030-02-07T10:00Z', { guest: second }),
        app.post(`/contacts/${fromId}/notes`, { text: 'Meanwhile.' }),
      ])

      const known = (await app.get(`/contacts?userId=${host.id}`)).body.data
      expect([merged.status, made[0]?.status, made[1]?.status]).toEqual([200, 201, 201])
      expect(known).toMatchObject([{ id, bookingCount: 4 }])
      const kinds = await kindsOf(id)
      expect(kinds.filter((kind: string) => kind === 'booked')).toHaveLength(4)
      expect(kinds.includes('note')).toBe(made[2]?.status === 201)
    }
  })
})

describe('undoing a merge', () => {
  test('brings both back exactly, and leaves what was booked since', async () => {
    const { typeId, id, fromId, second, bookings } = await two()
    await good(app.patch(`/contacts/${fromId}`, { company: 'Harbour', tags: ['x'], externalId: `undo-${id}` }), 200)
    await good(app.post(`/contacts/${fromId}/notes`, { text: 'Prefers mornings.' }), 201)
    const before = [await contact(id), await contact(fromId)]
    const timelines = [await kindsOf(id), await kindsOf(fromId)]
    await good(merge(id, fromId), 200)

    const undone = await good(app.post(`/contacts/${id}/merge/undo`), 200)
    const after = [await contact(id), await contact(fromId)]
    const shown = [await kindsOf(id), await kindsOf(fromId)]
    await good(merge(id, fromId), 200)
    const since = await booked(app, typeId, '2030-02-08T09:00Z', { guest: second })
    await good(app.post(`/bookings/${bookings[1].id}/cancel`), 200)
    await good(app.post(`/contacts/${id}/merge/undo`), 200)

    const { summary: _, ...one } = before[0]
    const { summary: __, ...other } = before[1]
    expect(undone.body).toEqual({ contact: one, restored: other })
    expect(after).toEqual(before)
    expect(shown).toEqual(timelines)
    expect((await app.get(`/contacts/ext:undo-${id}`)).body.id).toBe(fromId)
    expect((await app.get(`/bookings/${since.body.id}`)).body.contactIds).toEqual([id])
    expect((await contact(id)).bookingCount).toBe(2)
    expect((await contact(fromId)).bookingCount).toBe(0)
    expect(await kindsOf(fromId)).toEqual(['cancelled', ...(timelines[1] ?? [])])
  })

  test('keeps what was written since', async () => {
    const { id, fromId } = await two()
    await good(app.patch(`/contacts/${fromId}`, { company: 'Harbour', phone: '+1 202 555 0143' }), 200)
    await good(merge(id, fromId), 200)
    await good(app.patch(`/contacts/${id}`, { company: 'Navy' }), 200)

    await good(app.post(`/contacts/${id}/merge/undo`), 200)

    expect(await contact(id)).toMatchObject({ company: 'Navy', phone: null })
    expect(await contact(fromId)).toMatchObject({ company: 'Harbour', phone: '+1 202 555 0143' })
  })

  test('is refused where nothing was merged, and after a day', async () => {
    const clocked = await startTestApp({ now: '2030-01-07T08:00:00Z' })
    const made = async () => (await good(clocked.post('/contacts', { email: someone().email }), 201)).body.id
    const [id, fromId] = [await made(), await made()]

    const nothing = await clocked.post(`/contacts/${id}/merge/undo`)
    await good(clocked.post(`/contacts/${id}/merge`, { fromId }), 200)
    await clocked.travel('2030-01-08T08:00:00Z')
    const late = await clocked.post(`/contacts/${id}/merge/undo`)

    await clocked.close()
    expect([nothing, late].map((answer) => [answer.status, answer.body.code])).toEqual([
      [409, 'conflict'],
      [409, 'conflict'],
    ])
  })
})
