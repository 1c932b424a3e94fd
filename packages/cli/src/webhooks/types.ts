import { catalogue } from '../../../server/src/webhooks/catalogue.ts'
import { usageError } from '../lib/failure.ts'
import { nearest } from '../lib/suggest.ts'

// The server's own table, which is nothing but words: it is bundled, and starts nothing.
export type WebhookType = keyof typeof catalogue

/** Every type, and when it is sent. */
export const webhookTypes: readonly (readonly [type: string, description: string])[] = Object.entries(catalogue)

export function webhookType(text: string): WebhookType {
  if (isType(text)) return text
  const near = nearest(text, Object.keys(catalogue))
  throw usageError(
    `There is no event type “${text}”.`,
    near ? `Did you mean ${near}?` : 'See them all with `letsmeet trigger --list`.',
  )
}

const isType = (text: string): text is WebhookType => Object.hasOwn(catalogue, text)
