import { z } from 'zod'
import { instantInput, queryFlag, zoneInput } from '../shapes.ts'
import { removalCodes } from './availability.ts'

const maxDays = 366

const fields = {
  start: instantInput.optional().meta({ description: 'The first start asked for, inclusive.' }),
  end: instantInput
    .optional()
    .meta({ description: 'The end of the range of starts, exclusive; at most 366 days or 20,000 starts later.' }),
  timezone: zoneInput.optional().meta({ description: "The zone of `date` in the answer; the schedule's by default." }),
  duration: z.coerce.number().int().min(1).max(1440).optional().meta({ description: 'One of the durations on offer.' }),
  explain: queryFlag.optional().meta({ description: 'Also list the starts that are not offered, and why.' }),
  at: instantInput.optional().meta({ description: 'Explain this one start, whatever it is.' }),
}

interface Ranged {
  start?: Date | undefined
  end?: Date | undefined
  at?: Date | undefined
}
/** Says what is wrong with a range of starts. */
export const checkRange = ({ start, end, at }: Ranged, issues: z.core.$RefinementCtx) => {
  const add = (path: string, code: string, message: string) =>
    issues.addIssue({ code: 'custom', path: [path], params: { code }, message })
  if (at && !start && !end) return
  if (!start) add('start', 'required', 'Send the start of the range.')
  if (!end) add('end', 'required', 'Send the end of the range.')
  // A field that failed on its own is no Date yet; its fault is reported already.
  if (!(start instanceof Date && end instanceof Date)) return
  if (end <= start) add('end', 'end_before_start', 'The end must be after the start.')
  if (end.getTime() - start.getTime() > maxDays * 86_400_000)
    add('end', 'range_too_long', `A range covers at most ${maxDays} days.`)
}

export const SlotQuery = z
  .strictObject({
    ...fields,
    rescheduleBookingId: z.string().max(300).optional().meta({ description: 'As if this booking were moved.' }),
    linkToken: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'The secret of a link: what it offers, and nothing else.' }),
  })
  .superRefine(checkRange)
export type SlotQuery = z.output<typeof SlotQuery>

export const PublicSlotQuery = z.strictObject(fields).omit({ explain: true, at: true }).superRefine(checkRange)
export type PublicSlotQuery = z.output<typeof PublicSlotQuery>

export const Slot = z
  .object({
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    date: z.string().meta({ description: 'The day of the start in the asked zone.', example: '2030-01-08' }),
    seatsLeft: z.int().optional(),
    hostIds: z.array(z.string()).optional().meta({ description: 'Who could take it.' }),
  })
  .meta({ id: 'Slot', description: 'A start that can be booked now.' })

export const SlotList = z
  .object({
    data: z.array(Slot),
    timezone: z.string(),
    reason: z
      .enum([...removalCodes, 'no_hours', 'no_hosts', 'inactive'])
      .optional()
      .meta({ description: 'Why the list is empty.' }),
    explain: z
      .array(z.object({ start: z.iso.datetime(), code: z.enum(removalCodes), detail: z.string().optional() }))
      .optional(),
  })
  .meta({ id: 'SlotList' })
export type SlotList = z.infer<typeof SlotList>
