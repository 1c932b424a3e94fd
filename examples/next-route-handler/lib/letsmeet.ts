import { LetsMeet } from '@letsmeet/sdk'

/** One client for all handlers; it reads LETSMEET_URL and LETSMEET_API_KEY. */
export const letsmeet = new LetsMeet()

/** What is booked: its id, or `ext:` and your own id for it. */
export const eventTypeId = process.env.LETSMEET_EVENT_TYPE ?? 'ext:intro'
