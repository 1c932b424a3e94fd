import { AsyncLocalStorage } from 'node:async_hooks'
import Client from 'better-sqlite3'
import type { Table } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Database, Read, Tx } from './database.ts'
import { Memo } from './memo.ts'
import { migrationsFolder } from './migrations.ts'
import { appender, compiler } from './statements.ts'

interface Waiting {
  /** Whether its caller waits until it is on the disk. */
  flush: 'now' | 'sometime'
  work(tx: Tx): Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** How much SQLite waits for the disk: at every commit, at checkpoints, never. */
type Level = 'FULL' | 'NORMAL' | 'OFF'

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown }

/** So many waiting writers share one commit at most; a longer batch would make the first one wait too long. */
const batchSize = 64

/**
 * Two connections in WAL: the reader never sees a half-done transaction, and no unrelated statement slips into one
 * while it awaits. Writers queue; those that wait together commit together, each in a savepoint of its own.
 */
export async function openSqlite(url: string): Promise<Database> {
  const [path, flushes] = placeOf(url)
  const writer = connect(path, flushes)
  const reader = connect(path, flushes, { readonly: true })
  const inside = new AsyncLocalStorage<true>()
  const listeners = new Set<() => void>()
  const queue: Waiting[] = []
  const memo = new Memo()
  /** What the open batch has written and not yet committed. */
  const dirty = new Set<Table>()
  const noticeOthers = othersOf(writer, memo)
  const write = drizzle(writer, { casing: 'snake_case' })
  const tx = transactionHandle(writer, write, dirty, memo)
  const read = readHandle(reader, memo, noticeOthers)
  const statement = (sql: string) => {
    const prepared = writer.prepare(sql)
    return () => void prepared.run()
  }
  const begin = statement('begin immediate')
  const commit = statement('commit')
  let level = flushes
  let draining = false

  /** One that must reach the disk takes all before it along. */
  function flushFor(batch: readonly Waiting[]): void {
    if (flushes === 'OFF') return
    const wanted = batch.some((one) => one.flush === 'now') ? 'FULL' : 'NORMAL'
    if (wanted === level) return
    level = wanted
    writer.pragma(`synchronous = ${level}`)
  }

  // A turn of the event loop between commits: whoever arrives meanwhile shares the next one.
  async function drain(): Promise<void> {
    draining = true
    while (queue.length > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      await commitTogether(queue.splice(0, batchSize))
    }
    draining = false
  }

  async function commitTogether(batch: Waiting[]): Promise<void> {
    const outcomes: Outcome[] = []
    dirty.clear()
    try {
      flushFor(batch)
      begin()
      noticeOthers()
      for (const waiting of batch) outcomes.push(await attempt(waiting))
      if (!writer.inTransaction) throw new Error('SQLite gave up the transaction; nothing in it was kept.')
      commit()
      memo.written(dirty)
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback')
      for (const waiting of batch) waiting.reject(error)
      return
    } finally {
      dirty.clear()
    }
    batch.forEach((waiting, i) => {
      const outcome = outcomes[i]
      if (outcome?.ok) waiting.resolve(outcome.value)
      else waiting.reject(outcome?.error)
    })
    for (const listener of listeners) listener()
  }

  const savepoint = statement('savepoint one')
  const release = statement('release one')

  async function attempt({ work }: Waiting): Promise<Outcome> {
    savepoint()
    try {
      const value = await inside.run(true, () => work(tx))
      release()
      return { ok: true, value }
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback to one; release one')
      return { ok: false, error }
    }
  }

  const enqueue = <T>(work: (tx: Tx) => Promise<T>, flush: Waiting['flush']): Promise<T> => {
    if (inside.getStore()) throw new Error('A transaction is already open: pass its tx instead.')
    return new Promise<T>((resolve, reject) => {
      queue.push({ work, flush, resolve: (value) => resolve(value as T), reject })
      if (!draining) void drain()
    })
  }

  const shared: Omit<Database, 'transaction' | 'lazy'> = {
    read,
    onCommit: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    migrate: async () => migrate(write, { migrationsFolder: migrationsFolder('sqlite') }),
    close: async () => {
      while (draining) await new Promise((resolve) => setImmediate(resolve))
      reader.close()
      writer.close()
    },
  }
  const lazy: Database = {
    ...shared,
    transaction: (work) => enqueue(work, 'sometime'),
    get lazy() {
      return lazy
    },
  }
  return { ...shared, lazy, transaction: (work) => enqueue(work, 'now') }
}

// drizzle's SQLite handles answer to the same calls as its PostgreSQL ones, with promises that are settled already:
// the two casts below are the one place that says so.

function transactionHandle(
  writer: Client.Database,
  write: ReturnType<typeof drizzle>,
  dirty: Set<Table>,
  memo: Memo,
): Tx {
  const handle = write as unknown as Tx
  const append = appender(writer)
  const appendNew = appender(writer, 'on conflict do nothing')
  return {
    ...selects(handle),
    insert: (table) => {
      dirty.add(table)
      return handle.insert(table)
    },
    update: (table) => {
      dirty.add(table)
      return handle.update(table)
    },
    delete: (table) => {
      dirty.add(table)
      return handle.delete(table)
    },
    execute: (query) => handle.execute(query),
    append: async (table, rows) => {
      dirty.add(table)
      append(table, rows)
    },
    appendNew: async (table, row) => {
      dirty.add(table)
      return appendNew(table, [row]) > 0
    },
    // What this batch wrote is not committed: read it afresh, and keep nothing of it.
    memo: (tables, key, load) => (tables.some((table) => dirty.has(table)) ? load() : memo.get(tables, key, load)),
  }
}

function readHandle(reader: Client.Database, memo: Memo, noticeOthers: () => void): Read {
  const handle = drizzle(reader, { casing: 'snake_case' }) as unknown as Read
  return {
    ...selects(handle),
    memo: (tables, key, load) => {
      noticeOthers()
      return memo.get(tables, key, load)
    },
  }
}

const selects = (handle: Read) => ({
  select: handle.select.bind(handle),
  selectDistinct: handle.selectDistinct.bind(handle),
  $count: handle.$count.bind(handle),
  compiled: compiler(),
})

/** SQLite's `data_version` changes on the writing connection only when another process commits. */
function othersOf(writer: Client.Database, memo: Memo): () => void {
  const dataVersion = writer.prepare<[], number>('pragma data_version').pluck()
  let seen = dataVersion.get()
  let asked = false
  return () => {
    if (asked) return
    // Once a turn of the event loop is soon enough: nothing older than this turn is ever served.
    asked = true
    setImmediate(() => {
      asked = false
    })
    const now = dataVersion.get()
    if (now === seen) return
    seen = now
    memo.forgetAll()
  }
}

/** What is thrown away when the process ends, as in tests, need not reach the disk: `?synchronous=off`. */
function placeOf(url: string): [path: string, flushes: Level] {
  const path = url.replace(/^(sqlite|file):(\/\/)?/, '')
  const short = path.replace(/\?synchronous=off$/, '')
  return [short, short === path ? 'FULL' : 'OFF']
}

function connect(path: string, flushes: Level, options: Client.Options = {}): Client.Database {
  const client = new Client(path, { ...options, timeout: 5000 })
  if (!options.readonly) client.pragma('journal_mode = WAL')
  client.pragma('foreign_keys = ON')
  // FULL: an acknowledged booking survives a power cut.
  client.pragma(`synchronous = ${flushes}`)
  return client
}
