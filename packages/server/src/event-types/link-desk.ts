import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import type { Offer } from './model.ts'

/** What event types, slots and bookings ask of links, which they do not know: the server puts the two together. */
export interface LinkDesk {
  /** What whoever has a link's token may book of an event type. */
  offer(db: Read, ctx: Context, token: string, eventTypeId: string): Promise<Offer>
  /** What the guest of a link's booking may move it to: what the link offered, whether or not it still lives. */
  offerToMove(db: Read, ctx: Context, linkId: string, eventTypeId: string): Promise<Offer>
}

let desk: LinkDesk | undefined

/** Called once, by the server. */
export function openLinkDesk(one: LinkDesk): void {
  desk = one
}

export function linkDesk(): LinkDesk {
  if (!desk) throw new Error('The server has opened no link desk.')
  return desk
}
