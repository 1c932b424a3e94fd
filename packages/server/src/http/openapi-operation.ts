import { exampleOf } from './openapi-examples.ts'
import { examplePath, parametersOf } from './openapi-parameters.ts'
import { isPaged, takesKey } from './openapi-problems.ts'
import { inExample, responsesOf } from './openapi-responses.ts'
import type { Schemas } from './openapi-schema.ts'
import { tagOf } from './openapi-tags.ts'
import type { Route } from './route.ts'

/** One operation of the document. */
export function operation(one: Route, routes: readonly Route[], schemas: Schemas): Record<string, unknown> {
  const parameters = parametersOf(one, routes, schemas)
  const body = one.body && schemas.of(one.body, 'input')
  return {
    operationId: one.id,
    summary: one.summary,
    description: one.description ?? `${one.summary}.`,
    tags: [tagOf(one)],
    security: one.scope === null ? [] : [{ apiKey: [] }, { session: [] }],
    ...(one.scope !== null && { 'x-lm-scope': one.scope }),
    'x-lm-idempotency': one.method === 'GET' ? 'safe' : takesKey(one) ? 'key' : 'none',
    ...(isPaged(one) && {
      'x-lm-pagination': { items: 'data', next: 'nextCursor', cursor: 'cursor', limit: 'limit' },
    }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': inExample(body, exampleOf(schemas, body, 'input')) },
      },
    }),
    responses: responsesOf(one, routes, schemas, examplePath(one, routes, schemas)),
  }
}
