import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { apiDocument, routes } from '../server.ts'
import { type ApiDocument, breakingChanges } from '../testing/contract-changes.ts'
import { lintedByRedocly, lintedBySpectral } from '../testing/contract-linters.ts'
import { noExample } from './openapi-examples.ts'
import { tagOf, tags } from './openapi-tags.ts'

interface Example {
  $ref?: string
  value?: unknown
}
interface Media {
  examples?: Record<string, Example>
}
interface Operation {
  operationId: string
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { $ref?: string; content?: Record<string, Media> }>
}
interface Written {
  paths: Record<string, Record<string, Operation>>
  components: { examples: Record<string, Example>; responses: Operation['responses'] }
}

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8')
const text = `${JSON.stringify(apiDocument(), null, 2)}\n`
// As every reader gets it: parsed from its text.
const document: ApiDocument & Written = JSON.parse(text)
const operations = Object.values(document.paths).flatMap((item) => Object.values(item))

// Linting takes seconds of a whole core, which a busy machine stretches.
describe('the API document', { timeout: 180_000 }, () => {
  test('passes recommended-strict of Redocly', async () => {
    expect(await lintedByRedocly(text)).toEqual([])
  })

  test('passes spectral:oas', async () => {
    expect(await lintedBySpectral(text)).toEqual([])
  })

  test('is the committed one', () => {
    const stale = 'packages/server/openapi.json is stale: run `npm run generate` and commit what changes.'

    expect(text === read('openapi.json'), stale).toBe(true)
  })

  test('breaks nothing that was released', () => {
    const released: ApiDocument = JSON.parse(read('openapi-released.json'))

    expect(breakingChanges(released, document)).toEqual([])
  })
})

describe('every operation', () => {
  test('says more than its summary, under a tag that is described', () => {
    expect(routes.filter(({ description }) => !description).map(({ id }) => id)).toEqual([])
    expect(routes.map(tagOf).filter((tag) => !tags[tag])).toEqual([])
  })

  test('shows a realistic request and answer', () => {
    const wrong = operations.flatMap(({ operationId, requestBody, responses }) => {
      const success = Object.entries(responses).filter(([status]) => status.startsWith('2'))
      const shown = [requestBody, ...success.map(([, response]) => response)]
        .flatMap((one) => Object.values(one?.content ?? {}))
        .map(({ examples }) => examples?.usual?.value)
      const places = shown.flatMap((value) => [...placesOf(noExample, value), ...placesOf(undefined, value)])
      return places.map((place) => `${operationId}${place} needs .meta({ example })`)
    })

    expect(wrong).toEqual([])
    expect(text.match(/\b(foo|bar|baz)\b/i)).toBeNull()
  })

  test('shows each of its problems, under its own code and status', () => {
    const wrong = operations.flatMap(({ operationId, responses }) =>
      Object.entries(responses)
        .filter(([status]) => /^[45]/.test(status))
        .flatMap(([status, response]) => {
          const { content } = resolved(response, document.components.responses)
          const named = Object.entries(content?.['application/problem+json']?.examples ?? {})
          if (named.length === 0) return [`${operationId} ${status} has no example`]
          const values = named.map(([code, one]) => [code, resolved(one, document.components.examples).value] as const)
          return values.flatMap(([code, value]) => (isProblem(value, code, status) ? [] : [`${operationId} ${code}`]))
        }),
    )

    expect(wrong).toEqual([])
  })
})

/** What a reference means. */
function resolved<T extends { $ref?: string }>(one: T, components: Record<string, T>): T {
  return (one.$ref && components[one.$ref.slice(one.$ref.lastIndexOf('/') + 1)]) || one
}

const isProblem = (value: unknown, code: string, status: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'status' in value &&
  value.code === code &&
  String(value.status) === status

/** Where a value is, for a message that helps. */
function placesOf(wanted: unknown, value: unknown, at = ''): string[] {
  if (value === wanted) return [at]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => placesOf(wanted, inner, `${at}/${key}`))
}
