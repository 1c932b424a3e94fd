import { join } from 'node:path'
import { build } from 'tsup'

process.chdir(join(import.meta.dirname, '..'))
await build({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  target: 'es2022',
  dts: { compilerOptions: { stripInternal: true } },
  clean: true,
  silent: true,
  config: false,
})
