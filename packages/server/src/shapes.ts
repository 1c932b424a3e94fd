// The zod shapes that several features share: ids, pages, instants, zones, names.
import { z } from 'zod'
import { isZone } from './zones.ts'

type Shape = z.ZodType

export const ById = z.strictObject({ id: z.string().min(1).max(300) })

/** The query of every list: `limit`, `cursor`, and the list's own filters. */
export const listQuery = <F extends z.ZodRawShape>(filters: F) =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(25).meta({ description: 'Items on a page, 1 to 100.' }),
    cursor: z.string().max(500).optional().meta({ description: 'The `nextCursor` of the page before.' }),
    ...filters,
  })

export const listOf = <T extends Shape>(item: T) =>
  z.object({
    data: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .meta({ description: 'Send as `cursor` for the next page; null on the last one.' }),
  })

/** A yes or no in a query string. */
export const queryFlag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** An RFC 3339 instant with an offset or `Z`, handed on as a Date; one fault, whatever is wrong with it. */
export const instantInput = z
  .string()
  .transform((text, context) => {
    const instant = instantOf(text)
    if (typeof instant !== 'string') return instant
    context.addIssue({ code: 'custom', params: { code: 'invalid_instant' }, message: instant })
    return z.NEVER
  })
  .meta({ type: 'string', format: 'date-time', example: '2030-01-08T09:00:00Z' })

const rfc3339 = z.iso.datetime({ offset: true })

/** What no database and no calendar handles alike lies outside these years. */
const isUsual = (year: number) => year >= 1900 && year < 5000

/** The instant that a text names, or the sentence that says why it names none. */
function instantOf(text: string): Date | string {
  if (!rfc3339.safeParse(text).success || Number.isNaN(Date.parse(text))) {
    return 'Send an RFC 3339 time with an offset, such as 2030-01-08T09:00:00Z.'
  }
  // A Date drops what is finer than a millisecond; rounded up, a time that is not whole never looks whole.
  const finer = /\.\d{3}0*[1-9]/.test(text) ? 1 : 0
  const instant = new Date(Date.parse(text) + finer)
  return isUsual(instant.getUTCFullYear()) ? instant : 'Send a time between the years 1900 and 4999.'
}

/** An IANA time zone name; aliases are accepted, offsets are not zones. */
export const zoneInput = z
  .string()
  .max(64)
  .refine(isZone, 'Send an IANA time zone name, such as Europe/Berlin.')
  .meta({ example: 'Europe/Berlin' })

/** A calendar date that exists. */
export const dateInput = z.iso
  .date('Send a date as YYYY-MM-DD.')
  .refine((date) => isUsual(Number(date.slice(0, 4))), 'Send a date between the years 1900 and 4999.')
  .meta({ example: '2030-01-08' })

/** Words on one line: trimmed, without control characters and without marks that turn the words after them around. */
export const lineInput = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(
      // Joiners, which emoji and Indic names need, and the left-to-right and right-to-left marks stay.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses.
      /^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$/,
      'Send one line without control characters and without marks that override the direction of text.',
    )

/** Words on many lines; only tabs and line breaks among the control characters. */
export const textInput = (max: number) =>
  z
    .string()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses.
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'Send text without control characters.')

/** An e-mail address, trimmed; its case is kept for display. */
export const emailInput = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email('Send an e-mail address.'))
  .meta({ example: 'ada@example.com' })

/** How two addresses are told apart: trimmed and lower-cased, plus-tags distinct. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase()

/** A name of the caller's own for a resource, unique per organization and kind; `ext:<value>` stands for the id. */
export const externalIdInput = lineInput(255).meta({ example: 'crm-1042' })

/** Rows by their id, and by `ext:` and their external id where they have one. */
export const byEitherId = <Row extends { id: string; externalId: string | null }>(
  rows: readonly Row[],
): Map<string, Row> =>
  new Map([
    ...rows.map((row) => [row.id, row] as const),
    ...rows.filter((row) => row.externalId !== null).map((row) => [`ext:${row.externalId}`, row] as const),
  ])

export const slugInput = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens.')

/** Lower-case ASCII letters, digits and hyphens of any text. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')

/** The fields of a change that were sent. */
export const given = <T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  // What is left holds no undefined, which Object.fromEntries cannot say in types.
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never
