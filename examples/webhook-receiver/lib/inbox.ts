import type { WebhookEvent } from '@letsmeet/sdk/webhooks'
import { handle } from './handle.ts'

/** In your program a table with a unique id: what is kept must outlive the process. */
const events = new Map<string, WebhookEvent>()

/** True when it is new; then it is handled after the answer, so that slow work never makes LetsMeet wait. */
export function keep(event: WebhookEvent): boolean {
  if (events.has(event.id)) return false
  events.set(event.id, event)
  setImmediate(() => handle(event))
  return true
}
