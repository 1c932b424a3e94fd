import { afterAll, beforeAll, expect, test } from 'vitest'
import { LetsMeet } from '../../../sdk/src/index.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const idsAfter = async (after: string, type?: string) => {
  const letsmeet = new LetsMeet({ baseUrl: app.url, apiKey: app.apiKey })
  const ids: string[] = []
  for await (const { id } of letsmeet.events.catchUp({ after, type })) ids.push(id)
  return ids
}

test('the SDK catches up with the log from any event, over its pages, and finds nothing at the end', async () => {
  const [{ id: first }] = (await app.get('/events?limit=1')).body.data
  const made: string[] = []
  // One page more than the SDK reads at once.
  for (let day = 1; day <= 102; day++) {
    const date = new Date(Date.UTC(2030, 1, day)).toISOString().slice(0, 10)
    await app.patch(`/event-types/${app.eventTypeId}`, { title: `Intro call ${date}` })
  }
  for (const { id } of (await app.get('/events?limit=100')).body.data) made.unshift(id)

  const all = await idsAfter(first)

  expect(all).toHaveLength(102)
  expect(all.slice(2)).toEqual(made)
  expect(await idsAfter(all[50] ?? '')).toEqual(all.slice(51))
  expect(await idsAfter(all.at(-1) ?? '')).toEqual([])
  expect(await idsAfter(first, 'booking.*')).toEqual([])
})
