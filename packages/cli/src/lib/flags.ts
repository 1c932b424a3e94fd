import { Flags } from '@oclif/core'
import { checkZone, machineZone } from './time.ts'
import { minutesOf } from './time-input.ts'

/** How much of a list to show. */
export const listFlags = {
  limit: Flags.integer({ description: 'Show at most this many; 25 unless you say.', min: 1, helpValue: 'N' }),
  all: Flags.boolean({ description: 'Show all there are.', exclusive: ['limit'] }),
  cursor: Flags.string({ description: 'Go on where a list ended: the `nextCursor` of its JSON.' }),
}

const zone = Flags.custom<string>({ parse: async (text) => checkZone(text), helpValue: 'ZONE', char: 'z' })

/** The zone that times are shown in, and read in where they have no offset. */
export const timezoneFlag = zone({
  description: "Time zone for the times, such as Europe/Berlin; this machine's unless you say.",
})

/** A zone that becomes part of what is stored. */
export const zoneFlag = zone

/** The zone to show times in. */
export const shownIn = (flags: { timezone?: string | undefined }) => flags.timezone ?? machineZone()

/** A length of time, in minutes. */
export const minutesFlag = Flags.custom<number>({ parse: async (text) => minutesOf(text), helpValue: '30m' })

/** JSON for what has no flag of its own. */
export const bodyFlag = Flags.string({
  description: 'More fields as JSON: the text itself, @FILE, or - for standard input. Flags win over it.',
  helpValue: 'JSON',
})

export const yesFlag = Flags.boolean({ char: 'y', description: 'Do not ask whether you are sure.' })

/** A flag that may be given several times. */
export const manyFlag = (description: string, helpValue: string, char?: 'f' | 'H') =>
  Flags.string({
    description: `${description}; repeat for several.`,
    helpValue,
    multiple: true,
    multipleNonGreedy: true,
    ...(char && { char }),
  })

export const sandboxFlag = Flags.string({
  description: 'The sandbox, by its id or name; the one you use, or your only one, unless you say.',
  helpValue: 'SANDBOX',
})
