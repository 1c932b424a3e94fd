import { eq, lt, lte, sql } from 'drizzle-orm'
import type { Context, Services } from '../context.ts'
import type { Read } from '../db/database.ts'
import { AppError } from '../errors.ts'
import type { Offer } from '../event-types/model.ts'
import { holdLog } from '../events/service.ts'
import { publicEventTypeOf } from '../public/service.ts'
import { within } from '../sandboxes/clock.ts'
import type { SlotList } from '../slots/model.ts'
import { listPublicSlots } from '../slots/service.ts'
import { findUser } from '../users/directory.ts'
import type { UserRow } from '../users/model.ts'
import { eventTypeIdsOf, findByToken, findOpenLink, unknown } from './directory.ts'
import { offersOf } from './event-types.ts'
import { contactBehind, firstNameOf, maskedEmail } from './guest.ts'
import { type LinkRow, links, linkVisits } from './model.ts'
import type { LinkOffer, LinkSlotQuery, PublicLink } from './public-model.ts'
import { tell } from './tell.ts'

const visitMs = 3_600_000

/** What a link offers whoever holds it; counted as opened once an hour and address. */
export async function openLink(ctx: Context, token: string, ip: string): Promise<PublicLink> {
  const db = ctx.db.read
  const { link, host, offers, inside } = await lookInside(db, ctx, token)
  const contact = await contactBehind(db, link)
  const shown: LinkOffer[] = []
  for (const offer of offers) {
    const { slug: _, url: __, ...known } = await publicEventTypeOf(inside, offer)
    shown.push({ ...known, id: offer.id })
  }
  await countVisit(inside, link, ip)
  const [only] = link.kind === 'one_off' ? offers : []
  return {
    kind: link.kind,
    title: only?.title ?? null,
    greeting: link.greeting,
    host: { name: host.name, timezone: host.timezone },
    durationMinutes: only?.durationMinutes ?? null,
    eventTypes: shown,
    usesLeft: link.maxUses === null ? null : link.maxUses - link.uses,
    expiresAt: link.expiresAt?.toISOString() ?? null,
    guest: contact && {
      firstName: contact.name === null ? null : firstNameOf(contact.name),
      maskedEmail: maskedEmail(contact.email),
    },
  }
}

export async function listLinkSlots(ctx: Context, token: string, query: LinkSlotQuery): Promise<SlotList> {
  const { eventTypeId, ...asked } = query
  const { offers, inside } = await lookInside(ctx.db.read, ctx, token)
  return listPublicSlots(inside, chosenOffer(offers, eventTypeId, { parameter: 'eventTypeId' }), asked)
}

export const organizationOfLink = async (ctx: Context, token: string): Promise<string> =>
  (await findByToken(ctx.db.read, token)).organizationId

export interface Inside {
  link: LinkRow
  host: UserRow
  /** What can be booked now. */
  offers: Offer[]
  inside: Context
}

/** All that is behind an open link; with nothing to book, or a host who is gone, it looks as if there were none. */
export async function lookInside(db: Read, ctx: Context, token: string): Promise<Inside> {
  const link = await findOpenLink(db, ctx, token)
  const inside = await within(ctx, link.organizationId, db)
  const host = await findUser(db, inside, link.userId).catch(() => null)
  const offers = await offersOf(db, link, (await eventTypeIdsOf(db, [link.id])).get(link.id) ?? [])
  if (host?.status !== 'active' || offers.length === 0) throw unknown()
  return { link, host, offers, inside }
}

/** The one event type of a link, or the one that a guest chose. */
export function chosenOffer(
  offers: readonly Offer[],
  eventTypeId: string | undefined,
  place: { pointer: string } | { parameter: string },
): Offer {
  const [first, ...others] = offers
  const chosen = eventTypeId === undefined ? first : offers.find((offer) => offer.id === eventTypeId)
  if (eventTypeId === undefined && others.length > 0) {
    const detail = 'This link offers several event types; choose one with eventTypeId.'
    throw new AppError('invalid_request', detail, {}, [{ ...place, code: 'required', detail }])
  }
  if (chosen) return chosen
  const detail = 'This link does not offer that event type.'
  throw new AppError('not_found', detail, {}, [{ ...place, code: 'not_found', detail }])
}

/** Forgets who opened a link more than an hour ago. */
export async function pruneLinkVisits({ db, now }: Services): Promise<void> {
  const before = new Date(now().getTime() - visitMs)
  await db.transaction(async (tx) => void (await tx.delete(linkVisits).where(lt(linkVisits.seenAt, before))))
}

async function countVisit(ctx: Context, link: LinkRow, ip: string): Promise<void> {
  // A digest under the server's secret: whoever reads the table learns no address.
  const id = ctx.secrets.derive('link-visit', `${link.id}:${ip}`)
  // Who opens it comes from outside, whatever the clock of a sandbox shows.
  const now = ctx.serverNow()
  const stale = new Date(now.getTime() - visitMs)
  const [known] = await ctx.db.read.select().from(linkVisits).where(eq(linkVisits.id, id))
  if (known && known.seenAt > stale) return
  await ctx.db.transaction(async (tx) => {
    const seen = await tx
      .insert(linkVisits)
      .values({ id, seenAt: now })
      .onConflictDoUpdate({
        target: linkVisits.id,
        set: { seenAt: now },
        setWhere: lte(linkVisits.seenAt, stale),
      })
      .returning()
    if (seen.length === 0) return
    await holdLog(tx, ctx.organizationId)
    const [after] = await tx
      .update(links)
      .set({ opens: sql`${links.opens} + 1`, lastOpenedAt: now })
      .where(eq(links.id, link.id))
      .returning()
    if (after)
      await tell(tx, ctx, 'link.opened', after, { ...after, opens: after.opens - 1, lastOpenedAt: link.lastOpenedAt })
  })
}
