import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Config, settings } from '@oclif/core'
import { afterEach, expect, test, vi } from 'vitest'
import { startLetsMeet } from '../../../server/src/embedded/testing.ts'
import { startLiar } from '../testing/liar.ts'
import { cliFor, sources } from '../testing/run.ts'
import { simulation } from '../views/simulation.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(() => vi.restoreAllMocks())

// No server and no account: it brings its own.
const letsmeet = cliFor({ url: 'http://localhost:65530', apiKey: '' })

test('simulate writes the story down, and tells a program what held', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'letsmeet-simulate-')), 'story.txt')

  const told = await letsmeet.json('simulate', '--seed', '4', '--days', '1', '--trace', file)

  expect(told).toMatchObject({ seed: 4, days: 1, violation: null, again: 'letsmeet simulate --seed 4 --days 1' })
  expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ seed 4\n/)
})

test('a person reads that every promise held, and how much was tried', () => {
  const counts = { people: 6, bookings: 1200, refusals: 3, moves: 2, cancellations: 1, races: 1 }
  const more = { reminders: 9, events: 99, deliveries: 180, retries: 7 }

  const shown = simulation({
    ...{ seed: 4, days: 1, violation: null, counts: { ...counts, ...more }, hash: '0123456789abcdef' },
    ...{ seconds: 1.5, again: '' },
  })

  expect(shown).toMatch(/^Seed 4, 1 day: every promise held\.\nPeople +6\nBookings +1,200\n/)
  expect(shown).toMatch(/^Seconds +1\.5\nTrace +0123456789abcdef$/m)
})

test('simulate ends with 1 at a promise that is broken, and says how to see it again', async () => {
  settings.enableAutoTranspile = false
  const { default: Simulate }: typeof import('../commands/simulate.ts') = createRequire(import.meta.url)(
    '../commands/simulate.ts',
  )
  const server = await startLetsMeet()
  const liar = await startLiar(server.url)
  class Lied extends Simulate {
    protected override serve = async () => ({ ...server, url: liar.url })
  }
  let shown = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    shown += chunk
    return true
  })

  await Lied.run(['--seed', '4', '--days', '4'], await Config.load(sources))

  const { exitCode } = process
  process.exitCode = undefined
  liar.close()
  expect(exitCode).toBe(1)
  expect(shown).toMatch(/^Seed 4, 4 days: a promise was broken\.\nPromise +Listed means bookable\nExpected +/)
  expect(shown).toMatch(/^Where +step \d+, .+\nAgain +letsmeet simulate --seed 4 --days 4$/m)
})
