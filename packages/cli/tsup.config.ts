import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/main.ts', 'src/help.ts', 'src/hooks/*.ts', 'src/commands/**/*.ts'],
  format: 'esm',
  target: 'node22',
  clean: true,
})
