import type { BookingRow } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { UserRow } from '../users/model.ts'
import type { Occasion } from './occasion.ts'

type Sampler = Pick<Context, 'now' | 'publicUrl' | 'organizationId'>

const hourMs = 3_600_000

/** A meeting that could be: in two days, with whoever asks as the host and a guest six hours away. */
export function sampleOccasion(ctx: Sampler, host: UserRow, organization: { name: string }): Occasion {
  const now = ctx.now()
  const startsAt = new Date((Math.ceil(now.getTime() / hourMs) + 48) * hourMs)
  const id = 'bk_sample'
  const booking: BookingRow = {
    id,
    uid: `${id}@${new URL(ctx.publicUrl).hostname}`,
    organizationId: ctx.organizationId,
    eventTypeId: '',
    title: 'Intro call',
    questions: [],
    sessionId: '',
    seriesId: null,
    status: 'confirmed',
    startsAt,
    endsAt: new Date(startsAt.getTime() + hourMs / 2),
    timezone: host.timezone,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    seats: 1,
    guestName: 'Grace Hopper',
    guestEmail: 'grace@example.com',
    guestKey: 'grace@example.com',
    guestTimezone: 'America/New_York',
    guestLocale: null,
    additionalGuests: [],
    answers: {},
    location: { kind: 'video', value: 'https://video.example.com/ada' },
    notes: null,
    source: 'api',
    linkId: null,
    apiKeyId: null,
    noShow: false,
    cancelledBy: null,
    cancelReason: null,
    cancelledAt: null,
    rescheduleReason: null,
    manageHash: null,
    metadata: {},
    externalId: null,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  }
  return { booking, hosts: [host], organization, page: `/${host.username}` }
}
