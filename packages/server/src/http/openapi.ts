import type { z } from 'zod'
import { errorCodes } from '../errors.ts'
import { operation } from './openapi-operation.ts'
import { codesOf, isShared, sharedExample } from './openapi-problems.ts'
import { sharedResponses } from './openapi-responses.ts'
import { createSchemas } from './openapi-schema.ts'
import { tagOf, tags } from './openapi-tags.ts'
import { type Webhook, webhookParameters, webhookSchemas, webhooksOf } from './openapi-webhooks.ts'
import { headers, overview, parameters, problem } from './openapi-words.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

/** What is posted to others: each type, and what all of them have in common. */
export interface Webhooks {
  types: readonly Webhook[]
  envelope: z.ZodType
}

/** The OpenAPI 3.1 document of these routes; SDK, docs, the contract of all tests and the stale check are made from it. */
export function openapi(routes: readonly Route[], webhooks: Webhooks, version: string): Json {
  const schemas = createSchemas(routes)
  const paths: Record<string, Json> = {}
  for (const one of routes) {
    const path = one.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one, routes, schemas) }
  }
  const codes = new Set(routes.flatMap((one) => codesOf(one, routes)))
  const code = { ...problem.properties.code, enum: errorCodes }
  const Problem = { ...problem, properties: { ...problem.properties, code } }
  return {
    openapi: '3.1.0',
    info: {
      title: 'LetsMeet API',
      version,
      summary: 'Availability, bookings and the event log of one organization.',
      description: overview,
      contact: { name: 'The LetsMeet maintainers' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1', description: 'The server that this document comes from.' }],
    security: [{ apiKey: [] }, { session: [] }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name, description: tags[name]?.description ?? name })),
    paths,
    webhooks: webhooksOf(webhooks.types, webhooks.envelope, schemas),
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, `lm_live_…` or `lm_test_…`.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'lm_session',
          description: "The dashboard's session. Writes are accepted from this server's own pages only.",
        },
      },
      headers,
      parameters: { ...parameters, ...webhookParameters },
      responses: sharedResponses(routes),
      examples: Object.fromEntries([...codes].filter(isShared).map((code) => [code, sharedExample(code)])),
      schemas: sorted({ ...schemas.components, ...webhookSchemas, Problem }),
    },
  }
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
