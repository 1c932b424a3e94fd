import { route } from '../http/route.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { ApiKey, CreatedApiKey, NewApiKey } from './model.ts'
import { createApiKey, listApiKeys, revokeApiKey } from './service.ts'

export const apiKeyRoutes = [
  route({
    method: 'GET',
    path: '/api-keys',
    id: 'apiKeys.list',
    summary: 'List API keys',
    scope: 'api-keys:read',
    query: listQuery({}),
    returns: listOf(ApiKey),
    handle: (ctx, { query }) => listApiKeys(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api-keys',
    id: 'apiKeys.create',
    summary: 'Create an API key',
    description: 'The key is in this answer and nowhere else.',
    scope: 'api-keys:write',
    body: NewApiKey,
    status: 201,
    returns: CreatedApiKey,
    errors: ['forbidden'],
    handle: (ctx, { body }) => createApiKey(ctx, body),
  }),
  route({
    method: 'DELETE',
    path: '/api-keys/:id',
    id: 'apiKeys.revoke',
    summary: 'Revoke an API key',
    scope: 'api-keys:write',
    params: ById,
    errors: ['not_found'],
    handle: (ctx, { params }) => revokeApiKey(ctx, params.id),
  }),
]
