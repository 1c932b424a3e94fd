import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { notFound } from '../errors.ts'
import { findOffer } from '../event-types/directory.ts'
import type { LinkDesk } from '../event-types/link-desk.ts'
import type { Offer } from '../event-types/model.ts'
import { eventTypeIdsOf, findByToken, findLink, requireOpen, unknown } from './directory.ts'
import { throughLink } from './event-types.ts'
import type { LinkRow } from './model.ts'

/** What slots, bookings and holds ask of links. */
export const linkDeskOfServer: LinkDesk = {
  offer: async (db, ctx, token, eventTypeId) => {
    const link = await findByToken(db, token)
    if (link.organizationId !== ctx.organizationId) throw unknown()
    requireOpen(link, ctx.now())
    return offerOf(db, ctx, link, eventTypeId)
  },
  offerToMove: async (db, ctx, linkId, eventTypeId) => {
    const link = await findLink(db, { ...ctx, actor: { type: 'system', id: 'links' } }, linkId)
    return throughLink(await findOffer(db, ctx, eventTypeId), link)
  },
}

/** One of the event types of a link. */
export async function offerOf(db: Read, ctx: Context, link: LinkRow, eventTypeId: string): Promise<Offer> {
  const offer = await findOffer(db, ctx, eventTypeId)
  const chosen = (await eventTypeIdsOf(db, [link.id])).get(link.id) ?? []
  if (!chosen.includes(offer.id)) throw notFound('event type', eventTypeId)
  return throughLink(offer, link)
}
