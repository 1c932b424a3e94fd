import type { z } from 'zod'
import { exampleOf } from './openapi-examples.ts'
import { examplePath, parametersOf } from './openapi-parameters.ts'
import { isPaged, takesKey } from './openapi-problems.ts'
import { inExample, responsesOf } from './openapi-responses.ts'
import type { Schemas } from './openapi-schema.ts'
import { tagOf } from './openapi-tags.ts'
import { usualFiles } from './openapi-usual.ts'
import type { Route } from './route.ts'

/** One operation of the document. */
export function operation(one: Route, routes: readonly Route[], schemas: Schemas): Record<string, unknown> {
  const parameters = parametersOf(one, routes, schemas)
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
    ...(one.accepts && { requestBody: fileBody(one.accepts) }),
    ...(one.body && { requestBody: requestBody(one.method, one.body, schemas) }),
    responses: responsesOf(one, routes, schemas, examplePath(one, routes, schemas)),
  }
}

const fileBody = ({ type, maxBytes }: NonNullable<Route['accepts']>): Record<string, unknown> => ({
  description: `At most ${maxBytes / 1024 / 1024} MiB.`,
  required: true,
  content: { [type]: inExample({ type: 'string' }, usualFiles[type]) },
})

function requestBody(method: Route['method'], shape: z.ZodType, schemas: Schemas): Record<string, unknown> {
  const schema = schemas.of(shape, 'input')
  const media = method === 'PATCH' ? ['application/json', 'application/merge-patch+json'] : ['application/json']
  return {
    // No body reads as an empty object.
    required: !shape.safeParse({}).success,
    content: Object.fromEntries(media.map((type) => [type, inExample(schema, exampleOf(schemas, schema, 'input'))])),
  }
}
