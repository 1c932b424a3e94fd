import { z } from 'zod'
import { Event } from '../events/model.ts'
import { route } from '../http/route.ts'
import { ById, instantInput, listOf, listQuery } from '../shapes.ts'
import { cancelBooking } from './cancel.ts'
import { createBooking } from './create.ts'
import { confirmBooking, declineBooking, markNoShow } from './decide.ts'
import {
  Booking,
  BookingChange,
  bookingOrders,
  bookingStatuses,
  Cancel,
  CreatedBooking,
  Decline,
  NewBooking,
  NoShow,
  Reassign,
  Reschedule,
} from './model.ts'
import { BookingPreview, previewBooking } from './preview.ts'
import { reassignBooking } from './reassign.ts'
import { rescheduleBooking } from './reschedule.ts'
import { bookingCalendar, changeBooking, getBooking, listBookingEvents, listBookings } from './service.ts'

const statusList = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(bookingStatuses)))
  .meta({
    description: 'One status, or several with commas.',
    type: 'array',
    items: { enum: [...bookingStatuses], type: 'string' },
  })

export const bookingRoutes = [
  route({
    method: 'GET',
    path: '/bookings',
    id: 'bookings.list',
    summary: 'List bookings',
    description:
      "An admin sees the organization's, a member those they host or own. Newest first, or in the `order` you ask for.",
    scope: 'bookings:read',
    query: listQuery({
      status: statusList.optional(),
      'start[gte]': instantInput.optional().meta({ description: 'Starts at or after this instant.' }),
      'start[lt]': instantInput.optional().meta({ description: 'Starts before this instant.' }),
      hostId: z.string().max(300).optional().meta({ description: 'Only those that this member hosts.' }),
      eventTypeId: z.string().max(300).optional().meta({ description: 'Only those of this event type.' }),
      guestEmail: z
        .string()
        .max(254)
        .optional()
        .meta({ description: 'Only those of this guest, in any case of letters.' }),
      contactId: z
        .string()
        .max(300)
        .optional()
        .meta({ description: 'Only those of this contact; `ext:` and your own id will do.' }),
      seriesId: z.string().max(300).optional().meta({ description: 'Only those of this recurring series.' }),
      order: z
        .enum(bookingOrders)
        .default('-created')
        .meta({ description: 'By start, by start with the latest first, or by when they were made, newest first.' }),
    }),
    returns: listOf(Booking),
    handle: (ctx, { query }) => listBookings(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/bookings',
    id: 'bookings.create',
    summary: 'Book a time',
    description:
      'The start must be one that is listed. The check and the booking are one transaction: of any number of callers who want the same time, one gets it, the others 409 `slot_unavailable`. With `recurrence` all meetings of the series are booked, or none. With `holdId` it takes the place of that hold; with `linkToken` it is one use of that link.',
    scope: 'bookings:write',
    body: NewBooking,
    status: 201,
    returns: CreatedBooking,
    errors: [
      'not_found',
      'gone',
      'slot_unavailable',
      'seat_taken',
      'event_type_inactive',
      'external_id_taken',
      'hold_mismatch',
    ],
    handle: (ctx, { body }) => createBooking(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/bookings/preview',
    id: 'bookings.preview',
    summary: 'Ask whether a booking would succeed',
    description: 'Which host would take it and what the limits leave. Nothing is written.',
    scope: 'bookings:read',
    body: NewBooking,
    status: 200,
    returns: BookingPreview,
    errors: ['not_found'],
    handle: (ctx, { body }) => previewBooking(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/bookings/:id',
    id: 'bookings.get',
    summary: 'Get a booking',
    description: 'By its id or `ext:` and your own id.',
    scope: 'bookings:read',
    params: ById,
    returns: Booking,
    errors: ['not_found'],
    handle: (ctx, { params }) => getBooking(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/bookings/:id',
    id: 'bookings.update',
    summary: 'Change notes, location or metadata',
    description: 'JSON Merge Patch. To move a booking use reschedule.',
    scope: 'bookings:write',
    params: ById,
    body: BookingChange,
    returns: Booking,
    errors: ['not_found', 'booking_closed', 'external_id_taken'],
    handle: (ctx, { params, body }) => changeBooking(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/bookings/:id/cancel',
    id: 'bookings.cancel',
    summary: 'Cancel a booking',
    description: 'Frees the time at once. Cancelling twice changes nothing and answers 200.',
    scope: 'bookings:write',
    params: ById,
    body: Cancel,
    returns: Booking,
    errors: ['not_found', 'booking_ended', 'booking_closed'],
    handle: (ctx, { params, body }) => cancelBooking(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/bookings/:id/reschedule',
    id: 'bookings.reschedule',
    summary: 'Move a booking',
    description: 'It keeps its id and calendar UID. Moving it to where it is changes nothing.',
    scope: 'bookings:write',
    params: ById,
    body: Reschedule,
    returns: Booking,
    errors: ['not_found', 'slot_unavailable', 'booking_ended', 'booking_closed', 'seat_taken'],
    handle: (ctx, { params, body }) => rescheduleBooking(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/bookings/:id/confirm',
    id: 'bookings.confirm',
    summary: 'Confirm a requested booking',
    description:
      'For event types that ask first: the guest is mailed that the time is theirs. Confirming twice changes nothing.',
    scope: 'bookings:write',
    params: ById,
    body: z.strictObject({}),
    returns: Booking,
    errors: ['not_found', 'booking_ended', 'booking_closed'],
    handle: (ctx, { params }) => confirmBooking(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/bookings/:id/decline',
    id: 'bookings.decline',
    summary: 'Decline a requested booking',
    description:
      'For event types that ask first: the time is free again, and the guest is told the reason. A confirmed booking is cancelled instead.',
    scope: 'bookings:write',
    params: ById,
    body: Decline,
    returns: Booking,
    errors: ['not_found', 'booking_ended', 'booking_closed', 'conflict'],
    handle: (ctx, { params, body }) => declineBooking(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/bookings/:id/no-show',
    id: 'bookings.noShow',
    summary: 'Note that the guest did not come',
    description: 'Once the meeting has begun; `noShow: false` takes it back.',
    scope: 'bookings:write',
    params: ById,
    body: NoShow,
    returns: Booking,
    errors: ['not_found', 'booking_closed', 'conflict'],
    handle: (ctx, { params, body }) => markNoShow(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/bookings/:id/reassign',
    id: 'bookings.reassign',
    summary: 'Give a booking to another host',
    description: 'The new host must be free at that time. Guest and both hosts are told; the booking keeps its id.',
    scope: 'bookings:write',
    params: ById,
    body: Reassign,
    returns: Booking,
    errors: ['not_found', 'slot_unavailable', 'booking_ended', 'booking_closed', 'conflict'],
    handle: (ctx, { params, body }) => reassignBooking(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/bookings/:id/events',
    id: 'bookings.events',
    summary: "List a booking's events",
    description: 'What happened to it so far, oldest first.',
    scope: 'bookings:read',
    params: ById,
    query: listQuery({}),
    returns: listOf(Event),
    errors: ['not_found'],
    handle: (ctx, { params, query }) => listBookingEvents(ctx, params.id, query),
  }),
  route({
    method: 'GET',
    path: '/bookings/:id/calendar.ics',
    id: 'bookings.calendar',
    summary: 'Download the calendar file',
    description: 'iCalendar, RFC 5545, METHOD:PUBLISH.',
    scope: 'bookings:read',
    params: ById,
    produces: 'text/calendar; charset=utf-8',
    returns: z.string(),
    errors: ['not_found'],
    handle: (ctx, { params }) => bookingCalendar(ctx, params.id),
  }),
]
