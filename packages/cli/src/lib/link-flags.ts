import type { LinkAvailability } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { manyFlag, timezoneFlag } from './flags.ts'
import { hoursOf, overrideOf } from './hours.ts'
import { untilOf } from './time-input.ts'

/** What every link may be told, whoever it is for. */
export const linkFlags = {
  expires: Flags.string({
    description: 'When it ends: in 7d or 12h, with the day 2030-01-08, or at a time.',
    helpValue: '7d',
  }),
  'next-days': Flags.integer({ description: 'Offer only the next so many days.', min: 1, helpValue: 'N' }),
  hours: manyFlag('Offer only these hours of what is open anyway', '"mon-fri 10:00-12:00"'),
  day: manyFlag('Offer other hours on one day, or none', '"2030-01-08 closed"'),
  'max-uses': Flags.integer({ description: 'How many bookings it is good for.', min: 1, helpValue: 'N' }),
  rearm: Flags.boolean({ description: 'A cancelled booking gives its use back.', allowNo: true }),
  greeting: Flags.string({ description: 'What the guest reads first.' }),
  timezone: timezoneFlag,
}

export const copyFlag = Flags.boolean({ description: 'Put the address on the clipboard too.' })

interface Given {
  expires?: string | undefined
  'next-days'?: number | undefined
  hours?: string[] | undefined
  day?: string[] | undefined
  'max-uses'?: number | undefined
  rearm?: boolean | undefined
  greeting?: string | undefined
}

/** The fields that these flags give; times and hours are those of a zone, lengths of time begin `now`. */
export const linkFields = (flags: Given, timezone: string, now = new Date()) => ({
  expiresAt: flags.expires === undefined ? undefined : untilOf(flags.expires, timezone, now).toISOString(),
  nextDays: flags['next-days'],
  availability: availabilityOf(flags, timezone),
  maxUses: flags['max-uses'],
  rearmOnCancel: flags.rearm,
  greeting: flags.greeting,
})

function availabilityOf({ hours, day }: Given, timezone: string): LinkAvailability | undefined {
  if (!hours && !day) return undefined
  return { timezone, weekly: hours?.map(hoursOf) ?? [], overrides: day?.map(overrideOf) ?? [] }
}
