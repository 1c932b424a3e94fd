import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { organizations } from '../organizations/model.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addOrganization, addSolo, addType, good, type Host } from '../testing/factories.ts'
import { addLink, bookLink, linkEvents, linkOf, linkStarts, openLink } from '../testing/links.ts'

let app: TestApp
let host: Host
let typeId: string
let otherId: string
let contactId: string
beforeAll(async () => {
  app = await startTestApp()
  ;({ host, typeId } = await addSolo(app))
  otherId = await addType(app, [host], { durationMinutes: 30 })
  const contact = { userId: host.id, email: 'grace@example.com', name: 'Grace Hopper', timezone: 'America/New_York' }
  contactId = (await good(app.post('/contacts', contact), 201)).body.id
})
afterAll(() => app.close())

const share = (more: object = {}) =>
  addLink(app, { kind: 'share', userId: host.id, contactId, eventTypeIds: [typeId, otherId], ...more })
const contactIdsOf = async (linkId: string): Promise<string[]> => {
  const [{ id }] = (await linkOf(app, linkId)).bookings
  return (await good(app.get(`/bookings/${id}`), 200)).body.contactIds
}

describe('a link shared with a contact', () => {
  test('offers the chosen event types for 30 days, and shows a stranger no more than a masked address', async () => {
    const { token, url } = await share({ greeting: 'Hello Grace, pick what suits you.' })
    const { body } = await good(openLink(app, token), 200)

    expect(url).toBe(`${app.url}/s/${token}`)
    expect(body).toMatchObject({
      kind: 'share',
      title: null,
      durationMinutes: null,
      usesLeft: null,
      expiresAt: '2030-02-06T08:00:00.000Z',
      guest: { firstName: 'Grace', maskedEmail: 'g••••@example.com' },
    })
    expect(body.eventTypes.map((type: { id: string }) => type.id)).toEqual([typeId, otherId])
    expect(JSON.stringify(body)).not.toMatch(/grace@|Hopper/)
  })

  test('lists the slots of the one that is chosen, and asks which when none is', async () => {
    const { token } = await share()
    const range = 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z'
    const refused = await app.get(`/public/links/${token}/slots?${range}`, { authorization: '' })

    expect(await linkStarts(app, token, '2030-01-08', `&eventTypeId=${otherId}`)).toHaveLength(16)
    expect(refused.body.errors).toEqual([expect.objectContaining({ parameter: 'eventTypeId', code: 'required' })])
  })

  test('books its contact who types nothing, withholds their address, and mails it to them', async () => {
    const { token, id } = await share()
    const booking = { start: '2030-01-08T09:00:00Z', eventTypeId: typeId, guest: undefined }
    const { body } = await good(bookLink(app, token, booking.start, booking), 201)
    await app.settle()
    const mails = await app.get('/mail?limit=100')

    expect(body.guest).toEqual({
      name: 'Grace',
      email: 'g••••@example.com',
      timezone: 'UTC',
      locale: null,
    })
    expect(body.manageUrl).toBeNull()
    expect(JSON.stringify(body)).not.toMatch(/grace@|Hopper/)
    expect((await linkOf(app, id)).bookings[0].guest).toEqual({ name: 'Grace Hopper', email: 'grace@example.com' })
    expect(JSON.stringify(mails.body)).toContain('grace@example.com')
    expect(await contactIdsOf(id)).toEqual([contactId])
  })

  test('lands on its contact whatever address the guest types', async () => {
    const { token, id } = await share()
    const guest = { name: 'Rear Admiral', email: 'hopper@navy.example', timezone: 'UTC' }
    const { body } = await good(bookLink(app, token, '2030-01-08T11:00:00Z', { eventTypeId: typeId, guest }), 201)

    expect(body.guest).toMatchObject({ email: 'hopper@navy.example' })
    expect(body.manageUrl).toContain('/booking/')
    expect(await contactIdsOf(id)).toEqual([contactId])
    expect((await app.get('/contacts?limit=100')).body.data).toHaveLength(1)
  })

  test('fills in no more for another address than the link shows anyway', async () => {
    const { token, id } = await share()
    const guest = { email: 'stranger@example.net' }
    const { body } = await good(bookLink(app, token, '2030-01-08T15:00:00Z', { eventTypeId: typeId, guest }), 201)

    expect(body.guest).toMatchObject({ name: 'Grace', email: 'stranger@example.net', timezone: 'UTC' })
    expect((await linkOf(app, id)).bookings[0].guest).toEqual({ name: 'Grace', email: 'stranger@example.net' })
  })

  test('is used again and again, and its events name the contact', async () => {
    const { token, id } = await share()
    for (const hour of ['13', '14']) {
      await good(bookLink(app, token, `2030-01-08T${hour}:00:00Z`, { eventTypeId: typeId, guest: undefined }), 201)
    }
    const { body } = await app.get('/events?limit=100&type=link.*')

    expect(await linkOf(app, id)).toMatchObject({ state: 'active', uses: 2 })
    expect(await linkEvents(app, id)).toEqual(['link.created', 'link.used', 'link.used'])
    for (const event of body.data) expect(event.data.contactId).toBe(contactId)
  })

  test('tells nobody the address of a contact who has a seat already', async () => {
    const seated = await addType(app, [host], { seats: 5 })
    const { token } = await share({ eventTypeIds: [seated] })
    const again = { guest: { timezone: 'UTC' } }
    await good(bookLink(app, token, '2030-01-09T09:00:00Z', again), 201)
    const { body } = await bookLink(app, token, '2030-01-09T09:00:00Z', again)

    expect(body).toMatchObject({ code: 'seat_taken', detail: 'g••••@example.com already has a seat in this session.' })
  })
})

describe('making a link', () => {
  test.each([
    [
      'starts with days and hours',
      { nextDays: 3, availability: { timezone: 'UTC' }, starts: ['2030-01-08T09:00:00Z'] },
      ['nextDays contradiction', 'availability contradiction'],
    ],
    [
      'starts that are no minutes, twice',
      { starts: ['2030-01-08T09:00:30Z', '2030-01-08T09:00:00Z', '2030-01-08T09:00:00Z'] },
      ['starts/0 not_a_minute', 'starts/2 duplicate'],
    ],
    [
      'past times',
      { starts: ['2030-01-07T08:00:00Z', '2030-01-08T09:00:00Z'], expiresAt: '2030-01-07T08:00:00Z' },
      ['starts/0 in_the_past', 'expiresAt in_the_past'],
    ],
    ['neither event type nor title', { eventTypeId: undefined }, ['title required', 'durationMinutes required']],
    ['several event types in a one-off link', { eventTypeIds: ['x'] }, ['eventTypeIds not_allowed']],
    [
      'a share link for nobody',
      { kind: 'share', title: 'x', durationMinutes: 30, eventTypeIds: ['x'] },
      ['contactId required', 'eventTypeId contradiction', 'title not_allowed', 'durationMinutes not_allowed'],
    ],
    ['a share link of nothing', { kind: 'share', contactId: 'x', eventTypeId: undefined }, ['eventTypeIds required']],
    ['a duration that is not offered', { durationMinutes: 45 }, ['durationMinutes duration_not_offered']],
    ['uses beyond count', { maxUses: 101, nextDays: 0 }, ['nextDays too_small', 'maxUses too_big']],
    ['hours that leave nothing', { availability: { timezone: 'UTC' } }, ['availability empty']],
    [
      'a window that ends before it starts',
      { availability: { timezone: 'Mars/Base', weekly: [{ days: ['mon'], start: '12:00', end: '09:00' }] } },
      ['availability/timezone', 'availability/weekly/0/end'],
    ],
  ])('names what contradicts in %s', async (_, wish, faults) => {
    const { status, body } = await app.post('/links', {
      kind: 'one_off',
      userId: host.id,
      eventTypeId: typeId,
      ...wish,
    })

    expect(status).toBe(400)
    const seen = body.errors.map((one: { pointer: string; code: string }) => `${one.pointer.slice(2)} ${one.code}`)
    expect(seen).toEqual(faults.map((one) => expect.stringContaining(one)))
  })

  test('refuses what belongs to others: an event type, a contact, a host', async () => {
    const other = await addOrganization(app)
    const { host: colleague } = await addSolo(app)

    const foreign = await app.post('/links', { kind: 'one_off', eventTypeId: other.eventTypeId })
    expect([foreign.status, foreign.body.errors[0].pointer]).toEqual([404, '#/eventTypeId'])
    const body = { kind: 'share', userId: colleague.id, contactId, eventTypeIds: [typeId, 'et_none'] }
    expect((await app.post('/links', body)).body.errors[0]).toMatchObject({
      pointer: '#/contactId',
      code: 'not_theirs',
    })
    const missing = await app.post('/links', { ...body, userId: host.id })
    expect([missing.status, missing.body.errors[0].pointer]).toEqual([404, '#/eventTypeIds/1'])
    expect((await app.post('/links', body, other.headers)).body.errors[0].pointer).toBe('#/userId')
  })

  test('shows token and address once, and keeps no more than a hash', async () => {
    const made = await share()

    expect(made.token).toMatch(/^[A-Za-z0-9]{24}$/)
    expect(JSON.stringify(await linkOf(app, made.id))).not.toContain(made.token)
    expect(JSON.stringify((await app.get('/events?limit=100&type=link.*')).body)).not.toContain(made.token)
  })

  test('lists by kind, state, contact and event type', async () => {
    const gone = await addLink(app, { userId: host.id, eventTypeId: otherId })
    await good(app.post(`/links/${gone.id}/revoke`), 200)
    const listed = async (query: string) => (await good(app.get(`/links?limit=100&${query}`), 200)).body.data

    expect((await listed('state=revoked')).map((one: { id: string }) => one.id)).toEqual([gone.id])
    expect(await listed(`state=active&eventTypeId=${otherId}&kind=one_off`)).toEqual([])
    const shared = await listed(`contactId=${contactId}`)
    expect(shared.length).toBeGreaterThan(4)
    for (const one of shared) expect(one).toMatchObject({ kind: 'share', contactId })
  })
})

describe('the free plan', () => {
  test('has five active one-off links and no share links; an ended one makes room', async () => {
    const { headers, id, eventTypeId } = await addOrganization(app)
    await app.services.db.transaction(async (tx) => void (await tx.update(organizations).set({ plan: 'free' })))
    const add = (more: object = {}) =>
      app.post('/links', { kind: 'one_off', title: 'x', durationMinutes: 30, ...more }, headers)
    const made = []
    for (let i = 0; i < 5; i++) made.push(await good(add(), 201))
    const sixth = await add()
    const shared = await add({
      kind: 'share',
      title: undefined,
      durationMinutes: undefined,
      contactId: 'x',
      eventTypeId,
    })
    await good(app.post(`/links/${made[0]?.body.id}/revoke`, {}, headers), 200)

    expect(id).toMatch(/^org_/)
    expect(sixth.body).toMatchObject({
      code: 'plan_required',
      feature: 'activeLinks',
      plan: 'free',
      requiredPlan: 'pro',
    })
    expect(shared.body).toMatchObject({ code: 'plan_required', feature: 'shareLinks' })
    expect((await add()).status).toBe(201)
    expect((await app.get('/event-types', headers)).body.data).toHaveLength(1)
    for (const title of ['Two', 'Three']) {
      expect((await app.post('/event-types', { title, durationMinutes: 30 }, headers)).status).toBe(201)
    }
  })
})
