import { Flags, type Interfaces } from '@oclif/core'
import { bodyFlag, manyFlag, zoneFlag } from './flags.ts'
import { hoursOf, overrideOf } from './hours.ts'

/** The settings of a schedule, for `create` and for `update`. */
export const scheduleFlags = {
  name: Flags.string({ description: 'What you call it.' }),
  timezone: zoneFlag({ description: 'The zone that its hours are in, such as Europe/Berlin.' }),
  hours: manyFlag('Weekly hours', '"mon-fri 09:00-17:00"'),
  exception: manyFlag('Other hours on one day, or none', '"2030-01-08 closed"'),
  default: Flags.boolean({ description: 'Use it where an event type names no schedule.', allowNo: true }),
  'external-id': Flags.string({ description: 'Your own id for it.', helpValue: 'ID' }),
  body: bodyFlag,
}

export function scheduleSettings(flags: Interfaces.InferredFlags<typeof scheduleFlags>) {
  return {
    name: flags.name,
    timezone: flags.timezone,
    weekly: flags.hours?.map(hoursOf),
    overrides: flags.exception?.map(overrideOf),
    isDefault: flags.default,
    externalId: flags['external-id'],
  }
}
