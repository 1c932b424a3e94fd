import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pruneHolds } from '../holds/service.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { booked, good, someone } from '../testing/factories.ts'
import { addLink, bookLink } from '../testing/links.ts'
import { openSandbox, type TestSandbox } from '../testing/sandbox.ts'
import { visitor } from '../testing/visitor.ts'
import { pruneWebhooks } from '../webhooks/retention.ts'

let app: TestApp
const posted: string[] = []
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  closeTimeout: 200,
  onData: (stream, session, done) => {
    posted.push(...session.envelope.rcptTo.map((one) => one.address))
    simpleParser(stream).then(() => done(), done)
  },
})
beforeAll(async () => {
  await once(post.listen(0, '127.0.0.1'), 'listening')
  const { port } = post.server.address() as AddressInfo
  app = await startTestApp({
    now: '2030-01-07T08:00:00Z',
    env: { LETSMEET_SMTP_URL: `smtp://127.0.0.1:${port}`, LETSMEET_WEBHOOK_ALLOW_CIDRS: '127.0.0.0/8' },
  })
  await app.patch(`/event-types/${app.eventTypeId}`, { window: { kind: 'unlimited' } })
})
afterAll(async () => {
  await app.close()
  await new Promise<void>((resolve) => post.close(() => resolve()))
})

const bookIn = async (sandbox: TestSandbox, start: string) =>
  (await good(sandbox.post('/bookings', { eventTypeId: sandbox.eventTypeId, start, guest: someone() }), 201)).body

test('no mail leaves a sandbox, though all others do', async () => {
  const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
  const theirs = await bookIn(sandbox, '2031-03-05T10:00:00.000Z')
  await sandbox.post('/organization/invitations', { email: 'invited@example.com' })
  await sandbox.move({ advance: '4d' })
  const live = (await booked(app, app.eventTypeId, '2030-01-08T10:00:00Z')).body
  await app.settle()

  const kinds = (await sandbox.mailbox()).map((mail) => mail.kind)
  expect(kinds).toEqual(expect.arrayContaining(['booking.confirmed', 'booking.reminder', 'invitation']))
  expect(posted).toContain(live.guest.email)
  expect(posted).not.toContain(theirs.guest.email)
  expect(posted).not.toContain('invited@example.com')
})

test('the clock of one moves nothing else', async () => {
  const one = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
  const other = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
  await bookIn(other, '2031-03-05T10:00:00.000Z')
  const live = (await booked(app, app.eventTypeId, '2030-01-09T10:00:00Z')).body

  await one.move({ advance: '3000d' })
  await app.settle()

  expect((await other.mailbox()).filter((mail) => mail.kind === 'booking.reminder')).toEqual([])
  expect((await app.get(`/bookings/${live.id}`)).body.ended).toBe(false)
  expect((await app.get(`/bookings/${live.id}/reminders`)).body.data).toMatchObject([
    { state: 'scheduled' },
    { state: 'scheduled' },
  ])
})

test('the server’s clock moves no sandbox that stands still', async () => {
  const sandbox = await openSandbox(app, { now: '2030-01-07T08:00:00Z' })
  const booking = await bookIn(sandbox, '2030-01-09T10:00:00.000Z')

  await app.travel('2030-01-20T08:00:00Z')

  expect((await sandbox.get(`/bookings/${booking.id}`)).body.ended).toBe(false)
  expect((await sandbox.get(`/bookings/${booking.id}/reminders`)).body.data[0].state).toBe('scheduled')
  expect((await sandbox.mailbox()).map((mail) => mail.kind)).not.toContain('booking.reminder')
})

test('guests see slots, and manage their bookings, by the sandbox’s clock', async () => {
  const sandbox = await openSandbox(app, { now: '2022-03-07T12:00:00Z' })
  const page = `/public/users${sandbox.page}/30min`
  const range = 'start=2022-03-07T00:00:00Z&end=2022-03-08T00:00:00Z&timezone=UTC'
  const nobody = { authorization: '' }
  const slots = (await app.get(`${page}/slots?${range}`, nobody)).body.data
  const made = await app.post(`${page}/bookings`, { start: slots[0].start, guest: someone() }, nobody)
  const token = made.body.manageUrl.split('/').at(-1)

  const html = await (await fetch(`${app.url}${sandbox.page}/30min`)).text()
  const managed = await app.get(`/public/bookings/${token}`, nobody)
  await sandbox.move({ advance: '31d' })
  const late = await app.get(`/public/bookings/${token}`, nobody)

  expect(slots[0].start).toBe('2022-03-07T12:00:00.000Z')
  expect(made.status).toBe(201)
  expect(html).toContain('March 2022')
  expect(html).toContain('<strong>Sandbox</strong> Here it is Monday, 7 March 2022, 12:00 UTC')
  expect(managed.status).toBe(200)
  expect(late.status).toBe(410)
})

test('links expire, and keys end, by the sandbox’s clock', async () => {
  const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
  const inside: TestApp = { ...app, post: (path, body, headers) => sandbox.post(path, body, headers) }
  const link = await addLink(inside, {
    kind: 'one_off',
    eventTypeId: sandbox.eventTypeId,
    expiresAt: '2031-03-04T08:00:00Z',
  })
  const { key } = (await sandbox.post('/api-keys', { name: 'Brief', expiresAt: '2031-03-04T08:00:00Z' })).body
  const withKey = () => app.get('/me', { authorization: `Bearer ${key}` })

  const before = await withKey()
  await sandbox.move({ now: '2031-03-04T08:00:00Z' })
  const after = await withKey()

  expect([before.status, after.status]).toEqual([200, 401])
  expect((await bookLink(app, link.token, '2031-03-05T10:00:00.000Z')).status).toBe(410)
})

test('its people take no address from those who sign in', async () => {
  const sandbox = await openSandbox(app)

  const inside = await sandbox.post('/organization/members', {
    email: 'joan@example.com',
    name: 'Joan',
    timezone: 'UTC',
  })
  const live = await app.post('/organization/members', { email: 'joan@example.com', name: 'Joan', timezone: 'UTC' })
  const asked = await app.post('/public/magic-links', { email: 'joan@example.com' }, { authorization: '' })
  await app.settle()

  expect([inside.status, live.status]).toEqual([201, 201])
  expect(asked.status).toBe(202)
  expect(posted.filter((to) => to === 'joan@example.com')).toHaveLength(1)
})

test('its people leave their plain usernames to those outside', async () => {
  const sandbox = await openSandbox(app)
  const hedy = { name: 'Hedy Lamarr', timezone: 'UTC' }

  const inside = await good(sandbox.post('/organization/members', { ...hedy, email: 'hedy@example.com' }), 201)
  const live = await good(app.post('/organization/members', { ...hedy, email: 'hedy@example.net' }), 201)

  expect([inside.body.username, live.body.username]).toEqual(['hedy-lamarr-sandbox', 'hedy-lamarr'])
})

test('nothing in it is forgotten because the server’s clock is ahead', async () => {
  const sandbox = await openSandbox(app, { now: '2021-03-01T08:00:00Z' })
  const { body: endpoint } = await good(
    sandbox.post('/webhook-endpoints', { url: 'http://127.0.0.1:9/', eventTypes: ['booking.created'] }),
    201,
  )
  const held = { eventTypeId: sandbox.eventTypeId, start: '2021-03-02T09:00:00Z' }
  const { body: hold } = await good(sandbox.post('/holds', held), 201)
  await bookIn(sandbox, '2021-03-02T11:00:00.000Z')
  await sandbox.move({ advance: '1m' })

  await pruneHolds(app.services)
  await pruneWebhooks(app.services)

  expect((await sandbox.get(`/holds/${hold.id}`)).status).toBe(200)
  expect((await sandbox.post('/bookings', { ...held, guest: someone() })).body.code).toBe('slot_unavailable')
  expect((await sandbox.get(`/webhook-deliveries?endpointId=${endpoint.id}`)).body.data).toHaveLength(1)
})

test('a browser session begins and ends by the clock of the browser that holds it', async () => {
  const sandbox = await openSandbox(app, { now: '2021-03-01T08:00:00Z' })
  const { body } = await good(
    sandbox.post('/browser-sessions', { kind: 'booker', eventTypeId: sandbox.eventTypeId }),
    201,
  )

  await app.delete(`/browser-sessions/${body.id}`, sandbox.key)

  const now = app.services.now().toISOString()
  expect((await sandbox.get(`/browser-sessions/${body.id}`)).body).toMatchObject({ createdAt: now, revokedAt: now })
})

test('an answer is replayed for a day by the server’s clock', async () => {
  const sandbox = await openSandbox(app, { now: '2021-03-01T08:00:00Z' })
  const wish = { eventTypeId: sandbox.eventTypeId, start: '2021-03-02T09:00:00Z', guest: someone() }
  const first = await sandbox.post('/bookings', wish, { 'idempotency-key': 'in-the-past' })
  await sandbox.move({ advance: '20d' })

  const again = await sandbox.post('/bookings', wish, { 'idempotency-key': 'in-the-past' })

  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.headers.get('idempotent-replayed')).toBe('true')
})

test('text messages are captured, to the number that the guest gave', async () => {
  const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
  const steps = [{ offsetMinutes: -60, channel: 'sms', body: 'See you at {{start.time}}.' }]
  const workflow = { name: 'Texts', scope: 'event_type', steps }
  const { body: texts } = await good(sandbox.post('/reminder-workflows', workflow), 201)
  const call = { title: 'Call', durationMinutes: 30, locations: [{ kind: 'guest_phone' }] }
  const { body: type } = await good(sandbox.post('/event-types', { ...call, reminderWorkflowId: texts.id }), 201)
  const wish = { eventTypeId: type.id, start: '2031-03-04T10:00:00Z', guest: someone() }
  const location = { kind: 'guest_phone', value: '+49 30 1234567' }
  const { body: booking } = await good(sandbox.post('/bookings', { ...wish, location }), 201)

  await sandbox.move({ advance: '2d' })

  const [text] = (await sandbox.mailbox()).filter((mail) => mail.kind === 'booking.sms')
  const read = await sandbox.get(`/sandboxes/current/mailbox/${text.id}`)
  expect(text).toMatchObject({ to: { email: '+49 30 1234567' }, subjectId: booking.id, state: 'captured' })
  expect(read.body.text).toContain('See you at')
  expect((await sandbox.get(`/bookings/${booking.id}/reminders`)).body.data).toMatchObject([{ state: 'sent' }])
})

test('who is invited to it joins and is signed in nowhere', async () => {
  const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
  await sandbox.post('/organization/invitations', { email: 'tester@example.com' })
  const [mail] = await sandbox.mailbox()
  const { links } = (await sandbox.get(`/sandboxes/current/mailbox/${mail.id}`)).body
  const path = links.map((link: string) => new URL(link).pathname).find((one: string) => one.includes('/invitations/'))

  const joined = await visitor(app).submit(path, { name: 'Tester', timezone: 'UTC' })

  expect(joined.status).toBe(200)
  expect(joined.text).toContain('You joined Try it')
  expect(joined.headers.getSetCookie().filter((cookie) => cookie.startsWith('lm_session'))).toEqual([])
  expect((await sandbox.get('/organization/members?email=tester@example.com')).body.data).toHaveLength(1)
})
