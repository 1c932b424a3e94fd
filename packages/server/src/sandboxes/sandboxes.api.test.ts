import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiKeys } from '../api-keys/model.ts'
import { organizations } from '../organizations/model.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addOrganization, good, someone } from '../testing/factories.ts'
import { openSandbox } from '../testing/sandbox.ts'
import { startReceiver } from '../testing/webhook-receiver.ts'
import { tablesWith } from '../testing/whole-database.ts'
import { scenarios } from './scenarios.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ now: '2030-01-07T08:00:00Z', env: { LETSMEET_WEBHOOK_ALLOW_CIDRS: '127.0.0.0/8' } })
})
afterAll(() => app.close())

describe('a new sandbox', () => {
  test('is an organization of its own with a test key, a page and a clock that stands still', async () => {
    const { status, body } = await app.post('/sandboxes', { name: 'Shop', now: '2026-03-28T08:00:00+01:00' })

    const key = { authorization: `Bearer ${body.apiKey}` }
    const me = (await app.get('/me', key)).body
    expect(status).toBe(201)
    expect(body.apiKey).toMatch(/^lm_test_[0-9A-Za-z]{36}$/)
    expect(body.clock).toEqual({ now: '2026-03-28T07:00:00.000Z', frozen: true })
    expect(me).toMatchObject({ mode: 'test', organization: { id: body.organizationId, name: 'Shop', mode: 'test' } })
    expect(me.organization.id).not.toBe((await app.get('/me')).body.organization.id)
    expect(me.bookingPage).toBe(body.bookingPage)
    expect((await fetch(body.bookingPage)).status).toBe(200)
  })

  test('begins now when no time is given, and shows its key once', async () => {
    const made = (await app.post('/sandboxes', { name: 'Now' })).body

    const { apiKey, ...shown } = made
    expect(made.clock.now).toBe(app.services.now().toISOString())
    expect((await app.get(`/sandboxes/${made.id}`)).body).toEqual(shown)
    expect((await app.get('/sandboxes')).body.data[0]).toEqual(shown)
    expect(JSON.stringify((await app.get('/sandboxes?limit=100')).body)).not.toContain(apiKey)
  })

  test('makes keys for tests alone, and has no sandboxes of its own', async () => {
    const sandbox = await openSandbox(app)

    const key = await sandbox.post('/api-keys', { name: 'Second' })
    const nested = await sandbox.post('/sandboxes', { name: 'Inner' })

    expect(key.body).toMatchObject({ mode: 'test', prefix: 'lm_test_' })
    expect([nested.status, nested.body.code]).toEqual([409, 'in_sandbox'])
  })

  test('is seen by its own key as the only one, and as “current”', async () => {
    const sandbox = await openSandbox(app)
    const other = await openSandbox(app)

    expect((await sandbox.get('/sandboxes')).body.data.map((one: { id: string }) => one.id)).toEqual([sandbox.id])
    expect((await sandbox.get('/sandboxes/current')).body.id).toBe(sandbox.id)
    expect((await sandbox.get(`/sandboxes/${other.id}`)).status).toBe(404)
    expect((await app.get('/sandboxes/current')).status).toBe(404)
  })

  test('needs an owner or admin, and a plan that has it', async () => {
    const theirs = await addOrganization(app)
    const colleague = { email: 'm@example.com', name: 'Max', timezone: 'UTC', signIn: false }
    const { body: member } = await good(app.post('/organization/members', colleague, theirs.headers), 201)
    const as = (plan: 'free' | 'pro', role: 'owner' | 'member') =>
      app.services.db.transaction(async (tx) => {
        await tx.update(organizations).set({ plan }).where(eq(organizations.id, theirs.id))
        await tx
          .update(apiKeys)
          .set({ userId: role === 'owner' ? theirs.ownerId : member.id })
          .where(eq(apiKeys.organizationId, theirs.id))
      })

    await as('free', 'owner')
    const refused = await app.post('/sandboxes', { name: 'No' }, theirs.headers)
    await as('pro', 'member')
    const forbidden = await app.post('/sandboxes', { name: 'No' }, theirs.headers)
    await as('pro', 'owner')
    const made = []
    for (let n = 0; n < 11; n++) made.push(await app.post('/sandboxes', { name: 'Yes' }, theirs.headers))

    expect(forbidden.body.code).toBe('forbidden')
    expect(made.map((one) => one.status)).toEqual([...Array(10).fill(201), 403])
    expect(made.at(-1)?.body).toMatchObject({ code: 'plan_required', feature: 'sandboxes', requiredPlan: 'enterprise' })
    expect(refused.body).toMatchObject({ code: 'plan_required', feature: 'sandbox', requiredPlan: 'pro' })
  })

  test('answers the same under the same Idempotency-Key, and there is one', async () => {
    const before = (await app.get('/sandboxes?limit=100')).body.data.length
    const first = await app.post('/sandboxes', { name: 'Once' }, { 'idempotency-key': 'sandbox-once' })
    const again = await app.post('/sandboxes', { name: 'Once' }, { 'idempotency-key': 'sandbox-once' })

    expect(again.body).toEqual(first.body)
    expect((await app.get('/sandboxes?limit=100')).body.data).toHaveLength(before + 1)
  })
})

describe('a deleted sandbox', () => {
  test('leaves nothing behind, whatever was in it', async () => {
    const receiver = await startReceiver(500)
    const sandbox = await openSandbox(app, { name: 'Doomed castle', now: '2031-05-01T08:00:00Z' })
    await sandbox.post('/webhook-endpoints', { url: receiver.url, eventTypes: ['link.created'] })
    for (const scenario of ['full-seat', 'reminders'])
      await good(sandbox.post('/sandboxes/current/seed', { scenario }), 201)
    await sandbox.post('/links', { kind: 'one_off', eventTypeId: sandbox.eventTypeId })
    await sandbox.post('/holds', { eventTypeId: sandbox.eventTypeId, start: '2031-06-03T09:00:00Z' })
    await sandbox.post('/browser-sessions', { kind: 'booker', eventTypeId: sandbox.eventTypeId })
    await sandbox.post('/organization/invitations', { email: 'doomed@example.com' })
    await sandbox.move({ advance: '1d' })
    const ids = (await sandbox.get('/bookings?limit=100')).body.data.map((one: { id: string }) => one.id)
    const traces = [sandbox.organizationId, 'Doomed castle', 'guests.example', ...ids.slice(0, 5)]
    const before = await tablesWith(app, ...traces)

    const { status } = await app.delete(`/sandboxes/${sandbox.id}`)
    await app.settle()

    expect(status).toBe(204)
    expect(before.length).toBeGreaterThan(12)
    // That it was there is a fact of the organization that made it.
    expect(await tablesWith(app, ...traces)).toEqual(['events'])
    const told = (await app.get('/events?type=sandbox.deleted')).body.data
    expect(told[0]).toMatchObject({ subjectId: sandbox.id, mode: 'live' })
    expect((await sandbox.get('/me')).status).toBe(401)
    expect((await fetch(app.url + sandbox.page)).status).toBe(404)
    expect((await app.get(`/sandboxes/${sandbox.id}`)).status).toBe(404)
    await receiver.close()
  })

  test('is deleted once, however many ask at once', async () => {
    const sandbox = await openSandbox(app)

    const answers = await Promise.all([1, 2, 3].map(() => app.delete(`/sandboxes/${sandbox.id}`)))

    const told = (await app.get('/events?type=sandbox.deleted&limit=100')).body.data
    expect(answers.map((one) => one.status).sort()).toEqual([204, 404, 404])
    expect(told.filter((one: { subjectId: string }) => one.subjectId === sandbox.id)).toHaveLength(1)
  })

  test('may be deleted with its own key', async () => {
    const sandbox = await openSandbox(app)

    const { status } = await app.delete('/sandboxes/current', sandbox.key)

    expect(status).toBe(204)
    expect((await app.get(`/sandboxes/${sandbox.id}`)).status).toBe(404)
  })
})

describe('a scenario', () => {
  test.each(scenarios)('%s makes bookings that people can see, again and again', async (scenario) => {
    const sandbox = await openSandbox(app, { now: '2031-03-05T10:30:00Z' })

    const first = await good(sandbox.post('/sandboxes/current/seed', { scenario }), 201)
    const again = await good(sandbox.post('/sandboxes/current/seed', { scenario }), 201)

    const { bookingIds, eventTypeIds, made, story } = first.body
    expect(made).toMatchObject({ bookings: bookingIds.length, eventTypes: eventTypeIds.length })
    expect(bookingIds.length).toBeGreaterThan(2)
    expect(again.body.eventTypeIds).not.toEqual(eventTypeIds)
    expect(story).toMatch(/^[A-Z].*\.$/)
    expect(story).not.toContain('undefined')
    expect((await sandbox.get(`/bookings/${bookingIds[0]}`)).body.start > '2031-03-05T10:30:00.000Z').toBe(true)
    expect((await sandbox.mailbox('limit=1'))[0]).toMatchObject({ state: 'captured' })
  })

  test('full-seat lists a session until its last seat is taken', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-05T10:30:00Z' })
    const { eventTypeIds, bookingIds } = (await sandbox.post('/sandboxes/current/seed', { scenario: 'full-seat' })).body
    const [full, nearly] = await Promise.all(
      [bookingIds[0], bookingIds.at(-1)].map(async (id) => (await sandbox.get(`/bookings/${id}`)).body.start),
    )
    const seatsAt = async () => {
      const range = 'start=2031-03-06T00:00:00Z&end=2031-04-06T00:00:00Z'
      const { data } = (await sandbox.get(`/event-types/${eventTypeIds[0]}/slots?${range}`)).body
      return [full, nearly].map((start) => data.find((one: { start: string }) => one.start === start)?.seatsLeft)
    }

    const before = await seatsAt()
    await good(sandbox.post('/bookings', { eventTypeId: eventTypeIds[0], start: nearly, guest: someone() }), 201)

    expect(before).toEqual([undefined, 1])
    expect(await seatsAt()).toEqual([undefined, undefined])
  })

  test('dst-weekend says so where no clocks change', async () => {
    const sandbox = await openSandbox(app, { now: '1900-01-02T08:00:00Z' })

    const { status, body } = await sandbox.post('/sandboxes/current/seed', { scenario: 'dst-weekend' })

    expect([status, body.errors[0].pointer]).toEqual([400, '#/scenario'])
    expect(body.detail).toContain('Berlin does not change its clocks in the year after 1900-01-02')
  })

  test('is loaded whole or not at all', async () => {
    const sandbox = await openSandbox(app)
    await app.services.db.transaction(async (tx) => {
      const here = eq(organizations.id, sandbox.organizationId)
      await tx.update(organizations).set({ plan: 'pro' }).where(here)
    })

    const refused = await sandbox.post('/sandboxes/current/seed', { scenario: 'round-robin' })
    const unknown = await sandbox.post('/sandboxes/current/seed', { scenario: 'apocalypse' })

    expect([refused.status, refused.body.code]).toEqual([403, 'plan_required'])
    expect((await sandbox.get('/organization/members')).body.data).toHaveLength(1)
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([400, '#/scenario'])
  })
})
