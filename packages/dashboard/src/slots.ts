import { dateOf, monthAfter } from './dates.ts'
import type { State } from './state.ts'

export interface Slot {
  /** Epoch milliseconds. */
  start: number
  seatsLeft?: number
}

/** Asks for the slots of a range. */
export type ReadSlots = (query: URLSearchParams) => Promise<Response>

const hour = 3_600_000

/** The slots of months, read once each. The server's range: a month as any zone on earth sees it. */
export class Slots {
  private readonly months = new Map<string, Promise<Slot[]>>()
  private readonly state: State
  private readonly ask: ReadSlots

  constructor(state: State, ask: ReadSlots) {
    const { duration, month, slots } = state
    this.state = state
    this.ask = ask
    if (slots) this.months.set(`${duration} ${month}`, Promise.resolve(unpack(slots)))
  }

  of(month: string, duration: number): Promise<Slot[]> {
    const key = `${duration} ${month}`
    const known = this.months.get(key)
    if (known) return known
    const read = this.read(month, duration)
    this.months.set(key, read)
    read.catch(() => this.months.delete(key))
    return read
  }

  /** Somebody else has booked meanwhile: what was read is old. */
  forget(): void {
    this.months.clear()
  }

  private async read(month: string, duration: number): Promise<Slot[]> {
    const query = new URLSearchParams({
      start: new Date(Date.parse(`${month}-01T00:00:00Z`) - 14 * hour).toISOString(),
      end: new Date(Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`) + 12 * hour).toISOString(),
    })
    // A booking that moves keeps its length.
    if (this.state.kind === 'book') query.set('duration', String(duration))
    const response = await this.ask(query)
    if (!response.ok) throw new Error(`The server answered ${response.status}.`)
    const { data }: { data: { start: string; seatsLeft?: number }[] } = await response.json()
    return data.map((slot) => ({ ...slot, start: Date.parse(slot.start) }))
  }
}

/** The slots of each local day of a month. */
export function daysOf(slots: readonly Slot[], month: string, zone: string): Map<string, Slot[]> {
  const days = new Map<string, Slot[]>()
  for (const slot of slots) {
    const date = dateOf(slot.start, zone)
    if (!date.startsWith(month)) continue
    const day = days.get(date)
    if (day) day.push(slot)
    else days.set(date, [slot])
  }
  return days
}

function unpack(packed: NonNullable<State['slots']>): Slot[] {
  const seats = packed.seats && unroll(packed.seats)
  let minute = 0
  return unroll(packed.steps).map((step, i) => {
    minute += step
    const seatsLeft = seats?.[i]
    return { start: minute * 60_000, ...(seatsLeft !== undefined && { seatsLeft }) }
  })
}

/** `[30, 3, 960, 1]` as `[30, 30, 30, 960]`. */
const unroll = (runs: readonly number[]): number[] =>
  runs.flatMap((value, i) => (i % 2 === 0 ? new Array<number>(runs[i + 1] ?? 0).fill(value) : []))
