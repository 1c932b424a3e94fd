/** The shape of the bodies that this version sends; an endpoint keeps the one it was made with. */
export const apiVersion = '2026-11-01'

/** Every type that a webhook may carry, and when it is sent; the words of the API document and the guide. */
export const catalogue = {
  'booking.created': 'A booking was made and is confirmed at once.',
  'booking.requested': 'A guest asked for a time of an event type that wants confirmation; the slot is held.',
  'booking.confirmed': 'A host confirmed a request.',
  'booking.declined': 'A host declined a request; the time is free again.',
  'booking.rescheduled': 'A booking has a new time; `previous` holds the old one.',
  'booking.updated': 'Notes, location, metadata or your own id changed.',
  'booking.cancelled': 'A guest or host cancelled; the time is free again.',
  'booking.no_show': 'It was noted, or taken back, that the guest did not come.',
  'booking.reassigned': 'Another host took the booking over.',
  'booking.ended': 'The meeting is over.',
  'reminder.sent': 'A reminder or follow-up went out.',
  'reminder.failed': 'A reminder or follow-up could not be sent.',
  'contact.created': 'Somebody became a contact.',
  'contact.updated': 'A contact changed.',
  'contact.merged': 'Two contacts became one; those that are gone are in `mergedIds`.',
  'contact.unmerged': 'A merge was undone; the contacts that are back are in `restoredIds`.',
  'contact.erased': 'A contact was erased.',
  'link.created': 'A one-off or share link was made.',
  'link.opened': 'Somebody opened a link.',
  'link.used': 'Somebody booked through a link.',
  'link.expired': 'A link ran out.',
  'link.revoked': 'A link was revoked.',
  'event_type.created': 'An event type was made.',
  'event_type.updated': 'An event type changed.',
  'event_type.deleted': 'An event type was deleted.',
  'group.created': 'A group was made.',
  'group.updated': 'A group changed.',
  'group.deleted': 'A group was deleted.',
  'member.added': 'Somebody joined the organization.',
  'member.updated': 'A member changed.',
  'member.suspended': 'A member was suspended.',
  'member.reactivated': 'A suspended member is back.',
  'member.removed': 'A member left the organization.',
  'domain.verified': 'A domain was verified.',
  'domain.contested': 'Another organization claims a domain of yours.',
  'domain.lapsing': 'The proof of a domain is gone; it will lapse.',
  'domain.lapsed': 'A domain lapsed.',
  'domain.released': 'A domain was released.',
  'webhook_endpoint.disabled': 'An endpoint was switched off, by somebody or because it failed for days.',
  ping: 'A test that somebody asked for.',
} as const

export type WebhookType = keyof typeof catalogue
export const webhookTypes = Object.keys(catalogue) as WebhookType[]

export const isWebhookType = (type: string): type is WebhookType => Object.hasOwn(catalogue, type)

/** True for a type, a family such as `booking.*`, or `*`. */
export const isPattern = (pattern: string): boolean =>
  pattern === '*' || webhookTypes.some((type) => matches(pattern, type))

export const matches = (pattern: string, type: string): boolean =>
  pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)))
