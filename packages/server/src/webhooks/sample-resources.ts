import type { Booking } from '../bookings/model.ts'
import type { Contact } from '../contacts/model.ts'
import type { EventType } from '../event-types/model.ts'
import type { Link } from '../links/model.ts'
import type { Member } from '../users/model.ts'
import { apiVersion } from './catalogue.ts'
import type { WebhookEndpoint } from './model.ts'

/** One Tuesday at Acme, around an instant: the resources that samples tell of. */
export function sampleResources(now: Date) {
  const at = now.toISOString()
  const made = { createdAt: at, updatedAt: at }
  const [start, end] = [halfHour(now, 24), halfHour(now, 24.5)]
  const booking: Booking = {
    id: 'bk_0WbXkT3nPq7YvLs2DfGh',
    uid: 'bk_0WbXkT3nPq7YvLs2DfGh@meet.example.com',
    eventTypeId: 'et_0WbXkT3nPq7YvLs2DfGh',
    title: 'Intro call',
    status: 'confirmed',
    start,
    end,
    timezone: 'Europe/Berlin',
    hosts: [{ userId: 'usr_0WbXkT3nPq7YvLs2DfGh', name: 'Ada Lovelace', email: 'ada@example.com' }],
    guest: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York', locale: 'en-US' },
    additionalGuests: [],
    answers: { company: 'Harbour Computing' },
    location: { kind: 'video', value: 'https://video.example.com/ada' },
    notes: null,
    source: 'page',
    linkId: null,
    apiKeyId: null,
    contactIds: ['ctc_0WbXkT3nPq7YvLs2DfGh'],
    sessionId: 'ssn_0WbXkT3nPq7YvLs2DfGh',
    seriesId: null,
    seatsLeft: null,
    noShow: false,
    ended: false,
    cancellation: null,
    rescheduleReason: null,
    manageUrl: null,
    metadata: {},
    externalId: null,
    revision: 1,
    ...made,
  }
  const eventType: EventType = {
    id: booking.eventTypeId,
    ownerType: 'user',
    ownerId: 'usr_0WbXkT3nPq7YvLs2DfGh',
    slug: 'intro-call',
    title: 'Intro call',
    description: 'Half an hour to get to know each other.',
    durationMinutes: 30,
    durationOptions: null,
    intervalMinutes: null,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 10,
    minNoticeMinutes: 120,
    window: { kind: 'rolling', days: 60 },
    limits: {},
    seats: 1,
    requiresConfirmation: false,
    scheduling: 'individual',
    hosts: [{ userId: 'usr_0WbXkT3nPq7YvLs2DfGh', weight: 1, scheduleId: null }],
    scheduleId: null,
    locations: [{ kind: 'video', value: 'https://video.example.com/ada' }],
    questions: [{ key: 'company', label: 'Which company are you with?', kind: 'text', required: false }],
    visibility: 'public',
    active: true,
    redirectUrl: null,
    reminderWorkflowId: null,
    url: 'https://meet.example.com/ada/intro-call',
    externalId: null,
    ...made,
  }
  const member: Member = {
    id: 'usr_0WbXkT3nPq7YvLs2DfGj',
    email: 'joan@example.com',
    name: 'Joan Clarke',
    username: 'joan',
    timezone: 'Europe/London',
    role: 'member',
    status: 'active',
    signIn: true,
    limits: {},
    externalId: null,
    ...made,
  }
  const contact: Contact = {
    id: 'ctc_0WbXkT3nPq7YvLs2DfGh',
    userId: 'usr_0WbXkT3nPq7YvLs2DfGh',
    email: 'grace@example.com',
    name: 'Grace Hopper',
    phone: null,
    company: null,
    timezone: 'America/New_York',
    about: null,
    tags: [],
    source: 'booking',
    externalId: null,
    archivedAt: null,
    firstMetAt: null,
    lastMetAt: null,
    nextMeetingAt: start,
    bookingCount: 1,
    noShowCount: 0,
    ...made,
  }
  const link: Omit<Link, 'bookings'> = {
    id: 'lnk_0WbXkT3nPq7YvLs2DfGh',
    kind: 'one_off',
    state: 'active',
    userId: 'usr_0WbXkT3nPq7YvLs2DfGh',
    title: null,
    durationMinutes: null,
    eventTypeId: eventType.id,
    eventTypeIds: [eventType.id],
    starts: null,
    availability: null,
    nextDays: 7,
    maxUses: 1,
    uses: 0,
    expiresAt: halfHour(now, 30 * 24),
    revokedAt: null,
    rearmOnCancel: true,
    contactId: contact.id,
    greeting: 'Hello Grace, pick what suits you.',
    opens: 0,
    lastOpenedAt: null,
    ...made,
  }
  const endpoint: WebhookEndpoint = {
    id: 'we_0WbXkT3nPq7YvLs2DfGh',
    url: 'https://app.acme.example/webhooks/letsmeet',
    description: 'Books rooms',
    eventTypes: ['booking.*'],
    filter: null,
    headers: {},
    ordering: 'none',
    maxPerSecond: null,
    apiVersion,
    enabled: true,
    disabledReason: null,
    disabledAt: null,
    publicKey: null,
    previousSecretExpiresAt: null,
    breaker: 'closed',
    failingSince: null,
    ...made,
  }
  return { booking, eventType, member, contact, link, endpoint }
}

/** A full or a half hour that is so many hours later, or earlier. */
export const halfHour = (now: Date, hours: number): string =>
  new Date((Math.floor(now.getTime() / 1_800_000) + hours * 2) * 1_800_000).toISOString()
