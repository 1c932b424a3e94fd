/** Who and what a seed brings: drawn here, made in stage.ts. */
import type { Dice } from './dice.ts'
import { dayMs } from './wall.ts'
import type { Guest, Hours, Kind, Limits, Step, Weekday } from './world.ts'

const zones = [
  ...['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Los_Angeles', 'Asia/Kolkata'],
  ...['Australia/Lord_Howe', 'Pacific/Auckland', 'America/Sao_Paulo', 'Africa/Cairo', 'Asia/Tokyo'],
]
const names = ['Ana', 'Ben', 'Cleo', 'Dev', 'Eva', 'Finn', 'Gita', 'Hugo']
const everyDay: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const workdays = everyDay.slice(0, 5)

/** No window ends in an hour that clocks skip, so that walls can be read plainly. */
const weeks: Hours['weekly'][] = [
  [{ days: workdays, start: '09:00', end: '17:00' }],
  [
    { days: workdays, start: '08:00', end: '12:00' },
    { days: workdays, start: '13:00', end: '18:30' },
  ],
  [{ days: everyDay, start: '10:00', end: '22:00' }],
  [{ days: everyDay, start: '00:00', end: '24:00' }],
  [
    { days: everyDay, start: '20:00', end: '24:00' },
    { days: everyDay, start: '00:00', end: '05:00' },
  ],
  [
    { days: ['sat', 'sun'], start: '00:00', end: '06:00' },
    { days: workdays, start: '07:20', end: '15:40' },
  ],
]

export const drawWeek = (dice: Dice): Hours['weekly'] => dice.pick(weeks)

/** Mondays to be a week away from: clocks change on the day, in Europe or in the United States. */
const changes = ['2030-03-10', '2030-03-31', '2030-10-27', '2030-11-03', '2031-03-09', '2031-03-30']

/** A week before clocks change; sooner where the days would not reach it. */
export function firstInstant(dice: Dice, days: number): number {
  const change = Date.parse(`${dice.pick(changes)}T00:00:00Z`)
  return change - Math.min(7, Math.max(1, Math.floor(days / 2))) * dayMs + dice.roll(24 * 60) * 60_000
}

export interface HostDraft {
  name: string
  zone: string
  weekly: Hours['weekly']
  limits: Limits
}

export const drawHosts = (dice: Dice): HostDraft[] =>
  dice.some(names, dice.between(5, names.length)).map((name) => ({
    name,
    zone: dice.pick(zones),
    weekly: drawWeek(dice),
    limits: dice.chance(0.3) ? drawLimits(dice, 4) : {},
  }))

export type KindDraft = Omit<Kind, 'id' | 'slug' | 'owner' | 'hosts' | 'zone' | 'workflow'> & {
  hosts: number[]
  weights: number[]
  interval: number | null
}

/** At least one of each sort. */
export function drawKinds(dice: Dice, hosts: number): KindDraft[] {
  const sorts = ['individual', 'individual', 'asking', 'collective', 'round_robin', 'seats', 'limited'] as const
  const more = dice.some(['individual', 'round_robin', 'collective', 'seats', 'limited'] as const, dice.between(0, 2))
  const all = Array.from({ length: hosts }, (_, place) => place)
  return [...sorts, ...more].map((sort, place) => {
    const scheduling = sort === 'collective' || sort === 'round_robin' ? sort : 'individual'
    const count = { individual: 1, collective: 2, round_robin: dice.between(2, 4) }[scheduling]
    const chosen = dice.some(all, count)
    const minutes = dice.pick([20, 30, 45, 60, 90])
    return {
      name: `Type-${place + 1}`,
      hosts: chosen,
      weights: chosen.map(() => dice.between(1, 3)),
      scheduling,
      minutes,
      interval: dice.chance(0.3) ? dice.pick([10, 15, 30]) : null,
      before: dice.pick([0, 0, 5, 15]),
      after: dice.pick([0, 0, 10, 30]),
      notice: dice.pick([0, 0, 60, 600]),
      seats: sort === 'seats' ? dice.between(2, 6) : 1,
      limits: sort === 'limited' ? drawLimits(dice, 3) : {},
      asks: sort === 'asking',
      windowDays: dice.pick([10, 20, 45]),
    }
  })
}

function drawLimits(dice: Dice, most: number): Limits {
  const day = dice.between(1, most)
  const bookings = { day, ...(dice.chance(0.5) && { week: dice.between(day, day * 3) }) }
  return { bookings, ...(dice.chance(0.3) && { minutes: { day: 180 } }) }
}

export const drawGuests = (dice: Dice): Guest[] =>
  Array.from({ length: 40 }, (_, place) => ({
    name: `Guest ${place + 1}`,
    email: `guest-${place + 1}@example.com`,
    zone: dice.pick(zones),
  }))

/** Offsets differ within a workflow, so that a mail tells which step it is of. */
export function drawSteps(dice: Dice): Omit<Step, 'id'>[] {
  const offsets = dice.some([-2880, -1440, -180, -60, -15, 5, 30, 1440], dice.between(1, 5))
  return offsets.map((offsetMinutes) => ({
    offsetMinutes,
    channel: dice.chance(0.15) ? ('webhook' as const) : ('email' as const),
    recipient: dice.pick(['guest', 'guest', 'hosts', 'both'] as const),
  }))
}
