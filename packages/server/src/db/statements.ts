import type Client from 'better-sqlite3'
import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { Read } from './database.ts'

interface Insert {
  statement: Client.Statement
  bind(row: Record<string, unknown>): unknown[]
}

/** Keeps each compiled query of one handle under its name. */
export function compiler(): Read['compiled'] {
  const kept = new Map<string, unknown>()
  return async (name, values, build) => {
    // A name stands for one query, so what is kept under it has that query's type.
    let query = kept.get(name) as ReturnType<ReturnType<typeof build>['prepare']> | undefined
    if (query === undefined) {
      query = build().prepare(name)
      kept.set(name, query)
    }
    return query.execute(values)
  }
}

/** Inserts whole rows with one statement a table, compiled once; answers how many were written. */
export function appender(
  client: Client.Database,
  otherwise: '' | 'on conflict do nothing' = '',
): (table: Table, rows: readonly object[]) => number {
  const kept = new Map<Table, Insert>()
  return (table, rows) => {
    let insert = kept.get(table)
    if (insert === undefined) {
      insert = insertInto(client, table, otherwise)
      kept.set(table, insert)
    }
    let written = 0
    for (const row of rows) written += insert.statement.run(...insert.bind({ ...row })).changes
    return written
  }
}

function insertInto(client: Client.Database, table: Table, otherwise: string): Insert {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([key]) => `"${toSnakeCase(key)}"`).join(', ')
  const marks = columns.map(() => '?').join(', ')
  return {
    statement: client.prepare(`insert into "${getTableName(table)}" (${names}) values (${marks}) ${otherwise}`),
    bind: (row) =>
      columns.map(([key, column]) => {
        const value = row[key]
        if (value === undefined) throw new Error(`A row for ${getTableName(table)} lacks ${key}.`)
        return value === null ? null : column.mapToDriverValue(value)
      }),
  }
}
