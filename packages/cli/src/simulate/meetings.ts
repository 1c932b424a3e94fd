/** Takes down what became of bookings, and holds each new state against what must be true of it. */
import type { Booking } from '@letsmeet/sdk'
import { judge } from './judge.ts'
import { readOn } from './log.ts'
import { plan } from './reminding.ts'
import { Violation } from './violation.ts'
import { instantText } from './wall.ts'
import { type Host, type Kind, type Link, type Meeting, nameIn, type World } from './world.ts'

export interface Wanted {
  kind: Kind
  start: number
  guest: string
  link?: Link | undefined
  /** The guest's page, as the answer told it. */
  manageUrl: string | null
}

/** Whatever way it was booked, the log tells of it: once, and as it was asked for. */
export async function noteMade(world: World, wanted: readonly Wanted[]): Promise<Meeting[]> {
  const fresh = await readOn(world)
  const made = fresh.filter(({ type }) => type === 'booking.created' || type === 'booking.requested')
  return wanted.map((one) => {
    const found = made
      .map(toldBooking)
      .filter((data) => data.guest.email === one.guest && Date.parse(data.start) === one.start)
    const [data, second] = found
    if (!data || second) {
      const seen = `${found.length} in the log`
      throw new Violation({
        promise: 'A booking is one fact',
        expected: `one of ${one.guest} at ${instantText(one.start)}`,
        seen,
      })
    }
    return note(world, one, data)
  })
}

function note(world: World, { kind, start, guest, link, manageUrl }: Wanted, data: Booking): Meeting {
  const meeting: Meeting = {
    name: nameIn(world.meetings, 'b'),
    id: data.id,
    kind,
    hosts: hostsOf(world, data),
    hours: [],
    guest,
    start,
    end: Date.parse(data.end),
    before: kind.before,
    after: kind.after,
    status: kind.asks ? 'pending' : 'confirmed',
    noShow: false,
    link: link ?? null,
    token: manageUrl?.split('/').at(-1) ?? null,
    pending: [],
    settled: new Set(),
  }
  meeting.hours = meeting.hosts.map((host) => host.hours)
  world.meetings.push(meeting)
  world.counts.bookings++
  if (link) link.uses++
  world.expected.push({
    type: kind.asks ? 'booking.requested' : 'booking.created',
    subjectId: meeting.id,
    at: world.now,
  })
  plan(world, meeting)
  judge(world, meeting)
  return meeting
}

/** The hosts of a moved round robin may be others than before. */
export async function noteMoved(world: World, meeting: Meeting, start: number): Promise<void> {
  const [data] = (await readOn(world))
    .filter(({ type, subjectId }) => type === 'booking.rescheduled' && subjectId === meeting.id)
    .map(toldBooking)
  world.expected.push({ type: 'booking.rescheduled', subjectId: meeting.id, at: world.now })
  if (!data) return
  meeting.end = start + (meeting.end - meeting.start)
  meeting.start = start
  meeting.hosts = hostsOf(world, data)
  meeting.hours = meeting.hosts.map((host) => host.hours)
  meeting.before = meeting.kind.before
  meeting.after = meeting.kind.after
  world.counts.moves++
  plan(world, meeting)
  judge(world, meeting)
}

export function noteClosed(world: World, meeting: Meeting, status: 'cancelled' | 'declined'): void {
  meeting.status = status
  world.expected.push({ type: `booking.${status}`, subjectId: meeting.id, at: world.now })
  world.counts.cancellations++
  if (meeting.link?.rearms) meeting.link.uses--
  plan(world, meeting)
}

function hostsOf(world: World, data: Booking): Host[] {
  const hosts = world.hosts.filter((host) => data.hosts.some((one) => one.userId === host.id))
  if (hosts.length === data.hosts.length) return hosts
  const seen = data.hosts.map((one) => one.name).join(', ')
  throw new Violation({ promise: 'Hosts are known', expected: 'hosts of the organization', seen })
}

/** What an event of a booking tells: the log's document leaves `data` open, and webhooks' types say that it is the booking. */
const toldBooking = ({ data }: { data: unknown }): Booking => data as Booking
