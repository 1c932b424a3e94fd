import { expect, test } from 'vitest'
import { startLetsMeet } from '../../../server/src/embedded/testing.ts'
import { startLiar } from '../testing/liar.ts'
import { simulate } from './run.ts'

async function story(seed: number, days = 1) {
  const server = await startLetsMeet()
  try {
    return await simulate(server, { seed, days })
  } finally {
    await server.close()
  }
}

test('every promise holds, and the same seed is the same story', { timeout: 60_000 }, async () => {
  const [first, again] = [await story(4), await story(4)]

  expect(first.violation).toBeNull()
  expect(again.trace).toEqual(first.trace)
  expect(again.hash).toBe(first.hash)
})

test.each([5, 6])('seed %i is another story, and has no id in it', { timeout: 60_000 }, async (seed) => {
  const told = await story(seed)

  expect(told.violation).toBeNull()
  expect(told.counts.bookings).toBeGreaterThan(5)
  expect(told.trace[0]).toMatch(/seed \d$/)
  expect(told.trace.join('\n')).not.toMatch(/\b(bk|usr|et|evt|lnk|hold)_/)
})

test('a server that breaks a promise is found out', { timeout: 60_000 }, async () => {
  const server = await startLetsMeet()
  const lying = await startLiar(server.url)

  const told = await simulate({ ...server, url: lying.url }, { seed: 4, days: 4 })

  lying.close()
  await server.close()
  expect(told.violation).toMatchObject({ promise: 'Listed means bookable', step: expect.any(Number) })
})
