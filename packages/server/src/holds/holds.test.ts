import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertKey } from '../api-keys/service.ts'
import { bookingHosts } from '../bookings/model.ts'
import { type Answer, guest, startTestApp, type TestApp } from '../testing/app.ts'
import {
  addHost,
  addOrganization,
  addSolo,
  addType,
  at,
  book,
  booked,
  full,
  good,
  listed,
  someone,
} from '../testing/factories.ts'
import { expectProblem } from '../testing/problem.ts'
import { holdMinutes, holds, mostHolds } from './model.ts'
import { pruneHolds } from './service.ts'

let app: TestApp
let clock = Date.parse('2030-01-07T08:00:00Z')
beforeAll(async () => {
  app = await startTestApp({ options: { now: () => new Date(clock) } })
})
afterAll(() => app.close())

const wait = (minutes: number, ms = 0) => {
  clock += minutes * 60_000 + ms
}
const iso = (offsetMinutes: number) => new Date(clock + offsetMinutes * 60_000).toISOString()

const hold = (eventTypeId: string, start: string, more: object = {}, headers: Record<string, string> = {}) =>
  app.post('/holds', { eventTypeId, start: full(start), ...more }, headers)
const held = async (eventTypeId: string, start: string, more: object = {}) =>
  (await good(hold(eventTypeId, start, more), 201)).body
const day: readonly [string, string] = ['2030-01-08T00:00Z', '2030-01-09T00:00Z']
const morning = (clocks: string) => at('2030-01-08', clocks)
const nine = '2030-01-08T09:00Z'

const wholeDay = morning('09:00 10:00 11:00 12:00 13:00 14:00 15:00 16:00')
const without = (...clocks: string[]) => wholeDay.filter((start) => !clocks.some((one) => start.includes(`T${one}`)))

describe('a hold', () => {
  test('says what it holds, for five minutes', async () => {
    const { host, typeId } = await addSolo(app)

    const { status, body } = await hold(typeId, nine)

    expect(status).toBe(201)
    expect(body).toEqual({
      id: expect.stringMatching(/^hold_/),
      eventTypeId: typeId,
      start: '2030-01-08T09:00:00.000Z',
      end: '2030-01-08T10:00:00.000Z',
      hostIds: [host.id],
      expiresAt: iso(holdMinutes),
      createdAt: iso(0),
    })
    expect((await app.get(`/holds/${body.id}`)).body).toEqual(body)
  })

  test('takes its slot off the list and from everybody else, buffers included', async () => {
    const { typeId } = await addSolo(app, {}, { bufferAfterMinutes: 30 })
    const { id } = await held(typeId, '2030-01-08T11:00Z')

    expect(await listed(app, typeId, day)).toEqual(without('10:00', '11:00', '12:00'))
    expect(await book(app, typeId, '2030-01-08T12:00Z')).toMatchObject({ status: 409, body: { reason: 'buffer' } })
    const refused = await hold(typeId, '2030-01-08T11:00Z')
    expectProblem(app, refused, { status: 409, code: 'slot_unavailable' })
    expect(refused.body.explanation).toContain(`Taken by hold ${id}`)
  })

  test('is refused where a booking would be', async () => {
    const { typeId } = await addSolo(app, {}, { minNoticeMinutes: 60 * 48 })
    const off = await addSolo(app, {}, { active: false })

    expect(await hold(typeId, nine)).toMatchObject({ status: 409, body: { reason: 'notice' } })
    expect(await hold(typeId, '2030-01-10T09:05Z')).toMatchObject({ status: 409, body: { reason: 'outside_hours' } })
    expect(await hold(typeId, nine, { durationMinutes: 45 })).toMatchObject({ status: 400 })
    expect(await hold(off.typeId, nine)).toMatchObject({ status: 409, body: { code: 'event_type_inactive' } })
    expect(await hold('et_unknown', nine)).toMatchObject({ status: 404 })
    expect(await hold(typeId, nine, { hostId: 'usr_x' })).toMatchObject({
      status: 404,
      body: { errors: [{ pointer: '#/hostId' }] },
    })
  })

  test('takes your own ids', async () => {
    const { typeId } = await addSolo(app, {}, { externalId: 'held-type' })

    expect((await held('ext:held-type', nine)).eventTypeId).toBe(typeId)
  })

  test('ends by the clock, to the millisecond, and without anybody writing', async () => {
    const { typeId } = await addSolo(app)
    const { id } = await held(typeId, nine)
    await held(typeId, '2030-01-08T10:00Z')
    expect(await listed(app, typeId, day)).toEqual(without('09:00', '10:00'))

    wait(holdMinutes, -1)
    expect(await listed(app, typeId, day)).toEqual(without('09:00', '10:00'))
    expect(await book(app, typeId, nine)).toMatchObject({ status: 409 })
    wait(0, 1)

    expect(await listed(app, typeId, day)).toEqual(wholeDay)
    expectProblem(app, await app.get(`/holds/${id}`), { status: 410, code: 'hold_expired' })
    expectProblem(app, await app.post(`/holds/${id}/renew`), { status: 410, code: 'hold_expired' })
    expect(await book(app, typeId, nine)).toMatchObject({ status: 201 })
  })

  test('that ends while another goes on leaves the other alone, in a list that was asked before', async () => {
    const { typeId } = await addSolo(app)
    await held(typeId, nine)
    wait(2)
    await held(typeId, '2030-01-08T10:00Z')
    wait(2)
    expect(await listed(app, typeId, day)).toEqual(without('09:00', '10:00'))

    wait(1)

    expect(await listed(app, typeId, day)).toEqual(without('10:00'))
    wait(2)
    expect(await listed(app, typeId, day)).toEqual(wholeDay)
  })

  test('lives five more minutes from each renewal', async () => {
    const { typeId } = await addSolo(app)
    const { id } = await held(typeId, nine)
    wait(4)

    const renewed = await good(app.post(`/holds/${id}/renew`), 200)

    expect(renewed.body).toMatchObject({ id, expiresAt: iso(holdMinutes) })
    wait(holdMinutes, -1)
    expect(await listed(app, typeId, day)).toEqual(without('09:00'))
    expect(await hold(typeId, nine)).toMatchObject({ status: 409 })
    wait(0, 1)
    expect(await listed(app, typeId, day)).toEqual(wholeDay)
  })

  test('is released at once', async () => {
    const { typeId } = await addSolo(app)
    const { id } = await held(typeId, nine)

    expect((await app.delete(`/holds/${id}`)).status).toBe(204)

    expect(await listed(app, typeId, day)).toEqual(wholeDay)
    expect((await app.get(`/holds/${id}`)).status).toBe(404)
    expect((await app.delete(`/holds/${id}`)).status).toBe(404)
    expect((await app.post(`/holds/${id}/renew`)).status).toBe(404)
  })

  test('is for its maker and for admins alone', async () => {
    const { host, typeId } = await addSolo(app)
    const [own, other] = [await memberKey(host.id), await memberKey(host.id)]
    const { body } = await good(hold(typeId, nine, {}, own), 201)

    expect((await app.get(`/holds/${body.id}`, own)).status).toBe(200)
    expect((await app.get(`/holds/${body.id}`, other)).status).toBe(404)
    expect((await app.post(`/holds/${body.id}/renew`, {}, other)).status).toBe(404)
    expect((await app.delete(`/holds/${body.id}`, other)).status).toBe(404)
    expect((await app.delete(`/holds/${body.id}`)).status).toBe(204)
  })

  test('is forgotten once it ended, its time at once and itself after a day', async () => {
    const { typeId } = await addSolo(app)
    const { id } = await held(typeId, nine)
    const live = await held(typeId, '2030-01-08T10:00Z')
    const { read } = app.services.db
    const rows = async () => ({
      kept: (await read.select().from(holds)).map((row) => row.id),
      taking: (await read.select().from(bookingHosts)).map((row) => row.bookingId),
    })
    await pruneHolds(app.services)
    expect((await rows()).taking).toEqual(expect.arrayContaining([id, live.id]))

    wait(4)
    await good(app.post(`/holds/${live.id}/renew`), 200)
    wait(2)
    await pruneHolds(app.services)

    expect((await rows()).taking).not.toContain(id)
    expect((await rows()).taking).toContain(live.id)
    expect((await rows()).kept).toContain(id)
    wait(24 * 60)
    await pruneHolds(app.services)
    expect((await rows()).kept).not.toContain(id)
  })

  test('is one of a hundred at most that a key has at once', async () => {
    const { typeId } = await addSolo(app, {}, { intervalMinutes: 1, durationMinutes: 1 })
    const { host } = await addSolo(app)
    const key = await memberKey(host.id)
    const starts = Array.from(
      { length: mostHolds + 1 },
      (_, i) => new Date(Date.parse('2030-01-09T09:00Z') + i * 60_000),
    )
    const answers: Answer[] = []
    for (const start of starts) answers.push(await hold(typeId, start.toISOString(), {}, key))

    const last = answers.pop()

    expect(answers.every((answer) => answer.status === 201)).toBe(true)
    if (last) expectProblem(app, last, { status: 409, code: 'hold_limit_reached' })
    expect((await hold(typeId, '2030-01-09T15:00Z')).status).toBe(201)
    await good(app.delete(`/holds/${answers[0]?.body.id}`, key), 204)
    expect((await hold(typeId, '2030-01-09T15:01Z', {}, key)).status).toBe(201)
    expect((await hold(typeId, '2030-01-09T15:02Z', {}, key)).status).toBe(409)
    wait(holdMinutes)
    expect((await hold(typeId, '2030-01-09T15:02Z', {}, key)).status).toBe(201)
  })
})

describe('a page in a browser', () => {
  const origin = 'https://shop.example'
  const pageOf = async (typeId: string) => {
    await good(app.patch('/organization', { allowedOrigins: [origin] }), 200)
    const { body } = await good(app.post('/browser-sessions', { kind: 'booker', eventTypeId: typeId }), 201)
    return { authorization: `Bearer ${body.token}`, origin }
  }

  test('holds one slot at a time, the last it chose, and keeps the one before where it cannot', async () => {
    const { typeId } = await addSolo(app)
    const page = await pageOf(typeId)
    await booked(app, typeId, '2030-01-08T12:00Z')
    const first = (await good(hold(typeId, nine, {}, page), 201)).body
    const second = (await good(hold(typeId, '2030-01-08T10:00Z', {}, page), 201)).body

    expect(await hold(typeId, '2030-01-08T12:00Z', {}, page)).toMatchObject({ status: 409 })

    expect((await app.get(`/holds/${first.id}`, page)).status).toBe(404)
    expect((await app.get(`/holds/${second.id}`, page)).status).toBe(200)
    expect(await listed(app, typeId, day)).toEqual(without('10:00', '12:00'))
    expect((await hold(typeId, '2030-01-08T10:00Z', {}, page)).status).toBe(201)
  })

  test('knows of no hold but its own, although an admin opened it', async () => {
    const { typeId } = await addSolo(app)
    const page = await pageOf(typeId)
    const { id } = await held(typeId, nine)

    expect((await app.get(`/holds/${id}`, page)).status).toBe(404)
    expect((await app.delete(`/holds/${id}`, page)).status).toBe(404)
    expect((await app.get(`/holds/${id}`)).status).toBe(200)
  })
})

describe('a booking with a hold', () => {
  test('takes its place, and the hold is gone', async () => {
    const { typeId } = await addSolo(app)
    const { id } = await held(typeId, nine)

    const { body } = await booked(app, typeId, nine, { holdId: id })

    expect(body).toMatchObject({ status: 'confirmed', start: '2030-01-08T09:00:00.000Z' })
    expect(await listed(app, typeId, day)).toEqual(without('09:00'))
    expect((await app.get(`/holds/${id}`)).status).toBe(404)
    expectProblem(app, await book(app, typeId, nine, { holdId: id }), { status: 404, at: ['#/holdId'] })
    await good(app.post(`/bookings/${body.id}/cancel`), 200)
    expect(await listed(app, typeId, day)).toEqual(wholeDay)
  })

  test('keeps the length that was held', async () => {
    const { typeId } = await addSolo(app, {}, { durationOptions: [60, 120] })
    const { id } = await held(typeId, nine, { durationMinutes: 120 })

    const { body } = await booked(app, typeId, nine, { holdId: id })

    expect(body.end).toBe('2030-01-08T11:00:00.000Z')
  })

  test('is judged as if there were none once the hold has ended', async () => {
    const { typeId } = await addSolo(app)
    const { id } = await held(typeId, nine)
    const late = await held(typeId, '2030-01-08T10:00Z')
    wait(holdMinutes)
    await booked(app, typeId, nine)

    expect(await book(app, typeId, nine, { holdId: id })).toMatchObject({ body: { code: 'slot_unavailable' } })
    expect(await book(app, typeId, '2030-01-08T10:00Z', { holdId: late.id })).toMatchObject({ status: 201 })
  })

  test('is refused for another type, start, length or host, and the hold stays', async () => {
    const [ada, bob] = [await addHost(app), await addHost(app)]
    const typeId = await addType(app, [ada, bob], { scheduling: 'round_robin', durationOptions: [60, 90] })
    const other = await addSolo(app)
    const { id, hostIds } = await held(typeId, nine)
    const elsewhere = [ada.id, bob.id].find((one) => !hostIds.includes(one))

    const refused = [
      await book(app, other.typeId, nine, { holdId: id }),
      await book(app, typeId, '2030-01-08T10:00Z', { holdId: id }),
      await book(app, typeId, nine, { holdId: id, durationMinutes: 90 }),
      await book(app, typeId, nine, { holdId: id, hostId: elsewhere }),
    ]

    for (const answer of refused) expectProblem(app, answer, { status: 409, code: 'hold_mismatch', at: ['#/holdId'] })
    expect((await app.get(`/holds/${id}`)).status).toBe(200)
    expect(await book(app, typeId, nine, { holdId: id, hostId: hostIds[0] })).toMatchObject({ status: 201 })
  })

  test('that is refused leaves the hold as it was', async () => {
    const { typeId } = await addSolo(app, {}, { questions: [{ key: 'q', label: 'Q', kind: 'text', required: true }] })
    const { id } = await held(typeId, nine)
    await booked(app, typeId, '2030-01-15T09:00Z', { answers: { q: 'a' } })
    const series = { recurrence: { frequency: 'weekly', count: 2 }, answers: { q: 'a' } }

    expect((await book(app, typeId, nine, { holdId: id })).status).toBe(400)
    expect(await book(app, typeId, nine, { holdId: id, ...series })).toMatchObject({ status: 409 })

    expect((await app.get(`/holds/${id}`)).status).toBe(200)
    expect(await listed(app, typeId, day)).toEqual(without('09:00'))
  })

  test('is previewed as it would be booked', async () => {
    const { typeId } = await addSolo(app)
    const { id } = await held(typeId, nine)
    const ask = (more: object) =>
      app.post('/bookings/preview', { eventTypeId: typeId, start: full(nine), guest, ...more })

    expect((await ask({})).body).toMatchObject({ bookable: false, problem: { code: 'slot_unavailable' } })
    expect((await ask({ holdId: id })).body).toMatchObject({ bookable: true, problem: null })
    expect((await ask({ holdId: 'hold_x' })).body).toMatchObject({ bookable: false, problem: { code: 'not_found' } })
    expect((await app.get(`/holds/${id}`)).status).toBe(200)
  })

  test('is open to a guest who was given the hold', async () => {
    const type = (await app.get(`/event-types/${app.eventTypeId}`)).body
    const username = (await app.get('/me')).body.user.username
    const page = `/public/users/${username}/${type.slug}/bookings`
    const { id } = await held(app.eventTypeId, nine)
    const ask = (more: object) => app.post(page, { start: full(nine), guest, ...more }, { authorization: '' })

    expect(await ask({})).toMatchObject({ status: 409, body: { code: 'slot_unavailable' } })
    expect(await ask({ holdId: id })).toMatchObject({ status: 201 })
    expect((await app.get(`/holds/${id}`)).status).toBe(404)
  })

  test('of another organization is not known here', async () => {
    const { typeId } = await addSolo(app)
    const theirs = await addOrganization(app)
    const start = '2030-01-08T13:00Z'
    const { body } = await good(hold(theirs.eventTypeId, start, {}, theirs.headers), 201)

    expectProblem(app, await book(app, typeId, start, { holdId: body.id }), { status: 404, at: ['#/holdId'] })
  })

  test('may not be a move', async () => {
    const { typeId } = await addSolo(app)
    const { body } = await booked(app, typeId, nine)

    const answer = await app.post(`/bookings/${body.id}/reschedule`, { start: full('2030-01-08T10:00Z'), holdId: 'h' })

    expect(answer.status).toBe(400)
  })
})

describe('holds are counted as bookings are', () => {
  test('by limits of the event type and of the host', async () => {
    const { typeId } = await addSolo(app, {}, { limits: { bookings: { day: 1 } } })
    const limited = await addSolo(app, { limits: { bookings: { day: 1 } } })
    await held(typeId, nine)
    await held(limited.typeId, nine)

    expect(await listed(app, typeId, day)).toEqual([])
    expect(await listed(app, limited.typeId, day)).toEqual([])
    expect(await book(app, typeId, '2030-01-08T12:00Z')).toMatchObject({ status: 409, body: { reason: 'limit' } })
    wait(holdMinutes)
    expect(await listed(app, typeId, day)).toEqual(wholeDay)
    expect(await listed(app, limited.typeId, day)).toEqual(wholeDay)
  })

  test('by the seats of a session', async () => {
    const { typeId } = await addSolo(app, {}, { seats: 3 })
    const seats = async () => {
      const list = await app.get(`/event-types/${typeId}/slots?start=${full(nine)}&end=${full('2030-01-08T09:01Z')}`)
      return list.body.data[0]?.seatsLeft
    }
    const first = await held(typeId, nine)
    expect(await seats()).toBe(2)
    await held(typeId, nine)
    await held(typeId, nine)
    expect(await seats()).toBeUndefined()
    expect(await book(app, typeId, nine)).toMatchObject({ status: 409, body: { reason: 'seats_full' } })

    const mine = await booked(app, typeId, nine, { holdId: first.id })

    wait(holdMinutes)
    expect(await seats()).toBe(2)
    expect((await booked(app, typeId, nine)).body.sessionId).toBe(mine.body.sessionId)
  })

  test('by the choice of a round robin, which is made once', async () => {
    const people = [await addHost(app), await addHost(app), await addHost(app)]
    const typeId = await addType(app, people, { scheduling: 'round_robin' })
    const made = [await held(typeId, nine), await held(typeId, nine), await held(typeId, nine)]

    const chosen = made.map(({ hostIds }) => hostIds[0])

    expect([...chosen].sort()).toEqual(people.map(({ id }) => id).sort())
    expect(await listed(app, typeId, day)).not.toContain(nine)
    for (const one of made) {
      const { body } = await booked(app, typeId, nine, { holdId: one.id })
      expect(body.hosts.map((host: { userId: string }) => host.userId)).toEqual(one.hostIds)
    }
  })

  test('for every host of a collective', async () => {
    const [ada, bob] = [await addHost(app), await addHost(app)]
    const both = await addType(app, [ada, bob], { scheduling: 'collective' })
    const alone = await addType(app, [bob])
    await held(both, nine)

    expect(await listed(app, alone, day)).toEqual(without('09:00'))
  })

  test('when a booking is given to another host', async () => {
    const [ada, bob] = [await addSolo(app), await addSolo(app)]
    const { body } = await booked(app, ada.typeId, nine)
    await held(bob.typeId, nine)
    const give = () => app.post(`/bookings/${body.id}/reassign`, { hostId: bob.host.id })

    expect(await give()).toMatchObject({ status: 409, body: { code: 'slot_unavailable' } })
    wait(holdMinutes)
    expect(await give()).toMatchObject({ status: 200 })
  })
})

describe('of many at once', () => {
  const rounds = Array.from({ length: 20 }, (_, i) => new Date(Date.parse('2030-02-01T09:00Z') + i * 86_400_000))

  test('ten holds for one slot: exactly one wins, twenty times', async () => {
    const { typeId } = await addSolo(app)
    for (const start of rounds) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => hold(typeId, start.toISOString())))

      expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(9).fill(409)])
      const won = answers.find((answer) => answer.status === 201)
      await good(app.delete(`/holds/${won?.body.id}`), 204)
    }
  })

  test('holds against bookings: exactly one wins, twenty times', async () => {
    const { typeId } = await addSolo(app)
    for (const start of rounds) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          i % 2 === 0 ? hold(typeId, start.toISOString()) : book(app, typeId, start.toISOString()),
        ),
      )

      expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(9).fill(409)])
    }
  })

  test('bookings with one hold: exactly one is made', async () => {
    const { typeId } = await addSolo(app)
    for (const start of rounds) {
      const { id } = await held(typeId, start.toISOString())
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => book(app, typeId, start.toISOString(), { holdId: id, guest: someone() })),
      )

      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 404, 404, 404, 404])
    }
  })

  test('seats held and booked: as many win as there are seats', async () => {
    const { typeId } = await addSolo(app, {}, { seats: 3 })
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? hold(typeId, nine) : book(app, typeId, nine))),
    )

    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(3)
  })
})

async function memberKey(userId: string): Promise<Record<string, string>> {
  const organizationId = (await app.get('/me')).body.organization.id
  const ctx = {
    ...app.services,
    actor: { type: 'system' as const, id: 'tests' },
    organizationId,
    source: 'api' as const,
    scopes: ['*'],
    plan: 'enterprise' as const,
  }
  const { key } = await app.services.db.transaction((tx) => insertKey(tx, ctx, userId, { name: 'k', scopes: ['*'] }))
  return { authorization: `Bearer ${key}` }
}
