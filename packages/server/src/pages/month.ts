import type { PublicSlotQuery, SlotList } from '../slots/model.ts'
import { dateOfDay, dayOfDate } from '../time.ts'
import { localDate } from '../zones.ts'

export type Slot = SlotList['data'][number]
export type LoadSlots = (query: PublicSlotQuery) => Promise<SlotList>

/** The open slots of a calendar month. */
export interface Month {
  /** `2030-01`. */
  name: string
  /** What was read: a little more than the month, so that it can be shown in every zone without asking again. */
  slots: Slot[]
  /** The slots of each open day of the month, in the zone that was asked for. */
  days: Map<string, Slot[]>
}

const hour = 3_600_000

/** Reads a month; zones reach from UTC-12 to UTC+14, and a month in any of them lies within. */
export async function readMonth(load: LoadSlots, name: string, zone: string, duration: number): Promise<Month> {
  const start = new Date(Date.parse(`${name}-01T00:00:00Z`) - 14 * hour)
  const end = new Date(Date.parse(`${monthAfter(name, 1)}-01T00:00:00Z`) + 12 * hour)
  const { data } = await load({ start, end, timezone: zone, duration })
  const days = new Map<string, Slot[]>()
  for (const slot of data) {
    if (!slot.date.startsWith(name)) continue
    const day = days.get(slot.date)
    if (day) day.push(slot)
    else days.set(slot.date, [slot])
  }
  return { name, slots: data, days }
}

/** The first open slot from the end of a month on, within a year. */
export async function nextOpen(load: LoadSlots, name: string, zone: string, duration: number): Promise<Slot | null> {
  const from = Date.parse(`${monthAfter(name, 1)}-01T00:00:00Z`) - 14 * hour
  // Most calendars open soon: a year is read only when a quarter holds nothing.
  for (const [first, last] of [
    [0, 92],
    [92, 366],
  ] as const) {
    const range = { start: new Date(from + first * 24 * hour), end: new Date(from + last * 24 * hour) }
    const { data } = await load({ ...range, timezone: zone, duration })
    const next = data.find((slot) => slot.date.slice(0, 7) > name)
    if (next) return next
  }
  return null
}

export const today = (now: Date, zone: string): string => localDate(Math.floor(now.getTime() / 60_000), zone)

export function monthAfter(name: string, count: number): string {
  const months = Number(name.slice(0, 4)) * 12 + Number(name.slice(5, 7)) - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** Six weeks of dates around a month; null where the days of its neighbours would be. */
export function weeksOf(name: string, firstDay: number): (string | null)[][] {
  const first = dayOfDate(`${name}-01`)
  const weekday = (((first + 3) % 7) + 7) % 7
  const lead = (weekday - (firstDay - 1) + 7) % 7
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = dateOfDay(first - lead + week * 7 + day)
      return date.startsWith(name) ? date : null
    }),
  )
}

/** Slots for the script: the steps between the starts in minutes since 1970, and the seats that are left, as runs. */
export function pack(slots: readonly Slot[]): { steps: number[]; seats?: number[] } {
  const minutes = slots.map((slot) => Date.parse(slot.start) / 60_000)
  const steps = runs(minutes.map((minute, i) => minute - (minutes[i - 1] ?? 0)))
  const seats = slots.flatMap((slot) => slot.seatsLeft ?? [])
  return seats.length > 0 ? { steps, seats: runs(seats) } : { steps }
}

/** `[30, 30, 30, 960]` as `[30, 3, 960, 1]`: a month of slots takes a few hundred bytes. */
function runs(values: readonly number[]): number[] {
  const pairs: number[] = []
  for (const value of values) {
    if (pairs.at(-2) === value) pairs.push((pairs.pop() ?? 0) + 1)
    else pairs.push(value, 1)
  }
  return pairs
}
