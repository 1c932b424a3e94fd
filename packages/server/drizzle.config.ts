import { defineConfig } from 'drizzle-kit'

const postgres = /^postgres/.test(process.env.DATABASE_URL ?? '')

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './src/*/model.ts',
  out: postgres ? './migrations/postgres' : './migrations/sqlite',
  casing: 'snake_case',
})
