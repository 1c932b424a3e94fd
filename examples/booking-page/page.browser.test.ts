import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../packages/server/src/testing/app.ts'
import { launchChromium } from '../../packages/server/src/testing/chromium.ts'

const now = '2030-01-07T08:00:00Z'
const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }

let app: TestApp
let files: Server
let origin: string
let browser: Awaited<ReturnType<typeof launchChromium>>
const complaints: string[] = []
beforeAll(async () => {
  app = await startTestApp({ now, ownerTimezone: 'Europe/Berlin' })
  files = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html'
    const text = readFileSync(join(import.meta.dirname, name), 'utf8')
    response.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'text/plain')
    response.end(text.replace('http://localhost:3000', app.url).replace('"owner"', '"ada"'))
  })
  const port = await new Promise((listening) => {
    files.listen(0, '127.0.0.1', () => listening(Object(files.address()).port))
  })
  origin = `http://127.0.0.1:${port}`
  browser = await launchChromium()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  files?.close()
  await app?.close()
  expect(complaints).toEqual([])
})

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** A visitor from New York, on another origin than the server's. */
async function visit(options = {}) {
  const wide = { viewport: { width: 1280, height: 800 }, timezoneId: 'America/New_York', locale: 'en-US', ...options }
  const page = await (await browser.newContext(wide)).newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Chromium reports every refusal of the API, also those that a test provokes.
    const isProvoked = /status of (400|409)|ERR_FAILED/.test(message.text())
    if (message.type() === 'error' && !isProvoked) complaints.push(message.text())
  })
  await page.clock.setFixedTime(now)
  await page.goto(origin)
  return page
}

const bookingsOf = async (email: string) => (await app.get(`/bookings?guestEmail=${email}`)).body.data

type Page = Awaited<ReturnType<typeof visit>>
async function fillIn(page: Page, email: string) {
  await page.getByLabel('Your name').fill('Grace Hopper')
  await page.getByLabel('E-mail').fill(email)
}

/** For whoever looks at the page: LETSMEET_SHOTS names a folder. */
async function shoot(page: Page, name: string) {
  const folder = process.env.LETSMEET_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

test.each([
  ['a wide screen', 'wide', {}],
  ['a phone at night', 'phone', { ...phone, colorScheme: 'dark' }],
])('books a day and a time from another origin, on %s', async (_, name, options) => {
  const page = await visit(options)
  await page.getByRole('heading', { name: 'January 2030' }).waitFor()
  await page.getByRole('button', { name: 'Wednesday, January 9' }).click()
  await page.getByRole('heading', { name: 'Wednesday, January 9' }).waitFor()
  await shoot(page, `${name}-choose`)
  await page.getByRole('button', { name: name === 'wide' ? '3:30 AM' : '4:00 AM' }).click()
  await fillIn(page, `${name}@example.com`)
  await shoot(page, `${name}-form`)
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByRole('heading', { name: 'You are booked' }).waitFor()
  await shoot(page, `${name}-done`)
  const manage = await page.getByRole('link', { name: 'Move or cancel it' }).getAttribute('href')

  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await bookingsOf(`${name}@example.com`)).toMatchObject([
    { status: 'confirmed', guest: { name: 'Grace Hopper', timezone: 'America/New_York' } },
  ])
  expect((await fetch(manage ?? '')).status).toBe(200)
})

test('needs no mouse', async () => {
  const page = await visit()
  await page.getByRole('button', { name: 'Monday, January 7' }).focus()
  for (const key of ['PageDown', 'PageUp', 'ArrowDown', 'ArrowRight', 'Enter']) {
    await page.keyboard.press(key)
    if (key.startsWith('Page')) await page.locator('#days[aria-busy=false] button').first().waitFor()
    if (key === 'PageDown') await page.getByRole('button', { name: 'Friday, February 1', exact: true }).waitFor()
    if (key === 'PageUp') await page.getByRole('button', { name: 'Monday, January 7' }).waitFor()
  }
  await page.getByRole('heading', { name: 'Tuesday, January 15' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Grace Hopper')
  await page.keyboard.press('Tab')
  await page.keyboard.type('keys@example.com')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'You are booked' }).waitFor()

  expect(await page.evaluate(() => document.activeElement?.id)).toBe('booked')
  expect(await bookingsOf('keys@example.com')).toMatchObject([{ start: '2030-01-15T08:00:00.000Z' }])
})

test('shows the times of another zone', async () => {
  const page = await visit()
  await page.getByLabel('Times are shown in').selectOption('Asia/Tokyo')
  await page.getByRole('button', { name: 'Wednesday, January 9' }).click()

  await page.getByRole('button', { name: '5:00 PM' }).waitFor()
})

test('a time that is taken meanwhile costs nothing that was typed', async () => {
  const page = await visit()
  await page.getByRole('button', { name: 'Thursday, January 10' }).click()
  await page.getByRole('button', { name: '3:00 AM' }).click()
  await fillIn(page, 'late@example.com')
  const rival = { name: 'Rival', email: 'rival@example.com', timezone: 'UTC' }
  await app.post('/bookings', { eventTypeId: app.eventTypeId, start: '2030-01-10T08:00:00Z', guest: rival })

  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByText('Somebody was faster').waitFor()
  expect(await page.getByRole('button', { name: '3:00 AM' }).count()).toBe(0)
  await page.getByRole('button', { name: '3:30 AM' }).click()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Grace Hopper')
  await page.getByRole('button', { name: 'Book' }).click()

  await page.getByRole('heading', { name: 'You are booked' }).waitFor()
})

test('says which field is wrong, before it asks and when the server finds more', async () => {
  const page = await visit()
  await page.getByRole('button', { name: 'Friday, January 11' }).click()
  await page.getByRole('button', { name: '3:00 AM' }).click()
  await page.getByRole('button', { name: 'Book' }).click()
  await page.locator('#name-wrong').waitFor()
  // The browser takes this for an address, the server does not.
  await fillIn(page, 'grace@example')
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByText('Send an e-mail address').waitFor()
  await shoot(page, 'wide-wrong')

  const field = page.getByLabel('E-mail')
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
  expect(await page.locator('#name-wrong').isVisible()).toBe(false)
})

test('a lost answer books once', async () => {
  const page = await visit()
  let tries = 0
  await page.route('**/bookings', async (route) => {
    tries++
    if (tries > 1 || route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: 'Monday, January 14' }).click()
  await page.getByRole('button', { name: '3:00 AM' }).click()
  await fillIn(page, 'once@example.com')
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByText('cannot be reached').waitFor()
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByRole('heading', { name: 'You are booked' }).waitFor()

  expect(await bookingsOf('once@example.com')).toHaveLength(1)
})

test('sends guests on where the host asks more', async () => {
  const question = { key: 'company', label: 'Company', kind: 'text', required: true }
  await app.patch(`/event-types/${app.eventTypeId}`, { questions: [question] })
  const page = await visit()
  const link = page.getByRole('link', { name: 'booking page' })
  await link.waitFor()

  expect(await link.getAttribute('href')).toContain('/ada/30min')
})
