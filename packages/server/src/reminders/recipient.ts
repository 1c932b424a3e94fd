/** Whom a row of the ledger is for, which it keeps as one text: no address, so that none has to be erased from it. */
import type { Reminder } from './model.ts'

/** `guest`, `guest:0` for the first whom the guest brought along, a host's user id, or `endpoints`. */
export const alongAt = (index: number): string => `${along}${index}`

export function recipientOf(text: string): Pick<Reminder, 'recipient' | 'userId' | 'additionalGuestIndex'> {
  if (text === 'guest' || text === 'endpoints') return { recipient: text, userId: null, additionalGuestIndex: null }
  if (!text.startsWith(along)) return { recipient: 'host', userId: text, additionalGuestIndex: null }
  return { recipient: 'additional_guest', userId: null, additionalGuestIndex: Number(text.slice(along.length)) }
}

const along = 'guest:'
