// The whole server and what its reminders cost, beside a bare pool that sends the same mails. Prints its figures.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createTransport } from 'nodemailer'
import { createBooking } from '../src/bookings/create.ts'
import { NewBooking } from '../src/bookings/model.ts'
import { readConfig } from '../src/config.ts'
import type { Context } from '../src/context.ts'
import { firstRun, makeDataFolder, readSecret } from '../src/first-run.ts'
import { writeReminder } from '../src/reminders/letter.ts'
import { builtIn } from '../src/reminders/model.ts'
import { occasionsOf } from '../src/reminders/occasion.ts'
import { startServer } from '../src/server.ts'
import type { ReminderFigures } from './reminders.ts'

const [smtp = '', count = ''] = process.argv.slice(2)
/** As many as the server's own pool has. */
const connections = 2
let now = new Date('2030-01-07T08:00:00Z')
const config = { ...readConfig(), smtpUrl: smtp }
makeDataFolder(config)
const server = await startServer(config, { secret: readSecret(config), now: () => now, ticks: 'by hand' })
const { services } = server
const made = await firstRun(services, config)
if (!made) throw new Error('The bench wants a folder of its own.')
const ctx: Context = {
  ...services,
  actor: { type: 'api_key', id: 'key_bench', userId: made.owner.id, role: 'owner' },
  organizationId: made.owner.organizationId,
  plan: 'enterprise',
  source: 'api',
  scopes: ['*'],
}
const file = new Database(join(config.dataFolder, 'letsmeet.db'))
const guest = { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' }
const eventTypeId = String(file.prepare('select id from event_types').pluck().get())
const booking = await createBooking(ctx, NewBooking.parse({ eventTypeId, start: '2030-01-15T10:00:00Z', guest }))
// What is copied is never due itself.
file.prepare('update reminders set due_ms = null').run()

/** Copies of a row, their columns changed by expressions of `n`, their number. */
function copy(table: string, where: string, rows: number, changes: Record<string, string>): void {
  const columns = file.prepare(`select name from pragma_table_info('${table}')`).pluck().all().map(String)
  const values = columns.map((column) => changes[column] ?? `t.${column}`)
  file
    .prepare(
      `with recursive n(n) as (select 1 union all select n + 1 from n where n < ${rows})
       insert into ${table} (${columns}) select ${values} from n, (select * from ${table} where ${where} limit 1) t`,
    )
    .run()
}

let round = 0
/** So many bookings more, each with a reminder that is due now and one that is not. */
function fillDue(rows: number): void {
  round++
  const id = `'bk_${round}_' || printf('%07d', n)`
  const mine = `booking_id = '${booking.id}'`
  file.transaction(() => {
    copy('bookings', `id = '${booking.id}'`, rows, { id, uid: id, manage_hash: id })
    copy('booking_hosts', mine, rows, { id: id.replace('bk', 'bh'), booking_id: id })
    for (const [minutes, dueMs] of [
      [-1440, now.getTime()],
      [-60, now.getTime() + 82_800_000],
    ] as const) {
      const changes = { id: id.replace('bk', `rmd${minutes}`), booking_id: id, due_ms: String(dueMs) }
      copy('reminders', `${mine} and offset_minutes = ${minutes}`, rows, changes)
    }
  })()
  file.pragma('wal_checkpoint(truncate)')
}

const sentSoFar = () => Number(file.prepare("select count(*) from reminders where state = 'sent'").pluck().get())

/** Reminders a second, sent and written into the ledger, the log and the outbox. */
async function ours(rows: number): Promise<number> {
  fillDue(rows)
  const before = sentSoFar()
  const began = performance.now()
  await server.work.reminders.settle()
  const perSecond = rows / ((performance.now() - began) / 1000)
  if (sentSoFar() !== before + rows) throw new Error('Not every reminder was sent.')
  return perSecond
}

/** The same mails a second through nodemailer's pool alone. */
async function bare(rows: number): Promise<number> {
  const [occasion, step] = [(await occasionsOf(services.db.read, [booking.id])).get(booking.id), builtIn.steps[0]]
  const written = occasion && step && writeReminder(ctx, step, occasion, { recipient: 'guest', stopUrl: null })
  if (!written) throw new Error('There is no mail to send.')
  const { to, replyTo, subject, text, html } = written.message
  const mail = {
    ...{ from: config.mailFrom, subject, text, html },
    to: { name: to.name ?? '', address: to.email },
    ...(replyTo && { replyTo: { name: replyTo.name ?? '', address: replyTo.email } }),
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
  }
  const pool = createTransport({ url: smtp, pool: true, maxConnections: connections })
  let n = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: 2 * connections }, async () => {
      while (n++ < rows) await pool.sendMail({ ...mail, messageId: `<bare_${n}@bench>` })
    }),
  )
  const perSecond = rows / ((performance.now() - began) / 1000)
  pool.close()
  return perSecond
}

/** A look at the ledger with nothing due, as long as it takes when nothing else goes on. */
async function tickMs(): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 2000; i++) {
    const began = performance.now()
    await server.work.reminders.settle()
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[500] ?? 0
}

/** So many reminders planned in all, none of them due. */
function fillPlanned(rows: number): void {
  const due = Date.parse('2031-01-01T00:00:00Z')
  const id = `'rmd_p${rows}_' || printf('%07d', n)`
  const changes = { id, booking_id: id, due_ms: `${due} + n` }
  copy('reminders', `booking_id = '${booking.id}' and offset_minutes = -60`, rows, changes)
  file.pragma('wal_checkpoint(truncate)')
}

fillPlanned(1000)
await tickMs()
const fewMs = await tickMs()
fillPlanned(999_000)
const manyMs = await tickMs()
file.prepare("delete from reminders where id like 'rmd_p999000_%'").run()

now = new Date('2030-01-14T10:00:00Z')
await server.work.jobs.settle()
const rows = Number(count)
await bare(rows / 10)
await ours(rows / 10)
const runs: { ours: number; bare: number }[] = []
for (let i = 0; i < 2; i++) runs.push({ bare: await bare(rows), ours: await ours(rows) })
// The run in which the machine had the least other work.
const best = runs.reduce((a, b) => (b.bare > a.bare ? b : a))
const figures: ReminderFigures = { ...best, fewMs, manyMs }
process.stdout.write(`ready on ${smtp} ${JSON.stringify(figures)}\n`)
process.exit(0)
