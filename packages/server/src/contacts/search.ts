import { and, asc, count, desc, eq, exists, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { bytes } from '../db/dialect.ts'
import type { Page } from '../db/page.ts'
import { placesOf } from '../db/places.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { findUsersByIds } from '../users/directory.ts'
import {
  type Contact,
  type ContactOrder,
  type ContactRow,
  type ContactSource,
  contacts,
  contactWords,
  neverMet,
  noneAhead,
} from './model.ts'
import { presentContact } from './present.ts'
import { type Term, termsOf, wordsOf } from './words.ts'

export interface ContactFilter {
  limit: number
  cursor?: string | undefined
  q?: string | undefined
  tag?: string | undefined
  userId?: string | undefined
  archived?: boolean | undefined
  source?: ContactSource | undefined
  'lastMet[gte]'?: Date | undefined
  'lastMet[lt]'?: Date | undefined
  'nextMeeting[gte]'?: Date | undefined
  'nextMeeting[lt]'?: Date | undefined
  neverMet?: boolean | undefined
  sort?: ContactOrder | undefined
}

/** So many matches of a word are gathered and then sorted; with more of them, walking the order finds a page sooner. */
const few = 2000
/** Of several words that are each frequent, few may meet: a walk could go far, so more is gathered first. */
const fewOfSeveral = 10_000

const nothing: Page<Contact> = { data: [], nextCursor: null }

/** Contacts by words, tag and dates: an admin's search goes through the whole organization, a member's through theirs. */
export async function listContacts(ctx: Context, asked: ContactFilter): Promise<Page<Contact>> {
  const { limit, cursor, ...filters } = asked
  const sort = orders[asked.sort ?? '-created']
  const places = placesOf('contacts', filters)
  const from = places.read(cursor)
  const db = ctx.db.read
  const scope = await scopeOf(db, ctx, asked.userId)
  const terms = termsOf(asked)
  const saysNothing = Boolean(asked.q?.trim()) && wordsOf(asked.q ?? '').length === 0
  if (!scope || saysNothing) return nothing
  const rarest = await rarestOf(db, scope, terms)
  const others = terms.filter((term) => term !== rarest)
  const rows = await db
    .select()
    .from(contacts)
    .where(
      and(
        rarest ? inArray(contacts.id, idsOf(db, scope, rarest)) : eq(contacts[scope.column], scope.id),
        ...others.map((term) => has(db, term)),
        ...wanted(asked),
        from ? sort.after(from.number, from.word) : undefined,
      ),
    )
    .orderBy(...sort.by)
    .limit(limit + 1)
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    data: kept.map(presentContact),
    nextCursor: rows.length > limit && last ? places.write(...sort.placeOf(last)) : null,
  }
}

interface Scope {
  column: 'organizationId' | 'userId'
  id: string
}

/** Whose contacts are searched; null where there can be none. */
async function scopeOf(db: Read, ctx: Context, userId: string | undefined): Promise<Scope | null> {
  if (!isAdmin(ctx)) return { column: 'userId', id: userOf(ctx) }
  if (userId === undefined) return { column: 'organizationId', id: ctx.organizationId }
  const user = (await findUsersByIds(db, ctx, [userId])).get(userId)
  return user ? { column: 'userId', id: user.id } : null
}

/** The term with the fewest contacts, if they are few enough to be gathered. No term is counted further than that. */
async function rarestOf(db: Read, scope: Scope, terms: readonly Term[]): Promise<Term | undefined> {
  let most = terms.length > 1 ? fewOfSeveral : few
  let rarest: Term | undefined
  for (const term of terms) {
    const found = idsOf(db, scope, term)
      .limit(most + 1)
      .as('found')
    const [row] = await db.select({ n: count() }).from(found)
    const n = row?.n ?? 0
    if (n > most) continue
    rarest = term
    most = n
    // Whoever types a whole address has found them; counting on would cost more than looking.
    if (n <= 50) break
  }
  return rarest
}

const idsOf = (db: Read, scope: Scope, { from, to }: Term) =>
  db
    .select({ id: contactWords.contactId })
    .from(contactWords)
    .where(and(eq(contactWords[scope.column], scope.id), gte(contactWords.word, from), lt(contactWords.word, to)))

const has = (db: Read, { from, to }: Term): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(contactWords)
      .where(and(eq(contactWords.contactId, contacts.id), gte(contactWords.word, from), lt(contactWords.word, to))),
  )

const wanted = (asked: ContactFilter): (SQL | undefined)[] => [
  asked.archived ? isNotNull(contacts.archivedAt) : isNull(contacts.archivedAt),
  asked.source && eq(contacts.source, asked.source),
  asked.neverMet === undefined
    ? undefined
    : asked.neverMet
      ? eq(contacts.lastMinute, neverMet)
      : sql`${contacts.lastMinute} > ${neverMet}`,
  asked['lastMet[gte]'] && gte(contacts.lastMinute, minuteOf(asked['lastMet[gte]'])),
  asked['lastMet[lt]'] &&
    and(sql`${contacts.lastMinute} > ${neverMet}`, lt(contacts.lastMinute, minuteOf(asked['lastMet[lt]']))),
  asked['nextMeeting[gte]'] &&
    and(gte(contacts.nextMinute, minuteOf(asked['nextMeeting[gte]'])), lt(contacts.nextMinute, noneAhead)),
  asked['nextMeeting[lt]'] && lt(contacts.nextMinute, minuteOf(asked['nextMeeting[lt]'])),
]

/** Meetings start on whole minutes, so the first one that is not before an instant is its minute rounded up. */
const minuteOf = (instant: Date): number => Math.ceil(instant.getTime() / 60_000)

interface Order {
  by: SQL[]
  after(number: number, word: string): SQL
  placeOf(row: ContactRow): [number, string]
}

const orders: Record<ContactOrder, Order> = {
  name: {
    by: [asc(contacts.nameKey)],
    after: (_, nameKey) => sql`${contacts.nameKey} > ${nameKey}`,
    placeOf: (row) => [0, row.nameKey],
  },
  '-lastMet': {
    by: [desc(contacts.lastMinute), desc(bytes(contacts.id))],
    after: (minute, id) => before(contacts.lastMinute, minute, id),
    placeOf: (row) => [row.lastMinute, row.id],
  },
  nextMeeting: {
    by: [asc(contacts.nextMinute), asc(bytes(contacts.id))],
    after: (minute, id) => sql`(${contacts.nextMinute}, ${bytes(contacts.id)}) > (${minute}, ${id})`,
    placeOf: (row) => [row.nextMinute, row.id],
  },
  '-created': {
    by: [desc(contacts.createdAt), desc(bytes(contacts.id))],
    after: (ms, id) => before(contacts.createdAt, new Date(ms), id),
    placeOf: (row) => [row.createdAt.getTime(), row.id],
  },
}

const before = (column: PgColumn, value: number | Date, id: string): SQL =>
  sql`(${column}, ${bytes(contacts.id)}) < (${sql.param(value, column)}, ${id})`
