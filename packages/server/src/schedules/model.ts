import { z } from 'zod'
import { flag, index, instant, json, table, text, unique } from '../db/columns.ts'
import { dateInput, externalIdInput, lineInput, zoneInput } from '../shapes.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Send a time as HH:MM.')
  .meta({ example: '09:00' })
const clockEnd = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Send a time as HH:MM, or 24:00 for the end of the day.')
  .meta({ example: '17:00' })

const days = z.array(z.enum(weekdays)).meta({ example: ['mon', 'tue', 'wed', 'thu', 'fri'] })
const clockText = z.string().meta({ example: '09:00' })
const clockEndText = z.string().meta({ example: '17:00' })

// A start that is no time has its own fault, and nothing to be compared with.
const endsAfterStart = (window: { start: string; end: string }) =>
  window.end > window.start || !/^\d\d:/.test(window.start)
const endRule = {
  path: ['end'],
  params: { code: 'end_before_start' },
  error: 'The end must be after the start; for a night write 22:00–24:00 and 00:00–02:00 of the next day.',
}

export const TimeWindow = z
  .strictObject({ start: clock, end: clockEnd })
  .refine(endsAfterStart, endRule)
  .meta({ id: 'TimeWindow', description: 'Hours of one day, by the clock on the wall.' })

export const WeeklyHours = z
  .strictObject({ days: days.min(1).max(7), start: clock, end: clockEnd })
  .refine(endsAfterStart, endRule)
  .meta({ id: 'WeeklyHours', description: 'The same hours on several days of the week.' })

export const DateOverride = z
  .strictObject({ date: dateInput, windows: z.array(TimeWindow).max(48) })
  .meta({ id: 'DateOverride', description: 'Replaces the weekly hours of one date; no windows close the day.' })

const fields = {
  name: lineInput(120),
  timezone: zoneInput,
  weekly: z.array(WeeklyHours).max(200),
  overrides: z.array(DateOverride).max(2000),
  isDefault: z.boolean(),
  externalId: externalIdInput,
}

export const NewSchedule = z
  .strictObject({
    ...fields,
    name: fields.name.default('Working hours'),
    overrides: fields.overrides.default([]),
    isDefault: fields.isDefault.default(false),
    externalId: fields.externalId.optional(),
    userId: z
      .string()
      .max(300)
      .optional()
      .meta({ description: 'Whose schedule it is; an admin may name another member.' }),
  })
  .meta({ id: 'NewSchedule' })
export type NewSchedule = z.infer<typeof NewSchedule>

export const ScheduleChange = z
  .strictObject({ ...fields, externalId: fields.externalId.nullable() })
  .partial()
  .meta({ id: 'ScheduleChange' })
export type ScheduleChange = z.infer<typeof ScheduleChange>

export const Schedule = z
  .object({
    id: z.string().meta({ example: 'sch_0WbXkT3nPq7YvLs2DfGh' }),
    userId: z.string(),
    name: z.string().meta({ example: 'Working hours' }),
    timezone: z.string(),
    weekly: z.array(z.object({ days, start: clockText, end: clockEndText })),
    overrides: z.array(
      z.object({ date: z.string(), windows: z.array(z.object({ start: clockText, end: clockEndText })) }),
    ),
    isDefault: z.boolean(),
    externalId: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Schedule', description: 'Weekly hours and date overrides in one time zone.' })
export type Schedule = z.infer<typeof Schedule>

export const schedules = table(
  'schedules',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    userId: text().notNull(),
    name: text().notNull(),
    timezone: text().notNull(),
    weekly: json<Schedule['weekly']>().notNull(),
    overrides: json<Schedule['overrides']>().notNull(),
    isDefault: flag().notNull(),
    externalId: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('schedules_user').on(t.userId, t.isDefault),
    index('schedules_organization').on(t.organizationId, t.createdAt),
    unique('schedules_external').on(t.organizationId, t.externalId),
  ],
)
export type ScheduleRow = typeof schedules.$inferSelect
