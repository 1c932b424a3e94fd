import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertKey } from '../api-keys/service.ts'
import type { Context } from '../context.ts'
import { routes } from '../server.ts'
import { openAccount } from '../sessions/sign-up.ts'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
let member: Record<string, string>
let stranger: Record<string, string>
let ids: Record<string, string>

beforeAll(async () => {
  app = await startTestApp()
  stranger = { authorization: `Bearer ${await strangersKey()}` }
  const colleague = await app.post('/organization/members', {
    email: 'm@example.com',
    name: 'Max Member',
    timezone: 'UTC',
  })
  member = { authorization: `Bearer ${await keyOf(colleague.body.id)}` }
  const schedules = await app.get('/schedules')
  const booking = await app.post('/bookings', { eventTypeId: app.eventTypeId, start: '2030-01-08T09:00:00Z', guest })
  const workflow = await app.post('/reminder-workflows', { name: 'Ours', steps: [{ offsetMinutes: -60 }] })
  const planned = await app.get(`/bookings/${booking.body.id}/reminders`)
  const hold = await app.post('/holds', { eventTypeId: app.eventTypeId, start: '2030-01-08T11:00:00Z' })
  const off = await app.post('/time-off', { startDate: '2030-03-01', endDate: '2030-03-02' })
  const block = await app.post('/busy-blocks', { start: '2030-03-01T09:00:00Z', end: '2030-03-01T10:00:00Z' })
  const invitation = await app.post('/organization/invitations', { email: 'i@example.com' })
  const session = await app.post('/browser-sessions', { kind: 'booker', eventTypeId: app.eventTypeId })
  const endpoint = await app.post('/webhook-endpoints', { url: 'http://127.0.0.1:9/hook' })
  const delivery = await app.post(`/webhook-endpoints/${endpoint.body.id}/test`)
  const listening = await app.post('/listen-sessions')
  const link = await app.post('/links', { kind: 'one_off', eventTypeId: app.eventTypeId })
  const sandbox = await app.post('/sandboxes', { name: 'Ours' })
  const keys = await app.get('/api-keys')
  const events = await app.get('/events')
  await app.settle()
  const mail = await app.get('/mail')
  ids = {
    '/organization/members': colleague.body.id,
    '/organization/invitations': invitation.body.id,
    '/schedules': schedules.body.data.find((row: { userId: string }) => row.userId === app.ownerId).id,
    '/time-off': off.body.id,
    '/busy-blocks': block.body.id,
    '/event-types': app.eventTypeId,
    '/bookings': booking.body.id,
    '/contacts': booking.body.contactIds[0],
    '/holds': hold.body.id,
    '/links': link.body.id,
    '/api-keys': keys.body.data.at(-1).id,
    '/browser-sessions': session.body.id,
    '/webhook-endpoints': endpoint.body.id,
    '/webhook-deliveries': delivery.body.id,
    '/listen-sessions': listening.body.id,
    '/events': events.body.data[0].id,
    '/mail': mail.body.data[0].id,
    '/reminder-workflows': workflow.body.id,
    '/reminders': planned.body.data[0].id,
    '/sandboxes': sandbox.body.id,
    '/sessions': 'ses_unknown',
    '/logs': 'req_unknown',
  }
})
afterAll(() => app.close())

async function strangersKey(): Promise<string> {
  const ctx: Context = {
    ...app.services,
    actor: { type: 'system', id: 'test' },
    organizationId: '',
    source: 'api',
    scopes: ['*'],
    plan: 'enterprise',
  }
  return app.services.db.transaction(async (tx) => {
    const owner = await openAccount(
      tx,
      ctx,
      { email: 'stranger@example.com', name: 'Sam Stranger', timezone: 'UTC' },
      'enterprise',
    )
    return (
      await insertKey(tx, { ...ctx, organizationId: owner.organizationId }, owner.id, { name: 'k', scopes: ['*'] })
    ).key
  })
}

async function keyOf(userId: string): Promise<string> {
  const { organization } = (await app.get('/me')).body
  const ctx: Context = {
    ...app.services,
    actor: { type: 'system', id: 'test' },
    organizationId: organization.id,
    source: 'api',
    scopes: ['*'],
    plan: 'enterprise',
  }
  return app.services.db.transaction(async (tx) => (await insertKey(tx, ctx, userId, { name: 'k', scopes: ['*'] })).key)
}

/** A body that each write accepts, so that only the permission can refuse it. */
const bodies: Record<string, unknown> = {
  'bookings.reschedule': { start: '2030-01-09T09:00:00Z' },
  'bookings.reassign': { hostId: 'usr_x' },
  'contacts.merge': { fromId: 'ctc_x' },
  'contacts.addNote': { text: 'Mine now.' },
  'contacts.updateNote': { text: 'Mine now.' },
  'listenSessions.report': { deliveryId: 'wd_x', status: 200, durationMs: 1 },
  'sandboxes.clock.move': { advance: '1d' },
  'sandboxes.seed': { scenario: 'busy-week' },
  'webhookEndpoints.recover': { since: '2030-01-07T00:00:00Z' },
}

const withId = routes.filter((route) => route.path.includes('/:id') && route.scope !== null)

describe('what another organization owns', () => {
  test.each(withId.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers 404',
    async (_, route) => {
      const resource = route.path.slice(0, route.path.indexOf('/:id'))
      const path = route.path.replace(':id', ids[resource] ?? '')
      const query = route.id === 'eventTypes.slots' ? '?start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z' : ''
      const response = await fetch(`${app.url}/api/v1${path}${query}`, {
        method: route.method,
        headers: { ...stranger, ...(route.body && { 'content-type': 'application/json' }) },
        ...(route.body && { body: JSON.stringify(bodies[route.id] ?? {}) }),
      })

      expect(ids[resource]).toBeDefined()
      expect(response.status).toBe(404)
    },
  )

  test('does not appear in any list', async () => {
    for (const route of routes.filter(
      (one) => one.method === 'GET' && one.scope !== null && !one.path.includes(':') && one.path !== '/logs',
    )) {
      const text = JSON.stringify((await app.get(route.path, stranger)).body)
      for (const id of [...Object.values(ids), app.ownerId]) expect(text, route.path).not.toContain(id)
    }
  })

  test('cannot be named in a body', async () => {
    const theirs = await app.post(
      '/event-types',
      { title: 'Mine', durationMinutes: 30, hosts: [{ userId: app.ownerId }] },
      stranger,
    )
    const schedule = await app.post(
      '/event-types',
      { title: 'Mine', durationMinutes: 30, scheduleId: ids['/schedules'] },
      stranger,
    )
    const booking = await app.post(
      '/bookings',
      { eventTypeId: app.eventTypeId, start: '2030-01-08T10:00:00Z', guest },
      stranger,
    )

    expect(theirs).toMatchObject({ status: 404, body: { errors: [{ pointer: '#/hosts/0/userId' }] } })
    expect(schedule).toMatchObject({ status: 404, body: { errors: [{ pointer: '#/scheduleId' }] } })
    expect(booking.status).toBe(404)
  })
})

describe('a member', () => {
  test('does not run the organization', async () => {
    const answers = await Promise.all([
      app.post('/organization/members', { email: 'a@example.com', name: 'A', timezone: 'UTC' }, member),
      app.post('/organization/invitations', { email: 'b@example.com' }, member),
      app.patch('/organization', { name: 'Mine now' }, member),
      app.post(`/organization/members/${app.ownerId}/suspend`, {}, member),
      app.get('/mail', member),
      app.post('/schedules', { userId: app.ownerId, timezone: 'UTC', weekly: [] }, member),
      app.post('/time-off', { userId: app.ownerId, startDate: '2030-05-01', endDate: '2030-05-01' }, member),
      app.patch(`/event-types/${app.eventTypeId}`, { title: 'Mine' }, member),
      app.post('/event-types', { title: 'X', durationMinutes: 30, hosts: [{ userId: app.ownerId }] }, member),
    ])

    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403, 403, 403, 403, 403])
  })

  test('neither sees nor changes a colleague’s bookings', async () => {
    const id = ids['/bookings'] ?? ''
    const answers = [
      await app.get(`/bookings/${id}`, member),
      await app.post(`/bookings/${id}/cancel`, {}, member),
      await app.post(`/bookings/${id}/reschedule`, { start: '2030-01-09T09:00:00Z' }, member),
    ]
    const list = await app.get('/bookings', member)

    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404])
    expect(list.body.data).toEqual([])
  })
})

test('no route but the public ones answers without sign-in', async () => {
  for (const route of routes.filter((one) => one.scope !== null)) {
    const path = route.path.replace(/:\w+/g, 'x')
    const response = await fetch(`${app.url}/api/v1${path}`, { method: route.method })

    expect(response.status, `${route.method} ${route.path}`).toBe(401)
  }
})
