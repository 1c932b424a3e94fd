import { AsyncLocalStorage } from 'node:async_hooks'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Database, Read, Tx } from './database.ts'
import { isSerializationFailure } from './dialect.ts'
import { migrationsFolder } from './migrations.ts'

const attempts = 5
/** Any number that all LetsMeet servers share: it names the lock under which one of them migrates. */
const migrationLock = 4_815_162_342

type Db = ReturnType<typeof drizzle>
type Inner = Parameters<Parameters<Db['transaction']>[0]>[0]

/** A pool, read committed; verbs take row locks where two of them must not run at once. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    // Old instants come with the offset of the session's zone to the second, which no Date reads.
    onConnect: async (client) => void (await client.query("set time zone 'UTC'")),
  })
  // An idle connection that the server drops is replaced on the next query; it must not end the process.
  pool.on('error', () => {})
  const db = drizzle(pool, { casing: 'snake_case' })
  const inside = new AsyncLocalStorage<true>()
  const listeners = new Set<() => void>()

  async function run<T>(work: (tx: Tx) => Promise<T>, first?: SQL): Promise<T> {
    if (inside.getStore()) throw new Error('A transaction is already open: pass its tx instead.')
    const result = await retrying(() =>
      db.transaction(async (tx) => {
        if (first) await tx.execute(first)
        return inside.run(true, () => work(transactionHandle(tx)))
      }),
    )
    for (const listener of listeners) listener()
    return result
  }

  const shared: Omit<Database, 'transaction' | 'lazy'> = {
    read: readHandle(db),
    onCommit: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async migrate() {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock($1)', [migrationLock])
        await migrate(drizzle(client), { migrationsFolder: migrationsFolder('postgres') })
      } finally {
        await client.query('select pg_advisory_unlock($1)', [migrationLock])
        client.release()
      }
    },
    close: () => pool.end(),
  }
  const lazy: Database = {
    ...shared,
    transaction: (work) => run(work, sql`set local synchronous_commit = off`),
    get lazy() {
      return lazy
    },
  }
  return { ...shared, lazy, transaction: (work) => run(work) }
}

/** Several servers share the database, so nothing is kept between two questions. */
const readHandle = (db: Db | Inner): Read => ({
  select: db.select.bind(db),
  selectDistinct: db.selectDistinct.bind(db),
  $count: db.$count.bind(db),
  compiled: (name, values, build) => build().prepare(name).execute(values),
  memo: (_tables, _key, load) => load(),
})

const transactionHandle = (tx: Inner): Tx => ({
  ...readHandle(tx),
  insert: tx.insert.bind(tx),
  update: tx.update.bind(tx),
  delete: tx.delete.bind(tx),
  execute: tx.execute.bind(tx),
  append: async (table, rows) => {
    if (rows.length > 0) await tx.insert(table).values([...rows])
  },
  appendNew: async (table, row) => {
    const written = await tx.insert(table).values(row).onConflictDoNothing().returning({ one: sql`1` })
    return written.length > 0
  },
})

async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt === attempts || !isSerializationFailure(error)) throw error
      await new Promise((wake) => setTimeout(wake, Math.random() * 10 * 2 ** attempt))
    }
  }
}
