import { z } from 'zod'
import { route } from '../http/route.ts'
import { GuestBookingView } from '../public/model.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { SlotList } from '../slots/model.ts'
import { bookThroughLink } from './book.ts'
import { createLink } from './create.ts'
import { LinkChange, NewLink } from './input.ts'
import { CreatedLink, Link, linkKinds, linkStates } from './model.ts'
import { listLinkSlots, openLink, organizationOfLink } from './open.ts'
import { LinkSlotQuery, NewLinkBooking, PublicLink } from './public-model.ts'
import { changeLink, getLink, listLinks, revokeLink } from './service.ts'

const ByToken = z.strictObject({
  token: z.string().min(1).max(200).meta({ description: "The secret in the link's address." }),
})
const named = (description: string) => z.string().max(300).optional().meta({ description })

export const linkRoutes = [
  route({
    method: 'GET',
    path: '/links',
    id: 'links.list',
    summary: 'List links',
    description: "An admin sees the organization's, a member their own; ended ones too. Newest first.",
    scope: 'links:read',
    query: listQuery({
      kind: z.enum(linkKinds).optional().meta({ description: 'Only one-off or only share links.' }),
      state: z.enum(linkStates).optional().meta({ description: 'Only those that are so now.' }),
      userId: named("Only this member's; `ext:` and your own id will do."),
      contactId: named('Only those made for this contact.'),
      eventTypeId: named('Only those that offer this event type.'),
    }),
    returns: listOf(Link),
    handle: (ctx, { query }) => listLinks(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/links',
    id: 'links.create',
    summary: 'Create a link',
    description:
      'A secret address for one person, or few: an event type of yours or a title and duration of its own, all its times, narrower hours, the next days, or starts you choose. Its token is shown once.',
    scope: 'links:write',
    body: NewLink,
    status: 201,
    returns: CreatedLink,
    errors: ['not_found', 'gone', 'forbidden', 'plan_required'],
    handle: (ctx, { body }) => createLink(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/links/:id',
    id: 'links.get',
    summary: 'Get a link',
    description: 'Its state, what it offers, how often it was opened, and what was booked through it; never the token.',
    scope: 'links:read',
    params: ById,
    returns: Link,
    errors: ['not_found'],
    handle: (ctx, { params }) => getLink(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/links/:id',
    id: 'links.update',
    summary: 'Change a link',
    description:
      'A JSON Merge Patch. A later end or more uses bring an ended link back to life; hours change while it is active, and one that was revoked stays as it is.',
    scope: 'links:write',
    params: ById,
    body: LinkChange,
    returns: Link,
    errors: ['not_found', 'conflict', 'plan_required'],
    handle: (ctx, { params, body }) => changeLink(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/links/:id/revoke',
    id: 'links.revoke',
    summary: 'Revoke a link',
    description: 'It opens nothing from now on; what was booked through it stays. Revoking twice changes nothing.',
    scope: 'links:write',
    params: ById,
    body: z.strictObject({}),
    returns: Link,
    errors: ['not_found'],
    handle: (ctx, { params }) => revokeLink(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/public/links/:token',
    id: 'public.links.get',
    summary: 'Open a link',
    description:
      'What it offers whoever holds it. It counts as opened once an hour and address; looking uses nothing up. A link that is used, expired or revoked answers 410 with its `linkState`, and tells no more.',
    scope: null,
    params: ByToken,
    returns: PublicLink,
    errors: ['not_found', 'gone'],
    handle: (ctx, { params }, { ip }) => openLink(ctx, params.token, ip),
  }),
  route({
    method: 'GET',
    path: '/public/links/:token/slots',
    id: 'public.links.slots',
    summary: 'List the slots of a link',
    description: 'Every start that can be booked through it now, over at most 366 days, and none beside.',
    scope: null,
    params: ByToken,
    query: LinkSlotQuery,
    returns: SlotList,
    errors: ['not_found', 'gone'],
    handle: (ctx, { params, query }) => listLinkSlots(ctx, params.token, query),
  }),
  route({
    method: 'POST',
    path: '/public/links/:token/bookings',
    id: 'public.links.book',
    organizationOf: (ctx, params) => organizationOfLink(ctx, params.token),
    summary: 'Book through a link',
    description:
      'The use is taken in the transaction of the booking: of any number of guests with a link of one use, one gets a booking. A booking that is refused uses nothing up. A series is one use.',
    scope: null,
    params: ByToken,
    body: NewLinkBooking,
    status: 201,
    returns: GuestBookingView,
    errors: ['not_found', 'gone', 'slot_unavailable', 'seat_taken', 'hold_mismatch'],
    handle: (ctx, { params, body }) => bookThroughLink(ctx, params.token, body),
  }),
]
