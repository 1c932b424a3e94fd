import { z } from 'zod'
import { instantInput, zoneInput } from '../shapes.ts'
import { checkRange } from './model.ts'

/** So many event types or people are searched at once. */
const mostSearched = 50

const idList = z.array(z.string().min(1).max(300)).min(1).max(mostSearched)

export const SlotSearch = z
  .strictObject({
    eventTypeIds: idList.optional().meta({ description: 'Which event types; their own rules and hosts.' }),
    userIds: idList
      .optional()
      .meta({ description: 'Or which people, by the rules of `eventTypeId` or simply for `durationMinutes`.' }),
    eventTypeId: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'With `userIds`: its rules, judged for each of them as if they were the only host.' }),
    durationMinutes: z
      .int()
      .min(1)
      .max(1440)
      .optional()
      .meta({ description: 'A length that the event types offer; without any, time in the default schedules.' }),
    start: instantInput.meta({ description: 'The first start asked for, inclusive.' }),
    end: instantInput.meta({ description: 'The end of the range of starts, exclusive; at most 366 days later.' }),
    timezone: zoneInput
      .optional()
      .meta({ description: "The zone of `date` in the answer; the organization's by default." }),
    find: z.enum(['earliest', 'common']).meta({
      description:
        '`earliest`: the first starts at which any of them can be booked; `common`: at which all of them can.',
    }),
    limit: z.int().min(1).max(100).default(10).meta({ description: 'Rows in the answer.', example: 10 }),
  })
  .superRefine((search, issues) => {
    checkRange(search, issues)
    const add = (path: string, code: string, message: string) =>
      issues.addIssue({ code: 'custom', path: [path], params: { code }, message })
    if (!search.eventTypeIds === !search.userIds)
      add('eventTypeIds', 'one_of', 'Send either eventTypeIds or userIds, not both and not neither.')
    else if (search.eventTypeIds && search.eventTypeId !== undefined)
      add('eventTypeId', 'not_allowed', 'An eventTypeId goes with userIds; here the event types bring their own rules.')
    else if (search.userIds && search.eventTypeId === undefined && search.durationMinutes === undefined)
      add('durationMinutes', 'required', 'Send how long it takes, or an eventTypeId whose rules apply.')
  })
  .meta({
    id: 'SlotSearch',
    example: {
      eventTypeIds: ['et_0WbXkT3nPq7YvLs2DfGh', 'et_7QmB2xLr9Tz4Vb8Nk1Wc'],
      start: '2030-01-08T00:00:00Z',
      end: '2030-01-15T00:00:00Z',
      find: 'earliest',
    },
  })
export type SlotSearch = z.output<typeof SlotSearch>

export const FoundSlots = z
  .object({
    data: z.array(
      z.object({
        start: z.iso.datetime(),
        end: z.iso.datetime().meta({ description: 'Of the longest, where event types of several lengths share it.' }),
        date: z.string().meta({ description: 'The day of the start in the asked zone.', example: '2030-01-08' }),
        eventTypeId: z
          .string()
          .optional()
          .meta({ description: 'What can be booked; left out where it is all of them.' }),
        hostIds: z.array(z.string()).meta({ description: 'Who could take it.' }),
      }),
    ),
    timezone: z.string(),
  })
  .meta({ id: 'FoundSlots', description: 'The starts that a search found, in order.' })
export type FoundSlots = z.infer<typeof FoundSlots>
