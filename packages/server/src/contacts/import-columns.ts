import { AppError } from '../errors.ts'
import { unguarded } from './csv-cells.ts'

export const importFields = [
  'email',
  'name',
  'firstName',
  'lastName',
  'phone',
  'company',
  'timezone',
  'about',
  'tags',
  'externalId',
] as const
export type ImportField = (typeof importFields)[number]

export interface Column {
  header: string
  field: ImportField | null
}

/** What columns are called where contacts come from: Google, Outlook, HubSpot, and our own export. */
const usual: Record<ImportField, readonly string[]> = {
  email: ['email', 'emailaddress', 'mail', 'primaryemail', 'workemail', 'email1value', 'email1address'],
  name: ['name', 'fullname', 'displayname', 'contactname'],
  firstName: ['firstname', 'givenname', 'vorname'],
  lastName: ['lastname', 'familyname', 'surname', 'nachname'],
  phone: [
    ...['phone', 'phonenumber', 'telephone', 'mobile', 'mobilephone', 'mobilephonenumber', 'phone1value'],
    ...['businessphone', 'homephone', 'primaryphone'],
  ],
  company: ['company', 'companyname', 'organization', 'organizationname', 'organization1name', 'associatedcompany'],
  timezone: ['timezone'],
  about: ['about', 'notes', 'note'],
  tags: ['tags', 'labels', 'categories', 'groupmembership'],
  externalId: ['externalid'],
}

/** Which column holds what: as the caller says, else as its name says. */
export function columnsOf(headers: readonly string[], said: Readonly<Record<string, ImportField | null>>): Column[] {
  const columns = headers.map((cell) => {
    const header = unguarded(cell).trim()
    return { header, field: Object.hasOwn(said, header) ? (said[header] ?? null) : guess(header) }
  })
  const unknown = Object.keys(said).find((header) => !columns.some((column) => column.header === header))
  if (unknown !== undefined) throw wrongMapping('unknown_column', `The file has no column “${unknown.slice(0, 80)}”.`)
  if (columns.some((column) => column.field === 'email')) return columns
  const names = headers.slice(0, 20).join(', ').slice(0, 300)
  throw wrongMapping(
    'no_email_column',
    `No column holds an e-mail address; say which with mapping. There are: ${names}.`,
  )
}

/** The fields of one record: of several columns for one field the first that says anything. */
export function fieldsOf(record: readonly string[], columns: readonly Column[]): Partial<Record<ImportField, string>> {
  const fields: Partial<Record<ImportField, string>> = {}
  columns.forEach(({ field }, i) => {
    const value = unguarded(record[i] ?? '')
    if (field !== null && fields[field] === undefined && value.trim() !== '') fields[field] = value
  })
  return fields
}

const guess = (header: string): ImportField | null => {
  const plain = header.toLowerCase().replace(/[^a-z0-9]/g, '')
  return importFields.find((field) => usual[field].includes(plain)) ?? null
}

const wrongMapping = (code: string, detail: string) =>
  new AppError('invalid_request', detail, {}, [{ parameter: 'mapping', code, detail }])
