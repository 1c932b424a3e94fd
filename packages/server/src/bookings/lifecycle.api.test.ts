import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, guest, startTestApp, type TestApp } from '../testing/app.ts'
import {
  addHost,
  addSolo,
  addType,
  askSlots,
  book,
  booked,
  good,
  type Host,
  listed,
  weekly,
  written,
} from '../testing/factories.ts'
import { mailsAbout, type Received, strictly } from '../testing/mailbox.ts'
import { expectProblem } from '../testing/problem.ts'

/** A Monday. */
const now = '2030-01-07T08:00:00Z'
const nine = '2030-01-08T09:00:00.000Z'
const ten = '2030-01-08T10:00:00.000Z'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ now })
})
beforeEach(() => app.travel(now))
afterAll(() => app.close())

interface Fact {
  id: string
  seq: number
  type: string
  timestamp: string
  actor: { type: string; id: string }
  subjectId: string
  data: Record<string, unknown>
  previous?: Record<string, unknown>
}

const act = (id: string, verb: string, body: object = {}) => app.post(`/bookings/${id}/${verb}`, body)
const get = async (id: string) => (await good(app.get(`/bookings/${id}`), 200)).body
const factsOf = async (id: string): Promise<Fact[]> => {
  const { body } = await good(app.get(`/bookings/${id}/events`), 200)
  return body.data.sort((a: Fact, b: Fact) => a.seq - b.seq)
}
const typesOf = async (id: string) => (await factsOf(id)).map((fact) => fact.type)
const to = (mails: readonly Received[]) => mails.map((mail) => mail.to).sort()
const newest = async () => (await app.get('/events?limit=1')).body.data[0] as Fact
const tokenOf = (made: Answer) => new URL(made.body.manageUrl).pathname.split('/').at(-1) ?? ''
const asGuest = { authorization: '' }

/** What one call adds to the mails about a booking. */
async function mailsOf(id: string, call: () => Promise<Answer>): Promise<{ answer: Answer; mails: Received[] }> {
  const before = (await mailsAbout(app, id)).length
  const answer = await good(call(), 200)
  return { answer, mails: (await mailsAbout(app, id)).slice(before) }
}

describe('a booking that is made', () => {
  test('is told as one event that shows what GET shows', async () => {
    const { typeId } = await addSolo(app)
    const before = await newest()
    const made = await booked(app, typeId, nine, { notes: 'Bring tea', metadata: { deal: '7' } })

    const fact = await newest()
    expect(fact).toMatchObject({
      type: 'booking.created',
      // The guest, met for the first time, became a contact of the host before.
      seq: before.seq + 2,
      subjectId: made.body.id,
      timestamp: '2030-01-07T08:00:00.000Z',
    })
    expect(fact.previous).toBeUndefined()
    expect(fact.data).toEqual(await get(made.body.id))
    expect(fact.data).toMatchObject({ manageUrl: null, revision: 1, status: 'confirmed', noShow: false, ended: false })
    expect(JSON.stringify(fact)).not.toContain(tokenOf(made))
  })

  test('is mailed to guest, friends and host, each with the same invitation', async () => {
    const { host, typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest, additionalGuests: ['alan@example.net', 'kurt@example.net'] })
    const mails = await mailsAbout(app, made.body.id)

    expect(to(mails)).toEqual([host.email, 'alan@example.net', 'grace@example.com', 'kurt@example.net'].sort())
    for (const mail of mails) {
      expect(mail.kind).toBe('booking.confirmed')
      expect(mail.invitation).toMatchObject({
        method: 'REQUEST',
        events: [{ uid: made.body.uid, sequence: 0, status: 'CONFIRMED', start: nine, end: ten }],
      })
      expect(mail.invitation?.events[0]?.attendees).toEqual(
        expect.arrayContaining(['grace@example.com', 'alan@example.net']),
      )
    }
    const secret = tokenOf(made)
    for (const mail of mails) expect(mail.text.includes(secret), mail.to).toBe(mail.to === 'grace@example.com')
  })

  test('is mailed in the zone of whoever reads', async () => {
    const { host, typeId } = await addSolo(app, { timezone: 'Asia/Kolkata', weekly: weekly('00:00-24:00') })
    const made = await booked(app, typeId, '2030-01-08T18:30:00Z', {
      guest: { ...guest, timezone: 'America/Los_Angeles' },
    })
    const mails = await mailsAbout(app, made.body.id)

    const text = (email: string) => mails.find((mail) => mail.to === email)?.text ?? ''
    expect(text('grace@example.com')).toMatch(/10:30/)
    expect(text(host.email)).toMatch(/(12:00|0:00)/)
  })

  test('knows where it came from', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    const slug = (await app.get(`/event-types/${app.eventTypeId}`)).body.slug
    const onPage = await good(app.post(`/public/users/ada/${slug}/bookings`, { start: nine, guest }, asGuest), 201)

    expect(made.body).toMatchObject({ source: 'api', linkId: null })
    expect(made.body.apiKeyId).toBeTypeOf('string')
    const { data } = (await app.get(`/bookings?eventTypeId=${app.eventTypeId}`)).body
    expect(data[0]).toMatchObject({ uid: onPage.body.uid, source: 'page', apiKeyId: null })
  })

  test('is found by its id, its external id and every filter of the list', async () => {
    const { host, typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, {
      externalId: 'crm-7',
      guest: { ...guest, email: 'Filter@Example.com' },
    })
    await booked(app, typeId, '2030-01-09T09:00:00Z')

    expect((await app.get('/bookings/ext:crm-7')).body.id).toBe(made.body.id)
    for (const query of [
      `eventTypeId=${typeId}&start[lt]=2030-01-09T00:00:00Z`,
      `hostId=${host.id}&start[gte]=2030-01-08T09:00:00Z&start[lt]=2030-01-08T09:00:01Z`,
      'guestEmail=filter@example.com&status=confirmed',
    ]) {
      expect((await app.get(`/bookings?${query}`)).body.data.map((one: { id: string }) => one.id)).toEqual([
        made.body.id,
      ])
    }
    expect((await app.get(`/bookings?eventTypeId=${typeId}&start[lt]=2030-01-08T09:00:00Z`)).body.data).toEqual([])
    expect((await app.get(`/bookings?eventTypeId=${typeId}&status=pending,declined`)).body.data).toEqual([])
  })
})

describe('a preview', () => {
  test('says who, when and what the limits leave, and writes nothing', async () => {
    const host = await addHost(app, { limits: { minutes: { week: 600 } } })
    const typeId = await addType(app, [host], { limits: { bookings: { day: 3 } }, requiresConfirmation: true })
    await booked(app, typeId, nine)
    const before = await written(app)
    const { body } = await good(app.post('/bookings/preview', { eventTypeId: typeId, start: ten, guest }), 200)

    expect(body).toMatchObject({
      bookable: true,
      start: ten,
      end: '2030-01-08T11:00:00.000Z',
      status: 'pending',
      problem: null,
    })
    expect(body.hosts).toMatchObject([{ userId: host.id }])
    expect(body.limits).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ scope: 'event_type', unit: 'bookings', period: 'day', limit: 3, used: 1, left: 2 }),
        expect.objectContaining({
          scope: 'host',
          hostId: host.id,
          unit: 'minutes',
          period: 'week',
          limit: 600,
          used: 60,
          left: 540,
        }),
      ]),
    )
    expect(await written(app)).toEqual(before)
  })

  test('says why it would be refused', async () => {
    const { typeId } = await addSolo(app)
    await booked(app, typeId, nine)

    const { body } = await good(app.post('/bookings/preview', { eventTypeId: typeId, start: nine, guest }), 200)
    expect(body).toMatchObject({ bookable: false, problem: { code: 'slot_unavailable', reason: 'busy' } })
  })

  test('names the host that the booking then gets', async () => {
    const hosts = [await addHost(app), await addHost(app)]
    const typeId = await addType(app, hosts, { scheduling: 'round_robin' })
    for (const start of [nine, nine, ten]) {
      const { body } = await good(app.post('/bookings/preview', { eventTypeId: typeId, start, guest }), 200)
      const made = await booked(app, typeId, start)
      expect(body.hosts).toEqual(made.body.hosts)
    }
  })
})

describe('a move', () => {
  test('keeps id and UID, counts up, and is told with what was before', async () => {
    const { host, typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest })
    const { answer, mails } = await mailsOf(made.body.id, () =>
      act(made.body.id, 'reschedule', { start: ten, reason: 'Train is late' }),
    )

    expect(answer.body).toMatchObject({
      id: made.body.id,
      uid: made.body.uid,
      start: ten,
      end: '2030-01-08T11:00:00.000Z',
      revision: 2,
      rescheduleReason: 'Train is late',
    })
    const fact = (await factsOf(made.body.id)).at(-1)
    expect(fact).toMatchObject({ type: 'booking.rescheduled', previous: { start: nine, end: ten } })
    expect(fact?.data).toEqual(await get(made.body.id))
    expect(to(mails)).toEqual([host.email, 'grace@example.com'].sort())
    for (const mail of mails) {
      expect(mail.kind).toBe('booking.rescheduled')
      expect(mail.invitation).toMatchObject({
        method: 'REQUEST',
        events: [{ uid: made.body.uid, status: 'CONFIRMED', start: ten, end: '2030-01-08T11:00:00.000Z' }],
      })
      expect(mail.invitation?.events[0]?.sequence).toBeGreaterThan(0)
      expect(mail.text).toContain('Train is late')
    }
  })

  test('to the same start changes nothing', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    await app.settle()
    const before = await written(app)
    const answer = await good(act(made.body.id, 'reschedule', { start: '2030-01-08T10:00:00+01:00' }), 200)
    await app.settle()

    expect(answer.body).toMatchObject({ start: nine, revision: 1 })
    expect(await written(app)).toEqual(before)
  })

  test('to the same start for longer is a move', async () => {
    const { typeId } = await addSolo(app, {}, { durationMinutes: 30, durationOptions: [30, 60] })
    const made = await booked(app, typeId, nine)
    const moved = await good(act(made.body.id, 'reschedule', { start: nine, durationMinutes: 60 }), 200)

    expect(moved.body).toMatchObject({ start: nine, end: ten })
    expect((await factsOf(made.body.id)).at(-1)).toMatchObject({
      type: 'booking.rescheduled',
      previous: { end: '2030-01-08T09:30:00.000Z' },
    })
  })

  test('keeps the length that was booked unless another is asked for', async () => {
    const { typeId } = await addSolo(app, {}, { durationMinutes: 30, durationOptions: [30, 60] })
    const made = await booked(app, typeId, nine, { durationMinutes: 60 })
    const moved = await good(act(made.body.id, 'reschedule', { start: ten }), 200)

    expect(moved.body.end).toBe('2030-01-08T11:00:00.000Z')
  })

  test('to a start that is not free is refused, and all stays as it was', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    await booked(app, typeId, ten)
    const before = await written(app)
    for (const start of [ten, '2030-01-08T09:30:00Z', '2030-01-08T20:00:00Z', '2030-01-06T09:00:00Z']) {
      expect((await act(made.body.id, 'reschedule', { start })).body).toMatchObject({
        status: 409,
        code: 'slot_unavailable',
      })
    }

    expect(await get(made.body.id)).toEqual({ ...made.body, manageUrl: null })
    expect(await written(app)).toEqual(before)
  })

  test('many times over makes the sequence rise each time', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest })
    for (const hour of ['11', '12', '13'])
      await good(act(made.body.id, 'reschedule', { start: `2030-01-08T${hour}:00:00Z` }), 200)
    await good(act(made.body.id, 'cancel'), 200)

    const mine = (await mailsAbout(app, made.body.id)).filter((mail) => mail.to === 'grace@example.com')
    const sequences = mine.map((mail) => mail.invitation?.events[0]?.sequence ?? -1)
    expect(sequences).toHaveLength(5)
    for (const [i, sequence] of sequences.entries()) if (i > 0) expect(sequence).toBeGreaterThan(sequences[i - 1] ?? 0)
    expect(new Set(mine.map((mail) => mail.invitation?.events[0]?.uid))).toEqual(new Set([made.body.uid]))
    expect(mine.map((mail) => mail.invitation?.method)).toEqual(['REQUEST', 'REQUEST', 'REQUEST', 'REQUEST', 'CANCEL'])
  })

  test('of a pending request leaves it pending', async () => {
    const { typeId } = await addSolo(app, {}, { requiresConfirmation: true })
    const made = await booked(app, typeId, nine)
    const moved = await good(act(made.body.id, 'reschedule', { start: ten }), 200)

    expect(moved.body).toMatchObject({ status: 'pending', start: ten })
  })
})

describe('a move in a rotation', () => {
  test('to a time when only another host is free goes to that one, and tells all three', async () => {
    const [a, b] = [await addHost(app), await addHost(app)]
    const typeId = await addType(app, [a, b], { scheduling: 'round_robin' })
    const made = await booked(app, typeId, nine, { guest, hostId: a.id })
    await booked(app, typeId, ten, { hostId: a.id })
    const { answer, mails } = await mailsOf(made.body.id, () => act(made.body.id, 'reschedule', { start: ten }))

    expect(answer.body.hosts).toMatchObject([{ userId: b.id }])
    expect((await factsOf(made.body.id)).at(-1)).toMatchObject({ previous: { start: nine, hosts: [{ userId: a.id }] } })
    const told = mails.map((mail) => [mail.to, mail.invitation?.method]).sort()
    const everybody = [
      [a.email, 'CANCEL'],
      [b.email, 'REQUEST'],
      ['grace@example.com', 'REQUEST'],
    ]
    expect(told).toEqual(everybody.sort())
    await booked(app, typeId, nine, { hostId: a.id })
  })
})

describe('a cancellation', () => {
  test('frees the time, says who and why, and takes the meeting out of calendars', async () => {
    const { host, typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest, additionalGuests: ['alan@example.net'] })
    const { answer, mails } = await mailsOf(made.body.id, () => act(made.body.id, 'cancel', { reason: 'Flu' }))

    expect(answer.body).toMatchObject({
      status: 'cancelled',
      cancellation: { by: 'host', reason: 'Flu', at: '2030-01-07T08:00:00.000Z' },
    })
    expect((await factsOf(made.body.id)).at(-1)).toMatchObject({
      type: 'booking.cancelled',
      previous: { status: 'confirmed' },
    })
    expect(to(mails)).toEqual([host.email, 'alan@example.net', 'grace@example.com'].sort())
    for (const mail of mails) {
      expect(mail.invitation).toMatchObject({
        method: 'CANCEL',
        events: [{ uid: made.body.uid, status: 'CANCELLED', start: nine }],
      })
      expect(mail.invitation?.events[0]?.sequence).toBeGreaterThan(0)
      expect(mail.text).toContain('Flu')
    }
    expect(await listed(app, typeId, ['2030-01-08T09:00Z', '2030-01-08T10:00Z'])).toEqual(['2030-01-08T09:00Z'])
  })

  test('twice is one: same answer, one event, no second mail', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    const first = await good(act(made.body.id, 'cancel', { reason: 'Flu' }), 200)
    await app.settle()
    const before = await written(app)
    await app.travel('2030-01-07T08:30:00Z')
    const second = await good(act(made.body.id, 'cancel', { reason: 'Another' }), 200)
    await app.settle()

    expect(second.body).toEqual(first.body)
    expect(await written(app)).toEqual(before)
  })

  test('of a pending request is one too', async () => {
    const { typeId } = await addSolo(app, {}, { requiresConfirmation: true })
    const made = await booked(app, typeId, nine)
    const answer = await good(act(made.body.id, 'cancel'), 200)

    expect(answer.body.status).toBe('cancelled')
    expect(await typesOf(made.body.id)).toEqual(['booking.requested', 'booking.cancelled'])
  })

  test('ends what can be done: no move, no decision, no change', async () => {
    const { typeId } = await addSolo(app, {}, { requiresConfirmation: true })
    const made = await booked(app, typeId, nine)
    await good(act(made.body.id, 'cancel'), 200)

    for (const [verb, body] of [
      ['reschedule', { start: ten }],
      ['confirm', {}],
      ['decline', {}],
    ] as const) {
      expectProblem(app, await act(made.body.id, verb, body), { status: 409, code: 'booking_closed' })
    }
    expectProblem(app, await app.patch(`/bookings/${made.body.id}`, { notes: 'x' }), {
      status: 409,
      code: 'booking_closed',
    })
  })
})

describe('a request that must be confirmed', () => {
  const asking = (hours = {}) => addSolo(app, hours, { requiresConfirmation: true })

  test('is told and mailed as a request, without an invitation that would claim more', async () => {
    const { host, typeId } = await asking()
    const made = await booked(app, typeId, nine, { guest, additionalGuests: ['alan@example.net'] })
    const mails = await mailsAbout(app, made.body.id)

    expect(made.body.status).toBe('pending')
    expect(await typesOf(made.body.id)).toEqual(['booking.requested'])
    expect(to(mails)).toEqual([host.email, 'grace@example.com'].sort())
    for (const mail of mails) {
      expect(mail.kind).toBe('booking.requested')
      expect(mail.invitation?.events[0]?.status ?? 'TENTATIVE').toBe('TENTATIVE')
    }
  })

  test('is confirmed with an invitation for everybody', async () => {
    const { host, typeId } = await asking()
    const made = await booked(app, typeId, nine, { guest, additionalGuests: ['alan@example.net'] })
    const { answer, mails } = await mailsOf(made.body.id, () => act(made.body.id, 'confirm'))

    expect(answer.body).toMatchObject({ status: 'confirmed', revision: 2 })
    expect((await factsOf(made.body.id)).at(-1)).toMatchObject({
      type: 'booking.confirmed',
      previous: { status: 'pending' },
    })
    expect(to(mails)).toEqual([host.email, 'alan@example.net', 'grace@example.com'].sort())
    for (const mail of mails)
      expect(mail.invitation).toMatchObject({ method: 'REQUEST', events: [{ status: 'CONFIRMED', start: nine }] })
  })

  test('is declined with a word to the guest, and its time is free', async () => {
    const { host, typeId } = await asking()
    const made = await booked(app, typeId, nine, { guest })
    const { answer, mails } = await mailsOf(made.body.id, () => act(made.body.id, 'decline', { reason: 'On leave' }))

    expect(answer.body.status).toBe('declined')
    expect((await factsOf(made.body.id)).at(-1)).toMatchObject({
      type: 'booking.declined',
      previous: { status: 'pending' },
    })
    expect(to(mails)).toContain('grace@example.com')
    expect(mails.find((mail) => mail.to === 'grace@example.com')?.text).toContain('On leave')
    for (const mail of mails) expect(mail.invitation?.method ?? 'CANCEL').toBe('CANCEL')
    expect([host.email, 'grace@example.com']).toEqual(expect.arrayContaining(to(mails)))
    expect((await askSlots(app, typeId, ['2030-01-08T09:00Z', '2030-01-08T10:00Z'])).body.data).toHaveLength(1)
  })

  test('is decided once', async () => {
    const { typeId } = await asking()
    const [yes, no] = [await booked(app, typeId, nine), await booked(app, typeId, ten)]
    await good(act(yes.body.id, 'confirm'), 200)
    await good(act(no.body.id, 'decline'), 200)

    const again = await act(yes.body.id, 'confirm')
    expect([200, 409]).toContain(again.status)
    expect((await act(yes.body.id, 'decline')).status).toBe(409)
    expect((await act(no.body.id, 'confirm')).status).toBe(409)
    expect((await act(no.body.id, 'reschedule', { start: '2030-01-08T11:00:00Z' })).status).toBe(409)
    expect(await typesOf(yes.body.id)).toEqual(['booking.requested', 'booking.confirmed'])
    expect(await typesOf(no.body.id)).toEqual(['booking.requested', 'booking.declined'])
  })

  test('that is moved by its guest after it was confirmed stays confirmed', async () => {
    const { typeId } = await asking()
    const made = await booked(app, typeId, nine)
    await good(act(made.body.id, 'confirm'), 200)
    const moved = await good(app.post(`/public/bookings/${tokenOf(made)}/reschedule`, { start: ten }, asGuest), 200)

    expect(moved.body).toMatchObject({ status: 'confirmed', start: ten })
  })
})

describe('a no-show', () => {
  test('is a fact that can be set and taken back, told each time it changes, mailed never', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    await app.travel('2030-01-08T11:00:00Z')
    const before = (await mailsAbout(app, made.body.id)).length
    const seen = []
    for (const noShow of [true, true, false, false])
      seen.push((await good(act(made.body.id, 'no-show', { noShow }), 200)).body.noShow)

    expect(seen).toEqual([true, true, false, false])
    const facts = (await factsOf(made.body.id)).filter((fact) => fact.type === 'booking.no_show')
    expect(facts.map((fact) => [fact.previous?.noShow, fact.data.noShow])).toEqual([
      [false, true],
      [true, false],
    ])
    expect(await mailsAbout(app, made.body.id)).toHaveLength(before)
  })
})

describe('a reassignment', () => {
  const rotation = async (): Promise<{ a: Host; b: Host; typeId: string }> => {
    const [a, b] = [await addHost(app), await addHost(app)]
    return { a, b, typeId: await addType(app, [a, b], { scheduling: 'round_robin' }) }
  }

  test('moves the meeting to another host and tells all three', async () => {
    const { a, b, typeId } = await rotation()
    const made = await booked(app, typeId, nine, { guest, hostId: a.id })
    const { answer, mails } = await mailsOf(made.body.id, () => act(made.body.id, 'reassign', { hostId: b.id }))

    expect(answer.body).toMatchObject({ uid: made.body.uid, start: nine, hosts: [{ userId: b.id }] })
    expect((await factsOf(made.body.id)).at(-1)).toMatchObject({
      type: 'booking.reassigned',
      previous: { hosts: [{ userId: a.id }] },
      data: { hosts: [{ userId: b.id }] },
    })
    expect(to(mails)).toEqual([a.email, b.email, 'grace@example.com'].sort())
    const method = (email: string) => mails.find((mail) => mail.to === email)?.invitation?.method
    expect([method(a.email), method(b.email), method('grace@example.com')]).toEqual(['CANCEL', 'REQUEST', 'REQUEST'])
    await booked(app, typeId, nine, { hostId: a.id })
  })

  test('to a host who is not free, suspended or unknown is refused', async () => {
    const { a, b, typeId } = await rotation()
    const away = await addHost(app)
    await good(app.post(`/organization/members/${away.id}/suspend`), 200)
    const made = await booked(app, typeId, nine, { hostId: a.id })
    await booked(app, typeId, nine, { hostId: b.id })
    const before = await written(app)

    expectProblem(app, await act(made.body.id, 'reassign', { hostId: b.id }), { status: 409, code: 'slot_unavailable' })
    for (const hostId of [away.id, 'usr_nobody']) {
      const answer = await act(made.body.id, 'reassign', { hostId })
      expect([400, 404, 409]).toContain(answer.status)
      expectProblem(app, answer, { status: answer.status })
    }
    expect(await written(app)).toEqual(before)
  })

  test('to the host it has changes nothing', async () => {
    const { a, typeId } = await rotation()
    const made = await booked(app, typeId, nine, { hostId: a.id })
    await good(act(made.body.id, 'reassign', { hostId: a.id }), 200)

    expect(await typesOf(made.body.id)).toEqual(['booking.created'])
  })
})

describe('a change of words', () => {
  test('is told as an update with what was before, and leaves the rest alone', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { notes: 'Tea', metadata: { a: '1', b: '2' } })
    const changed = await good(
      app.patch(`/bookings/${made.body.id}`, { notes: 'Coffee', metadata: { a: null, c: '3' } }),
      200,
    )

    expect(changed.body).toMatchObject({ notes: 'Coffee', metadata: { b: '2', c: '3' }, start: nine, revision: 2 })
    expect((await factsOf(made.body.id)).at(-1)).toMatchObject({
      type: 'booking.updated',
      previous: { notes: 'Tea', metadata: { a: '1', b: '2' } },
    })
  })

  test('that changes nothing is not told', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { notes: 'Tea' })
    await good(app.patch(`/bookings/${made.body.id}`, { notes: 'Tea' }), 200)
    await good(app.patch(`/bookings/${made.body.id}`, {}), 200)

    expect(await typesOf(made.body.id)).toEqual(['booking.created'])
  })
})

describe('the end of a meeting', () => {
  test('is told by the clock, once, at its own time', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    await app.travel('2030-01-08T09:59:59Z')
    const before = await typesOf(made.body.id)
    await app.travel('2030-01-08T10:00:00Z')
    const after = await factsOf(made.body.id)
    await app.travel('2030-01-09T10:00:00Z')

    expect(before).toEqual(['booking.created'])
    expect(after.at(-1)).toMatchObject({
      type: 'booking.ended',
      timestamp: ten,
      data: { ended: true },
    })
    expect(await factsOf(made.body.id)).toHaveLength(2)
    expect(await get(made.body.id)).toMatchObject({ ended: true, status: 'confirmed' })
  })

  test('closes it: no move, no cancellation', async () => {
    const { typeId } = await addSolo(app, {}, { requiresConfirmation: true })
    const made = await booked(app, typeId, nine)
    await good(act(made.body.id, 'confirm'), 200)
    await app.travel('2030-01-08T10:00:00Z')

    expectProblem(app, await act(made.body.id, 'cancel'), { status: 409, code: 'booking_ended' })
    expectProblem(app, await act(made.body.id, 'reschedule', { start: '2030-01-09T09:00:00Z' }), {
      status: 409,
      code: 'booking_ended',
    })
    expect(await typesOf(made.body.id)).toEqual(['booking.requested', 'booking.confirmed', 'booking.ended'])
  })

  test('follows a move and forgets a cancelled one', async () => {
    const { typeId } = await addSolo(app)
    const [moved, gone] = [await booked(app, typeId, nine), await booked(app, typeId, ten)]
    await good(act(moved.body.id, 'reschedule', { start: '2030-01-09T09:00:00Z' }), 200)
    await good(act(gone.body.id, 'cancel'), 200)
    await app.travel('2030-01-08T12:00:00Z')
    const early = await typesOf(moved.body.id)
    await app.travel('2030-01-09T10:00:00Z')

    expect(early).toEqual(['booking.created', 'booking.rescheduled'])
    expect(await typesOf(moved.body.id)).toEqual([...early, 'booking.ended'])
    expect(await typesOf(gone.body.id)).toEqual(['booking.created', 'booking.cancelled'])
  })

  test('comes no earlier for a meeting that was moved forward', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, '2030-01-10T09:00:00Z')
    await good(act(made.body.id, 'reschedule', { start: nine }), 200)
    await app.travel('2030-01-08T10:00:00Z')

    expect((await typesOf(made.body.id)).at(-1)).toBe('booking.ended')
    await app.travel('2030-01-10T12:00:00Z')
    expect((await typesOf(made.body.id)).filter((type) => type === 'booking.ended')).toHaveLength(1)
  })
})

describe('the calendar file of a booking', () => {
  test('is published as it stands, to host and guest alike', async () => {
    const { typeId } = await addSolo(app, { timezone: 'America/New_York', weekly: weekly('00:00-24:00') })
    const made = await booked(app, typeId, '2030-01-08T14:00:00Z', {
      guest: { ...guest, name: 'Grace "Amazing"; Hopper, 👩🏽‍💻' },
    })
    await good(act(made.body.id, 'reschedule', { start: '2030-03-12T14:00:00Z' }), 200)

    const files = [
      await app.get(`/bookings/${made.body.id}/calendar.ics`),
      await app.get(`/public/bookings/${tokenOf(made)}/calendar.ics`, asGuest),
    ]
    for (const file of files) {
      expect(file.status).toBe(200)
      expect(file.headers.get('content-type')).toMatch(/^text\/calendar/)
      const { events } = strictly(file.body, 'PUBLISH')
      expect(events).toMatchObject([
        { uid: made.body.uid, start: '2030-03-12T14:00:00.000Z', end: '2030-03-12T15:00:00.000Z', status: 'CONFIRMED' },
      ])
      expect(events[0]?.sequence).toBeGreaterThan(0)
    }
  })
})

describe('the guest’s secret link', () => {
  const open = (made: Answer) => app.get(`/public/bookings/${tokenOf(made)}`, asGuest)
  const press = (made: Answer, verb: string, body: object = {}) =>
    app.post(`/public/bookings/${tokenOf(made)}/${verb}`, body, asGuest)

  test('shows the booking and nothing of the house', async () => {
    const { host, typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest, metadata: { deal: 'secret-7' }, externalId: 'crm-secret' })
    const { body } = await good(open(made), 200)

    expect(body).toMatchObject({
      uid: made.body.uid,
      status: 'confirmed',
      start: nine,
      guest: { email: 'grace@example.com' },
      hosts: [{ name: host.name }],
    })
    const text = JSON.stringify(body)
    for (const hidden of ['secret-7', 'crm-secret', typeId, host.id, host.email, made.body.apiKeyId])
      expect(text).not.toContain(hidden)
  })

  test('offers the starts to move to, its own time among them', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-12:00') }, { intervalMinutes: 30 })
    const made = await booked(app, typeId, nine)
    await booked(app, typeId, '2030-01-08T11:00:00Z')
    const { body } = await good(
      app.get(`/public/bookings/${tokenOf(made)}/slots?start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z`, asGuest),
      200,
    )

    expect(body.data.map((slot: { start: string }) => slot.start.slice(11, 16))).toEqual(['09:00', '09:30', '10:00'])
  })

  test('moves the booking, as the guest', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    const moved = await good(press(made, 'reschedule', { start: ten, reason: 'Slept in' }), 200)

    expect(moved.body.start).toBe(ten)
    const fact = (await factsOf(made.body.id)).at(-1)
    expect(fact).toMatchObject({ type: 'booking.rescheduled', actor: { type: 'guest' }, previous: { start: nine } })
    expect((await open(made)).status).toBe(200)
    expectProblem(app, await press(made, 'reschedule', { start: '2030-01-08T09:30:00Z' }), {
      status: 409,
      code: 'slot_unavailable',
    })
  })

  test('cancels the booking, as the guest, and is gone with it', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    const answer = await good(press(made, 'cancel', { reason: 'Changed my mind' }), 200)

    expect(answer.body).toMatchObject({ status: 'cancelled', cancellation: { by: 'guest', reason: 'Changed my mind' } })
    expect((await factsOf(made.body.id)).at(-1)).toMatchObject({ type: 'booking.cancelled', actor: { type: 'guest' } })
    expectProblem(app, await open(made), { status: 410, code: 'gone' })
    expectProblem(app, await press(made, 'reschedule', { start: ten }), { status: 410, code: 'gone' })
    expect([200, 410]).toContain((await press(made, 'cancel')).status)
    expect(await typesOf(made.body.id)).toEqual(['booking.created', 'booking.cancelled'])
  })

  test('is gone when the host cancels', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    await good(act(made.body.id, 'cancel'), 200)

    expectProblem(app, await open(made), { status: 410, code: 'gone' })
  })

  test('works until 30 days after the end, and changes nothing that is over', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    await app.travel('2030-02-07T09:59:59Z')
    const last = await open(made)
    const late = await press(made, 'cancel')
    await app.travel('2030-02-07T10:00:01Z')

    expect(last).toMatchObject({ status: 200, body: { ended: true } })
    expectProblem(app, late, { status: 409, code: 'booking_ended' })
    expectProblem(app, await open(made), { status: 410, code: 'gone' })
  })

  test('follows a move to a later end', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    await good(act(made.body.id, 'reschedule', { start: '2030-01-20T09:00:00Z' }), 200)
    await app.travel('2030-02-15T10:00:00Z')

    expect((await open(made)).status).toBe(200)
  })

  test('is known to nobody else: another token is not found, and no answer repeats it', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine)
    const token = tokenOf(made)
    const flipped = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`

    expectProblem(app, await app.get(`/public/bookings/${flipped}`, asGuest), { status: 404, code: 'not_found' })
    expectProblem(app, await app.get(`/public/bookings/${token.toUpperCase()}x`, asGuest), {
      status: 404,
      code: 'not_found',
    })
    expect(token.length).toBeGreaterThanOrEqual(22)
    for (const path of [
      '/bookings?limit=100',
      `/bookings/${made.body.id}`,
      `/bookings/${made.body.id}/events`,
      '/events?limit=100',
    ]) {
      expect(JSON.stringify((await app.get(path)).body)).not.toContain(token)
    }
  })
})

describe('a series', () => {
  const starts = (made: Answer): string[] => made.body.series.map((one: { start: string }) => one.start.slice(0, 16))

  test.each<[string, string, string, object, string[]]>([
    [
      'weekly over the start of summer time',
      'Europe/Berlin',
      '2030-03-18T09:00Z',
      { frequency: 'weekly', count: 4 },
      ['2030-03-18T09:00', '2030-03-25T09:00', '2030-04-01T08:00', '2030-04-08T08:00'],
    ],
    [
      'weekly over the end of summer time',
      'America/New_York',
      '2030-10-28T13:00Z',
      { frequency: 'weekly', count: 3 },
      ['2030-10-28T13:00', '2030-11-04T14:00', '2030-11-11T14:00'],
    ],
    [
      'every second week on an island of half hours',
      'Australia/Lord_Howe',
      '2030-03-25T22:00Z',
      { frequency: 'weekly', interval: 2, count: 3 },
      ['2030-03-25T22:00', '2030-04-08T22:30', '2030-04-22T22:30'],
    ],
    [
      'daily over the night in which 02:30 does not exist',
      'Europe/Berlin',
      '2030-03-30T01:30Z',
      { frequency: 'daily', count: 3 },
      ['2030-03-30T01:30', '2030-03-31T01:30', '2030-04-01T00:30'],
    ],
    [
      'monthly on the 31st',
      'UTC',
      '2030-01-31T10:00Z',
      { frequency: 'monthly', count: 5 },
      ['2030-01-31T10:00', '2030-02-28T10:00', '2030-03-31T10:00', '2030-04-30T10:00', '2030-05-31T10:00'],
    ],
    [
      'monthly on the 30th, over a leap February',
      'Asia/Kathmandu',
      '2031-12-30T04:15Z',
      { frequency: 'monthly', count: 4 },
      ['2031-12-30T04:15', '2032-01-30T04:15', '2032-02-29T04:15', '2032-03-30T04:15'],
    ],
    [
      'every third month on the 29th, by the local date',
      'Pacific/Auckland',
      '2030-08-28T13:00Z',
      { frequency: 'monthly', interval: 3, count: 3 },
      ['2030-08-28T13:00', '2030-11-28T12:00', '2031-02-27T12:00'],
    ],
  ])('%s keeps its wall time', async (_, timezone, start, recurrence, expected) => {
    const { typeId } = await addSolo(
      app,
      { timezone, weekly: weekly('00:00-24:00') },
      { durationMinutes: 30, intervalMinutes: 15 },
    )
    const made = await booked(app, typeId, start, { recurrence })

    expect(starts(made)).toEqual(expected)
    const seriesIds = new Set(made.body.series.map((one: { seriesId: string }) => one.seriesId))
    expect(seriesIds.size).toBe(1)
    const { data } = (await app.get(`/bookings?seriesId=${made.body.seriesId}`)).body
    expect(data.map((one: { start: string }) => one.start.slice(0, 16)).sort()).toEqual(expected)
  })

  test('writes one event per meeting and one mail per person', async () => {
    const { host, typeId } = await addSolo(app)
    const before = await newest()
    const made = await booked(app, typeId, nine, { guest, recurrence: { frequency: 'daily', count: 4 } })
    const series: { id: string; start: string }[] = made.body.series
    const mails = (await Promise.all(series.map((one) => mailsAbout(app, one.id)))).flat()

    const { data } = (await app.get(`/events?after=${before.id}`)).body
    expect(data.map((fact: Fact) => [fact.seq - before.seq, fact.type])).toEqual([
      [1, 'contact.created'],
      ...[2, 3, 4, 5].map((n) => [n, 'booking.created']),
    ])
    expect(to(mails)).toEqual([host.email, 'grace@example.com'].sort())
    for (const mail of mails) {
      // RFC 5546 knows no request for several meetings at once: they are published together.
      expect(mail.invitation?.events.map((event) => event.start).sort()).toEqual(series.map((one) => one.start))
      for (const day of ['8', '9', '10', '11']) expect(mail.text).toMatch(new RegExp(`\\b${day}\\b`))
    }
  })

  test('is mailed about its first meeting, whose link can call off all of it', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest, recurrence: { frequency: 'daily', count: 3 } })
    const mail = (await mailsAbout(app, made.body.id)).find((one) => one.to === 'grace@example.com')
    const cancel = { scope: 'following' }
    const answer = await app.post(`/public/bookings/${tokenOf(made)}/cancel`, cancel, asGuest)

    expect(mail?.text).toContain(made.body.manageUrl)
    expect(answer.status).toBe(200)
    const { data } = (await app.get(`/bookings?seriesId=${made.body.seriesId}&status=cancelled`)).body
    expect(data).toHaveLength(3)
  })

  test('is all or nothing, and names the date that is in the way', async () => {
    const { typeId } = await addSolo(app)
    await booked(app, typeId, '2030-01-22T09:00:00Z')
    await app.settle()
    const before = await written(app)
    const answer = await book(app, typeId, nine, { recurrence: { frequency: 'weekly', count: 4 } })
    await app.settle()

    expectProblem(app, answer, { status: 409, code: 'slot_unavailable' })
    expect(JSON.stringify(answer.body)).toContain('2030-01-22')
    expect(JSON.stringify(answer.body)).not.toContain('2030-01-15')
    expect(await written(app)).toEqual(before)
  })

  test.each([
    ['the window', { window: { kind: 'rolling', days: 10 } }, { frequency: 'weekly', count: 2 }, '2030-01-15', 201],
    ['the window', { window: { kind: 'rolling', days: 10 } }, { frequency: 'weekly', count: 3 }, '2030-01-22', 409],
    [
      'a limit that its own meetings fill',
      { limits: { bookings: { week: 2 } } },
      { frequency: 'daily', count: 3 },
      '2030-01-10',
      409,
    ],
    [
      'its own meetings, with buffers',
      { bufferAfterMinutes: 1440 },
      { frequency: 'daily', count: 2 },
      '2030-01-09',
      409,
    ],
  ])('respects %s %j %j', async (_, type, recurrence, date, status) => {
    const { typeId } = await addSolo(app, {}, type)
    const answer = await book(app, typeId, nine, { recurrence })

    expect(answer.status).toBe(status)
    expect(JSON.stringify(answer.body)).toContain(date)
    expect((await app.get(`/bookings?eventTypeId=${typeId}`)).body.data).toHaveLength(
      status === 201 ? recurrence.count : 0,
    )
  })

  test('is cancelled one at a time', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest, recurrence: { frequency: 'daily', count: 3 } })
    const second = made.body.series[1].id
    const { mails } = await mailsOf(second, () => act(second, 'cancel'))

    const { data } = (await app.get(`/bookings?seriesId=${made.body.seriesId}&status=confirmed`)).body
    expect(data).toHaveLength(2)
    expect(mails).toHaveLength(2)
    expect(mails[0]?.invitation).toMatchObject({ method: 'CANCEL', events: [{ start: '2030-01-09T09:00:00.000Z' }] })
    expect(mails[0]?.invitation?.events).toHaveLength(1)
  })

  test('is cancelled from here on with one mail per person, and what was before stands', async () => {
    const { host, typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest, recurrence: { frequency: 'daily', count: 4 } })
    const ids: string[] = made.body.series.map((one: { id: string }) => one.id)
    await app.settle()
    const before = (await Promise.all(ids.map((id) => mailsAbout(app, id)))).flat().length
    await good(act(ids[1] ?? '', 'cancel', { scope: 'following', reason: 'Moved away' }), 200)
    const mails = (await Promise.all(ids.map((id) => mailsAbout(app, id)))).flat()

    expect(await Promise.all(ids.map(async (id) => (await get(id)).status))).toEqual([
      'confirmed',
      'cancelled',
      'cancelled',
      'cancelled',
    ])
    expect(await Promise.all(ids.map(typesOf))).toEqual([
      ['booking.created'],
      ...[1, 2, 3].map(() => ['booking.created', 'booking.cancelled']),
    ])
    const news = mails.filter((mail) => mail.kind === 'booking.cancelled')
    expect(mails.length - before).toBe(2)
    expect(to(news)).toEqual([host.email, 'grace@example.com'].sort())
    const gone = ['2030-01-09T09:00:00.000Z', '2030-01-10T09:00:00.000Z', '2030-01-11T09:00:00.000Z']
    for (const mail of news) expect(mail.invitation?.events.map((event) => event.start).sort()).toEqual(gone)
  })

  test('cancelled from here on twice is one', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { recurrence: { frequency: 'daily', count: 3 } })
    await good(act(made.body.series[1].id, 'cancel', { scope: 'following' }), 200)
    await app.settle()
    const before = await written(app)
    await good(act(made.body.series[1].id, 'cancel', { scope: 'following' }), 200)
    await app.settle()

    expect(await written(app)).toEqual(before)
  })

  test('has a meeting that moves alone', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest, recurrence: { frequency: 'daily', count: 3 } })
    const [first, second] = [made.body.series[0], made.body.series[1]]
    const one = await mailsOf(first.id, () => act(first.id, 'reschedule', { start: '2030-01-08T15:00:00Z' }))
    const two = await mailsOf(second.id, () => act(second.id, 'reschedule', { start: '2030-01-09T15:00:00Z' }))

    expect([one.mails.length, two.mails.length]).toEqual([2, 2])
    const { data } = (await app.get(`/bookings?seriesId=${made.body.seriesId}`)).body
    expect(data.map((each: { start: string }) => each.start.slice(8, 13)).sort()).toEqual(['08T15', '09T15', '10T09'])
  })

  test('whose meetings are moved or cancelled in one instant is mailed about each', async () => {
    const { typeId } = await addSolo(app)
    const made = await booked(app, typeId, nine, { guest, recurrence: { frequency: 'daily', count: 4 } })
    const ids: string[] = made.body.series.map((one: { id: string }) => one.id)
    await app.settle()
    await Promise.all([
      good(act(ids[0] ?? '', 'cancel'), 200),
      good(act(ids[1] ?? '', 'cancel'), 200),
      good(act(ids[2] ?? '', 'reschedule', { start: '2030-01-10T15:00:00Z' }), 200),
      good(act(ids[3] ?? '', 'reschedule', { start: '2030-01-11T15:00:00Z' }), 200),
    ])
    const mails = (await Promise.all(ids.map((id) => mailsAbout(app, id)))).flat()

    const told = mails.filter((mail) => mail.to === 'grace@example.com' && mail.kind !== 'booking.confirmed')
    const events = told.flatMap((mail) => mail.invitation?.events ?? [])
    expect(new Set(events.map((event) => event.uid)).size).toBe(4)
  })

  test('that must be confirmed asks for each of its meetings', async () => {
    const { typeId } = await addSolo(app, {}, { requiresConfirmation: true })
    const made = await booked(app, typeId, nine, { recurrence: { frequency: 'weekly', count: 2 } })

    expect(made.body.series.map((one: { status: string }) => one.status)).toEqual(['pending', 'pending'])
    for (const one of made.body.series) await good(act(one.id, 'confirm'), 200)
    expect((await app.get(`/bookings?seriesId=${made.body.seriesId}&status=confirmed`)).body.data).toHaveLength(2)
  })
})

describe('the log', () => {
  test('is read in order from where one stopped, page by page, without gap or double', async () => {
    const { typeId } = await addSolo(app)
    const from = await newest()
    const made = await booked(app, typeId, nine)
    for (const start of [ten, nine, ten]) await good(act(made.body.id, 'reschedule', { start }), 200)
    await good(act(made.body.id, 'cancel'), 200)

    const seen: Fact[] = []
    for (let after = from.id; ; ) {
      const { data } = (await good(app.get(`/events?after=${after}&limit=2`), 200)).body as { data: Fact[] }
      seen.push(...data)
      const last = data.at(-1)
      if (!last) break
      after = last.id
    }
    expect(seen.map((fact) => fact.seq - from.seq)).toEqual([1, 2, 3, 4, 5, 6])
    expect(seen.map((fact) => fact.type)).toEqual([
      'contact.created',
      'booking.created',
      'booking.rescheduled',
      'booking.rescheduled',
      'booking.rescheduled',
      'booking.cancelled',
    ])
    expect((await app.get(`/events/${seen[1]?.id}`)).body).toEqual(seen[1])
    // Each change begins where the one before it ended.
    for (const [i, fact] of seen.entries()) {
      const before = seen[i - 1]?.data
      for (const [field, value] of Object.entries(fact.previous ?? {})) expect(before?.[field]).toEqual(value)
    }
  })

  test('can be followed for one family of facts', async () => {
    const { typeId } = await addSolo(app)
    const from = await newest()
    await good(app.patch(`/event-types/${typeId}`, { title: 'Renamed' }), 200)
    const made = await booked(app, typeId, nine)
    await good(act(made.body.id, 'cancel'), 200)

    const types = async (query: string) =>
      (await app.get(`/events?after=${from.id}&${query}`)).body.data.map((fact: Fact) => fact.type)
    expect(await types('type=booking.*')).toEqual(['booking.created', 'booking.cancelled'])
    expect(await types('type=booking.cancelled')).toEqual(['booking.cancelled'])
    expect(await types('type=event_type.*')).toEqual(['event_type.updated'])
  })
})

describe('what is in use', () => {
  test('is not deleted: a schedule of an event type, an event type with a meeting ahead', async () => {
    const { host, typeId } = await addSolo(app)
    const own = await good(
      app.post('/schedules', { userId: host.id, timezone: 'UTC', weekly: weekly('09:00-12:00') }),
      201,
    )
    await good(app.patch(`/event-types/${typeId}`, { scheduleId: own.body.id }), 200)
    const made = await booked(app, typeId, nine)

    expectProblem(app, await app.delete(`/schedules/${own.body.id}`), { status: 409, code: 'in_use' })
    expectProblem(app, await app.delete(`/event-types/${typeId}`), { status: 409, code: 'in_use' })
    await good(act(made.body.id, 'cancel'), 200)
    await good(app.delete(`/event-types/${typeId}`), 204)
    expect(await get(made.body.id)).toMatchObject({ status: 'cancelled', eventTypeId: typeId })
    await good(app.delete(`/schedules/${own.body.id}`), 204)
  })
})
