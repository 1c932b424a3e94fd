import type { WebhookType } from './catalogue.ts'
import { halfHour, sampleResources } from './sample-resources.ts'

export interface Sample {
  data: Record<string, unknown>
  previous: Record<string, unknown> | null
}

/** What an event of a type could tell at an instant. */
export function sampleData(type: WebhookType, now: Date): Sample {
  const at = now.toISOString()
  const { booking, eventType, member, contact, link, endpoint, reminder } = sampleResources(now)
  const again = { updatedAt: at, revision: 2 }
  const past = { ...booking, start: halfHour(now, -1), end: halfHour(now, -0.5) }
  const samples: Record<WebhookType, Sample> = {
    'booking.created': made(booking),
    'booking.requested': made({ ...booking, status: 'pending' }),
    'booking.confirmed': changed({ ...booking, ...again, status: 'pending' }, { status: 'confirmed' }),
    'booking.declined': changed(
      { ...booking, ...again, status: 'pending' },
      { status: 'declined', cancellation: { by: 'host', reason: 'I am away that week.', at } },
    ),
    'booking.rescheduled': changed(
      { ...booking, ...again },
      { start: halfHour(now, 48), end: halfHour(now, 48.5), rescheduleReason: 'A train strike.' },
    ),
    'booking.updated': changed({ ...booking, ...again }, { notes: 'Please bring the floor plan.' }),
    'booking.cancelled': changed(
      { ...booking, ...again },
      { status: 'cancelled', cancellation: { by: 'guest', reason: 'Something came up.', at } },
    ),
    'booking.no_show': changed({ ...past, ...again }, { noShow: true }),
    'booking.reassigned': changed(
      { ...booking, ...again },
      { hosts: [{ userId: member.id, name: member.name, email: member.email }] },
    ),
    'booking.ended': changed(past, { ended: true }),
    'reminder.sent': made({ ...reminder, state: 'sent', mailId: `mail_${reminder.id}`, sentAt: at }),
    'reminder.failed': made({ ...reminder, state: 'failed', reason: 'refused', error: '550 5.1.1 No such mailbox' }),
    'contact.created': made(contact),
    'contact.updated': changed(contact, { company: 'Harbour Computing', tags: ['vip'] }),
    'contact.merged': made({ ...contact, mergedIds: ['ctc_0WbXkT3nPq7YvLs2DfGj'] }),
    'contact.unmerged': made({ ...contact, restoredIds: ['ctc_0WbXkT3nPq7YvLs2DfGj'] }),
    'contact.erased': made({ id: contact.id }),
    'link.created': made(link),
    'link.opened': changed(link, { opens: 1, lastOpenedAt: at }),
    'link.used': withMore(changed(link, { state: 'used', uses: 1 }), { bookingId: booking.id }),
    'link.expired': changed({ ...link, expiresAt: at }, { state: 'expired' }),
    'link.revoked': changed(link, { state: 'revoked', revokedAt: at }),
    'event_type.created': made(eventType),
    'event_type.updated': changed(eventType, { title: 'Short intro call', durationMinutes: 15 }),
    'event_type.deleted': made(eventType),
    'group.created': made(group),
    'group.updated': changed(group, { name: 'Sales, Berlin' }),
    'group.deleted': made(group),
    'member.added': made(member),
    'member.updated': changed(member, { role: 'admin' }),
    'member.suspended': changed(member, { status: 'suspended' }),
    'member.reactivated': changed({ ...member, status: 'suspended' }, { status: 'active' }),
    'member.removed': made(member),
    'domain.verified': made({ ...domain, state: 'verified' }),
    'domain.contested': made({ ...domain, state: 'contested' }),
    'domain.lapsing': made({ ...domain, state: 'lapsing' }),
    'domain.lapsed': made({ ...domain, state: 'lapsed' }),
    'domain.released': made({ ...domain, state: 'released' }),
    'webhook_endpoint.disabled': changed(
      { ...endpoint, disabledAt: at, failingSince: halfHour(now, -120), breaker: 'open' },
      { enabled: false, disabledReason: 'failing' },
    ),
    ping: made({ message: 'LetsMeet can reach this endpoint.' }),
  }
  return samples[type]
}

const withMore = ({ data, previous }: Sample, more: Record<string, unknown>): Sample => ({
  data: { ...data, ...more },
  previous,
})

const made = (data: Record<string, unknown>): Sample => ({ data, previous: null })

/** A resource after a change, and the old values of what changed. */
function changed<R extends object>(before: R, change: Partial<Record<keyof R, unknown>>): Sample {
  const old = Object.entries(before).filter(([key]) => key in change)
  return { data: { ...before, ...change }, previous: Object.fromEntries(old) }
}

const group = { id: 'grp_0WbXkT3nPq7YvLs2DfGh', name: 'Sales', slug: 'sales' }
const domain = { id: 'dom_0WbXkT3nPq7YvLs2DfGh', name: 'acme.example' }
