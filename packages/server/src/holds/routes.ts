import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById } from '../shapes.ts'
import { Hold, NewHold } from './model.ts'
import { getHold, hold, release, renew } from './service.ts'

export const holdRoutes = [
  route({
    method: 'POST',
    path: '/holds',
    id: 'holds.create',
    summary: 'Hold a slot',
    description:
      'For five minutes nobody else can book or hold it. It is judged as a booking is: what is listed can be held, and of any number of callers who want the same time one gets it. Send its id as `holdId` with the booking.',
    scope: 'bookings:write',
    body: NewHold,
    status: 201,
    returns: Hold,
    errors: ['not_found', 'gone', 'slot_unavailable', 'event_type_inactive', 'hold_limit_reached'],
    handle: (ctx, { body }) => hold(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/holds/:id',
    id: 'holds.get',
    summary: 'Get a hold',
    description: 'What it holds and until when, for whoever made it and for admins.',
    scope: 'bookings:read',
    params: ById,
    returns: Hold,
    errors: ['not_found', 'hold_expired'],
    handle: (ctx, { params }) => getHold(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/holds/:id/renew',
    id: 'holds.renew',
    summary: 'Renew a hold',
    description: 'Five more minutes from now, as often as you like. One that has ended stays ended.',
    scope: 'bookings:write',
    params: ById,
    body: z.strictObject({}),
    returns: Hold,
    errors: ['not_found', 'hold_expired'],
    handle: (ctx, { params }) => renew(ctx, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/holds/:id',
    id: 'holds.release',
    summary: 'Release a hold',
    description: 'Its time is offered again at once. A booking made with the hold releases it by itself.',
    scope: 'bookings:write',
    params: ById,
    errors: ['not_found'],
    handle: (ctx, { params }) => release(ctx, params.id),
  }),
]
