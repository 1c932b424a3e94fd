import { once } from 'node:events'
import { asc, eq } from 'drizzle-orm'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { bookingHosts, bookings } from '../bookings/model.ts'
import { dialect } from '../config.ts'
import { smtpMailer } from '../email/mailer.ts'
import { events } from '../events/model.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addSolo, booked, everyDay, good, weekly } from '../testing/factories.ts'
import { builtIn, reminders } from './model.ts'
import { concernsOf } from './occasion.ts'
import { claimDue, takeBackReminders } from './queue.ts'
import { sendReminder } from './send.ts'
import { noSms } from './sms.ts'

const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const step of undo.reverse()) await step()
})

const around = { weekly: weekly('00:00-24:00', everyDay) }

/** A real SMTP server that says what it took; `options` make it refuse. */
async function startPost(port: number, options: SMTPServerOptions = {}) {
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    hideSTARTTLS: true,
    closeTimeout: 50,
    onData(stream, _, done) {
      let raw = ''
      stream.on('data', (chunk: Buffer) => {
        raw += chunk
      })
      stream.on('end', () => {
        taken.push(raw)
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const listener = server.listen(port, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  const close = () => new Promise<void>((resolve) => server.close(resolve))
  undo.push(close)
  return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, taken, close }
}

async function startHouse(env: Record<string, string> = {}, now = '2030-01-07T08:00:00Z'): Promise<TestApp> {
  const app = await startTestApp({ now, env })
  undo.push(() => app.close())
  return app
}

const withPost = (port: number) => startHouse({ LETSMEET_SMTP_URL: `smtp://127.0.0.1:${port}` })

interface Row {
  state: string
  reason: string | null
  error: string | null
  attempts: number
}
const rowsOf = async (app: TestApp, bookingId: string): Promise<Row[]> =>
  (await good(app.get(`/bookings/${bookingId}/reminders`), 200)).body.data

const remindersAmong = (taken: readonly string[]) => taken.filter((raw) => /^subject: Reminder:/im.test(raw))
const messageIdOf = (raw: string) => /^message-id: (.*)$/im.exec(raw)?.[1]

test('a mail server that is down for a day loses nothing that is still wanted', async () => {
  const post = await startPost(0)
  const app = await withPost(post.port)
  const { typeId } = await addSolo(app, around)
  const past = (await booked(app, typeId, '2030-01-10T10:00Z')).body
  const coming = (await booked(app, typeId, '2030-01-11T10:00Z')).body
  await app.settle()
  await post.close()

  for (let hour = 0; hour <= 26; hour++) {
    await app.travel(new Date(Date.parse('2030-01-09T10:00:00Z') + hour * 3_600_000).toISOString())
  }
  const again = await startPost(post.port)
  await app.travel('2030-01-10T12:16:00Z')

  expect(await rowsOf(app, past.id)).toMatchObject([
    { state: 'skipped', reason: 'superseded' },
    { state: 'failed', reason: 'unreachable', error: expect.stringContaining('ECONNREFUSED') },
  ])
  expect((await rowsOf(app, coming.id))[0]).toMatchObject({ state: 'sent', error: null })
  expect(remindersAmong(again.taken)).toHaveLength(1)
})

test('an address that the server refuses has failed with its answer, and is not tried again', async () => {
  let asked = 0
  const post = await startPost(0, {
    onRcptTo(_, __, done) {
      asked++
      done(Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 }))
    },
  })
  const app = await withPost(post.port)
  const { typeId } = await addSolo(app, around)
  const { body } = await booked(app, typeId, '2030-01-10T10:00Z')
  await app.settle()
  const before = asked

  await app.travel('2030-01-10T09:00:00Z')
  await app.travel('2030-01-10T09:40:00Z')

  const [, row] = await rowsOf(app, body.id)
  const told = (await app.get('/events?type=reminder.failed')).body.data
  expect(row).toMatchObject({ state: 'failed', reason: 'refused', error: expect.stringContaining('No such mailbox') })
  expect(asked - before).toBe(1)
  expect(told).toHaveLength(1)

  await good(app.post(`/contacts/${body.contactIds[0]}/erase`, { cancelUpcoming: true }), 200)

  expect((await rowsOf(app, body.id))[1]).toMatchObject({ state: 'failed', error: 'Erased' })
})

test('one that was sent by a process that died goes out again under the same Message-ID, and is told once', async () => {
  const post = await startPost(0)
  const app = await withPost(post.port)
  const { typeId } = await addSolo(app, around)
  const { body } = await booked(app, typeId, '2030-01-10T10:00Z')
  await app.settle()
  const mailer = smtpMailer(`smtp://127.0.0.1:${post.port}`, 'LetsMeet <meet@example.org>')
  undo.push(() => mailer.close())
  app.pass('2030-01-09T10:00:00Z')
  const [claimed] = await claimDue(app.services, { token: 'run_dead.1', count: 1 })
  if (!claimed) throw new Error('Nothing was due.')
  const concern = (await concernsOf(app.services.db.read, [claimed])).get(claimed.id)
  if (!concern) throw new Error('Nobody knows what it is about.')
  await sendReminder(app.services, claimed, concern, { mailer, host: new URL(app.url).hostname, sms: noSms })

  if (dialect === 'sqlite') await takeBackReminders(app.services)
  await app.travel('2030-01-09T10:03:00Z')

  const ids = remindersAmong(post.taken).map(messageIdOf)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect((await rowsOf(app, body.id))[0]).toMatchObject({ state: 'sent' })
  expect((await app.get('/events?type=reminder.sent')).body.data).toHaveLength(1)
})

test('one whose workflow was changed while it was claimed says what the workflow says now, or nothing', async () => {
  const app = await startHouse()
  const steps = [{ offsetMinutes: -60, subject: 'Old words' }, { offsetMinutes: -50 }]
  const made = (await good(app.post('/reminder-workflows', { name: 'Ours', scope: 'event_type', steps }), 201)).body
  const { typeId } = await addSolo(app, around, { reminderWorkflowId: made.id })
  const { body } = await booked(app, typeId, '2030-01-10T10:00Z')
  app.pass('2030-01-10T09:15:00Z')
  await claimDue(app.services, { token: 'run_slow.1', count: 1 })

  const changed = [{ id: made.steps[0].id, offsetMinutes: -60, subject: 'New words' }]
  await good(app.patch(`/reminder-workflows/${made.id}`, { steps: changed }), 200)
  await app.travel('2030-01-10T09:30:00Z')

  const mails = (await app.get(`/mail?subjectId=${body.id}`)).body.data.map((mail: { subject: string }) => mail.subject)
  expect(mails).toContain('New words')
  expect(mails).not.toContain('Old words')
  expect(await rowsOf(app, body.id)).toMatchObject([
    { state: 'sent' },
    { state: 'cancelled', reason: 'workflow_changed' },
  ])
})

test('a clock that is put forward an hour and back again sends nothing twice, loses nothing and keeps the order', async () => {
  const app = await startHouse()
  const { typeId } = await addSolo(app, around, { durationMinutes: 30 })
  const dues = ['09:00', '09:30', '10:30', '11:00']
  const made: { id: string }[] = []
  for (const due of dues) made.push((await booked(app, typeId, `2030-01-10T${due}Z`)).body)
  const at = (time: string) => `2030-01-09T${time}:00Z`

  await app.travel(at('09:05'))
  await app.travel(at('10:05'))
  await app.travel(at('09:05'))
  // Put forward once more, and back while a process that dies has just claimed the third.
  app.pass(at('10:35'))
  await claimDue(app.services, { token: 'run_dead.1', count: 1 })
  app.pass(at('09:35'))
  if (dialect === 'sqlite') await takeBackReminders(app.services)
  await app.travel(at('09:36'))
  await app.travel(at('10:38'))
  await app.travel(at('11:00'))

  const told = (await app.get('/events?type=reminder.sent')).body.data
  expect(told.map((event: { data: { bookingId: string } }) => event.data.bookingId).reverse()).toEqual(
    made.map(({ id }) => id),
  )
  for (const { id } of made) expect((await rowsOf(app, id))[0]).toMatchObject({ state: 'sent' })
})

/** A tenth is enough to see that PostgreSQL's claims keep the order; it takes its time. */
const crowd = dialect === 'postgres' ? 1000 : 10_000

test('thousands that are due at once go out in their order, each once, while somebody books', {
  timeout: 240_000,
}, async () => {
  const app = await startHouse()
  const { typeId } = await addSolo(app, around)
  const { body } = await booked(app, typeId, '2030-01-10T10:00Z')
  await copyBooking(app, body.id, crowd)

  app.pass('2030-01-09T11:00:00Z')
  const sending = app.settle()
  const { read } = app.services.db
  const countInHand = () => read.$count(reminders, eq(reminders.state, 'sending'))
  while ((await countInHand()) === 0) await new Promise((resolve) => setImmediate(resolve))
  const inHand: number[] = []
  for (let hour = 10; hour < 20; hour++) {
    await booked(app, typeId, `2030-01-12T${hour}:00Z`)
    inHand.push(await countInHand())
  }
  await sending

  const rows = await read.select().from(reminders).where(eq(reminders.state, 'sent'))
  const told = await read.select().from(events).where(eq(events.type, 'reminder.sent')).orderBy(asc(events.seq))
  const dues = told.map((event) => String(event.data.dueAt))
  // What waits stays in the database, however much it is.
  expect(Math.max(...inHand)).toBeGreaterThan(0)
  expect(Math.max(...inHand)).toBeLessThanOrEqual(150)
  expect(rows).toHaveLength(crowd + 1)
  expect(new Set(rows.map((row) => row.mailId)).size).toBe(crowd + 1)
  expect(dues).toEqual([...dues].sort())
})

/** So many more bookings like one, a millisecond apart, each with a reminder that is due within ten seconds. */
async function copyBooking(app: TestApp, id: string, count: number): Promise<void> {
  const { db, newId } = app.services
  const [booking] = await db.read.select().from(bookings).where(eq(bookings.id, id))
  const [host] = await db.read.select().from(bookingHosts).where(eq(bookingHosts.bookingId, id))
  const [reminder] = await db.read.select().from(reminders).where(eq(reminders.bookingId, id)).orderBy(reminders.dueAt)
  if (!booking || !host || !reminder) throw new Error('There is nothing to copy.')
  await db.transaction(async (tx) => {
    for (let n = 0; n < count; n += 100) {
      const ids = Array.from({ length: 100 }, () => newId('bk'))
      const dueAt = (i: number) => new Date(reminder.dueAt.getTime() + (((n + i) * 7919) % 10_000))
      await tx.append(
        bookings,
        ids.map((copy) => ({ ...booking, id: copy, uid: copy, manageHash: copy })),
      )
      await tx.append(
        bookingHosts,
        ids.map((copy) => ({ ...host, id: newId('bh'), bookingId: copy })),
      )
      await tx.append(
        reminders,
        ids.map((bookingId, i) => ({
          ...reminder,
          id: newId('rmd'),
          bookingId,
          workflowId: builtIn.id,
          dueAt: dueAt(i),
          dueMs: dueAt(i).getTime(),
        })),
      )
    }
  })
}
