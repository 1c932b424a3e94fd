/** When somebody may be met at all: in their hours, and not while they are away. */
import type { Fault } from '../violation.ts'
import { dayMs, instantText, minuteMs, wallAt } from '../wall.ts'
import type { Hours } from '../world.ts'

interface Asked {
  name: string
  start: number
  end: number
}

/** What was offered can be had, and what was not cannot. */
export function listedIsBookable(
  what: string,
  { isListed, refusal }: { isListed: boolean; refusal: string | null },
): Fault[] {
  if (isListed === (refusal === null)) return []
  return [
    {
      promise: 'Listed means bookable',
      expected: isListed ? `${what}, which was listed, to succeed` : `${what}, which was not listed, to be refused`,
      seen: refusal === null ? 'that it succeeded' : `that it was refused: ${refusal}`,
    },
  ]
}

/** What somebody holds is on offer to nobody. */
export const keptAway = (what: string, listed: number): Fault[] =>
  listed === 0
    ? []
    : [{ promise: 'A hold keeps its time', expected: `${what} to keep it off the list`, seen: 'it listed' }]

/** What nothing stands in the way of is on offer. */
export const freed = (what: string, isListed: boolean): Fault[] =>
  isListed
    ? []
    : [{ promise: 'Time that is given back is free', expected: `${what}, to be listed`, seen: 'that it is not' }]

/** Every minute of a meeting is within the hours of its host, by the clock on their wall. */
export function outsideHours({ name, start, end }: Asked, host: string, hours: Hours): Fault[] {
  for (let at = start; at < end; at += minuteMs) {
    const { date, minute, weekday } = wallAt(at, hours.zone)
    const replaced = hours.overrides.filter((one) => one.date === date)
    const windows =
      replaced.length > 0
        ? replaced.flatMap((one) => one.windows)
        : hours.weekly.filter((one) => one.days.some((day) => day === weekday))
    if (windows.some((one) => minute >= minutesOf(one.start) && minute < minutesOf(one.end))) continue
    return [
      {
        promise: 'Nobody is booked outside their hours',
        expected: `${name} to lie within the hours of ${host} on ${date}: ${windows.map((one) => `${one.start}–${one.end}`).join(', ') || 'none'}`,
        seen: `${clockOf(minute)} (${hours.zone}) in ${instantText(start)} to ${instantText(end)}`,
      },
    ]
  }
  return []
}

/** Not sooner than the notice, which is elapsed time, and not on a day after the last, today being day 0. */
export function outsideWindow(
  { name, start }: Pick<Asked, 'name' | 'start'>,
  now: number,
  { notice, windowDays, zone }: { notice: number; windowDays: number | null; zone: string },
): Fault[] {
  const earliest = now + notice * minuteMs
  const today = Date.parse(`${wallAt(now, zone).date}T00:00:00Z`)
  const last = windowDays === null ? null : new Date(today + windowDays * dayMs).toISOString().slice(0, 10)
  const { date } = wallAt(start, zone)
  const expected =
    start < earliest
      ? `${name} to start no sooner than ${instantText(earliest)}`
      : last !== null && date > last
        ? `${name} to start on ${last} (${zone}) at the latest`
        : null
  return expected === null
    ? []
    : [{ promise: 'Notice and booking window hold', expected, seen: `${instantText(start)}, on ${date}` }]
}

/** Time off keeps the meeting away, a busy block its buffers too. */
export function whileAway(
  { name, start, end, before, after }: Asked & { before: number; after: number },
  host: string,
  absences: readonly { name: string; sort: 'time off' | 'busy block'; start: number; end: number }[],
): Fault[] {
  return absences
    .filter((one) => {
      const isBlock = one.sort === 'busy block'
      const from = start - (isBlock ? before * minuteMs : 0)
      const until = end + (isBlock ? after * minuteMs : 0)
      return from < one.end && one.start < until
    })
    .map((one) => ({
      promise: 'Nobody is booked while they are away',
      expected: `${name} to leave out the ${one.sort} of ${host}, ${instantText(one.start)} to ${instantText(one.end)}`,
      seen: `a meeting from ${instantText(start)} to ${instantText(end)}`,
    }))
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
