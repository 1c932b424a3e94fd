import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../context.ts'
import { markMailFailed } from '../email/service.ts'
import type { Job } from '../jobs/model.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addSolo, addType, booked, good } from '../testing/factories.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

/** The job that was to send a mail, after its last try. */
const jobFor = (mailId: string): Job => ({
  id: app.services.newId('job'),
  kind: 'mail.send',
  key: null,
  clock: '',
  organizationId: '',
  payload: { mailId },
  state: 'failed',
  dueAt: app.services.now(),
  leasedBy: null,
  attempts: 3,
  lastError: null,
  createdAt: app.services.now(),
})

const timeline = async (id: string, query = '') => (await good(app.get(`/contacts/${id}/timeline${query}`), 200)).body
const kinds = (list: { data: { kind: string }[] }) => list.data.map((entry) => entry.kind)

describe('the timeline', () => {
  test('tells of a booking from request to cancellation, with who did it', async () => {
    const { typeId } = await addSolo(app, {}, { requiresConfirmation: true, title: 'Fitting' })
    const made = await booked(app, typeId, '2030-02-04T09:00Z')
    const [id] = made.body.contactIds
    const act = (verb: string, body = {}) => good(app.post(`/bookings/${made.body.id}/${verb}`, body), 200)
    await act('confirm')
    await act('reschedule', { start: '2030-02-05T10:00:00Z', reason: 'Later is better.' })
    await app.patch(`/bookings/${made.body.id}`, { notes: 'Not for the timeline.' })
    const token = made.body.manageUrl.split('/').at(-1)
    await good(app.post(`/public/bookings/${token}/cancel`, { reason: 'Ill.' }), 200)

    const all = await timeline(id)

    expect(kinds(all)).toEqual(['cancelled', 'moved', 'confirmed', 'requested'])
    expect(all.data[0]).toMatchObject({
      bookingId: made.body.id,
      title: 'Fitting',
      by: { type: 'guest', name: made.body.guest.name },
      text: 'Ill.',
    })
    expect(all.data[1]).toMatchObject({
      by: { type: 'api_key', name: expect.any(String) },
      before: { start: '2030-02-04T09:00:00.000Z', end: '2030-02-04T10:00:00.000Z' },
      after: { start: '2030-02-05T10:00:00.000Z', end: '2030-02-05T11:00:00.000Z' },
      text: 'Later is better.',
    })
  })

  test('of both hosts tells that a booking changed hands', async () => {
    const [from, to] = [await addHost(app), await addHost(app)]
    const typeId = await addType(app, [from, to], { scheduling: 'round_robin' })
    const made = await booked(app, typeId, '2030-02-04T09:00Z', { hostId: from.id })

    const moved = await good(app.post(`/bookings/${made.body.id}/reassign`, { hostId: to.id }), 200)

    const left = await timeline(made.body.contactIds[0])
    const joined = await timeline(moved.body.contactIds[0])
    expect(kinds(left)).toEqual(['reassigned', 'booked'])
    expect(kinds(joined)).toEqual(['reassigned'])
    expect(joined.data[0]).toMatchObject({
      before: { hosts: [{ userId: from.id }] },
      after: { hosts: [{ userId: to.id }] },
    })
  })

  test('tells of edits with what was there before', async () => {
    const host = await addHost(app)
    const made = await good(app.post('/contacts', { userId: host.id, email: 'e@example.com', company: 'Old' }), 201)

    await good(app.patch(`/contacts/${made.body.id}`, { company: 'New' }), 200)

    const all = await timeline(made.body.id)
    expect(kinds(all)).toEqual(['edited', 'created'])
    expect(all.data[0]).toMatchObject({ before: { company: 'Old' }, after: { company: 'New' } })
  })

  test('tells of mail that did not reach the guest, and not of the host’s', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, '2030-02-04T09:00Z')
    await app.settle()
    const mails = (await app.get(`/mail?subjectId=${made.body.id}`)).body.data
    const { organization } = (await app.get('/me')).body
    const ctx: Context = {
      ...app.services,
      actor: { type: 'system', id: 'jobs' },
      organizationId: organization.id,
      source: 'api',
      scopes: ['*'],
      plan: 'enterprise',
    }
    for (const mail of mails) await markMailFailed(ctx, jobFor(mail.id), new Error('550 No such mailbox'))

    const all = await timeline(made.body.contactIds[0])

    expect(mails.length).toBeGreaterThan(1)
    expect(kinds(all)).toEqual(['mail_failed', 'booked'])
    expect(all.data[0]).toMatchObject({ bookingId: made.body.id, text: '550 No such mailbox', by: { type: 'system' } })
  })

  test('comes in pages and by kind', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, '2030-02-04T09:00Z')
    const [id] = made.body.contactIds
    for (const hour of ['10', '11', '12', '13'])
      await good(app.post(`/bookings/${made.body.id}/reschedule`, { start: `2030-02-04T${hour}:00:00Z` }), 200)
    const whole = await timeline(id)

    const first = await timeline(id, '?limit=3')
    const second = await timeline(id, `?limit=3&cursor=${first.nextCursor}`)
    const booking = await timeline(id, '?kind=booked')
    const mismatch = await app.get(`/contacts/${id}/timeline?kind=booked&cursor=${first.nextCursor}`)

    expect([...first.data, ...second.data]).toEqual(whole.data)
    expect(second.nextCursor).toBeNull()
    expect(kinds(booking)).toEqual(['booked'])
    expect(mismatch.body.code).toBe('cursor_mismatch')
  })
})

describe('a note', () => {
  test('stands on the timeline until it is deleted, and not in the event log', async () => {
    const host = await addHost(app)
    const { id } = (await good(app.post('/contacts', { userId: host.id, email: 'n@example.com' }), 201)).body
    const note = (await good(app.post(`/contacts/${id}/notes`, { text: 'Prefers mornings.' }), 201)).body
    const written = await timeline(id, '?kind=note')
    await good(app.patch(`/contacts/${id}/notes/${note.id}`, { text: 'Prefers evenings.' }), 200)
    const changed = await timeline(id, '?kind=note')
    const log = JSON.stringify((await app.get('/events')).body)

    await good(app.delete(`/contacts/${id}/notes/${note.id}`), 204)

    expect(written.data).toMatchObject([{ noteId: note.id, text: 'Prefers mornings.', by: { type: 'api_key' } }])
    expect(changed.data).toMatchObject([{ noteId: note.id, text: 'Prefers evenings.' }])
    expect(log).not.toMatch(/Prefers/)
    expect(kinds(await timeline(id))).toEqual(['created'])
    expect((await app.delete(`/contacts/${id}/notes/${note.id}`)).status).toBe(404)
  })

  test.each([[''], ['x'.repeat(5001)], ['a\u0000b']])('is refused as %j', async (text) => {
    const host = await addHost(app)
    const { id } = (await good(app.post('/contacts', { userId: host.id, email: 'n@example.com' }), 201)).body

    const answer = await app.post(`/contacts/${id}/notes`, { text })

    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/text' }] } })
  })
})
