import { asc, desc, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { bytes } from '../db/dialect.ts'
import type { Place } from '../db/places.ts'
import { type ContactOrder, type ContactRow, contacts } from './model.ts'

/** An order of contacts, and where in it one stands. */
export interface Order {
  by: SQL[]
  /** Whoever comes after a place, and whoever does not. */
  after(place: Place): SQL
  until(place: Place): SQL
  placeOf(row: ContactRow): Place
}

export const orders: Record<ContactOrder, Order> = {
  name: {
    by: [asc(contacts.nameKey)],
    after: ({ word }) => sql`${contacts.nameKey} > ${word}`,
    until: ({ word }) => sql`${contacts.nameKey} <= ${word}`,
    placeOf: (row) => ({ number: 0, word: row.nameKey }),
  },
  '-lastMet': {
    ...falling(contacts.lastMinute, (minute) => minute),
    placeOf: (row) => ({ number: row.lastMinute, word: row.id }),
  },
  nextMeeting: {
    by: [asc(contacts.nextMinute), asc(bytes(contacts.id))],
    after: (place) => sql`(${contacts.nextMinute}, ${bytes(contacts.id)}) > (${place.number}, ${place.word})`,
    until: (place) => sql`(${contacts.nextMinute}, ${bytes(contacts.id)}) <= (${place.number}, ${place.word})`,
    placeOf: (row) => ({ number: row.nextMinute, word: row.id }),
  },
  '-created': {
    ...falling(contacts.createdAt, (ms) => new Date(ms)),
    placeOf: (row) => ({ number: row.createdAt.getTime(), word: row.id }),
  },
}

function falling(column: PgColumn, read: (number: number) => unknown): Pick<Order, 'by' | 'after' | 'until'> {
  const here = sql`(${column}, ${bytes(contacts.id)})`
  const at = ({ number, word }: Place) => sql`(${sql.param(read(number), column)}, ${word})`
  return {
    by: [desc(column), desc(bytes(contacts.id))],
    after: (place) => sql`${here} < ${at(place)}`,
    until: (place) => sql`${here} >= ${at(place)}`,
  }
}
