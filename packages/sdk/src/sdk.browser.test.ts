import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../server/src/testing/chromium.ts'
import { exercise, exercised } from './testing/exercise.ts'
import { installed } from './testing/installed.ts'

let dist: string
beforeAll(async () => {
  ;({ dist } = await installed('no types'))
}, 60_000)

const browser = await launchChromium()
afterAll(() => browser.close())

/** Serves a page, the built modules, and a little of the API. */
async function serveSite() {
  const answers: Record<string, object> = {
    '/api/v1/bookings': { data: [{ id: 'bk_1' }], nextCursor: 'more' },
    '/api/v1/bookings?cursor=more': { data: [{ id: 'bk_2' }], nextCursor: null },
  }
  const page = `<!doctype html><link rel="icon" href="data:,"><script type="module">
    import * as sdk from '/index.js'
    import * as webhooks from '/webhooks.js'
    ${exercise}
    const token = 'lm_browser_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q'
    const session = () => new sdk.LetsMeet({ apiKey: token, baseUrl: location.origin }).browserSessions.current()
    const refused = () => { try { new sdk.LetsMeet({ apiKey: 'lm_live_x' }) } catch (error) { return error.name } }
    window.result = exercise(location.origin, sdk, webhooks).then(async (result) => ({ ...result, liveKey: refused(), session: await session() }))
  </script>`
  const server = createServer(async ({ url = '', headers }, response) => {
    const isSession = headers.authorization === 'Bearer lm_browser_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q'
    const answer = url === '/api/v1/browser-sessions/current' && isSession ? { kind: 'booker' } : answers[url]
    if (url === '/') response.setHeader('content-type', 'text/html').end(page)
    else if (answer) response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    else if (url.endsWith('.js'))
      response.setHeader('content-type', 'text/javascript').end(await readFile(join(dist, url)))
    else
      response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{"status":404,"code":"not_found"}')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => void server.close().closeAllConnections())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
}

test('Chromium imports and uses it, with the token of a browser session and never with a secret key', async () => {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(await serveSite())
  const result = await page.evaluate('window.result')
  expect(complaints).toEqual([])
  expect(result).toEqual({ ...exercised, liveKey: 'LetsMeetError', session: { kind: 'booker' } })
})
