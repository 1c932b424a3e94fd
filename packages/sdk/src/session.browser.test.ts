import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startTestApp } from '../../server/src/testing/app.ts'
import { launchChromium } from '../../server/src/testing/chromium.ts'
import { installed } from './testing/installed.ts'

const browser = await launchChromium()
const app = await startTestApp({ options: { now: () => new Date() } })
afterAll(async () => {
  await browser.close()
  await app.close()
})

/** The script that the guide shows, against this server. */
async function scriptOfGuide(): Promise<string> {
  const guide = await readFile(join(import.meta.dirname, '../../server/docs/embedding.md'), 'utf8')
  const [, script = ''] = /^```js\n(\/\/ browser\.js\n[\s\S]*?)^```$/m.exec(guide) ?? []
  const own = script.replace("'@letsmeet/sdk'", "'/index.js'").replace('https://meet.school.example', app.url)
  return `${own}\nexport { slots, book }`
}

const html = `<!doctype html><link rel="icon" href="data:,"><script type="module">
  const books = async () => {
    const { slots, book } = await import('/page.js')
    return [await book(slots.data[0]), await book(slots.data[0])]
  }
  window.result = books()
</script>`

test('a page of another, allowed origin books with the token of a session, as the guide shows', {
  timeout: 60_000,
}, async () => {
  const { dist } = await installed('no types')
  const script = await scriptOfGuide()
  const site = createServer(async ({ url = '', method }, response) => {
    if (url === '/') response.setHeader('content-type', 'text/html').end(html)
    else if (url === '/booking-token' && method === 'POST') {
      const guest = { name: 'Grace Hopper', email: 'grace@example.com' }
      const made = await app.post('/browser-sessions', { kind: 'booker', eventTypeId: app.eventTypeId, guest })
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ token: made.body.token }))
    } else {
      const text = url === '/page.js' ? script : await readFile(join(dist, url))
      response.setHeader('content-type', 'text/javascript').end(text)
    }
  })
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening))
  const address = site.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await app.patch('/organization', { allowedOrigins: [origin] })
  const page = await browser.newPage()

  await page.goto(origin)
  const [booked, taken]: [{ guest: object; source: string }, unknown] = await page.evaluate('window.result')
  site.close().closeAllConnections()

  expect(booked).toMatchObject({ guest: { email: 'grace@example.com' }, source: 'embed' })
  expect(taken).toBeNull()
})
