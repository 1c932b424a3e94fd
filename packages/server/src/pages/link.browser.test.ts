import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { launchChromium } from '../testing/chromium.ts'
import { addSolo, addType, good, type Host, weekly } from '../testing/factories.ts'
import { buildDashboard, openAsGuest } from '../testing/guest-browser.ts'
import { addLink, bookLink, linkOf } from '../testing/links.ts'

let app: TestApp
let browser: Browser
let host: Host
let typeId: string
let otherId: string
let contactId: string
const complaints: string[] = []
beforeAll(async () => {
  buildDashboard()
  app = await startTestApp()
  browser = await launchChromium()
  ;({ host, typeId } = await addSolo(app, { weekly: weekly('09:00-17:00') }))
  otherId = await addType(app, [host], { title: 'Short chat', durationMinutes: 30 })
  const grace = { userId: host.id, email: 'grace@example.com', name: 'Grace Hopper' }
  contactId = (await good(app.post('/contacts', grace), 201)).body.id
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
  expect(complaints).toEqual([])
})

const visit = (url: string, options?: BrowserContextOptions): Promise<Page> =>
  openAsGuest(browser, url, complaints, options)

const oneOff = (more: object = {}) => addLink(app, { userId: host.id, eventTypeId: typeId, ...more })
const share = (more: object = {}) =>
  addLink(app, { kind: 'share', userId: host.id, contactId, eventTypeIds: [typeId, otherId], ...more })

async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Your name').fill('Hedy Lamarr')
  await page.getByLabel('E-mail', { exact: false }).first().fill(email)
}

test('a one-off link is booked once, and the next guest is told so', async () => {
  const { url, id } = await oneOff({ title: 'Coffee', greeting: 'Hello Hedy' })
  const page = await visit(url)
  const second = await visit(url)

  await page.getByText('Hello Hedy').waitFor()
  await page.getByRole('link', { name: /^Tuesday, January 8/ }).click()
  await page.getByRole('link', { name: '4:00 AM' }).click()
  await fillIn(page, 'hedy@example.com')
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByRole('heading', { name: 'You are booked' }).waitFor()

  expect(await page.getByRole('link', { name: 'Book another time' }).count()).toBe(0)
  expect((await linkOf(app, id)).bookings).toMatchObject([
    { start: '2030-01-08T09:00:00.000Z', guest: { email: 'hedy@example.com' } },
  ])
  await second.getByRole('link', { name: '5:00 AM' }).click()
  await fillIn(second, 'late@example.com')
  await second.getByRole('button', { name: 'Book' }).click()
  await second.getByRole('heading', { name: 'This link has been used' }).waitFor()
  await second.goto(url)
  await second.getByRole('heading', { name: 'This link has been used' }).waitFor()
  expect(await second.locator('main').textContent()).not.toContain('Coffee')
})

test('a one-off link is booked without scripts', async () => {
  const { url, id } = await oneOff({ maxUses: 2 })
  const page = await visit(url, { javaScriptEnabled: false })

  await page.getByRole('link', { name: 'Next month' }).click()
  await page.getByRole('link', { name: /^Monday, February 4/ }).click()
  await page.getByRole('link', { name: '10:00 AM' }).click()
  await fillIn(page, 'plain@example.com')
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByRole('heading', { name: 'You are booked' }).waitFor()
  await page.getByRole('link', { name: 'Book another time' }).click()
  await page.getByRole('link', { name: 'Next month' }).waitFor()

  expect((await linkOf(app, id)).bookings).toMatchObject([{ start: '2030-02-04T10:00:00.000Z' }])
})

test('narrower hours are all that is offered, in every month', async () => {
  const hours = { timezone: 'America/New_York', weekly: [{ days: ['wed'], start: '06:00', end: '08:00' }] }
  const page = await visit((await oneOff({ availability: hours })).url)
  const offered = async () => {
    const days = await page.locator('a.day').evaluateAll((all) => all.map((day) => day.getAttribute('aria-label')))
    return { days, times: await page.locator('.slot').allTextContents() }
  }

  await page.getByRole('link', { name: '6:00 AM' }).waitFor()
  const january = await offered()
  await page.getByRole('link', { name: 'Next month' }).click()
  await page.getByRole('heading', { name: 'February 2030' }).waitFor()
  await page.getByRole('link', { name: /^Wednesday, February 6/ }).waitFor()
  const february = await offered()

  for (const { days, times } of [january, february]) {
    expect(days.every((day) => day?.startsWith('Wednesday'))).toBe(true)
    expect(times.map((time) => time.replace(/\s/g, ' '))).toEqual(['6:00 AM', '7:00 AM'])
  }
})

test('a share link lets choose, knows its guest, and keeps what it knows to itself', async () => {
  const { url, id } = await share()
  const page = await visit(url)

  await page.getByText('Hello Grace, pick a time that suits you.').waitFor()
  await page.getByRole('link', { name: 'Short chat' }).click()
  await page.getByRole('link', { name: '4:30 AM' }).click()
  await page.getByText('g••••@example.com').waitFor()
  expect(await page.getByLabel('Your name').isVisible()).toBe(false)
  await page.getByLabel('Notes').fill('Line 3')
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByRole('heading', { name: 'You are booked' }).waitFor()

  const seen = await page.locator('main').textContent()
  expect(seen).toContain('A mail is on its way to g••••@example.com')
  expect(seen).toMatch(/4:30\s–\s5:00\sAM, America\/New York \(GMT-5\)/)
  expect(await page.content()).not.toMatch(/grace@|Hopper|\/booking\//)
  const [booking] = (await linkOf(app, id)).bookings
  expect((await app.get(`/bookings/${booking.id}`)).body).toMatchObject({
    eventTypeId: otherId,
    guest: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York', locale: 'en-US' },
    contactIds: [contactId],
    notes: 'Line 3',
  })
  await page.getByRole('link', { name: 'Book another time' }).click()
  await page.getByRole('link', { name: 'Short chat' }).waitFor()
})

test('a guest who has a seat already is told so where they can see it', async () => {
  const seated = await addType(app, [host], { title: 'Class', seats: 3 })
  const { url, token } = await share({ eventTypeIds: [seated] })
  const start = '2030-01-18T10:00:00Z'
  const page = await visit(`${url}?start=${start}`)
  expect((await bookLink(app, token, start, { guest: { timezone: 'UTC' } })).status).toBe(201)

  await page.getByRole('button', { name: 'Book' }).click()

  await page.getByText('g••••@example.com already has a seat').waitFor()
})

test('somebody else may book with a share link, and it stays its contact’s', async () => {
  const { url, id } = await share({ eventTypeIds: [typeId] })
  const page = await visit(`${url}?start=2030-01-09T10:00:00Z`)

  await page.getByLabel('Not you? Enter other details').check()
  await page.getByRole('button', { name: 'Book' }).click()
  expect(await page.getByLabel('Your name').evaluate((input: HTMLInputElement) => input.validity.valueMissing)).toBe(
    true,
  )
  await fillIn(page, 'assistant@example.com')
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByRole('heading', { name: 'You are booked' }).waitFor()

  expect(await page.locator('dl, .muted').allTextContents()).toContainEqual(
    expect.stringContaining('assistant@example.com'),
  )
  const [booking] = (await linkOf(app, id)).bookings
  expect((await app.get(`/bookings/${booking.id}`)).body).toMatchObject({
    guest: { name: 'Hedy Lamarr', email: 'assistant@example.com' },
    contactIds: [contactId],
  })
})

test('somebody else may book without scripts, too', async () => {
  const { url, id } = await share({ eventTypeIds: [typeId] })
  const page = await visit(`${url}?start=2030-01-10T10:00:00Z`, { javaScriptEnabled: false })

  expect(await page.getByLabel('Your name').isVisible()).toBe(false)
  await page.getByLabel('Not you? Enter other details').check()
  await fillIn(page, 'plain@example.com')
  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByRole('heading', { name: 'You are booked' }).waitFor()

  expect((await linkOf(app, id)).bookings).toMatchObject([{ guest: { email: 'plain@example.com' } }])
})

test('a time that is taken meanwhile costs nothing that was typed, and no use', async () => {
  const { url, id } = await oneOff()
  const page = await visit(`${url}?start=2030-01-11T09:00:00Z`)
  await fillIn(page, 'late@example.com')
  const rival = await oneOff()
  expect((await bookLink(app, rival.token, '2030-01-11T09:00:00Z')).status).toBe(201)

  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByText('Somebody was faster').waitFor()
  expect((await linkOf(app, id)).uses).toBe(0)
  await page.getByRole('link', { name: '5:00 AM' }).click()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Hedy Lamarr')
  await page.getByRole('button', { name: 'Book' }).click()

  await page.getByRole('heading', { name: 'You are booked' }).waitFor()
})

test('nothing moves while a page comes up, and no request of it tells where it came from', async () => {
  const { url, token } = await share({ greeting: 'Dear Grace,\n\npick what suits you.' })
  const page = await visit(`${url}/${typeId}`, { timezoneId: 'UTC', viewport: { width: 390, height: 844 } })
  const referrers: (string | undefined)[] = []
  page.on('request', (request) => void referrers.push(request.headers().referer))
  await page.addInitScript(() => {
    let moved = 0
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) moved += 'value' in shift ? Number(shift.value) : 0
      document.documentElement.dataset.moved = String(moved)
    }).observe({ type: 'layout-shift', buffered: true })
  })

  await page.reload({ waitUntil: 'networkidle' })
  const moved = await page.evaluate(() => document.documentElement.dataset.moved ?? 'nothing')

  expect(moved).toBe('nothing')
  expect(referrers.length).toBeGreaterThan(1)
  expect(referrers.filter((referrer) => referrer?.includes(token))).toEqual([])
})

test('a link that runs out under a guest’s hands says so', async () => {
  const { url } = await oneOff({ expiresAt: '2030-01-07T09:00:00Z' })
  const page = await visit(`${url}?start=2030-01-14T09:00:00Z`)
  await fillIn(page, 'slow@example.com')
  app.pass('2030-01-07T09:00:00Z')

  await page.getByRole('button', { name: 'Book' }).click()

  await page.getByRole('heading', { name: 'This link has expired' }).waitFor()
  const { ok, status } = await page.request.get(url).then((answer) => ({ ok: answer.ok(), status: answer.status() }))
  expect([ok, status]).toEqual([false, 410])
})
