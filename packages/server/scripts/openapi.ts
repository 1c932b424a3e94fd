// Writes openapi.json from the routes. With --check it only says whether the committed one is stale; with --release it
// also keeps the document as what clients now rely on: later changes that would break them fail a test.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiDocument } from '../src/server.ts'

const folder = join(import.meta.dirname, '..')
const file = join(folder, 'openapi.json')
const text = `${JSON.stringify(apiDocument(), null, 2)}\n`

if (process.argv.includes('--release')) writeFileSync(join(folder, 'openapi-released.json'), text)
if (!process.argv.includes('--check')) {
  writeFileSync(file, text)
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('packages/server/openapi.json is stale: run `npm run generate` and commit what changes.')
  process.exit(1)
}
