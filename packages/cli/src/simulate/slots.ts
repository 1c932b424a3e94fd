/** What is on offer, asked in the ways that people have. */
import type { SlotList } from '@letsmeet/sdk'
import { must } from './attempt.ts'
import type { Dice } from './dice.ts'
import { dayMs, hourMs } from './wall.ts'
import type { Kind, Meeting, World } from './world.ts'

export interface Range {
  start: Date
  end: Date
}

/** A day or three, near: calendars are to fill. */
export function drawRange({ now }: World, dice: Dice): Range {
  const start = now + dice.pick([0, 0, 1, 1, 2, 3, 6]) * dayMs + dice.roll(24) * hourMs
  return { start: new Date(start), end: new Date(start + dice.pick([1, 1, 2, 3]) * dayMs) }
}

export type Way = 'api' | 'page'

export async function slotsOf({ api, open }: World, kind: Kind, range: Range, way: Way): Promise<SlotList['data']> {
  const call =
    way === 'api'
      ? api.eventTypes.slots(kind.id, range)
      : open.public.eventTypes.slots(kind.owner.username, kind.slug, range)
  return (await must(`the slots of ${kind.name}`, call)).data
}

/** Where a booking could be moved to, as its host or its guest sees it. */
export async function slotsToMove({ api, open }: World, meeting: Meeting, range: Range, by: 'host' | 'guest') {
  const call =
    by === 'guest' && meeting.token !== null
      ? open.public.bookings.slots(meeting.token, range)
      : api.eventTypes.slots(meeting.kind.id, { ...range, rescheduleBookingId: meeting.id })
  return (await must(`the slots to move ${meeting.name} to`, call)).data
}

/** Just this start. */
export const only = (start: number): Range => ({ start: new Date(start), end: new Date(start + 60_000) })
