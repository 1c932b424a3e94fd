import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, listOf, listQuery, queryFlag } from '../shapes.ts'
import { EventType, EventTypeChange, NewEventType } from './model.ts'
import { changeEventType, createEventType, deleteEventType, getEventType, listEventTypes } from './service.ts'

export const eventTypeRoutes = [
  route({
    method: 'GET',
    path: '/event-types',
    id: 'eventTypes.list',
    summary: 'List event types',
    description: 'Newest first, the inactive ones too unless `active=true`.',
    scope: 'event-types:read',
    query: listQuery({
      ownerId: z.string().max(300).optional().meta({ description: "Only this owner's." }),
      active: queryFlag.optional().meta({ description: 'Only those that are switched on, or off.' }),
    }),
    returns: listOf(EventType),
    handle: (ctx, { query }) => listEventTypes(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/event-types',
    id: 'eventTypes.create',
    summary: 'Create an event type',
    description: 'A title and a duration are enough: notice 0, a rolling window of 60 days, one host, no buffers.',
    scope: 'event-types:write',
    body: NewEventType,
    status: 201,
    returns: EventType,
    errors: ['not_found', 'forbidden', 'plan_required', 'slug_taken', 'external_id_taken'],
    handle: (ctx, { body }) => createEventType(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/event-types/:id',
    id: 'eventTypes.get',
    summary: 'Get an event type',
    description: 'By its id or `ext:` and your own id.',
    scope: 'event-types:read',
    params: ById,
    returns: EventType,
    errors: ['not_found'],
    handle: (ctx, { params }) => getEventType(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/event-types/:id',
    id: 'eventTypes.update',
    summary: 'Change an event type',
    description:
      'JSON Merge Patch: null takes a setting back, lists are replaced as a whole. Bookings made so far stay.',
    scope: 'event-types:write',
    params: ById,
    body: EventTypeChange,
    returns: EventType,
    errors: ['not_found', 'forbidden', 'plan_required', 'slug_taken', 'external_id_taken'],
    handle: (ctx, { params, body }) => changeEventType(ctx, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/event-types/:id',
    id: 'eventTypes.delete',
    summary: 'Delete an event type',
    description: 'One with future bookings is not deleted (409 `in_use`).',
    scope: 'event-types:write',
    params: ById,
    errors: ['not_found', 'forbidden', 'in_use'],
    handle: (ctx, { params }) => deleteEventType(ctx, params.id),
  }),
]
