import type { Context } from '../context.ts'
import { joinTags, lineOf } from './csv-cells.ts'
import type { Contact } from './model.ts'
import { type ContactFilter, listContacts } from './search.ts'

const atOnce = 500

/** Every column by its header; the first ones are those that an import reads. */
const columns: Record<string, (contact: Contact) => string | number | null> = {
  Email: (contact) => contact.email,
  Name: (contact) => contact.name,
  Phone: (contact) => contact.phone,
  Company: (contact) => contact.company,
  'Time zone': (contact) => contact.timezone,
  Tags: (contact) => joinTags(contact.tags),
  About: (contact) => contact.about,
  'External id': (contact) => contact.externalId,
  Source: (contact) => contact.source,
  'First met': (contact) => contact.firstMetAt,
  'Last met': (contact) => contact.lastMetAt,
  'Next meeting': (contact) => contact.nextMeetingAt,
  Bookings: (contact) => contact.bookingCount,
  'No-shows': (contact) => contact.noShowCount,
  Archived: (contact) => contact.archivedAt,
  Created: (contact) => contact.createdAt,
  'User id': (contact) => contact.userId,
  Id: (contact) => contact.id,
}

/** The contacts of a list as CSV (RFC 4180), page by page, safe to open in a spreadsheet. */
export async function exportContacts(
  ctx: Context,
  { bom, ...filter }: Omit<ContactFilter, 'limit' | 'cursor'> & { bom?: boolean | undefined },
): Promise<AsyncIterable<string>> {
  const page = (cursor?: string) => listContacts(ctx, { ...filter, limit: atOnce, cursor })
  // What is wrong with the filters is said before the file begins.
  const first = await page()
  return (async function* () {
    yield `${bom ? '\ufeff' : ''}${lineOf(Object.keys(columns))}`
    for (let found = first; ; found = await page(found.nextCursor)) {
      yield found.data.map(lineOfContact).join('')
      if (found.nextCursor === null) return
    }
  })()
}

const lineOfContact = (contact: Contact): string =>
  lineOf(Object.values(columns).map((cell) => String(cell(contact) ?? '')))
