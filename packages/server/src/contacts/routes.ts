import { z } from 'zod'
import { route, TextFile } from '../http/route.ts'
import { ById, instantInput, listOf, listQuery, queryFlag } from '../shapes.ts'
import { eraseContact } from './erase.ts'
import { exportContacts } from './export.ts'
import { importContacts } from './import.ts'
import { ImportQuery, ImportReport } from './import-model.ts'
import { mergeContacts } from './merge.ts'
import {
  Contact,
  ContactChange,
  ContactErasure,
  ContactMerge,
  ContactWithSummary,
  contactOrders,
  contactSources,
  ErasedContact,
  NewContact,
  Note,
  NoteInput,
  PartedContacts,
  TimelineEntry,
  timelineKinds,
} from './model.ts'
import { addNote, changeNote, deleteNote } from './notes.ts'
import { listContacts } from './search.ts'
import { archiveContact, changeContact, createContact, getContact, restoreContact } from './service.ts'
import { contactTimelineOf } from './timeline.ts'
import { undoMerge } from './unmerge.ts'

const NoteById = z.strictObject({
  id: ById.shape.id,
  noteId: z.string().min(1).max(100).meta({ description: 'The note on the timeline.' }),
})

const filters = {
  q: z.string().max(200).optional().meta({ description: 'Words, or beginnings of words.', example: 'grace harb' }),
  email: z.string().max(254).optional().meta({ description: 'Only those with this address, in any case of letters.' }),
  tag: z.string().min(1).max(60).optional().meta({ description: 'Only those with this whole tag.' }),
  userId: z.string().max(300).optional().meta({ description: "Only this member's; `ext:` and your own id will do." }),
  archived: queryFlag.optional().meta({ description: 'Archived ones instead of the others.', type: 'boolean' }),
  source: z.enum(contactSources).optional().meta({ description: 'Only those who first came from here.' }),
  'lastMet[gte]': instantInput.optional().meta({ description: 'Last met at or after this instant.' }),
  'lastMet[lt]': instantInput.optional().meta({ description: 'Last met before this instant.' }),
  'nextMeeting[gte]': instantInput.optional().meta({ description: 'Next met at or after this instant.' }),
  'nextMeeting[lt]': instantInput.optional().meta({ description: 'Next met before this instant.' }),
  neverMet: queryFlag
    .optional()
    .meta({ description: 'True for those never met, false for the others.', type: 'boolean' }),
  sort: z
    .enum(contactOrders)
    .default('-created')
    .meta({ description: 'By name, last met first, next meeting first, or newest first.' }),
}

export const contactRoutes = [
  route({
    method: 'GET',
    path: '/contacts',
    id: 'contacts.list',
    summary: 'List and search contacts',
    description:
      "An admin sees every member's, a member their own. `q` finds beginnings of words in names, addresses, companies and tags, whatever their case and accents; several words must all be found.",
    scope: 'contacts:read',
    query: listQuery(filters),
    returns: listOf(Contact),
    handle: (ctx, { query }) => listContacts(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/contacts',
    id: 'contacts.create',
    summary: 'Add a contact',
    description:
      'By hand: guests become contacts by themselves when they book. One per member and e-mail address; what you write, no guest overwrites.',
    scope: 'contacts:write',
    body: NewContact,
    status: 201,
    returns: Contact,
    errors: ['not_found', 'forbidden', 'email_taken', 'external_id_taken'],
    handle: (ctx, { body }) => createContact(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/contacts/import',
    id: 'contacts.import',
    summary: 'Import contacts from a CSV file',
    description:
      'UTF-8, at most 50,000 rows, columns parted by commas, semicolons or tabs and named in the first row as Google, Outlook, HubSpot or our own export name them. Addresses that are known are changed and empty cells change nothing, so the same file sent again changes nothing more: no Idempotency-Key is needed, and none is kept. Rows are written a few hundred at a time; an import that breaks off is completed by sending the file again.',
    scope: 'contacts:write',
    query: ImportQuery,
    accepts: { type: 'text/csv', maxBytes: 20 * 1024 * 1024 },
    replayable: false,
    status: 200,
    returns: ImportReport,
    errors: ['not_found'],
    handle: (ctx, { query }, http) => importContacts(ctx, query, http.upload()),
  }),
  route({
    method: 'GET',
    path: '/contacts/export',
    id: 'contacts.export',
    summary: 'Export contacts as a CSV file',
    description:
      'Those of the list with the same filters, all of them. Cells that a spreadsheet would calculate begin with an apostrophe, which an import takes off again.',
    scope: 'contacts:read',
    query: z.strictObject({
      ...filters,
      bom: queryFlag.optional().meta({
        description: 'Begins with a byte order mark, by which Excel knows UTF-8.',
        type: 'boolean',
      }),
    }),
    returns: z.string(),
    produces: 'text/csv; charset=utf-8',
    handle: async (ctx, { query }) => new TextFile('contacts.csv', await exportContacts(ctx, query)),
  }),
  route({
    method: 'GET',
    path: '/contacts/:id',
    id: 'contacts.get',
    summary: 'Get a contact',
    description: 'By its id or `ext:` and your own id, with what its bookings come to.',
    scope: 'contacts:read',
    params: ById,
    returns: ContactWithSummary,
    errors: ['not_found', 'gone'],
    handle: (ctx, { params }) => getContact(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/contacts/:id',
    id: 'contacts.update',
    summary: 'Change a contact',
    description: 'A JSON Merge Patch. From then on a guest’s words leave the fields alone that you sent.',
    scope: 'contacts:write',
    params: ById,
    body: ContactChange,
    returns: Contact,
    errors: ['not_found', 'gone', 'email_taken', 'external_id_taken'],
    handle: (ctx, { params, body }) => changeContact(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/contacts/:id/archive',
    id: 'contacts.archive',
    summary: 'Archive a contact',
    description: 'Takes it out of the list and keeps everything. Archiving twice changes nothing.',
    scope: 'contacts:write',
    params: ById,
    body: z.strictObject({}),
    status: 200,
    returns: Contact,
    errors: ['not_found', 'gone'],
    handle: (ctx, { params }) => archiveContact(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/contacts/:id/restore',
    id: 'contacts.restore',
    summary: 'Restore an archived contact',
    description: 'Puts it back into the list. Restoring twice changes nothing.',
    scope: 'contacts:write',
    params: ById,
    body: z.strictObject({}),
    status: 200,
    returns: Contact,
    errors: ['not_found', 'gone'],
    handle: (ctx, { params }) => restoreContact(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/contacts/:id/merge',
    id: 'contacts.merge',
    summary: 'Merge another contact into one',
    description:
      'Bookings, timeline, notes, tags and links of `fromId` follow; what is empty is filled from it, and later bookings under its address land here. It answers 410 with the `contactId` it went to. Within 24 hours `/merge/undo` parts them again.',
    scope: 'contacts:write',
    params: ById,
    body: ContactMerge,
    status: 200,
    returns: Contact,
    errors: ['not_found', 'gone'],
    handle: (ctx, { params, body }) => mergeContacts(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/contacts/:id/merge/undo',
    id: 'contacts.undoMerge',
    summary: 'Undo the last merge of a contact',
    description:
      'Within 24 hours: both are as they were, but for what was changed since. Bookings made since stay where they landed.',
    scope: 'contacts:write',
    params: ById,
    body: z.strictObject({}),
    status: 200,
    returns: PartedContacts,
    errors: ['not_found', 'gone', 'conflict', 'email_taken', 'external_id_taken'],
    handle: (ctx, { params }) => undoMerge(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/contacts/:id/erase',
    id: 'contacts.erase',
    summary: 'Erase a contact',
    description:
      'For good: contact, notes, timeline and links, and their name, address, answers and words in bookings, events, mails and webhooks. Bookings stay as those of an erased guest. Upcoming ones are refused with `in_use` unless `cancelUpcoming` is true.',
    scope: 'contacts:write',
    params: ById,
    body: ContactErasure,
    status: 200,
    returns: ErasedContact,
    errors: ['not_found', 'gone', 'in_use'],
    handle: (ctx, { params, body }) => eraseContact(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/contacts/:id/timeline',
    id: 'contacts.timeline',
    summary: "List a contact's timeline",
    description:
      'What happened between host and contact, newest first: bookings with every change of them and who made it, mail that failed, links, notes and edits.',
    scope: 'contacts:read',
    params: ById,
    query: listQuery({
      kind: z.enum(timelineKinds).optional().meta({ description: 'Only entries of this kind.' }),
    }),
    returns: listOf(TimelineEntry),
    errors: ['not_found', 'gone'],
    handle: (ctx, { params, query }) => contactTimelineOf(ctx, params.id, query),
  }),
  route({
    method: 'POST',
    path: '/contacts/:id/notes',
    id: 'contacts.addNote',
    summary: 'Add a note to a contact',
    description: 'It stands on the timeline; guests never see it.',
    scope: 'contacts:write',
    params: ById,
    body: NoteInput,
    status: 201,
    returns: Note,
    errors: ['not_found', 'gone'],
    handle: (ctx, { params, body }) => addNote(ctx, params.id, body),
  }),
  route({
    method: 'PATCH',
    path: '/contacts/:id/notes/:noteId',
    id: 'contacts.updateNote',
    summary: 'Change a note',
    description: 'Your own; an admin may change any.',
    scope: 'contacts:write',
    params: NoteById,
    body: NoteInput,
    returns: Note,
    errors: ['not_found', 'gone', 'forbidden'],
    handle: (ctx, { params, body }) => changeNote(ctx, params.id, params.noteId, body),
  }),
  route({
    method: 'DELETE',
    path: '/contacts/:id/notes/:noteId',
    id: 'contacts.deleteNote',
    summary: 'Delete a note',
    description: 'Your own; an admin may delete any. It leaves the timeline too.',
    scope: 'contacts:write',
    params: NoteById,
    errors: ['not_found', 'gone', 'forbidden'],
    handle: (ctx, { params }) => deleteNote(ctx, params.id, params.noteId),
  }),
]
