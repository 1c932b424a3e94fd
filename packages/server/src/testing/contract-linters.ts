import { createConfig, lintFromString } from '@redocly/openapi-core'
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'

/** Beyond `recommended-strict`. */
const rules = {
  'operation-4xx-problem-details-rfc7807': 'error',
  'no-invalid-media-type-examples': 'error',
  'no-invalid-parameter-examples': 'error',
  'no-invalid-schema-examples': 'error',
  'operation-description': 'error',
  'parameter-description': 'error',
  'paths-kebab-case': 'error',
  'tag-description': 'error',
} as const

/** What Redocly says of a document, warnings too. */
export async function lintedByRedocly(document: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'], rules })
  const problems = await lintFromString({ source: document, absoluteRef: '/openapi.json', config })
  const said = problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`)
  // Webhooks go by the names of events, which are no paths.
  return said.filter((one) => !/^paths-kebab-case: .* #\/webhooks\//.test(one))
}

/** Redocly holds examples to their schemas as well, and takes a fifth of the time. */
const spared = { 'oas3-valid-media-example': 'off', 'oas3-valid-schema-example': 'off' }

/** What Spectral says of a document, warnings and hints too. */
export async function lintedBySpectral(document: string): Promise<string[]> {
  const linter = new spectral.Spectral()
  // The rules come as plain JavaScript, which TypeScript cannot tell from a definition.
  linter.setRuleset({ extends: [[rulesets.oas, 'recommended']], rules: spared } as RulesetDefinition)
  const problems = await linter.run(JSON.parse(document))
  return problems.map(({ code, message, path }) => `${code}: ${message} ${path.join('/')}`)
}
