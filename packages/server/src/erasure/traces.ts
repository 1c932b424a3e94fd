import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'

/** What is to be erased of somebody, and where it may stand. */
export interface Traces {
  /** Lower-cased. */
  emails: readonly string[]
  names: readonly string[]
  contactIds: readonly string[]
  /** Their bookings. */
  bookingIds: readonly string[]
  /** Bookings of others that they were brought along to. */
  alongIds: readonly string[]
  /** Whatever the log tells of them under: whoever erases adds the ids of its own. */
  subjectIds: Set<string>
}

/** Erases what one feature keeps of somebody, in the transaction of the erasure. */
export type Eraser = (tx: Tx, ctx: Context, traces: Traces) => Promise<void>

let erasers: readonly Eraser[] = []

/** Registers who keeps anything of guests, in the order in which they erase; called once, by the server. */
export const eraseWith = (all: readonly Eraser[]): void => {
  erasers = all
}

export async function eraseTraces(tx: Tx, ctx: Context, traces: Traces): Promise<void> {
  for (const erase of erasers) await erase(tx, ctx, traces)
}

/** Few enough for one statement. */
export function* inParts<T>(list: Iterable<T>, size = 500): Generator<T[]> {
  const all = [...list]
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size)
}
