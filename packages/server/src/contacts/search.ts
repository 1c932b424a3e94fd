import { and, count, eq, exists, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import type { Page } from '../db/page.ts'
import { type Place, placesOf } from '../db/places.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { normalizeEmail } from '../shapes.ts'
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
import { type Order, orders } from './orders.ts'
import { presentContact } from './present.ts'
import { type Term, termsOf, wordsOf } from './words.ts'

export interface ContactFilter {
  limit: number
  cursor?: string | undefined
  q?: string | undefined
  email?: string | undefined
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

/** So many matches of a word are gathered and sorted at once; with more of them, walking the order is sooner done. */
const few = 500
/** So far the order is walked for a page; of several words that are each frequent, few may meet. */
const stretch = { ofOne: 5000, ofSeveral: 500 }
/** So many contacts of each word are intersected; whoever has a word that more have is asked for it. */
const many = 10_000

const nothing: Page<Contact> = { data: [], nextCursor: null }

/** Contacts by words, tag and dates: an admin searches the whole organization, a member what is theirs. */
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
  const found = { db, scope, terms, limit, sort, from, and: wanted(asked) }
  const [rare] = asked.email === undefined ? await within(found, few, 'the first') : []
  const isFew = rare !== undefined || asked.email !== undefined
  const rows = isFew ? await gathered(found, rare ? [rare] : []) : await walked(found)
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    data: kept.map(presentContact),
    nextCursor: rows.length > limit && last ? places.write(sort.placeOf(last)) : null,
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

interface Question {
  db: Read
  scope: Scope
  terms: readonly Term[]
  limit: number
  sort: Order
  from: Place | null
  and: (SQL | undefined)[]
}

/** The terms that at most so many contacts have; none is counted further than that. */
async function within({ db, scope, terms }: Question, most: number, wanted: 'the first' | 'all'): Promise<Term[]> {
  const kept: Term[] = []
  for (const term of terms) {
    const found = idsOf(db, scope, [term])
      .limit(most + 1)
      .as('found')
    const [row] = await db.select({ n: count() }).from(found)
    if ((row?.n ?? 0) <= most) kept.push(term)
    if (kept.length > 0 && wanted === 'the first') break
  }
  return kept
}

/** From the words: whoever has these, sorted; each is asked for the others. */
function gathered(asked: Question, these: readonly Term[]): Promise<ContactRow[]> {
  const { db, scope, terms, limit, sort, from, and: also } = asked
  const others = terms.filter((term) => !these.includes(term))
  const here = these.length > 0 ? inArray(contacts.id, idsOf(db, scope, these)) : eq(contacts[scope.column], scope.id)
  return db
    .select()
    .from(contacts)
    .where(and(here, ...others.map((term) => has(db, term)), from ? sort.after(from) : undefined, ...also))
    .orderBy(...sort.by)
    .limit(limit + 1)
}

/** From the order: whoever comes first and has the words, as far as a page is likely to be full. */
async function walked(asked: Question): Promise<ContactRow[]> {
  const { db, scope, terms, limit, sort, from, and: also } = asked
  const here = and(eq(contacts[scope.column], scope.id), from ? sort.after(from) : undefined)
  const end = terms.length > 0 ? await endOf(asked, here) : undefined
  const rows = await db
    .select()
    .from(contacts)
    .where(and(here, end && sort.until(end), ...terms.map((term) => has(db, term)), ...also))
    .orderBy(...sort.by)
    .limit(limit + 1)
  return end && rows.length <= limit ? gathered(asked, await within(asked, many, 'all')) : rows
}

/** Where a stretch of the order ends, if anything lies beyond it; an index alone answers. */
async function endOf({ db, sort, terms }: Question, here: SQL | undefined): Promise<Place | undefined> {
  const [row] = await db
    .select()
    .from(contacts)
    .where(here)
    .orderBy(...sort.by)
    .limit(1)
    .offset(terms.length > 1 ? stretch.ofSeveral : stretch.ofOne)
  return row && sort.placeOf(row)
}

type Ids = ReturnType<typeof wordsBetween>

/** The contacts with all of these terms; engines intersect what an index alone answers. */
function idsOf(db: Read, scope: Scope, [term, ...others]: readonly Term[]): Ids {
  if (!term) throw new Error('A search by words needs a word.')
  const rest: SQL | undefined =
    others.length > 0 ? inArray(contactWords.contactId, idsOf(db, scope, others)) : undefined
  return wordsBetween(db, scope, term, rest)
}

const wordsBetween = (db: Read, scope: Scope, { from, to }: Term, rest: SQL | undefined) =>
  db
    .select({ id: contactWords.contactId })
    .from(contactWords)
    .where(and(eq(contactWords[scope.column], scope.id), gte(contactWords.word, from), lt(contactWords.word, to), rest))

const has = (db: Read, { from, to }: Term): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(contactWords)
      .where(and(eq(contactWords.contactId, contacts.id), gte(contactWords.word, from), lt(contactWords.word, to))),
  )

const wanted = (asked: ContactFilter): (SQL | undefined)[] => [
  asked.archived ? isNotNull(contacts.archivedAt) : isNull(contacts.archivedAt),
  asked.email === undefined ? undefined : eq(contacts.emailKey, normalizeEmail(asked.email)),
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
