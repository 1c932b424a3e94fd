import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, instantInput, listOf, listQuery } from '../shapes.ts'
import { LoggedRequest } from './model.ts'
import { getRequest, listRequests } from './service.ts'

export const requestLogRoutes = [
  route({
    method: 'GET',
    path: '/logs',
    id: 'logs.list',
    summary: 'List API requests',
    description:
      "The organization's requests of the last 14 days, newest first. Reading this list is not logged, unless it fails. For owners and admins.",
    unlogged: true,
    scope: 'logs:read',
    query: listQuery({
      status: z
        .string()
        .regex(/^([1-5]xx|[1-5]\d\d)$/, 'Send a status such as 409, or a class such as 4xx.')
        .optional()
        .meta({ description: 'A status, or a class such as `4xx`.', example: '4xx' }),
      method: z
        .enum(['GET', 'POST', 'PATCH', 'DELETE'])
        .optional()
        .meta({ description: 'Only requests of this method.' }),
      path: z.string().max(500).optional().meta({ description: 'The exact path.', example: '/api/v1/bookings' }),
      actorId: z.string().max(300).optional().meta({ description: "An API key's or a user's id." }),
      'createdAt[gte]': instantInput.optional().meta({ description: 'Answered at or after this instant.' }),
    }),
    returns: listOf(LoggedRequest),
    errors: ['forbidden', 'cursor_mismatch'],
    handle: (ctx, { query }) => listRequests(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/logs/:id',
    id: 'logs.get',
    summary: 'Get one API request',
    description: 'By the `Request-Id` that every answer and every error carries.',
    scope: 'logs:read',
    params: ById,
    returns: LoggedRequest,
    errors: ['forbidden', 'not_found'],
    handle: (ctx, { params }) => getRequest(ctx, params.id),
  }),
]
