import type { Booking, components, EventType, Member } from '../generated/types.ts'

type Open = Record<string, unknown>
type Schemas = components['schemas']
/** A resource that the API document does not describe yet is open, and has its type as soon as it does. */
type Resource<Name extends string> = Name extends keyof Schemas ? Schemas[Name] : Open

/** What `data` is, by the event's type: the resource after the change. */
export interface WebhookData {
  /** Booked and confirmed at once. */
  'booking.created': Booking
  /** Booked, and waiting for the host. */
  'booking.requested': Booking
  'booking.confirmed': Booking
  'booking.declined': Booking
  'booking.rescheduled': Booking
  'booking.updated': Booking
  'booking.cancelled': Booking
  'booking.no_show': Booking
  'booking.reassigned': Booking
  'booking.ended': Booking
  'reminder.sent': Resource<'Reminder'>
  'reminder.failed': Resource<'Reminder'>
  'contact.created': Resource<'Contact'>
  'contact.updated': Resource<'Contact'>
  'contact.merged': Resource<'Contact'>
  'contact.erased': Resource<'Contact'>
  'link.created': Resource<'Link'>
  'link.opened': Resource<'Link'>
  'link.used': Resource<'Link'>
  'link.expired': Resource<'Link'>
  'link.revoked': Resource<'Link'>
  'event_type.created': EventType
  'event_type.updated': EventType
  'event_type.deleted': EventType
  'group.created': Resource<'Group'>
  'group.updated': Resource<'Group'>
  'group.deleted': Resource<'Group'>
  'member.added': Member
  'member.updated': Member
  'member.suspended': Member
  'member.reactivated': Member
  'member.removed': Member
  'domain.verified': Resource<'Domain'>
  'domain.contested': Resource<'Domain'>
  'domain.lapsing': Resource<'Domain'>
  'domain.lapsed': Resource<'Domain'>
  'domain.released': Resource<'Domain'>
  'webhook_endpoint.disabled': Resource<'WebhookEndpoint'>
  ping: Open
}

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
export interface UnlistedEvent extends Envelope<Unlisted.TypeOfANewerServer, Open> {}

/** Told apart by `type`. */
export type WebhookEvent =
  | { [Type in keyof WebhookData]: Envelope<Type, WebhookData[Type]> }[keyof WebhookData]
  | UnlistedEvent
