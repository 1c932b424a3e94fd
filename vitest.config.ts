import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const server = 'packages/server/src/**/*.test.ts'
const postgresOnly = 'packages/server/src/**/postgres.test.ts'
const inBrowser = 'packages/*/src/**/*.browser.test.ts'
const exampleInBrowser = 'examples/*/*.browser.test.ts'

/** What the rules say of rows that are read: the engine that holds them changes nothing, and others try reading them. */
const ofRules = [
  'http/hostile.test.ts',
  'bookings/bad-input.fuzz.api.test.ts',
  'bookings/bad-input.api.test.ts',
  'slots/availability.zones.api.test.ts',
  'slots/availability.hosts.api.test.ts',
  'slots/availability.listed.api.test.ts',
  'slots/availability.conflicts.api.test.ts',
  'slots/search.test.ts',
  'webhooks/bad-luck.test.ts',
  'webhooks/fairness.test.ts',
  'http/table.test.ts',
  'docs/docs.test.ts',
]

const isOfRules = (file: string) => file.includes('/src/pages/') || ofRules.some((one) => file.endsWith(one))

/** Tests that start the app have an engine to be tried on; tests that touch no database need not run twice. */
const onBothEngines = globSync(server, { cwd: import.meta.dirname }).filter(
  (file) => readFileSync(join(import.meta.dirname, file), 'utf8').includes('testing/app') && !isOfRules(file),
)

/** Node runs the sources as they are, which takes a fifth less than to have Vite rewrite each module for each project. */
const asItIs = { experimental: { viteModuleRunner: false, nodeLoader: false } }

/** Packages are imported as anybody does: for `development` some give their TypeScript, which Node does not run there. */
const asInstalled: NonNullable<ViteUserConfig['plugins']>[number] = {
  name: 'as-installed',
  configResolved: ({ ssr }) => {
    ssr.resolve = { ...ssr.resolve, conditions: ['node'] }
  },
}

/** Tables are declared for one engine when they are loaded, so each engine is a project with its own environment. */
const postgres = {
  ...asItIs,
  name: 'postgres',
  include: [postgresOnly, ...onBothEngines],
  exclude: [inBrowser],
  globalSetup: 'packages/server/src/testing/global-postgres.ts',
  // Only names the engine: each file creates a database of its own on the server that globalSetup starts.
  env: { LETSMEET_TEST: '1', DATABASE_URL: 'postgres://created.by.testing/postgres.ts' },
}

const sqlite = {
  ...asItIs,
  name: 'sqlite',
  include: [server],
  exclude: [inBrowser, postgresOnly],
  env: { LETSMEET_TEST: '1', DATABASE_URL: '' },
}

const clients = ['sdk', 'cli', 'dashboard'].map((name) => ({
  ...asItIs,
  name,
  include: [`packages/${name}/src/**/*.test.{ts,tsx}`],
  exclude: [inBrowser],
}))

const browser = { ...asItIs, name: 'browser', include: [inBrowser, exampleInBrowser] }
const examples = {
  name: 'examples',
  include: ['examples/**/*.test.ts'],
  exclude: ['**/node_modules/**', exampleInBrowser],
}

export default defineConfig({
  plugins: [asInstalled],
  test: {
    passWithNoTests: true,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Files of a project share their worker's modules: loading the server anew for each cost as much as its tests.
    isolate: false,
    maxWorkers: availableParallelism(),
    projects: [sqlite, postgres, ...clients, browser, examples].map((test) => ({ extends: true, test })),
  },
})
