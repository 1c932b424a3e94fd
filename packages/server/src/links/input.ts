import { z } from 'zod'
import { DateOverride, WeeklyHours } from '../schedules/model.ts'
import { instantInput, lineInput, textInput, zoneInput } from '../shapes.ts'
import { LinkAvailability, linkKinds } from './model.ts'
import { contradictions } from './rules.ts'

const id = z.string().min(1).max(300)

const fields = {
  title: lineInput(200).meta({ example: 'Coffee in Berlin' }),
  greeting: textInput(1000).meta({ example: 'Hello Grace, pick what suits you.' }),
  maxUses: z.int().min(1).max(100),
  expiresAt: instantInput.meta({ example: '2030-02-06T08:00:00Z' }),
  rearmOnCancel: z.boolean().meta({ description: 'Whether a cancelled booking gives its use back.' }),
  availability: LinkAvailability,
}

export const NewLink = z
  .strictObject({
    kind: z.enum(linkKinds).meta({
      description: '`one_off`: whoever has it books, once by default. `share`: made for one contact.',
    }),
    userId: id.optional().meta({ description: 'The host; an admin may name another member.' }),
    eventTypeId: id.optional().meta({ description: 'What is booked; without it, a title and a duration of its own.' }),
    eventTypeIds: z
      .array(id)
      .min(1)
      .max(20)
      .optional()
      .meta({ description: 'What the contact of a share link may book.' }),
    title: fields.title.optional(),
    durationMinutes: z
      .int()
      .min(1)
      .max(1440)
      .optional()
      .meta({ example: 30, description: "Of its own, or one of the event type's options." }),
    starts: z.array(instantInput).min(1).max(200).optional().meta({
      description: 'The only starts on offer: they need no working hours, and end like any other when taken.',
    }),
    availability: fields.availability.optional(),
    nextDays: z
      .int()
      .min(1)
      .max(366)
      .optional()
      .meta({ description: "Only the next so many days, in the host's zone; today is day 0." }),
    maxUses: fields.maxUses
      .optional()
      .meta({ example: 1, description: '1 by default; a share link may be used without end.' }),
    expiresAt: fields.expiresAt.optional().meta({ description: 'Never by default; a share link after 30 days.' }),
    rearmOnCancel: fields.rearmOnCancel.default(false),
    contactId: id.optional().meta({ description: 'Whom it is for; a share link needs one.' }),
    greeting: fields.greeting.optional(),
  })
  .superRefine((link, issues) => {
    for (const { pointer = '', code, detail } of contradictions(link)) {
      const path = pointer.slice(2).split('/')
      issues.addIssue({ code: 'custom', path, params: { code }, message: detail })
    }
  })
  .meta({
    id: 'NewLink',
    example: {
      kind: 'one_off',
      title: 'Coffee in Berlin',
      durationMinutes: 30,
      starts: ['2030-01-08T09:00:00Z', '2030-01-09T14:00:00Z'],
    },
  })
export type NewLink = z.output<typeof NewLink>

/** A merge patch: what is left out stays as it is. */
const hoursChange = z
  .strictObject({
    timezone: zoneInput,
    weekly: z.array(WeeklyHours).max(200),
    overrides: z.array(DateOverride).max(400),
  })
  .partial()

export const LinkChange = z
  .strictObject({
    title: fields.title.nullable(),
    greeting: fields.greeting.nullable(),
    expiresAt: fields.expiresAt.nullable(),
    maxUses: fields.maxUses.nullable(),
    rearmOnCancel: fields.rearmOnCancel,
    availability: hoursChange.nullable(),
  })
  .partial()
  .meta({ id: 'LinkChange', example: { greeting: 'Hello Grace, pick what suits you.', maxUses: 3 } })
export type LinkChange = z.output<typeof LinkChange>
