import { LetsMeet } from '@letsmeet/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../server/src/testing/app.ts'
import { tailLogs } from './tail-logs.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

/** Asks for a booking that is not there, at a time of the server's clock. */
async function ask(id: string, at: string) {
  await app.travel(at)
  await app.get(`/bookings/${id}`)
  await app.settle()
}

test('none is left out: not while the connection is lost, and not when it is written late', async () => {
  let isLost = false
  const told: boolean[] = []
  const letsmeet = new LetsMeet({
    apiKey: app.apiKey,
    baseUrl: app.url,
    maxRetries: 0,
    fetch: (url, init) => (isLost ? Promise.reject(new TypeError('fetch failed')) : fetch(url, init)),
  })
  await ask('bk_past', '2030-01-07T09:00:00Z')
  const requests = tailLogs(letsmeet, {
    filter: { status: '404' },
    last: 1,
    follow: true,
    intervalMs: 20,
    onConnection: (isBack) => {
      told.push(isBack)
      if (told.filter((one) => !one).length > 2) isLost = false
    },
  })
  const paths: (string | undefined)[] = []
  const read = async () => paths.push((await requests.next()).value?.path.split('/').at(-1))
  await read()
  isLost = true
  await ask('bk_meanwhile', '2030-01-07T09:00:09Z')
  await read()
  await ask('bk_late', '2030-01-07T09:00:04Z')
  await read()
  await requests.return()

  expect(paths).toEqual(['bk_past', 'bk_meanwhile', 'bk_late'])
  expect(told.slice(0, 4)).toEqual([false, false, false, true])
})
