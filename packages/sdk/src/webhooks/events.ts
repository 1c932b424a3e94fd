import type { WebhookData } from '../generated/types.ts'

export type { WebhookData }

interface Envelope<Type, Data> {
  /** The event's; the same on every retry, so it tells duplicates. */
  id: string
  type: Type
  apiVersion: string
  timestamp: string
  organizationId: string
  mode: 'live' | 'test' | (string & {})
  /** Counts what this endpoint is sent, without gaps. */
  seq: number
  data: Data
  /** The changed fields with their old values. */
  previous?: Partial<Data>
}

/** An enum, because a plain `string` would keep `type` from telling the other events apart. */
declare enum Unlisted {
  TypeOfANewerServer = 'any other type',
}

/** An event that this version of the SDK does not know: what reaches the `default:` of a `switch`. */
export interface UnlistedEvent extends Envelope<Unlisted.TypeOfANewerServer, Record<string, unknown>> {}

/** Told apart by `type`. */
export type WebhookEvent =
  | { [Type in keyof WebhookData]: Envelope<Type, WebhookData[Type]> }[keyof WebhookData]
  | UnlistedEvent
