import { AsyncLocalStorage } from 'node:async_hooks'
import Client from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Database, Read, Tx } from './database.ts'
import { migrationsFolder } from './migrations.ts'

interface Waiting {
  work(tx: Tx): Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown }

/** So many waiting writers share one commit at most; a longer batch would make the first one wait too long. */
const batchSize = 64

/**
 * Two connections in WAL: the reader never sees a half-done transaction, and no unrelated statement slips into one
 * while it awaits. Writers queue; those that wait together commit together, each in a savepoint of its own.
 */
export async function openSqlite(url: string): Promise<Database> {
  const path = url.replace(/^(sqlite|file):(\/\/)?/, '')
  const writer = connect(path)
  const reader = connect(path, { readonly: true })
  const write = drizzle(writer, { casing: 'snake_case' })
  // better-sqlite3's handle answers to the same calls as PostgreSQL's; its promises are already settled.
  const tx = write as unknown as Tx
  const read = drizzle(reader, { casing: 'snake_case' }) as unknown as Read
  const inside = new AsyncLocalStorage<true>()
  const listeners: (() => void)[] = []
  const queue: Waiting[] = []
  const dataVersion = reader.prepare<[], number>('pragma data_version').pluck()
  let draining = false

  async function drain(): Promise<void> {
    draining = true
    while (queue.length > 0) await commitTogether(queue.splice(0, batchSize))
    draining = false
  }

  async function commitTogether(batch: Waiting[]): Promise<void> {
    const outcomes: Outcome[] = []
    try {
      writer.exec('begin immediate')
      for (const waiting of batch) outcomes.push(await attempt(waiting))
      if (!writer.inTransaction) throw new Error('SQLite gave up the transaction; nothing in it was kept.')
      writer.exec('commit')
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback')
      for (const waiting of batch) waiting.reject(error)
      return
    }
    batch.forEach((waiting, i) => {
      const outcome = outcomes[i]
      if (outcome?.ok) waiting.resolve(outcome.value)
      else waiting.reject(outcome?.error)
    })
    for (const listener of listeners) listener()
  }

  async function attempt({ work }: Waiting): Promise<Outcome> {
    writer.exec('savepoint one')
    try {
      const value = await inside.run(true, () => work(tx))
      writer.exec('release one')
      return { ok: true, value }
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback to one; release one')
      return { ok: false, error }
    }
  }

  return {
    read,
    transaction: <T>(work: (tx: Tx) => Promise<T>) => {
      if (inside.getStore()) throw new Error('A transaction is already open: pass its tx instead.')
      return new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: (value) => resolve(value as T), reject })
        if (!draining) void drain()
      })
    },
    onCommit: (listener) => void listeners.push(listener),
    version: () => dataVersion.get() ?? null,
    migrate: async () => migrate(write, { migrationsFolder: migrationsFolder('sqlite') }),
    close: async () => {
      while (draining) await new Promise((resolve) => setImmediate(resolve))
      reader.close()
      writer.close()
    },
  }
}

function connect(path: string, options: Client.Options = {}): Client.Database {
  const client = new Client(path, { ...options, timeout: 5000 })
  if (!options.readonly) client.pragma('journal_mode = WAL')
  client.pragma('foreign_keys = ON')
  // FULL: an acknowledged booking survives a power cut.
  client.pragma('synchronous = FULL')
  return client
}
