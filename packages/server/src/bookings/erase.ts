import { eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { erasedGuest, scrubbed } from '../erasure/scrub.ts'
import { inParts, type Traces } from '../erasure/traces.ts'
import { bookingContacts, bookings } from './model.ts'

/** Keeps somebody's bookings without them: when and with which host stays, so that figures and limits stay true. */
export async function eraseBookings(tx: Tx, ctx: Context, traces: Traces): Promise<void> {
  for (const some of inParts(traces.bookingIds)) {
    for (const row of await tx.select().from(bookings).where(inArray(bookings.id, some))) {
      await tx
        .update(bookings)
        .set({
          title: scrubbed(row.title, traces),
          guestName: erasedGuest.name,
          guestEmail: erasedGuest.email,
          guestKey: erasedGuest.email,
          guestTimezone: 'UTC',
          guestLocale: null,
          additionalGuests: [],
          answers: {},
          location: row.location && { kind: row.location.kind },
          notes: null,
          cancelReason: null,
          rescheduleReason: null,
          manageHash: null,
          metadata: {},
          externalId: scrubbed(row.externalId, traces),
          updatedAt: ctx.now(),
        })
        .where(eq(bookings.id, row.id))
      traces.subjectIds.add(row.id)
    }
  }
  for (const some of inParts(traces.contactIds)) {
    await tx.delete(bookingContacts).where(inArray(bookingContacts.contactId, some))
  }
  await eraseAlong(tx, traces)
}

/** Bookings of others lose the address that was brought along, and nothing else. */
async function eraseAlong(tx: Tx, traces: Traces): Promise<void> {
  for (const some of inParts(traces.alongIds)) {
    for (const row of await tx.select().from(bookings).where(inArray(bookings.id, some))) {
      const { additionalGuests, answers, notes, metadata } = row
      const fields = scrubbed({ additionalGuests, answers, notes, metadata }, { ...traces, names: [] })
      await tx.update(bookings).set(fields).where(eq(bookings.id, row.id))
      traces.subjectIds.add(row.id)
    }
  }
}
