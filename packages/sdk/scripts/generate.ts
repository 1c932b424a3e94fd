import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from './emitter/document.ts'
import { operationsOf } from './emitter/operations.ts'
import { resourcesText } from './emitter/resources.ts'
import { typesText } from './emitter/types.ts'

/** The document that the server writes from its routes. */
const DOCUMENT = join(import.meta.dirname, '../../server/openapi.json')
const OUTPUT = join(import.meta.dirname, '../src/generated')
const HEADER = '// Generated from the OpenAPI document by `npm --prefix packages/sdk run generate`. Do not edit.\n'

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    from: { type: 'string', default: DOCUMENT },
    to: { type: 'string', default: OUTPUT },
  },
})
const files = await generate(values.from)
const stale = Object.entries(files).filter(([name, text]) => text !== existing(join(values.to, name)))
if (values.check && stale.length > 0) {
  const names = stale.map(([name]) => name).join(' and ')
  console.error(`${names} in ${values.to} do not match ${values.from}: run npm --prefix packages/sdk run generate.`)
  process.exit(1)
}
mkdirSync(values.to, { recursive: true })
for (const [name, text] of stale) writeFileSync(join(values.to, name), text)

async function generate(from: string) {
  const document = readDocument(from)
  const operations = operationsOf(document)
  const types = await typesText(document, operations)
  const typeNames = new Set(Array.from(types.matchAll(/^export type (\w+)/gm), ([, name = '']) => name))
  const resources = resourcesText(operations, typeNames)
  return { 'types.ts': formatted(types), 'resources.ts': formatted(resources) }
}

function formatted(text: string) {
  // The file name is not one below src/generated, which biome is told to leave alone.
  const { stdout, stderr, status } = spawnSync('biome', ['format', '--stdin-file-path=src/generate.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, PATH: `${join(import.meta.dirname, '../../../node_modules/.bin')}:${process.env.PATH}` },
    input: HEADER + text,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`biome could not format the generated code: ${stderr}`)
  return stdout
}

function existing(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
