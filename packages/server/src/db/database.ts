import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

type Handle = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** Selects only: a read handle has no insert to try. */
export type Read = Pick<Handle, 'select' | 'selectDistinct' | '$count'>
export type Tx = Read & Pick<Handle, 'insert' | 'update' | 'delete' | 'execute'>

export interface Database {
  read: Read
  /** Every write. Runs as if alone on SQLite; on PostgreSQL read committed, with row locks where order matters. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Called after each commit, outside of any transaction. */
  onCommit(listener: () => void): void
  /** A number that changes when anybody else commits, or null where the engine has none. */
  version(): number | null
  migrate(): Promise<void>
  close(): Promise<void>
}
