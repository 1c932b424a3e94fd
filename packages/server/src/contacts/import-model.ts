import { z } from 'zod'
import { queryFlag } from '../shapes.ts'
import { importFields } from './import-columns.ts'

const Mapping = z.record(z.string().max(300), z.enum(importFields).nullable())

export const ImportQuery = z.strictObject({
  userId: z.string().min(1).max(300).optional().meta({ description: 'Whose; an admin may name another member.' }),
  dryRun: queryFlag.optional().meta({ description: 'Answers what would happen and writes nothing.', type: 'boolean' }),
  mapping: z
    .string()
    .max(10_000)
    .transform((text, context) => {
      const parsed = Mapping.safeParse(jsonOf(text))
      if (parsed.success) return parsed.data
      const message = `Send a JSON object of column names and fields: ${importFields.join(', ')}, or null.`
      context.addIssue({ code: 'custom', params: { code: 'invalid_mapping' }, message })
      return z.NEVER
    })
    .optional()
    .meta({
      type: 'string',
      description:
        'JSON: which column holds which field, for columns whose names do not say so; null leaves a column out.',
      example: '{"Work mail":"email","Internal":null}',
    }),
})
export type ImportQuery = z.output<typeof ImportQuery>

export const ImportReport = z
  .object({
    rows: z.int().meta({ example: 3, description: 'Rows below the header that are not empty.' }),
    created: z.int().meta({ example: 1 }),
    updated: z.int().meta({ example: 1 }),
    unchanged: z.int().meta({ example: 0 }),
    failed: z.int().meta({ example: 1 }),
    errors: z
      .array(
        z.object({
          row: z.int().meta({ description: 'As a spreadsheet counts: the header is row 1.' }),
          column: z.string().nullable(),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .meta({
        example: [{ row: 4, column: 'Email', code: 'invalid_format', detail: 'Send an e-mail address.' }],
        description: 'What was wrong with rows, the first 1,000 faults.',
      }),
    columns: z.array(z.object({ header: z.string(), field: z.enum(importFields).nullable() })).meta({
      example: [
        { header: 'Email', field: 'email' },
        { header: 'Internal', field: null },
      ],
      description: 'What each column was read as; null where it was left out.',
    }),
    dryRun: z.boolean().meta({ example: false }),
  })
  .meta({ id: 'ContactImport', description: 'What became of the rows of a file.' })
export type ImportReport = z.infer<typeof ImportReport>

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
