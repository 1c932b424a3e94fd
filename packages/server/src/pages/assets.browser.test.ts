import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { startTestApp } from '../testing/app.ts'
import { buildDashboard } from '../testing/guest-browser.ts'

test('the browser’s files are small, zipped and kept for ever', async () => {
  buildDashboard()
  const app = await startTestApp()
  const html = await (await fetch(`${app.url}/ada/30min`)).text()
  const [script = ''] = /\/assets\/booking-[^"]+/.exec(html) ?? []

  const first = await fetch(app.url + script)
  expect(first.headers.get('cache-control')).toContain('immutable')
  expect(first.headers.get('content-encoding')).toBe('gzip')
  expect(gzipSync(await first.text()).length).toBeLessThan(15_000)
  const again = await fetch(app.url + script, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
  await app.close()
})
