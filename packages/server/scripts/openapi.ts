// Writes openapi.json from the routes; with --check it only says whether the committed one is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiDocument } from '../src/server.ts'

const file = join(import.meta.dirname, '../openapi.json')
const text = `${JSON.stringify(apiDocument(), null, 2)}\n`

if (!process.argv.includes('--check')) {
  writeFileSync(file, text)
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('packages/server/openapi.json is stale: run `npm run generate` and commit what changes.')
  process.exit(1)
}
