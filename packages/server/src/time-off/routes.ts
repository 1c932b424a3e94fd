import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { NewTimeOff, TimeOff, TimeOffChange } from './model.ts'
import { changeTimeOff, createTimeOff, deleteTimeOff, getTimeOff, listTimeOff } from './service.ts'

export const timeOffRoutes = [
  route({
    method: 'GET',
    path: '/time-off',
    id: 'timeOff.list',
    summary: 'List time off',
    description: "An admin sees every member's, a member their own. Newest first.",
    scope: 'time-off:read',
    query: listQuery({
      userId: z
        .string()
        .max(300)
        .optional()
        .meta({ description: "Only this member's; `ext:` and your own id will do." }),
    }),
    returns: listOf(TimeOff),
    handle: (ctx, { query }) => listTimeOff(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/time-off',
    id: 'timeOff.create',
    summary: 'Plan time off',
    description:
      'Whole days (`startDate` to `endDate`, inclusive) or two instants. Nothing is offered in it; bookings stay.',
    scope: 'time-off:write',
    body: NewTimeOff,
    status: 201,
    returns: TimeOff,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { body }) => createTimeOff(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/time-off/:id',
    id: 'timeOff.get',
    summary: 'Get time off',
    description: 'Days, or hours, on which a member cannot be booked.',
    scope: 'time-off:read',
    params: ById,
    returns: TimeOff,
    errors: ['not_found'],
    handle: (ctx, { params }) => getTimeOff(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/time-off/:id',
    id: 'timeOff.update',
    summary: 'Change time off',
    description: 'A JSON Merge Patch. Days stay days and instants stay instants.',
    scope: 'time-off:write',
    params: ById,
    body: TimeOffChange,
    returns: TimeOff,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { params, body }) => changeTimeOff(ctx, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/time-off/:id',
    id: 'timeOff.delete',
    summary: 'Delete time off',
    description: 'What lies in it is offered again at once.',
    scope: 'time-off:write',
    params: ById,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { params }) => deleteTimeOff(ctx, params.id),
  }),
]
