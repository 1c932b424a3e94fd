import { z } from 'zod'
import { Cancel, GuestBooking, Reschedule } from '../bookings/model.ts'
import { calendarByToken } from '../bookings/service.ts'
import { route } from '../http/route.ts'
import { PublicSlotQuery, SlotList } from '../slots/model.ts'
import { GuestBookingView, Profile, PublicEventType } from './model.ts'
import {
  bookAsGuest,
  cancelAsGuest,
  getGuestBooking,
  getProfile,
  getPublicEventType,
  listSlotsForGuest,
  listSlotsToMove,
  moveAsGuest,
  organizationOfBooking,
  organizationOfPage,
} from './service.ts'

const name = z.string().min(1).max(100)
const username = name.meta({ description: "The host, as in their page's address." })
const slug = name.meta({ description: 'The event type, as in its address.' })
const ByUser = z.strictObject({ username })
const ByPage = z.strictObject({ username, slug })
const ByToken = z.strictObject({
  token: z.string().min(1).max(200).meta({ description: "The secret in the guest's link." }),
})

export const publicRoutes = [
  route({
    method: 'GET',
    path: '/public/users/:username',
    id: 'public.users.get',
    summary: "Get a host's public page",
    description: 'Who they are and what can be booked with them; unlisted event types are left out.',
    scope: null,
    params: ByUser,
    returns: Profile,
    errors: ['not_found'],
    handle: (ctx, { params }) => getProfile(ctx, params.username),
  }),
  route({
    method: 'GET',
    path: '/public/users/:username/:slug',
    id: 'public.eventTypes.get',
    summary: 'Get a public event type',
    description: 'What a guest may know: length, places, questions and hosts. An unlisted one is found by its address.',
    scope: null,
    params: ByPage,
    returns: PublicEventType,
    errors: ['not_found'],
    handle: (ctx, { params }) => getPublicEventType(ctx, params.username, params.slug),
  }),
  route({
    method: 'GET',
    path: '/public/users/:username/:slug/slots',
    id: 'public.eventTypes.slots',
    summary: 'List open slots as a guest',
    description: 'Every start that can be booked now, over at most 366 days. Who could take a slot stays inside.',
    scope: null,
    params: ByPage,
    query: PublicSlotQuery,
    returns: SlotList,
    errors: ['not_found'],
    handle: (ctx, { params, query }) => listSlotsForGuest(ctx, params.username, params.slug, query),
  }),
  route({
    method: 'POST',
    path: '/public/users/:username/:slug/bookings',
    id: 'public.eventTypes.book',
    organizationOf: (ctx, params) => organizationOfPage(ctx, params.username),
    summary: 'Book as a guest',
    description:
      'As `bookings.create`, without a key: `manageUrl` in the answer is the guest’s own page, and is mailed to them.',
    scope: null,
    params: ByPage,
    body: GuestBooking,
    status: 201,
    returns: GuestBookingView,
    errors: ['not_found', 'slot_unavailable', 'seat_taken', 'hold_mismatch'],
    handle: (ctx, { params, body }) => bookAsGuest(ctx, params.username, params.slug, body),
  }),
  route({
    method: 'GET',
    path: '/public/bookings/:token',
    id: 'public.bookings.get',
    summary: "Get a booking by the guest's link",
    description: 'By the secret in the link of the mail; it shows what the guest may know.',
    scope: null,
    params: ByToken,
    returns: GuestBookingView,
    errors: ['not_found', 'gone'],
    handle: (ctx, { params }) => getGuestBooking(ctx, params.token),
  }),
  route({
    method: 'GET',
    path: '/public/bookings/:token/slots',
    id: 'public.bookings.slots',
    summary: 'List the slots a guest may move to',
    description: 'As if this booking were gone: its own time is offered again.',
    scope: null,
    params: ByToken,
    query: PublicSlotQuery,
    returns: SlotList,
    errors: ['not_found', 'gone', 'booking_closed', 'booking_ended'],
    handle: (ctx, { params, query }) => listSlotsToMove(ctx, params.token, query),
  }),
  route({
    method: 'GET',
    path: '/public/bookings/:token/calendar.ics',
    id: 'public.bookings.calendar',
    summary: 'Download the calendar file as a guest',
    description: 'iCalendar, RFC 5545, METHOD:PUBLISH.',
    scope: null,
    params: ByToken,
    produces: 'text/calendar; charset=utf-8',
    returns: z.string(),
    errors: ['not_found', 'gone'],
    handle: (ctx, { params }) => calendarByToken(ctx, params.token),
  }),
  route({
    method: 'POST',
    path: '/public/bookings/:token/cancel',
    id: 'public.bookings.cancel',
    organizationOf: (ctx, params) => organizationOfBooking(ctx, params.token),
    summary: 'Cancel as a guest',
    description: 'Frees the time at once and tells the hosts. Cancelling twice changes nothing.',
    scope: null,
    params: ByToken,
    body: Cancel,
    returns: GuestBookingView,
    errors: ['not_found', 'gone', 'booking_ended', 'booking_closed'],
    handle: (ctx, { params, body }) => cancelAsGuest(ctx, params.token, body),
  }),
  route({
    method: 'POST',
    path: '/public/bookings/:token/reschedule',
    id: 'public.bookings.reschedule',
    organizationOf: (ctx, params) => organizationOfBooking(ctx, params.token),
    summary: 'Move a booking as a guest',
    description: 'It keeps its id and calendar UID. Moving it to where it is changes nothing.',
    scope: null,
    params: ByToken,
    body: Reschedule,
    returns: GuestBookingView,
    errors: ['not_found', 'gone', 'slot_unavailable', 'booking_ended', 'booking_closed', 'seat_taken'],
    handle: (ctx, { params, body }) => moveAsGuest(ctx, params.token, body),
  }),
]
