import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgInsertValue, PgTable } from 'drizzle-orm/pg-core'
import { dialect } from '../config.ts'
import type { Tx } from './database.ts'

interface DriverError {
  code?: string
  message?: string
  constraint?: string
  cause?: unknown
}

/** True when a unique index refused the row; `index` is its name, `column` the one that tells it apart on SQLite. */
export function isUniqueViolation(error: unknown, index?: string, column?: string): boolean {
  for (const cause of causes(error)) {
    if (cause.code === '23505') return index === undefined || cause.constraint === index
    if (cause.code === 'SQLITE_CONSTRAINT_UNIQUE' || cause.code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
      // SQLite names the columns of the index and not the index.
      return column === undefined || (cause.message ?? '').includes(`.${column}`)
    }
  }
  return false
}

/** True when PostgreSQL asks to run the transaction again: serialization failure or deadlock. */
export const isSerializationFailure = (error: unknown): boolean =>
  causes(error).some((cause) => cause.code === '40001' || cause.code === '40P01')

/** True when the disk is full or not writable: the caller did nothing wrong and may try again later. */
export const isStorageFailure = (error: unknown): boolean =>
  causes(error).some((cause) => /^SQLITE_(FULL|IOERR|READONLY|BUSY)|^53100$/.test(cause.code ?? ''))

function causes(error: unknown): DriverError[] {
  const chain: DriverError[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) chain.push(cause as DriverError)
  return chain
}

/** Holds these rows until the transaction ends, in the order of their ids. SQLite's single writer already does. */
export async function lockRows(tx: Tx, tableName: string, ids: readonly string[]): Promise<void> {
  if (dialect === 'sqlite' || ids.length === 0) return
  const list = sql.join(
    [...new Set(ids)].sort().map((id) => sql`${id}`),
    sql`, `,
  )
  await tx.execute(sql`select id from ${sql.identifier(tableName)} where id in (${list}) order by id for update`)
}

/** Inserts a row unless its key is taken; waits for another process that is about to take it. True when it is ours. */
export async function claimRow<T extends PgTable>(
  tx: Tx,
  into: T,
  row: PgInsertValue<T>,
  waitMs: number,
): Promise<boolean> {
  if (dialect === 'postgres') await tx.execute(sql.raw(`set local lock_timeout = ${Math.round(waitMs)}`))
  const claimed = await tx.insert(into).values(row).onConflictDoNothing().returning()
  if (dialect === 'postgres') await tx.execute(sql.raw('set local lock_timeout = 0'))
  return Array.isArray(claimed) && claimed.length > 0
}

/** True when a row was held by somebody else for too long. */
export const isLockTimeout = (error: unknown): boolean => causes(error).some((cause) => cause.code === '55P03')

/** Holds a name until the transaction ends, where there is no row to hold yet. */
export async function lockName(tx: Tx, name: string): Promise<void> {
  if (dialect === 'postgres') await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

/** Ids compared byte by byte, as they rise; a database's own collation may mix upper and lower case. */
export const bytes = (column: PgColumn): SQL => (dialect === 'postgres' ? sql`${column} collate "C"` : sql`${column}`)

/** `column in (…)` for a compiled query: any number of values behind one placeholder. */
export const inList = (column: PgColumn | SQL, name: string): SQL =>
  dialect === 'postgres'
    ? sql`${column} = any(${sql.placeholder(name)})`
    : sql`${column} in (select value from json_each(${sql.placeholder(name)}))`

/** The values for `inList`. */
export const listValue = (values: readonly string[]): unknown =>
  dialect === 'postgres' ? values : JSON.stringify(values)

/** An instant behind a placeholder of a compiled query. */
export const instantValue = (instant: Date): unknown =>
  dialect === 'postgres' ? instant.toISOString() : instant.getTime()

/** Appended to a select that claims rows: other processes skip what this one holds. */
export const skipLocked: SQL = dialect === 'postgres' ? sql` for update skip locked` : sql``
