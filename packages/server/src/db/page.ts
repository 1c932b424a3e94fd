import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gt, lt, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { AppError } from '../errors.ts'
import { bytes } from './dialect.ts'

export interface Page<T> {
  data: T[]
  nextCursor: string | null
}

/** Where a page of a list begins: latest first unless asked, ids break ties. A cursor fits its list and filters only. */
export function pageOf(
  list: string,
  asked: { limit: number; cursor?: string | undefined },
  filters: object = {},
  direction: 'latest first' | 'earliest first' = 'latest first',
) {
  const [beyond, sorted] = direction === 'latest first' ? [lt, desc] : [gt, asc]
  const mark = createHash('sha256')
    .update(JSON.stringify([list, filters]))
    .digest('base64url')
    .slice(0, 8)
  const from = asked.cursor === undefined ? null : readCursor(asked.cursor, mark)
  return {
    after: (at: PgColumn, id: PgColumn): SQL | undefined =>
      from ? or(beyond(at, from.at), and(eq(at, from.at), beyond(bytes(id), from.id))) : undefined,
    order: (at: PgColumn, id: PgColumn): SQL[] => [sorted(at), sorted(bytes(id))],
    /** One row more than asked for tells whether there is a next page. */
    fetch: asked.limit + 1,
    of<Row extends { id: string; createdAt: Date }, T>(
      rows: Row[],
      present: (row: Row) => T,
      placeOf: (row: Row) => Date = (row) => row.createdAt,
    ): Page<T> {
      const kept = rows.slice(0, asked.limit)
      const last = kept.at(-1)
      const more = rows.length > asked.limit && last
      return { data: kept.map(present), nextCursor: more ? writeCursor(placeOf(last), last.id, mark) : null }
    },
  }
}

const writeCursor = (at: Date, id: string, mark: string): string =>
  Buffer.from(`${mark}.${at.getTime()}.${id}`).toString('base64url')

function readCursor(cursor: string, mark: string): { at: Date; id: string } {
  const match = /^([\w-]{8})\.(-?\d{1,15})\.(\w{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (!match?.[2] || !match[3]) {
    const detail = 'This cursor was not made by this server.'
    throw new AppError('invalid_request', detail, {}, [{ parameter: 'cursor', code: 'invalid_cursor', detail }])
  }
  if (match[1] !== mark) {
    throw new AppError('cursor_mismatch', 'This cursor belongs to other filters; start again without it.')
  }
  return { at: new Date(Number(match[2])), id: match[3] }
}
