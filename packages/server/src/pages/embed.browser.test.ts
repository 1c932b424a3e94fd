import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { launchChromium } from '../testing/chromium.ts'
import { buildDashboard, openAsGuest } from '../testing/guest-browser.ts'
import { makePage } from '../testing/visitor.ts'

let app: TestApp
let browser: Browser
const complaints: string[] = []
beforeAll(async () => {
  buildDashboard()
  app = await startTestApp({ ownerTimezone: 'Europe/Berlin' })
  browser = await launchChromium()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
  expect(complaints).toEqual([])
})

const grace = { name: 'Grace Hopper', email: 'grace@example.com' }
const sessionOf = async (input: object) => (await app.post('/browser-sessions', input)).body
const open = (url: string, options?: BrowserContextOptions): Promise<Page> =>
  openAsGuest(browser, url, complaints, options)

async function offer(slug: string, more: object = {}) {
  await makePage(app, { slug, title: `Talk ${slug}`, ...more })
  const found = (await app.get('/event-types?limit=100')).body.data
  return found.find((one: { slug: string }) => one.slug === slug)
}

async function bookedOn(slug: string, start: string, more: object = {}) {
  const { id } = await offer(slug, more)
  const made = await app.post('/bookings', {
    eventTypeId: id,
    start,
    guest: { ...grace, timezone: 'America/New_York' },
  })
  return made.body
}

test('a booker books as the guest that the server named, and the token leaves the address at once', async () => {
  const { id } = await offer('fixed')
  const session = await sessionOf({ kind: 'booker', eventTypeId: id, guest: grace })
  const page = await open(session.url)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.headers().referer ?? ''}`))

  await page.getByText('Filled in from your account').first().waitFor({ state: 'attached' })
  expect(page.url()).not.toContain('lm_browser_')
  await page.getByRole('link', { name: /^Wednesday, January 9/ }).click()
  await page.getByRole('link', { name: '4:00 AM' }).click()
  expect(await page.getByLabel('Your name').getAttribute('readonly')).not.toBeNull()
  expect(await page.getByLabel('E-mail').first().inputValue()).toBe(grace.email)
  await page.getByRole('button', { name: 'Book' }).click()

  await page.getByRole('heading', { name: 'You are booked' }).waitFor()
  const made = (await app.get(`/bookings?eventTypeId=${id}`)).body.data
  expect(made).toMatchObject([{ start: '2030-01-09T09:00:00.000Z', guest: grace, source: 'embed' }])
  expect(sent.join('\n')).not.toContain('lm_browser_')
})

test('a booker’s chosen time is held while they fill in the form, and free again when they choose another', async () => {
  const { id } = await offer('held')
  const session = await sessionOf({ kind: 'booker', eventTypeId: id, guest: grace })
  const start = '2030-01-10T09:00:00Z'
  const rival = { eventTypeId: id, start, guest: { name: 'R', email: 'r@example.com', timezone: 'UTC' } }
  const page = await open(session.url.replace('#', `?start=${start}#`))

  await page.waitForResponse((response) => response.url().endsWith('/holds') && response.status() === 201)
  expect((await app.post('/bookings', rival)).body.code).toBe('slot_unavailable')
  const heldAgain = page.waitForResponse((response) => response.url().endsWith('/holds') && response.status() === 201)
  await page.reload()
  await heldAgain
  await page.getByRole('button', { name: 'Book' }).waitFor()
  const released = page.waitForResponse((response) => response.request().method() === 'DELETE')
  await page.getByRole('link', { name: 'Change' }).click()
  await released

  expect((await app.post('/bookings', rival)).status).toBe(201)
})

test('a booker whose session has ended is told so, before and after filling in the form', async () => {
  const { id } = await offer('ended')
  const session = await sessionOf({ kind: 'booker', eventTypeId: id, guest: grace })
  const early = await open(session.url.replace('#', '?start=2030-01-11T09:00:00Z#'))
  await early.getByText('Filled in from your account').first().waitFor()
  await app.delete(`/browser-sessions/${session.id}`)
  const late = await open(session.url, {})

  await early.getByRole('button', { name: 'Book' }).click()
  await early.getByText('This link has expired, and nothing was changed. Open the link again').waitFor()
  await late.getByRole('heading', { name: 'This link has expired' }).waitFor()

  expect(await late.getByRole('button', { name: 'Book' }).isVisible()).toBe(false)
  expect((await app.get(`/bookings?eventTypeId=${id}`)).body.data).toEqual([])
})

test('a session for one booking shows, moves and cancels it', async () => {
  const booking = await bookedOn('moving', '2030-01-14T09:00:00Z')
  const { url } = await sessionOf({ kind: 'booking', bookingId: booking.id })
  const page = await open(url)

  await page.getByRole('heading', { name: 'Your booking' }).waitFor()
  expect(await page.locator('dl').textContent()).toContain('Monday, January 14, 2030')
  await page.getByRole('link', { name: 'Reschedule' }).click()
  await page.getByRole('link', { name: /^Tuesday, January 15/ }).click()
  await page.getByRole('link', { name: '5:30 AM' }).click()
  await page.getByRole('button', { name: 'Move booking' }).click()
  await page.getByRole('heading', { name: 'Your booking has a new time' }).waitFor()
  expect((await app.get(`/bookings/${booking.id}`)).body.start).toBe('2030-01-15T10:30:00.000Z')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByLabel('Reason').fill('Ill.')
  await page.getByRole('button', { name: 'Cancel booking' }).click()

  await page.getByRole('heading', { name: 'This booking is cancelled' }).waitFor()
  expect((await app.get(`/bookings/${booking.id}`)).body.cancellation).toMatchObject({ by: 'guest', reason: 'Ill.' })
  expect(await page.getByRole('link', { name: 'Cancel' }).count()).toBe(0)
})

test('a host confirms, declines and cancels own bookings, and changes own hours', async () => {
  const asked = await bookedOn('asked', '2030-01-16T09:00:00Z', { requiresConfirmation: true })
  const other = await bookedOn('unwanted', '2030-01-16T10:00:00Z', { requiresConfirmation: true })
  const off = await bookedOn('called-off', '2030-01-16T11:00:00Z')
  const page = await open((await sessionOf({ kind: 'host' })).url)
  const row = (title: string) => page.getByRole('listitem').filter({ hasText: title })

  await row('Talk asked').getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Confirmed. Grace Hopper is told by mail.').waitFor()
  await row('Talk unwanted').locator('summary').click()
  await row('Talk unwanted').getByRole('button', { name: 'Decline' }).click()
  await page.getByText('Declined. Grace Hopper is told by mail.').waitFor()
  await row('Talk called-off').locator('summary').click()
  await row('Talk called-off').getByLabel('Reason').fill('Travelling.')
  await row('Talk called-off').getByRole('button', { name: 'Cancel booking' }).click()
  await page.getByText('Cancelled. Grace Hopper is told by mail.').waitFor()
  await page.getByRole('link', { name: 'Weekly hours' }).click()
  await page.getByLabel('Friday').fill('nine to five')
  await page.getByRole('button', { name: 'Save hours' }).click()
  await page.locator('.wrong').waitFor()
  await page.getByLabel('Friday').fill('8-12, 13:30-16')
  await page.getByRole('button', { name: 'Save hours' }).click()
  await page.getByText('Saved. New bookings follow these hours.').waitFor()

  const states = await Promise.all([asked, other, off].map(({ id }) => app.get(`/bookings/${id}`)))
  expect(states.map(({ body }) => body.status)).toEqual(['confirmed', 'declined', 'cancelled'])
  const [schedule] = (await app.get('/schedules')).body.data
  expect(schedule.weekly).toContainEqual({ days: ['fri'], start: '13:30', end: '16:00' })
})

test('a host who may only read sees bookings and hours, and nothing to press', async () => {
  await bookedOn('looked-at', '2030-01-17T09:00:00Z', { requiresConfirmation: true })
  const page = await open((await sessionOf({ kind: 'host', readOnly: true })).url)

  await page.getByText('Talk looked-at').waitFor()
  expect(await page.locator('main button:visible, main summary').count()).toBe(0)
  await page.getByRole('link', { name: 'Weekly hours' }).click()
  await page.getByText('Wednesday').waitFor()

  expect(await page.locator('main button, main input').count()).toBe(0)
})

test('without a session, or without scripts, the page says where to go', async () => {
  const bare = await open(`${app.url}/embed`)
  const plain = await open(`${app.url}/embed`, { javaScriptEnabled: false })

  await bare.getByRole('heading', { name: 'Nothing to show here' }).waitFor()
  await plain.getByRole('heading', { name: 'This page needs JavaScript' }).waitFor()
})
