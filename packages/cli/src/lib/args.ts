import { Args } from '@oclif/core'

/** An id, or `ext:` and the caller's own. */
export const bookingArg = {
  booking: Args.string({ required: true, description: 'Its id, or ext: and your own id for it.' }),
}

export const eventTypeArg = {
  'event-type': Args.string({ required: true, description: 'Its slug, its id, or ext: and your own id for it.' }),
}
