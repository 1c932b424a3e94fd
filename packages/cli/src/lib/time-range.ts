import { Flags } from '@oclif/core'
import { usageError } from './failure.ts'
import { dateOf, instantOf } from './time-input.ts'

/** Whole days or two moments. */
export type Range = { startDate: string; endDate: string; timezone?: string } | { start: Date; end: Date }

export const rangeFlags = {
  from: Flags.string({ description: 'First day, or first moment.', helpValue: '2030-07-01' }),
  to: Flags.string({
    description: 'Last day, included, or last moment; the first day alone unless you say.',
    helpValue: '2030-07-14',
  }),
}

/** What `--from` and `--to` mean together: both days, or both times. */
export function rangeOf(from: string, to: string | undefined, zone: string): Range {
  const startDate = dateOf(from, zone)
  const endDate = to === undefined ? startDate : dateOf(to, zone)
  if (startDate && endDate) return { startDate, endDate }
  if (startDate || endDate || to === undefined) throw usageError('--from and --to must both be days, or both be times.')
  return { start: instantOf(from, zone), end: instantOf(to, zone) }
}

/** One end of a range that is being changed. */
export function partOf(end: 'start' | 'end', text: string | undefined, zone: string) {
  if (text === undefined) return {}
  const date = dateOf(text, zone)
  return date ? { [`${end}Date`]: date } : { [end]: instantOf(text, zone) }
}
