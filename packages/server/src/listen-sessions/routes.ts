import { z } from 'zod'
import { EventStream, route } from '../http/route.ts'
import { ById } from '../shapes.ts'
import { ListenResult, ListenSession, NewListenSession } from './model.ts'
import { createListenSession, endListenSession, reportResult } from './service.ts'
import { openStream } from './stream.ts'

export const listenSessionRoutes = [
  route({
    method: 'POST',
    path: '/listen-sessions',
    id: 'listenSessions.create',
    summary: 'Begin to listen',
    description:
      'An endpoint without an address, for a machine that nobody can reach: read its stream. The signing secret is in this answer and nowhere else. It ends 24 hours after it was last connected.',
    scope: 'webhooks:write',
    body: NewListenSession,
    status: 201,
    returns: ListenSession,
    errors: ['forbidden', 'plan_required'],
    handle: (ctx, { body }) => createListenSession(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/listen-sessions/:id/stream',
    id: 'listenSessions.stream',
    summary: 'Stream deliveries',
    description:
      'Server-sent events: `ready` says how many were missed, then each delivery comes under the type of its event, with its number as the id and `deliveryId`, `headers` (signed now) and `body` (the exact bytes) as data. It goes on after what was sent before, or after `Last-Event-ID`.',
    scope: 'webhooks:read',
    params: ById,
    query: z.strictObject({
      lastEventId: z.coerce.number().int().min(0).optional().meta({
        description: 'As the header `Last-Event-ID`, for clients that cannot set it.',
        example: 41,
      }),
    }),
    produces: 'text/event-stream',
    returns: z.string(),
    errors: ['not_found', 'forbidden'],
    handle: async (ctx, { params, query }) =>
      new EventStream(await openStream(ctx, params.id, { after: query.lastEventId })),
  }),
  route({
    method: 'POST',
    path: '/listen-sessions/:id/results',
    id: 'listenSessions.report',
    summary: 'Report a result',
    description: 'What became of a delivery on the machine that listens; it is logged as an attempt.',
    scope: 'webhooks:write',
    params: ById,
    body: ListenResult,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { params, body }) => reportResult(ctx, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/listen-sessions/:id',
    id: 'listenSessions.end',
    summary: 'Stop listening',
    description: 'Ends the session and its streams; what it was sent stays in the log.',
    scope: 'webhooks:write',
    params: ById,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { params }) => endListenSession(ctx, params.id),
  }),
]
