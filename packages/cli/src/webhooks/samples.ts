import type { Booking, EventType, Member, WebhookEndpoint } from '@letsmeet/sdk'
import type { WebhookType } from './types.ts'

/** A webhook's body, open to any change. */
export type Sample = Record<string, unknown>

/** An event of a type as it could happen now, made without a server. */
export function sampleOf(type: WebhookType, now: Date): Sample {
  const { previous, ...data } = dataOf(type, momentsAround(now))
  return {
    id: `evt_${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`,
    type,
    apiVersion: '2026-11-01',
    timestamp: now.toISOString(),
    organizationId: id('org'),
    mode: 'test',
    seq: 1,
    data,
    ...(previous !== undefined && { previous }),
  }
}

interface Moments {
  now: string
  /** The meeting's, tomorrow. */
  start: string
  end: string
}

const id = (prefix: string) => `${prefix}_0WbXkT3nPq7YvLs2DfGh`

function momentsAround(now: Date): Moments {
  const start = new Date(now.getTime() + 86_400_000)
  start.setUTCHours(9, 0, 0, 0)
  return {
    now: now.toISOString(),
    start: start.toISOString(),
    end: new Date(start.getTime() + 1_800_000).toISOString(),
  }
}

/** The resource after the change, and under `previous` what it was before, where that is told. */
function dataOf(type: WebhookType, at: Moments): Sample {
  const [family = '', what = ''] = type.split('.')
  if (type === 'ping') return { message: 'LetsMeet can reach this endpoint.' }
  if (family === 'booking') return { ...booking(at), ...bookingAfter(what, at) }
  if (family === 'event_type') return { ...eventType(at) }
  if (family === 'member') return { ...member(at), ...(what === 'suspended' && { status: 'suspended' }) }
  if (family === 'webhook_endpoint') return { ...endpoint(at) }
  return { ...others(at)[family] }
}

function bookingAfter(what: string, at: Moments): Partial<Booking> & { previous?: Partial<Booking> } {
  const later = (minutes: number) => new Date(Date.parse(at.start) + minutes * 60_000).toISOString()
  const cancellation = { by: 'guest', reason: 'I am ill', at: at.now } as const
  const changes: Record<string, Partial<Booking> & { previous?: Partial<Booking> }> = {
    requested: { status: 'pending' },
    confirmed: { revision: 2, previous: { status: 'pending' } },
    declined: { status: 'declined', revision: 2, previous: { status: 'pending' } },
    cancelled: { status: 'cancelled', cancellation, revision: 2, previous: { status: 'confirmed' } },
    rescheduled: {
      start: later(120),
      end: later(150),
      rescheduleReason: 'A little later, please',
      revision: 2,
      previous: { start: at.start, end: at.end },
    },
    updated: { notes: 'Room 2', revision: 2, previous: { notes: null } },
    no_show: { noShow: true, ended: true, revision: 2, previous: { noShow: false } },
    reassigned: {
      hosts: [{ userId: 'usr_1KpQzR8mVc4XbNt6HjWd', name: 'Bob Kahn', email: 'bob@example.com' }],
      revision: 2,
      previous: { hosts: booking(at).hosts },
    },
    ended: { ended: true },
  }
  return changes[what] ?? {}
}

const booking = ({ now, start, end }: Moments): Booking => ({
  id: id('bk'),
  uid: `${id('bk')}@meet.example.com`,
  eventTypeId: id('et'),
  title: 'Intro call',
  status: 'confirmed',
  start,
  end,
  timezone: 'Europe/Berlin',
  hosts: [{ userId: id('usr'), name: 'Ada Lovelace', email: 'ada@example.com' }],
  guest: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York', locale: null },
  additionalGuests: [],
  answers: { company: 'Harbour Computing' },
  location: { kind: 'video', value: 'https://video.example.com/ada' },
  notes: null,
  source: 'page',
  linkId: null,
  apiKeyId: null,
  contactIds: [],
  sessionId: id('ssn'),
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
  createdAt: now,
  updatedAt: now,
})

const eventType = ({ now }: Moments): EventType => ({
  id: id('et'),
  ownerType: 'user',
  ownerId: id('usr'),
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
  hosts: [{ userId: id('usr'), weight: 1, scheduleId: null }],
  scheduleId: null,
  locations: [{ kind: 'video', value: 'https://video.example.com/ada' }],
  questions: [{ key: 'company', label: 'Which company are you with?', kind: 'text', required: false }],
  visibility: 'public',
  active: true,
  redirectUrl: null,
  url: 'https://meet.example.com/ada/intro-call',
  externalId: null,
  createdAt: now,
  updatedAt: now,
})

const member = ({ now }: Moments): Member => ({
  id: id('usr'),
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  username: 'ada',
  timezone: 'Europe/Berlin',
  role: 'member',
  status: 'active',
  signIn: true,
  limits: {},
  externalId: null,
  createdAt: now,
  updatedAt: now,
})

const endpoint = ({ now }: Moments): WebhookEndpoint => ({
  id: id('we'),
  url: 'https://app.acme.example/webhooks/letsmeet',
  description: 'Books rooms',
  eventTypes: ['booking.*'],
  filter: null,
  headers: {},
  ordering: 'none',
  maxPerSecond: null,
  apiVersion: '2026-11-01',
  enabled: false,
  disabledReason: 'failing',
  disabledAt: now,
  publicKey: null,
  previousSecretExpiresAt: null,
  breaker: 'open',
  failingSince: now,
  createdAt: now,
  updatedAt: now,
})

/** What the API document does not describe yet: enough to tell which one it is. */
const others = ({ now, start }: Moments): Record<string, Sample> => ({
  reminder: { id: id('rem'), bookingId: id('bk'), dueAt: start, to: 'grace@example.com', createdAt: now },
  contact: { id: id('ct'), name: 'Grace Hopper', email: 'grace@example.com', createdAt: now },
  link: { id: id('lnk'), url: 'https://meet.example.com/l/8fJk2', eventTypeId: id('et'), createdAt: now },
  group: { id: id('grp'), name: 'Sales', slug: 'sales', createdAt: now },
  domain: { id: id('dom'), domain: 'acme.example', createdAt: now },
})
