import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { apiKeys } from '../api-keys/model.ts'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import type { Page } from '../db/page.ts'
import { placesOf } from '../db/places.ts'
import { events } from '../events/model.ts'
import type { Fact } from '../events/service.ts'
import { users } from '../users/model.ts'
import { findContact } from './directory.ts'
import { contactNotes, contactTimeline, type NoteRow, type TimelineEntry, type TimelineKind } from './model.ts'

/** What happened between a host and a contact, newest first. */
export async function contactTimelineOf(
  ctx: Context,
  id: string,
  asked: { limit: number; cursor?: string | undefined; kind?: TimelineKind | undefined },
): Promise<Page<TimelineEntry>> {
  const db = ctx.db.read
  const contact = await findContact(db, ctx, id)
  const places = placesOf('contact-timeline', { contactId: contact.id, kind: asked.kind })
  const from = places.read(asked.cursor)
  const rows = await db
    .select({ eventId: contactTimeline.eventId, kind: contactTimeline.kind, seq: contactTimeline.seq })
    .from(contactTimeline)
    .where(
      and(
        eq(contactTimeline.contactId, contact.id),
        asked.kind && eq(contactTimeline.kind, asked.kind),
        from ? lt(contactTimeline.seq, from.number) : undefined,
      ),
    )
    .orderBy(desc(contactTimeline.seq))
    .limit(asked.limit + 1)
  const kept = rows.slice(0, asked.limit)
  const last = kept.at(-1)
  const facts = await factsOf(db, ctx, kept)
  const names = await namesOf(db, ctx, [...facts.values()])
  const notes = await notesOf(db, contact.id, kept)
  const data = kept.flatMap(({ eventId, kind }) => {
    const fact = facts.get(eventId)
    return fact ? [entryOf(kind, fact, names.get(fact.actorId), notes.get(eventId))] : []
  })
  return { data, nextCursor: rows.length > asked.limit && last ? places.write({ number: last.seq, word: '' }) : null }
}

function entryOf(kind: TimelineKind, fact: Fact, name: string | undefined, note: NoteRow | undefined): TimelineEntry {
  const { type, id, createdAt, actorType, actorId, subjectId, data } = fact
  const by = name ?? (actorType === 'guest' ? textIn(data.guest, 'name') : undefined)
  const bookingId = type.startsWith('booking.') ? subjectId : textIn(data, 'bookingId')
  const linkId = type.startsWith('link.') ? subjectId : textIn(data, 'linkId')
  const title = textIn(data, kind === 'mail_failed' ? 'subject' : 'title')
  const text = note?.text ?? textOf(kind, data)
  return {
    id,
    kind,
    at: createdAt.toISOString(),
    by: { type: actorType, id: actorId, ...(by !== undefined && { name: by }) },
    ...(bookingId !== undefined && { bookingId }),
    ...(linkId !== undefined && { linkId }),
    ...(note && { noteId: note.id }),
    ...(title !== undefined && { title }),
    ...changeOf(kind, fact),
    ...(text !== undefined && { text }),
  }
}

/** What a guest or host wrote about it, or what the mail server said. */
function textOf(kind: TimelineKind, data: Fact['data']): string | undefined {
  if (kind === 'cancelled') return textIn(data.cancellation, 'reason')
  if (kind === 'moved') return textIn(data, 'rescheduleReason')
  return kind === 'mail_failed' ? textIn(data, 'error') : undefined
}

const shown: Partial<Record<TimelineKind, readonly string[]>> = {
  booked: ['start', 'end'],
  requested: ['start', 'end'],
  moved: ['start', 'end'],
  reassigned: ['hosts'],
  no_show: ['noShow'],
}

function changeOf(kind: TimelineKind, { data, previous }: Fact): Pick<TimelineEntry, 'before' | 'after'> {
  const isEdit = kind === 'edited' || kind === 'merged'
  const fields = isEdit ? Object.keys(previous ?? {}) : shown[kind]
  if (!fields?.length) return {}
  const before = pick(previous ?? {}, fields)
  return { ...(Object.keys(before).length > 0 && { before }), after: pick(data, fields) }
}

async function factsOf(db: Read, ctx: Context, rows: readonly { eventId: string }[]): Promise<Map<string, Fact>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.eventId)
  // By their ids alone: asked for the organization too, SQLite would read its whole log.
  const facts = await db.select().from(events).where(inArray(events.id, ids))
  return new Map(facts.filter((fact) => fact.organizationId === ctx.organizationId).map((fact) => [fact.id, fact]))
}

/** What members and keys are called now. */
async function namesOf(db: Read, ctx: Context, facts: readonly Fact[]): Promise<Map<string, string>> {
  const ids = [...new Set(facts.map((fact) => fact.actorId))]
  if (ids.length === 0) return new Map()
  const people = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(inArray(users.id, ids), eq(users.organizationId, ctx.organizationId)))
  const keys = await db
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(inArray(apiKeys.id, ids), eq(apiKeys.organizationId, ctx.organizationId)))
  return new Map([...people, ...keys].map((row) => [row.id, row.name]))
}

async function notesOf(
  db: Read,
  contactId: string,
  rows: readonly { eventId: string; kind: TimelineKind }[],
): Promise<Map<string, NoteRow>> {
  const ids = rows.filter((row) => row.kind === 'note').map((row) => row.eventId)
  if (ids.length === 0) return new Map()
  const notes = await db
    .select()
    .from(contactNotes)
    .where(and(inArray(contactNotes.eventId, ids), eq(contactNotes.contactId, contactId)))
  return new Map(notes.map((note) => [note.eventId, note]))
}

function textIn(value: unknown, field: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
  return typeof found === 'string' && found !== '' ? found : undefined
}

const pick = (from: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.filter((field) => field in from).map((field) => [field, from[field]]))
