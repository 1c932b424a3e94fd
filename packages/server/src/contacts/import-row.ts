import { z } from 'zod'
import { emailInput } from '../shapes.ts'
import { splitTags } from './csv-cells.ts'
import { type Column, fieldsOf, type ImportField } from './import-columns.ts'
import { ContactChange } from './model.ts'

const { name, phone, company, timezone, about, tags, externalId } = ContactChange.shape
const Row = z.object({ email: emailInput, name, phone, company, timezone, about, tags, externalId })
/** What a row says of somebody; what it leaves empty it does not say. */
export type ImportedRow = z.output<typeof Row>

export interface RowFault {
  column: string | null
  code: string
  detail: string
}

/** One record as a contact, or what is wrong with it. */
export function readRow(record: readonly string[], columns: readonly Column[]): ImportedRow | RowFault[] {
  const fields = fieldsOf(record, columns)
  const { firstName, lastName, tags, email, ...rest } = fields
  const whole = fields.name ?? [firstName, lastName].filter((part) => part !== undefined).join(' ')
  const parsed = Row.safeParse({
    ...rest,
    // Google writes several addresses into one cell.
    ...(email !== undefined && { email: email.split(' ::: ')[0] }),
    ...(whole !== '' && { name: whole }),
    ...(tags !== undefined && { tags: splitTags(tags) }),
  })
  if (parsed.success) return parsed.data
  return parsed.error.issues.map((issue) => faultOf(issue, fields, columns))
}

function faultOf(
  issue: z.core.$ZodIssue,
  fields: Partial<Record<ImportField, string>>,
  columns: readonly Column[],
): RowFault {
  const field = String(issue.path[0])
  const column = columns.find((one) => one.field === field || (field === 'name' && one.field === 'firstName'))
  if (field === 'email' && fields.email === undefined) {
    return { column: column?.header ?? null, code: 'required', detail: 'There is no e-mail address in this row.' }
  }
  return { column: column?.header ?? null, code: issue.code, detail: issue.message }
}
