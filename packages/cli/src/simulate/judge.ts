/** Holds what is booked and held against everything that must be true of it. */
import { doubleBookings, type Limited, overfull, overLimits, type Taking } from './checks/calendar.ts'
import { overused } from './checks/links.ts'
import { outsideHours, outsideWindow, whileAway } from './checks/openness.ts'
import { type Fault, refuse } from './violation.ts'
import { isOpen, type Meeting, type World } from './world.ts'

/** A time that was just given away must have been there to give. */
export function judge(world: World, meeting: Meeting): void {
  refuse(objectionsTo(world, meeting))
  judgeAll(world)
}

/** Whatever is true of the whole calendar at any time. */
export function judgeAll(world: World): void {
  refuse(collisionsIn(world))
  const through = world.meetings.map((one) => ({ name: one.name, link: one.link?.name ?? '', isOpen: isOpen(one) }))
  refuse(overused(world.links, through))
}

/** A booking or a hold that takes no time any more. */
export type GivenUp = Pick<Meeting, 'name' | 'kind' | 'hosts' | 'hours' | 'start' | 'end'>

/** Whether what is over for good could be had again at its time, for all that the simulation knows. */
export function isFreeAgain(world: World, gone: GivenUp): boolean {
  const { before, after } = gone.kind
  const nobody = { id: '', guest: '', noShow: false, link: null, token: null, pending: [], settled: new Set<string>() }
  const again: Meeting = { ...gone, ...nobody, name: `${gone.name} again`, status: 'confirmed', before, after }
  // Other hours may have another grid.
  const isSameGrid = gone.hosts.every((host, place) => host.hours === gone.hours[place])
  const others = { ...world, meetings: [...world.meetings, again] }
  return isSameGrid && objectionsTo(world, again).length === 0 && collisionsIn(others).length === 0
}

function objectionsTo(world: World, meeting: Meeting): Fault[] {
  const away = meeting.hosts.flatMap((host) => {
    const theirs = world.absences.filter((one) => one.host === host)
    return whileAway(meeting, host.name, theirs)
  })
  // A link may offer starts of its own, beside the hours.
  if (meeting.link?.starts) return away
  const hours = meeting.hosts.flatMap((host) => outsideHours(meeting, host.name, host.hours))
  return [...outsideWindow(meeting, world.now, meeting.kind), ...hours, ...away]
}

function collisionsIn(world: World): Fault[] {
  const takings = takingsOf(world)
  return [...doubleBookings(takings), ...overfull(takings), ...overLimits(takings, limitedOf(world))]
}

function takingsOf({ meetings, holds, now }: World): Taking[] {
  const live = holds.filter((one) => one.until > now)
  return [
    ...meetings.filter(isOpen),
    ...live.map((one) => ({ ...one, before: one.kind.before, after: one.kind.after })),
  ].map(({ name, kind, hosts, start, end, before, after }) => ({
    name,
    kind: kind.name,
    hosts: hosts.map((host) => host.name),
    start,
    end,
    before,
    after,
    seats: kind.seats,
  }))
}

const limitedOf = ({ kinds, hosts }: World): Limited[] => [
  ...kinds.map(({ name, limits, zone }) => ({ name, limits, zone, counts: (one: Taking) => one.kind === name })),
  ...hosts.map(({ name, limits, hours }) => ({
    name,
    limits,
    zone: hours.zone,
    counts: (one: Taking) => one.hosts.includes(name),
  })),
]
