import { z } from 'zod'
import { index, instant, integer, table, text } from '../db/columns.ts'
import { dateInput, instantInput, lineInput, zoneInput } from '../shapes.ts'

const userId = z.string().max(300).optional().meta({ description: 'Whose; an admin may name another member.' })
const reason = lineInput(300).optional().meta({ example: 'Summer holidays' })

const Days = z
  .strictObject({
    userId,
    reason,
    startDate: dateInput.meta({ example: '2030-07-22' }),
    endDate: dateInput.meta({ example: '2030-08-02', description: 'The last day, inclusive.' }),
    timezone: zoneInput.optional().meta({ description: 'Default: the zone of the default schedule.' }),
  })
  .refine((value) => value.endDate >= value.startDate, {
    path: ['endDate'],
    params: { code: 'end_before_start' },
    error: 'The last day must not be before the first.',
  })

const Instants = z
  .strictObject({ userId, reason, start: instantInput, end: instantInput })
  .refine((value) => value.end > value.start, {
    path: ['end'],
    params: { code: 'end_before_start' },
    error: 'The end must be after the start.',
  })

export const NewTimeOff = z.union([Days, Instants]).meta({ id: 'NewTimeOff' })
export type NewTimeOff = z.output<typeof NewTimeOff>

export const TimeOffChange = z
  .strictObject({
    reason: lineInput(300).nullable().optional(),
    startDate: dateInput.optional(),
    endDate: dateInput.optional(),
    timezone: zoneInput.optional(),
    start: instantInput.optional(),
    end: instantInput.optional(),
  })
  .meta({ id: 'TimeOffChange', example: { endDate: '2030-08-04' } })
export type TimeOffChange = z.output<typeof TimeOffChange>

export const TimeOff = z
  .object({
    id: z.string().meta({ example: 'off_0WbXkT3nPq7YvLs2DfGh' }),
    userId: z.string(),
    startDate: z.string().nullable().meta({ example: '2030-07-22' }),
    endDate: z.string().nullable().meta({ example: '2030-08-02', description: 'The last day, inclusive.' }),
    timezone: z.string().nullable().meta({ example: 'Europe/Berlin' }),
    start: z.iso.datetime().meta({ example: '2030-07-21T22:00:00.000Z' }),
    end: z.iso.datetime().meta({ example: '2030-08-02T22:00:00.000Z' }),
    reason: z.string().nullable().meta({ example: 'Summer holidays' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'TimeOff', description: 'Days, or hours, on which a member cannot be booked.' })
export type TimeOff = z.infer<typeof TimeOff>

export const timeOff = table(
  'time_off',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    userId: text().notNull(),
    startDate: text(),
    endDate: text(),
    timezone: text(),
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
    index('time_off_user').on(t.userId, t.endMinute),
    index('time_off_organization').on(t.organizationId, t.createdAt),
  ],
)
export type TimeOffRow = typeof timeOff.$inferSelect
