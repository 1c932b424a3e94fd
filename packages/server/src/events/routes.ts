import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { Event } from './model.ts'
import { getEvent, listEvents } from './service.ts'

export const eventRoutes = [
  route({
    method: 'GET',
    path: '/events',
    id: 'events.list',
    summary: 'Read the event log',
    description:
      'With `after` (an event id, exclusive) the events that followed it, oldest first: what a consumer needs to catch up. Without it the newest first.',
    scope: 'events:read',
    query: listQuery({
      after: z.string().optional().meta({ description: 'Only events after this one, oldest first.' }),
      type: z.string().max(60).optional().meta({ description: 'One type, or a family such as `booking.*`.' }),
    }),
    returns: listOf(Event),
    handle: (ctx, { query }) => listEvents(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/events/:id',
    id: 'events.get',
    summary: 'Get an event',
    description: 'An event never changes once it is written.',
    scope: 'events:read',
    params: ById,
    returns: Event,
    errors: ['not_found'],
    handle: (ctx, { params }) => getEvent(ctx, params.id),
  }),
]
