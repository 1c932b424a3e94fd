import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'tsup'

const sdk = join(import.meta.dirname, '..')
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'no-types': { type: 'boolean', default: false } },
})
const [outDir = join(sdk, 'dist')] = positionals

// tsup looks for TypeScript where it is run.
process.chdir(sdk)
await build({
  entry: { index: join(sdk, 'src/index.ts'), webhooks: join(sdk, 'src/webhooks.ts') },
  outDir,
  format: ['esm', 'cjs'],
  target: 'es2022',
  dts: !values['no-types'] && { compilerOptions: { stripInternal: true } },
  clean: true,
  silent: true,
  config: false,
})
