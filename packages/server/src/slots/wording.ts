/** The sentences of explanations: they repeat facts that the engine was given, in the schedule's local time. */
import { clockOfMinutes, dateOfDay, minutesPerDay } from '../time.ts'
import { wallOf, zoneBetween } from '../zones.ts'
import type { Hours, Interval, Minute, Rules } from './availability.ts'
import type { Conflict } from './conflicts.ts'
import type { ReachedLimit } from './limits.ts'

const kinds = { booking: 'booking', hold: 'hold', block: 'block', time_off: 'time off', calendar: 'calendar' } as const

/** `2026-03-29 09:00`. */
export function localTime(minute: Minute, zone: string): string {
  const wall = wallOf(zoneBetween(zone, minute, minute), minute)
  const day = Math.floor(wall / minutesPerDay)
  return `${dateOfDay(day)} ${clockOfMinutes(wall - day * minutesPerDay)}`
}

/** `2026-03-29 09:00–10:00`, with the second date where it is another. */
function localRange({ start, end }: Interval, zone: string): string {
  const from = localTime(start, zone)
  const until = localTime(end, zone)
  return `${from}–${until.startsWith(from.slice(0, 10)) ? until.slice(11) : until}`
}

export function conflictSentence({ code, item, gap }: Conflict, zone: string): string {
  const name = item.label === undefined ? item.id : `“${item.label}”`
  const what = `${kinds[item.kind]} ${name}, ${localRange(item, zone)} (${zone})`
  return code === 'busy' ? `Taken by ${what}.` : `Too close to ${what}: ${minutes(gap)} must stay free between.`
}

export function noticeSentence(rules: Rules, earliest: Minute): string {
  const from = `${localTime(earliest, rules.zone)} (${rules.zone})`
  if (rules.minNoticeMinutes === 0) return `It is past: the first possible start is ${from}.`
  return `Too soon: with ${minutes(rules.minNoticeMinutes)} of notice the first possible start is ${from}.`
}

export function windowSentence(rules: Rules, days: { first: number; last: number }): string {
  const last = `${dateOfDay(days.last)} (${rules.zone})`
  if (rules.window.kind === 'range') return `Bookings are taken from ${rules.window.start} to ${last}.`
  return `Bookings are taken until ${last}.`
}

export function limitSentence({ unit, period, used, most, name }: ReachedLimit, rules: Rules, zone: string): string {
  const when = { day: 'on', week: 'in the week of', month: 'in', year: 'in' }[period]
  const needed = unit === 'minutes' ? `; this one takes ${rules.durationMinutes}` : ''
  return `${used} of ${most} ${most === 1 ? unit.slice(0, -1) : unit} ${when} ${name} (${zone})${needed}.`
}

export function overrideSentence(hours: Hours, day: number): string {
  const date = dateOfDay(day)
  const windows = hours.overrides.filter((override) => override.date === date).flatMap((override) => override.windows)
  if (windows.length === 0) return `An override closes ${date} (${hours.timezone}).`
  const clocks = windows.map(({ start, end }) => `${start}–${end}`).join(', ')
  return `An override gives ${date} other hours: ${clocks} (${hours.timezone}).`
}

export function gridSentence(anchor: Minute, rules: Rules, zone: string): string {
  return `Starts are every ${minutes(rules.intervalMinutes)} from ${localTime(anchor, zone)} (${zone}).`
}

export function tooLongSentence(end: Minute, rules: Rules, zone: string): string {
  return `${minutes(rules.durationMinutes)} do not fit before ${localTime(end, zone)} (${zone}), when hours end.`
}

export function closedSentence(start: Minute, blocks: readonly Interval[], zone: string): string {
  const walls = zoneBetween(zone, start - minutesPerDay, start + minutesPerDay)
  const midnight = Math.floor(wallOf(walls, start) / minutesPerDay) * minutesPerDay
  const date = dateOfDay(midnight / minutesPerDay)
  const ofDay = blocks.flatMap((block) => {
    const from = Math.max(0, wallOf(walls, block.start) - midnight)
    const until = Math.min(minutesPerDay, wallOf(walls, block.end) - midnight)
    return from < until ? `${clockOfMinutes(from)}–${clockOfMinutes(until)}` : []
  })
  if (ofDay.length === 0) return `No hours on ${date} (${zone}).`
  return `Outside the hours of ${date}: ${ofDay.join(', ')} (${zone}).`
}

function minutes(count: number): string {
  return count === 1 ? '1 minute' : `${count} minutes`
}
