import { join } from 'node:path'
import { build } from 'tsup'

const sdk = join(import.meta.dirname, '..')
const [outDir = join(sdk, 'dist')] = process.argv.slice(2)

// tsup looks for TypeScript where it is run.
process.chdir(sdk)
await build({
  entry: { index: join(sdk, 'src/index.ts'), webhooks: join(sdk, 'src/webhooks.ts') },
  outDir,
  format: ['esm', 'cjs'],
  target: 'es2022',
  dts: { compilerOptions: { stripInternal: true } },
  clean: true,
  silent: true,
  config: false,
})
