import type { Table } from 'drizzle-orm'
import type { PgDatabase, PgInsertValue, PgQueryResultHKT, PgTable } from 'drizzle-orm/pg-core'

type Handle = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** A query that was compiled once; `execute` binds its placeholders. */
interface Compiled<T> {
  execute(values: Record<string, unknown>): Promise<T>
}

/** Selects only: a read handle has no insert to try. */
export interface Read extends Pick<Handle, 'select' | 'selectDistinct' | '$count'> {
  /** Runs a query that is compiled once a handle; `name` is its own among all queries. */
  compiled<T>(
    name: string,
    values: Record<string, unknown>,
    build: () => { prepare(name: string): Compiled<T> },
  ): Promise<T>
  /** What `load` answers, kept until one of these tables is written, where the engine can tell. Treat it as frozen. */
  memo<T>(tables: readonly Table[], key: string, load: () => Promise<T>): Promise<T>
}

export interface Tx extends Read, Pick<Handle, 'insert' | 'update' | 'delete' | 'execute'> {
  /** The fast insert: whole rows, nothing returned. */
  append<T extends PgTable>(table: T, rows: readonly PgInsertValue<T>[]): Promise<void>
  /** The same for one row, unless a unique index has its like; true when it was written. */
  appendNew<T extends PgTable>(table: T, row: PgInsertValue<T>): Promise<boolean>
}

export interface Database {
  read: Read
  /** Every write. Runs as if alone on SQLite; on PostgreSQL read committed, with row locks where order matters. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Called after each commit, outside of any transaction; answers how to stop that. */
  onCommit(listener: () => void): () => void
  /**
   * The same database for what can be done again: its commits reach the disk with the next one that must. A power cut
   * takes back the last of them, in their order, and leaves nothing half done.
   */
  lazy: Database
  migrate(): Promise<void>
  close(): Promise<void>
}
