import { z } from 'zod'
import { index, instant, integer, table, text } from '../db/columns.ts'
import { instantInput, lineInput } from '../shapes.ts'

export const NewBusyBlock = z
  .strictObject({
    userId: z.string().max(300).optional().meta({ description: 'Whose; an admin may name another member.' }),
    start: instantInput,
    end: instantInput.meta({ example: '2030-01-08T10:30:00Z' }),
    reason: lineInput(300).optional().meta({ example: 'Dentist' }),
  })
  .refine((value) => value.end > value.start, {
    path: ['end'],
    params: { code: 'end_before_start' },
    error: 'The end must be after the start.',
  })
  .meta({ id: 'NewBusyBlock' })
export type NewBusyBlock = z.output<typeof NewBusyBlock>

export const BusyBlockChange = z
  .strictObject({
    start: instantInput.optional(),
    end: instantInput.optional(),
    reason: lineInput(300).nullable().optional(),
  })
  .meta({ id: 'BusyBlockChange', example: { end: '2030-01-08T11:00:00Z' } })
export type BusyBlockChange = z.output<typeof BusyBlockChange>

export const BusyBlock = z
  .object({
    id: z.string().meta({ example: 'bsy_0WbXkT3nPq7YvLs2DfGh' }),
    userId: z.string(),
    start: z.iso.datetime(),
    end: z.iso.datetime().meta({ example: '2030-01-08T10:30:00.000Z' }),
    reason: z.string().nullable().meta({ example: 'Dentist' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'BusyBlock', description: 'Time that a member is busy, set by hand or by an integration.' })
export type BusyBlock = z.infer<typeof BusyBlock>

export const busyBlocks = table(
  'busy_blocks',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    userId: text().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** Epoch minutes, the start rounded down and the end up: what the slot engine reads. */
    startMinute: integer().notNull(),
    endMinute: integer().notNull(),
    reason: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('busy_blocks_user').on(t.userId, t.endMinute),
    index('busy_blocks_organization').on(t.organizationId, t.createdAt),
  ],
)
export type BusyBlockRow = typeof busyBlocks.$inferSelect
