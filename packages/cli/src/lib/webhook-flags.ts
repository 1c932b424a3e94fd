import type { LetsMeet, NewWebhookEndpoint, WebhookEndpointChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { bodyOf, headerOf } from './body.ts'
import { eventTypeId } from './find.ts'
import { bodyFlag, manyFlag, timezoneFlag } from './flags.ts'

/** The settings that an endpoint begins with and that can be changed. */
export const webhookFlags = {
  type: manyFlag('What to send: a type, a family such as "booking.*", or "*" for all', 'TYPE'),
  'event-type': manyFlag('Send only what is about this event type: slug or id', 'EVENT-TYPE'),
  description: Flags.string({ description: 'What it is for.' }),
  header: manyFlag('A header to send along', '"Name: value"', 'H'),
  ordering: Flags.option({ options: ['none', 'per_booking'] as const })({
    description: 'per_booking sends what follows on a booking only after what came before was delivered.',
  }),
  'max-per-second': Flags.integer({ description: 'Send no more than so many a second.', min: 1, helpValue: 'N' }),
  asymmetric: Flags.boolean({
    description: 'Also sign with a key pair, which its public key verifies.',
    allowNo: true,
  }),
  body: bodyFlag,
  timezone: timezoneFlag,
}

interface Given {
  type?: string[] | undefined
  'event-type'?: string[] | undefined
  description?: string | undefined
  header?: string[] | undefined
  ordering?: 'none' | 'per_booking' | undefined
  'max-per-second'?: number | undefined
  asymmetric?: boolean | undefined
  body?: string | undefined
}

type Settings = Partial<NewWebhookEndpoint> & WebhookEndpointChange

export async function webhookSettings(letsmeet: LetsMeet, flags: Given, url: string | undefined): Promise<Settings> {
  const eventTypes = flags['event-type'] ?? []
  const eventTypeIds = await Promise.all(eventTypes.map((each) => eventTypeId(letsmeet, each)))
  return bodyOf<Settings>(flags.body, {
    url,
    description: flags.description,
    eventTypes: flags.type,
    filter: eventTypeIds.length > 0 ? { eventTypeIds } : undefined,
    headers: flags.header && Object.fromEntries(flags.header.map(headerOf)),
    ordering: flags.ordering,
    maxPerSecond: flags['max-per-second'],
    asymmetric: flags.asymmetric,
  })
}
