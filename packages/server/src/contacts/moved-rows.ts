import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { bookingContacts } from '../bookings/model.ts'
import type { Tx } from '../db/database.ts'
import { inParts } from '../erasure/traces.ts'
import { events } from '../events/model.ts'
import { links } from '../links/model.ts'
import {
  type ContactRow,
  contactAliases,
  contactNotes,
  contactTimeline,
  type MergeRow,
  type MovedRows,
} from './model.ts'

/** Gives one contact's bookings, timeline, notes, links and addresses to another; answers which rows they were. */
export async function moveRows(tx: Tx, from: ContactRow, to: ContactRow): Promise<MovedRows> {
  const contactId = to.id
  const moving = {
    bookings: await tx
      .update(bookingContacts)
      .set({ contactId })
      .where(eq(bookingContacts.contactId, from.id))
      .returning(),
    // What stands on both timelines already stays where it is.
    events: await tx
      .update(contactTimeline)
      .set({ contactId })
      .where(and(eq(contactTimeline.contactId, from.id), notInArray(contactTimeline.eventId, eventIdsOf(tx, to.id))))
      .returning(),
    notes: await tx.update(contactNotes).set({ contactId }).where(eq(contactNotes.contactId, from.id)).returning(),
    links: await tx.update(links).set({ contactId }).where(eq(links.contactId, from.id)).returning(),
    aliases: await tx
      .update(contactAliases)
      .set({ contactId })
      .where(eq(contactAliases.contactId, from.id))
      .returning(),
  }
  await tx
    .delete(contactAliases)
    .where(and(eq(contactAliases.userId, to.userId), inArray(contactAliases.emailKey, [from.emailKey, to.emailKey])))
  await tx.append(contactAliases, [{ userId: to.userId, emailKey: from.emailKey, contactId }])
  return {
    bookingIds: moving.bookings.map((row) => row.bookingId),
    eventIds: moving.events.map((row) => row.eventId),
    noteIds: moving.notes.map((row) => row.id),
    linkIds: moving.links.map((row) => row.id),
    emailKeys: moving.aliases.map((row) => row.emailKey),
  }
}

/** Gives back what a merge moved, as far as it is still there, with what happened to those bookings and links since. */
export async function moveBack(tx: Tx, { moved, fromId, contactId, from, eventId }: MergeRow): Promise<void> {
  const back = { contactId: fromId }
  const give = async (table: PgTable & { contactId: PgColumn }, column: PgColumn, ids: readonly string[]) => {
    for (const some of inParts(ids)) {
      await tx
        .update(table)
        .set(back)
        .where(and(eq(table.contactId, contactId), inArray(column, some)))
    }
  }
  const later = await factsAbout(tx, [...moved.bookingIds, ...moved.linkIds], { on: contactId, notOn: fromId })
  await tx
    .delete(contactAliases)
    .where(and(eq(contactAliases.contactId, contactId), eq(contactAliases.emailKey, from.emailKey)))
  await tx
    .delete(contactTimeline)
    .where(and(eq(contactTimeline.contactId, contactId), eq(contactTimeline.eventId, eventId)))
  await give(bookingContacts, bookingContacts.bookingId, moved.bookingIds)
  await give(contactTimeline, contactTimeline.eventId, [...moved.eventIds, ...later])
  await give(contactNotes, contactNotes.id, moved.noteIds)
  await give(links, links.id, moved.linkIds)
  await give(contactAliases, contactAliases.emailKey, moved.emailKeys)
}

const eventIdsOf = (tx: Tx, contactId: string) =>
  tx.select({ eventId: contactTimeline.eventId }).from(contactTimeline).where(eq(contactTimeline.contactId, contactId))

/** What stands on one contact's timeline about these bookings and links, and not on the other's. */
async function factsAbout(
  tx: Tx,
  subjectIds: readonly string[],
  { on, notOn }: { on: string; notOn: string },
): Promise<string[]> {
  const ids: string[] = []
  for (const some of inParts(subjectIds)) {
    const rows = await tx
      .select({ eventId: contactTimeline.eventId })
      .from(contactTimeline)
      .innerJoin(events, eq(events.id, contactTimeline.eventId))
      .where(
        and(
          eq(contactTimeline.contactId, on),
          inArray(events.subjectId, some),
          notInArray(contactTimeline.eventId, eventIdsOf(tx, notOn)),
        ),
      )
    ids.push(...rows.map((row) => row.eventId))
  }
  return ids
}
