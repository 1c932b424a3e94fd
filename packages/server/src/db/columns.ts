// The one place that knows two dialects: PostgreSQL is the canonical type, SQLite the default engine.
import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'
import { dialect } from '../config.ts'

const postgresKit = {
  table: pg.pgTable,
  index: pg.index,
  unique: pg.uniqueIndex,
  text: () => pg.text(),
  integer: () => pg.integer(),
  bigint: () => pg.bigint({ mode: 'number' }),
  real: () => pg.doublePrecision(),
  flag: () => pg.boolean(),
  instant: () => pg.timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  json: <T>() => pg.jsonb().$type<T>(),
}

const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  unique: sqlite.uniqueIndex,
  text: () => sqlite.text(),
  integer: () => sqlite.integer(),
  bigint: () => sqlite.integer(),
  real: () => sqlite.real(),
  flag: () => sqlite.integer({ mode: 'boolean' }),
  instant: () => sqlite.integer({ mode: 'timestamp_ms' }),
  json: <T>() => sqlite.text({ mode: 'json' }).$type<T>(),
}

// The kits have the same members by construction; both engines run what compiles against PostgreSQL's types.
export const { table, index, unique, text, integer, bigint, real, flag, instant, json } =
  dialect === 'postgres' ? postgresKit : (sqliteKit as unknown as typeof postgresKit)
