/** The one function behind listing and booking: what is listed can be booked, what is not cannot. */
import type { Asked, HostAvailability, Minute, OpenSlot, Rules } from './availability.ts'
import { offeredSlots } from './offer.ts'
import { type EmptyReason, emptyReason } from './reason.ts'

export interface Openings {
  slots: OpenSlot[]
  /** Set exactly when the list is empty. */
  reason?: EmptyReason
}

/** Every open slot in the asked range, in order, or why there is none. */
export function openSlots(rules: Rules, hosts: readonly HostAvailability[], asked: Asked): Openings {
  const slots = offeredSlots(rules, hosts, asked)
  return slots.length > 0 ? { slots } : { slots, reason: emptyReason(rules, hosts, asked) }
}

/** The slot at one start, if it is open: the same computation for the range of that one minute. */
export function isOpen(
  rules: Rules,
  hosts: readonly HostAvailability[],
  start: Minute,
  nowMs: number,
): OpenSlot | undefined {
  return offeredSlots(rules, hosts, { start, end: start + 1, nowMs })[0]
}
