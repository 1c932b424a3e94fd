import { join } from 'node:path'
import Database from 'better-sqlite3'

const written = ['bookings', 'booking_hosts', 'events', 'jobs'] as const

/**
 * Commits per second of a bare loop that writes the rows of one booking, taken from a real one: the booking, its
 * host, its event and the event counter, its two jobs; one commit each, `synchronous=FULL`, prepared statements.
 */
export function bareCommits(folder: string, seconds: number): number {
  const file = join(folder, 'bare.db')
  const source = new Database(join(folder, 'letsmeet.db'))
  source.prepare('vacuum into ?').run(file)
  source.close()
  const db = new Database(file)
  const samples = new Map(written.map((table) => [table, sample(db, table)]))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const inserts = written.flatMap((table) => {
    const row = samples.get(table) ?? {}
    const columns = Object.keys(row)
    const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`
    const one = { statement: db.prepare(sql), row, table }
    return table === 'jobs' ? [one, one] : [one]
  })
  const counter = db.prepare('update event_counters set seq = seq + 1')
  let n = 0
  const began = performance.now()
  while (performance.now() - began < seconds * 1000) {
    db.exec('begin immediate')
    for (const { statement, row, table } of inserts) statement.run({ ...row, ...unique(table, ++n) })
    counter.run()
    db.exec('commit')
  }
  const perSecond = n / inserts.length / ((performance.now() - began) / 1000)
  db.close()
  return perSecond
}

function sample(db: Database.Database, table: string): Record<string, unknown> {
  const row = db.prepare(`select * from ${table} order by rowid desc limit 1`).get()
  if (typeof row !== 'object' || row === null) throw new Error(`There is no row in ${table} to copy.`)
  return { ...row }
}

/** What unique indexes watch over. */
function unique(table: string, n: number): Record<string, unknown> {
  const id = `bare_${n}`
  if (table === 'bookings') return { id, manage_hash: id }
  if (table === 'booking_hosts') return { id, booking_id: id }
  if (table === 'events') return { id, seq: 1_000_000_000 + n }
  return { id, key: id }
}
