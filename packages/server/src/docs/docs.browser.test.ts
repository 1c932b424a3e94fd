import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { launchChromium } from '../testing/chromium.ts'
import { chapters } from './guides.ts'

let app: TestApp
let browser: Browser
/** What the browser complained about, and what it asked of others: both must stay empty. */
const complaints: string[] = []
beforeAll(async () => {
  app = await startTestApp()
  browser = await launchChromium()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
  expect(complaints).toEqual([])
})

const paths = ['/docs', '/docs/reference', ...chapters.flatMap(({ slugs }) => slugs.map((slug) => `/docs/${slug}`))]
const phone = { viewport: { width: 375, height: 800 }, hasTouch: true }

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`))
  page.on('console', (message) => {
    // The icon comes with the dashboard, which this test does not build.
    const isIcon = message.location().url.endsWith('/assets/icon.svg')
    if (message.type() === 'error' && !isIcon) complaints.push(`${path}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(app.url).origin) complaints.push(`${path} asks ${request.url()}`)
  })
  await page.goto(app.url + path)
  return page
}

test('every page fits a phone, by day and by night', async () => {
  const page = await open('/docs', { ...phone, colorScheme: 'dark' })
  const tooWide: string[] = []
  for (const path of paths) {
    await page.goto(app.url + path)
    if ((await page.evaluate(() => document.documentElement.scrollWidth)) > 375) tooWide.push(path)
  }

  expect(tooWide).toEqual([])
})

test('who chooses a way once sees it everywhere', async () => {
  const page = await open('/docs/first-booking', { viewport: { width: 1280, height: 900 } })
  await page.getByRole('button', { name: 'SDK' }).first().click()
  await page.goto(`${app.url}/docs/reference#bookings.create`)
  const shown = page.locator('[id="bookings.create"] figure.shown')

  expect(await shown.textContent()).toContain('await letsmeet.bookings.create({')
  expect(await shown.count()).toBe(1)
})

test('code is copied as it stands', async () => {
  const page = await open('/docs/running', { permissions: ['clipboard-read', 'clipboard-write'] })
  const block = page.locator('figure.code').first()
  await block.hover()
  await block.getByRole('button', { name: 'Copy' }).click()
  await block.getByRole('button', { name: 'Copied' }).waitFor()

  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await block.locator('code').textContent())
})

test('the menu opens on a phone, without a script too', async () => {
  const page = await open('/docs', { ...phone, javaScriptEnabled: false })
  await page.getByRole('button', { name: 'Menu' }).tap()
  await page.getByRole('link', { name: 'Rate limits' }).tap()

  await page.getByRole('heading', { name: 'Rate limits', level: 1 }).waitFor()
})

test('without a script every way is there', async () => {
  const page = await open('/docs/first-booking', { javaScriptEnabled: false })

  expect(await page.getByText('npx letsmeet schedules create').isVisible()).toBe(true)
  expect(await page.getByText('await letsmeet.schedules.create').isVisible()).toBe(true)
})
