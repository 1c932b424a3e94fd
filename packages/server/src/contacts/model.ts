import { z } from 'zod'
import { bigint, index, instant, integer, json, table, text, unique } from '../db/columns.ts'
import { emailInput, externalIdInput, lineInput, textInput, zoneInput } from '../shapes.ts'

export const contactSources = ['booking', 'manual', 'import', 'link'] as const
export type ContactSource = (typeof contactSources)[number]

export const contactOrders = ['name', '-lastMet', 'nextMeeting', '-created'] as const
export type ContactOrder = (typeof contactOrders)[number]

/** What a host may write over a guest's own words; from then on the guest's words leave it alone. */
export const guestFields = ['name', 'timezone'] as const
export type GuestField = (typeof guestFields)[number]

const tagsInput = z
  .array(lineInput(60))
  .max(50)
  .transform((tags) => [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()])
  .meta({ example: ['vip', 'berlin'], description: 'Replaces all tags; the same word in another case is one tag.' })

const fields = {
  name: lineInput(200).nullable().optional().meta({ example: 'Grace Hopper' }),
  phone: lineInput(50).nullable().optional().meta({ example: '+1 202 555 0143' }),
  company: lineInput(200).nullable().optional().meta({ example: 'Harbour Computing' }),
  timezone: zoneInput.nullable().optional().meta({ example: 'America/New_York' }),
  about: textInput(5000)
    .nullable()
    .optional()
    .meta({ description: 'A few words for yourself; guests never see them.' }),
  tags: tagsInput.optional(),
  externalId: externalIdInput.nullable().optional(),
}

export const NewContact = z
  .strictObject({
    userId: z.string().min(1).max(300).optional().meta({ description: 'Whose; an admin may name another member.' }),
    email: emailInput.meta({ example: 'grace@example.com' }),
    ...fields,
  })
  .meta({ id: 'NewContact' })
export type NewContact = z.output<typeof NewContact>

export const ContactChange = z
  .strictObject({ email: emailInput.optional(), ...fields })
  .meta({ id: 'ContactChange', example: { company: 'Harbour Computing', tags: ['vip'] } })
export type ContactChange = z.output<typeof ContactChange>

const metAt = z.iso.datetime().nullable()

export const Contact = z
  .object({
    id: z.string().meta({ example: 'ctc_0WbXkT3nPq7YvLs2DfGh' }),
    userId: z.string().meta({ description: 'Whose contact it is.' }),
    email: z.string().meta({ example: 'grace@example.com' }),
    name: z.string().nullable().meta({ example: 'Grace Hopper' }),
    phone: z.string().nullable().meta({ example: '+1 202 555 0143' }),
    company: z.string().nullable().meta({ example: 'Harbour Computing' }),
    timezone: z.string().nullable().meta({ example: 'America/New_York' }),
    about: z.string().nullable(),
    tags: z.array(z.string()).meta({ example: ['vip', 'berlin'] }),
    source: z.enum(contactSources).meta({ example: 'booking', description: 'Where it first came from.' }),
    externalId: z.string().nullable(),
    archivedAt: metAt,
    firstMetAt: metAt.meta({ description: 'When the first meeting began that took place.' }),
    lastMetAt: metAt.meta({ example: '2030-01-08T09:00:00.000Z' }),
    nextMeetingAt: metAt.meta({ description: 'When the next confirmed meeting starts, or the one under way did.' }),
    bookingCount: z.int().meta({ example: 4, description: 'Bookings that were neither cancelled nor declined.' }),
    noShowCount: z.int().meta({ example: 0 }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Contact', description: 'A guest as one host knows them: one per host and e-mail address.' })
export type Contact = z.infer<typeof Contact>

export const ContactSummary = z
  .object({
    firstMetAt: metAt,
    lastMetAt: metAt.meta({ example: '2030-01-08T09:00:00.000Z' }),
    nextMeetingAt: metAt,
    bookingCount: z.int().meta({ example: 4 }),
    cancelledCount: z.int().meta({ example: 1 }),
    noShowCount: z.int().meta({ example: 0 }),
    averageNoticeMinutes: z.int().nullable().meta({
      example: 2880,
      description: 'How long before the start they book, on average; null without bookings.',
    }),
  })
  .meta({ id: 'ContactSummary' })
export type ContactSummary = z.infer<typeof ContactSummary>

export const ContactWithSummary = Contact.extend({ summary: ContactSummary }).meta({ id: 'ContactWithSummary' })
export type ContactWithSummary = z.infer<typeof ContactWithSummary>

export const ContactMerge = z
  .strictObject({
    fromId: z
      .string()
      .min(1)
      .max(300)
      .meta({ example: 'ctc_0WbXkT3nPq7YvLs2DfGj', description: 'The one that goes; `ext:` and your own id will do.' }),
  })
  .meta({ id: 'ContactMerge' })

export const PartedContacts = z
  .object({
    contact: Contact.meta({ description: 'The one that stayed, as it was.' }),
    restored: Contact.meta({ description: 'The one that had gone.' }),
  })
  .meta({ id: 'PartedContacts' })

const goneIds = z.array(z.string()).meta({ example: ['ctc_0WbXkT3nPq7YvLs2DfGj'] })

/** What events tell of merges and erasures. */
export const ToldMerge = Contact.extend({ mergedIds: goneIds }).meta({ id: 'ToldMerge' })
export const ToldParting = Contact.extend({ restoredIds: goneIds }).meta({ id: 'ToldParting' })
export const ToldErasure = z
  .object({ id: z.string().meta({ example: 'ctc_0WbXkT3nPq7YvLs2DfGh' }) })
  .meta({ id: 'ToldErasure', description: 'The id of who was erased, and nothing else.' })

export const ContactErasure = z
  .strictObject({
    cancelUpcoming: z.boolean().default(false).meta({
      example: false,
      description: 'Cancels what lies ahead first, and tells hosts alone; the guest is written to no more.',
    }),
    everywhere: z.boolean().default(false).meta({
      example: false,
      description: 'Also the contacts that other members have under this address; for admins.',
    }),
  })
  .meta({ id: 'ContactErasure' })
export type ContactErasure = z.output<typeof ContactErasure>

export const ErasedContact = z
  .object({
    id: z.string().meta({ example: 'ctc_0WbXkT3nPq7YvLs2DfGh' }),
    bookingCount: z.int().meta({ example: 4, description: 'Bookings that stay without them.' }),
    cancelledCount: z.int().meta({ example: 0, description: 'How many of these lay ahead and were cancelled.' }),
  })
  .meta({ id: 'ErasedContact' })
export type ErasedContact = z.infer<typeof ErasedContact>

/** Stand where there is no such meeting, so that an index sorts them last: every engine sorts numbers alike. */
export const neverMet = -2_000_000_000
export const noneAhead = 2_000_000_000

export const contacts = table(
  'contacts',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    userId: text().notNull(),
    email: text().notNull(),
    emailKey: text().notNull(),
    name: text(),
    phone: text(),
    company: text(),
    timezone: text(),
    about: text(),
    tags: json<string[]>().notNull(),
    source: text().$type<ContactSource>().notNull(),
    externalId: text(),
    /** The fields that the host wrote. */
    edited: json<GuestField[]>().notNull(),
    archivedAt: instant(),
    /** Where it stands among the others by name; unique, see `words.ts`. */
    nameKey: text().notNull(),
    /** Epoch minutes. */
    firstMinute: integer().notNull(),
    lastMinute: integer().notNull(),
    nextMinute: integer().notNull(),
    bookingCount: integer().notNull(),
    noShowCount: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('contacts_email').on(t.userId, t.emailKey),
    unique('contacts_external').on(t.organizationId, t.externalId),
    index('contacts_address').on(t.organizationId, t.emailKey),
    index('contacts_created').on(t.organizationId, t.createdAt, t.id),
    index('contacts_name').on(t.organizationId, t.nameKey),
    index('contacts_last').on(t.organizationId, t.lastMinute, t.id),
    index('contacts_next').on(t.organizationId, t.nextMinute, t.id),
    index('contacts_user_created').on(t.userId, t.createdAt, t.id),
    index('contacts_user_name').on(t.userId, t.nameKey),
    index('contacts_user_last').on(t.userId, t.lastMinute, t.id),
    index('contacts_user_next').on(t.userId, t.nextMinute, t.id),
  ],
)
export type ContactRow = typeof contacts.$inferSelect

/** The words by which contacts are found, see `words.ts`. */
export const contactWords = table(
  'contact_words',
  {
    organizationId: text().notNull(),
    userId: text().notNull(),
    word: text().notNull(),
    contactId: text().notNull(),
  },
  (t) => [
    unique('contact_words_contact').on(t.contactId, t.word),
    index('contact_words_organization').on(t.organizationId, t.word, t.contactId),
    index('contact_words_user').on(t.userId, t.word, t.contactId),
  ],
)

export const timelineKinds = [
  'booked',
  'requested',
  'confirmed',
  'declined',
  'moved',
  'cancelled',
  'no_show',
  'reassigned',
  'ended',
  'mail_failed',
  'reminded',
  'link_shared',
  'link_opened',
  'link_used',
  'note',
  'created',
  'edited',
  'imported',
  'merged',
] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const TimelineEntry = z
  .object({
    id: z.string().meta({ example: 'evt_0WbXkT3nPq7YvLs2DfGh', description: 'The event it tells of.' }),
    kind: z.enum(timelineKinds).meta({ example: 'moved' }),
    at: z.iso.datetime(),
    by: z
      .object({ type: z.string(), id: z.string(), name: z.string().optional() })
      .meta({ example: { type: 'guest', id: 'req_4fTq0ZkV9mXb2RsLw8Yc', name: 'Grace Hopper' } }),
    bookingId: z.string().optional(),
    linkId: z.string().optional(),
    noteId: z.string().optional(),
    title: z.string().optional().meta({ example: 'Intro call' }),
    before: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ example: { start: '2030-01-08T09:00:00.000Z' } }),
    after: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ example: { start: '2030-01-09T14:00:00.000Z' } }),
    text: z.string().optional().meta({ example: 'Something came up.' }),
  })
  .meta({ id: 'TimelineEntry', description: 'One thing that happened between a host and a contact.' })
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const NoteInput = z
  .strictObject({ text: textInput(5000).min(1).meta({ example: 'Prefers mornings.' }) })
  .meta({ id: 'ContactNoteInput' })
export type NoteInput = z.output<typeof NoteInput>

export const Note = z
  .object({
    id: z.string().meta({ example: 'note_0WbXkT3nPq7YvLs2DfGh' }),
    contactId: z.string().meta({ example: 'ctc_0WbXkT3nPq7YvLs2DfGh' }),
    userId: z.string().meta({ description: 'Who wrote it.' }),
    text: z.string().meta({ example: 'Prefers mornings.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ContactNote', description: "A note on a contact's timeline, for its host's eyes." })
export type Note = z.infer<typeof Note>

/** The event log seen from a contact: a row for each event that concerns it. */
export const contactTimeline = table(
  'contact_timeline',
  {
    contactId: text().notNull(),
    eventId: text().notNull(),
    organizationId: text().notNull(),
    kind: text().$type<TimelineKind>().notNull(),
    at: instant().notNull(),
    seq: bigint().notNull(),
  },
  (t) => [
    unique('contact_timeline_event').on(t.contactId, t.eventId),
    index('contact_timeline_seq').on(t.contactId, t.seq),
    index('contact_timeline_kind').on(t.contactId, t.kind, t.seq),
  ],
)

export const contactNotes = table(
  'contact_notes',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    contactId: text().notNull(),
    userId: text().notNull(),
    eventId: text().notNull(),
    text: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('contact_notes_contact').on(t.contactId, t.createdAt), unique('contact_notes_event').on(t.eventId)],
)
export type NoteRow = typeof contactNotes.$inferSelect

/** Addresses that lead to a contact besides its own: those of the contacts that were merged into it. */
export const contactAliases = table(
  'contact_aliases',
  {
    userId: text().notNull(),
    emailKey: text().notNull(),
    contactId: text().notNull(),
  },
  (t) => [unique('contact_aliases_email').on(t.userId, t.emailKey), index('contact_aliases_contact').on(t.contactId)],
)

/** A contact's fields as JSON keeps them: instants in milliseconds. */
export type FrozenContact = Omit<ContactRow, 'archivedAt' | 'createdAt' | 'updatedAt'> & {
  archivedAt: number | null
  createdAt: number
  updatedAt: number
}

/** What moved from one contact to another, by the ids of the rows. */
export interface MovedRows {
  bookingIds: string[]
  eventIds: string[]
  noteIds: string[]
  linkIds: string[]
  emailKeys: string[]
}

/** Two contacts that became one, with all that it takes to part them again. */
export const contactMerges = table(
  'contact_merges',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    contactId: text().notNull(),
    fromId: text().notNull(),
    fromExternalId: text(),
    /** The one that is gone. */
    from: json<FrozenContact>().notNull(),
    /** The one that stayed, as it was before and after. */
    before: json<FrozenContact>().notNull(),
    after: json<FrozenContact>().notNull(),
    moved: json<MovedRows>().notNull(),
    eventId: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('contact_merges_contact').on(t.contactId, t.createdAt),
    unique('contact_merges_from').on(t.fromId),
    index('contact_merges_external').on(t.organizationId, t.fromExternalId),
  ],
)
export type MergeRow = typeof contactMerges.$inferSelect
