import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** Builds what changed since the last build, so that nothing moves under a server that reads it. */
export function buildDashboard(): void {
  const dashboard = join(import.meta.dirname, '../../../dashboard')
  const built = statSync(join(dashboard, 'dist/manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = readdirSync(join(dashboard, 'src'), { recursive: true, encoding: 'utf8' })
  if (sources.every((file) => statSync(join(dashboard, 'src', file)).mtimeMs < built)) return
  const vite = join(dashboard, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: dashboard })
}

/** A guest in New York with a browser of their own; what it complains about is collected. */
export async function openAsGuest(
  browser: Browser,
  url: string,
  complaints: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ timezoneId: 'America/New_York', locale: 'en-US', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Chromium reports every refusal of the API, also those that a test provokes.
    const expected = /status of (400|401|409|410)/.test(message.text())
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  await page.goto(url)
  return page
}
