import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { notFound } from '../errors.ts'
import { emit } from '../events/service.ts'
import { requireSelfOrAdmin, userOf } from '../permissions.ts'
import { findContact } from './directory.ts'
import { contactNotes, contactTimeline, type Note, type NoteInput, type NoteRow } from './model.ts'
import { holdContact } from './service.ts'

/** Writes a note onto a contact's timeline. The event log says that there is one, not what it says. */
export async function addNote(ctx: Context, contactId: string, input: NoteInput): Promise<Note> {
  return ctx.db.transaction(async (tx) => {
    const contact = await holdContact(tx, ctx, contactId)
    const id = ctx.newId('note')
    const fact = await emit(tx, ctx, 'contact.note_added', contact.id, { id: contact.id, noteId: id })
    const now = ctx.now()
    const row: NoteRow = {
      id,
      organizationId: ctx.organizationId,
      contactId: contact.id,
      userId: userOf(ctx),
      eventId: fact.id,
      text: input.text,
      createdAt: now,
      updatedAt: now,
    }
    await tx.insert(contactNotes).values(row)
    return present(row)
  })
}

export async function changeNote(ctx: Context, contactId: string, noteId: string, input: NoteInput): Promise<Note> {
  return ctx.db.transaction(async (tx) => {
    const before = await findNote(tx, ctx, contactId, noteId)
    requireSelfOrAdmin(ctx, before.userId, 'change notes')
    const after: NoteRow = { ...before, text: input.text, updatedAt: ctx.now() }
    await tx.update(contactNotes).set(after).where(eq(contactNotes.id, before.id))
    return present(after)
  })
}

/** Takes a note away, and its place on the timeline with it. */
export async function deleteNote(ctx: Context, contactId: string, noteId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const note = await findNote(tx, ctx, contactId, noteId)
    requireSelfOrAdmin(ctx, note.userId, 'delete notes')
    await tx.delete(contactNotes).where(eq(contactNotes.id, note.id))
    await tx.delete(contactTimeline).where(eq(contactTimeline.eventId, note.eventId))
  })
}

async function findNote(tx: Tx, ctx: Context, contactId: string, noteId: string): Promise<NoteRow> {
  const contact = await findContact(tx, ctx, contactId)
  const here = and(eq(contactNotes.id, noteId), eq(contactNotes.contactId, contact.id))
  const [row] = await tx.select().from(contactNotes).where(here)
  if (!row) throw notFound('note', noteId)
  return row
}

const present = (row: NoteRow): Note => ({
  id: row.id,
  contactId: row.contactId,
  userId: row.userId,
  text: row.text,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})
