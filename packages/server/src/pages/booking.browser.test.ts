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

const visit = (path: string, options?: BrowserContextOptions): Promise<Page> =>
  openAsGuest(browser, app.url + path, complaints, options)

async function fillIn(page: Page, email = 'grace@example.com'): Promise<void> {
  await page.getByLabel('Your name').fill('Grace Hopper')
  await page.getByLabel('E-mail', { exact: false }).first().fill(email)
}

const bookingOf = async (email: string) => (await app.get(`/bookings?guestEmail=${email}`)).body.data

test('a guest in another zone sees their own times and books one', async () => {
  const path = await makePage(app, { slug: 'guest', title: 'Guest call' })
  const page = await visit(path)

  await page.getByText('America/New York (GMT-5)').waitFor()
  await page.getByRole('link', { name: /^Tuesday, January 8/ }).click()
  await page.getByRole('heading', { name: 'Tuesday, January 8' }).waitFor()
  await page.getByRole('link', { name: '3:30 AM' }).click()
  await page.getByText('3:30 – 4:00 AM, America/New York (GMT-5)').waitFor()
  await fillIn(page)
  await page.getByRole('button', { name: 'Book' }).click()

  await page.getByRole('heading', { name: 'You are booked' }).waitFor()
  expect(await page.locator('dl').textContent()).toContain('Tuesday, January 8, 2030')
  expect(await bookingOf('grace@example.com')).toMatchObject([
    { start: '2030-01-08T08:30:00.000Z', guest: { timezone: 'America/New_York', locale: 'en-US' }, source: 'page' },
  ])
})

test('turning months, choosing zones and going back need no reload', async () => {
  const path = await makePage(app, { slug: 'turn', durationOptions: [15, 30] })
  const page = await visit(path)
  await page.evaluate(() => document.body.setAttribute('data-same', 'yes'))

  await page.getByRole('link', { name: 'Next month' }).click()
  await page.getByRole('heading', { name: 'February 2030' }).waitFor()
  await page.getByRole('link', { name: '15 min' }).click()
  await page.getByRole('link', { name: '3:15 AM' }).waitFor()
  await page.locator('#zone summary').click()
  await page.getByLabel('Search time zones').fill('tokyo')
  await page.keyboard.press('Enter')
  await page.getByText('Asia/Tokyo (GMT+9)').waitFor()
  const day = page.locator('a.day').first()
  await day.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '5:00 PM' }).click()
  await page.getByLabel('Your name').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: '5:00 PM' }).waitFor()

  expect(await page.locator('body').getAttribute('data-same')).toBe('yes')
  expect(new URL(page.url()).searchParams.get('start')).toBeNull()
})

test('every kind of question is answered, and what is wrong is said beside its field', async () => {
  const kinds = ['text', 'long_text', 'number', 'phone', 'email', 'url', 'checkbox'] as const
  const path = await makePage(app, {
    slug: 'questions',
    locations: [{ kind: 'video', value: 'https://meet.example.com/ada' }, { kind: 'guest_phone' }],
    questions: [
      ...kinds.map((kind) => ({ key: kind, label: `A ${kind}`, kind, required: true })),
      { key: 'one', label: 'One', kind: 'select', required: true, options: ['x', 'y'] },
      { key: 'some', label: 'Some', kind: 'multi_select', required: true, options: ['p', 'q', 'r'] },
    ],
  })
  const page = await visit(`${path}?start=2030-01-09T09:00:00Z`)
  await fillIn(page, 'kinds@example.com')
  const answers = { text: 'T', long_text: 'L', number: '1.5', phone: 'abc', email: 'a@b.co', url: 'https://a.b' }
  for (const [kind, answer] of Object.entries(answers))
    await page.getByLabel(`A ${kind}`, { exact: false }).fill(answer)
  await page.getByLabel('A checkbox').check()
  await page.getByLabel('One *', { exact: true }).selectOption('y')
  await page.getByLabel('By phone: the host calls you').check()
  await page.getByLabel('Your phone number').fill('+1 555 0100')

  await page.getByRole('button', { name: 'Book' }).click()
  await page.locator('#f-answers-some-error').waitFor()
  expect(await page.locator('#f-answers-phone-error').textContent()).toContain('phone number')
  await page.getByLabel('q', { exact: true }).check()
  await page.getByLabel('A phone').fill('030 1234567')
  await page.getByRole('button', { name: 'Book' }).click()

  await page.getByRole('heading', { name: 'You are booked' }).waitFor()
  const expected = { ...answers, number: 1.5, phone: '030 1234567', checkbox: true, one: 'y', some: ['q'] }
  expect(await bookingOf('kinds@example.com')).toMatchObject([
    { answers: expected, location: { kind: 'guest_phone', value: '+1 555 0100' } },
  ])
})

test('a time that is taken meanwhile costs nothing that was typed', async () => {
  const path = await makePage(app, { slug: 'taken' })
  const page = await visit(`${path}?start=2030-01-10T09:00:00Z`)
  await fillIn(page, 'late@example.com')
  const start = '2030-01-10T09:00:00Z'
  const rival = { name: 'Rival', email: 'rival@example.com', timezone: 'UTC' }
  expect((await app.post(`/public/users${path}/bookings`, { start, guest: rival })).status).toBe(201)

  await page.getByRole('button', { name: 'Book' }).click()
  await page.getByText('Somebody was faster').waitFor()
  expect(await page.getByRole('link', { name: '4:00 AM' }).count()).toBe(0)
  await page.getByRole('link', { name: '4:30 AM' }).click()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Grace Hopper')
  await page.getByRole('button', { name: 'Book' }).click()

  await page.getByRole('heading', { name: 'You are booked' }).waitFor()
})

test('the host’s own thank-you page comes last', async () => {
  const path = await makePage(app, { slug: 'thanks', redirectUrl: `${app.url}/ada?thanks=1` })
  const page = await visit(`${path}?start=2030-01-14T09:00:00Z&name=Grace&email=thanks@example.com`)

  await page.getByRole('button', { name: 'Book' }).click()

  await page.waitForURL('**/ada?thanks=1')
})

test('without scripts it is links and a form', async () => {
  const path = await makePage(app, { slug: 'noscript' })
  const page = await visit(path, { javaScriptEnabled: false })

  await page.locator('#zone summary').click()
  await page.getByLabel('Time zone').selectOption('America/New_York')
  await page.getByRole('button', { name: 'Use this zone' }).click()
  await page.getByRole('link', { name: 'Next month' }).click()
  await page.getByRole('link', { name: /^Monday, February 4/ }).click()
  await page.getByRole('link', { name: '3:00 AM' }).click()
  await fillIn(page, 'plain@example.com')
  await page.getByRole('button', { name: 'Book' }).click()

  await page.getByRole('heading', { name: 'You are booked' }).waitFor()
  expect(await bookingOf('plain@example.com')).toMatchObject([
    { start: '2030-02-04T08:00:00.000Z', guest: { timezone: 'America/New_York' } },
  ])
})

test.each([true, false])('a guest moves and cancels their booking, scripts: %s', async (javaScriptEnabled) => {
  const path = await makePage(app, { slug: `mine-${javaScriptEnabled}` })
  const day = javaScriptEnabled ? 15 : 16
  const guest = { name: 'Grace', email: 'g@example.com', timezone: 'America/New_York' }
  const made = await app.post(`/public/users${path}/bookings`, { start: `2030-01-${day}T09:00:00Z`, guest })
  const page = await visit(new URL(made.body.manageUrl).pathname, { javaScriptEnabled })

  await page.getByRole('link', { name: 'Reschedule' }).click()
  await page.locator(`a.day[href*="2030-01-${day + 1}"]`).click()
  await page.getByRole('link', { name: '5:30 AM' }).click()
  await page.getByLabel('Reason').fill('Train')
  await page.getByRole('button', { name: 'Move booking' }).click()
  await page.getByRole('heading', { name: 'Your booking has a new time' }).waitFor()
  expect(await page.locator('dl').textContent()).toContain(`January ${day + 1}, 2030`)

  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Cancel booking' }).click()
  await page.getByRole('heading', { name: 'Your booking is cancelled' }).waitFor()
})

test('a host signs in by mail and answers a request', async () => {
  const path = await makePage(app, { slug: 'asked', title: 'Asked', requiresConfirmation: true })
  const guest = { name: 'Hedy Lamarr', email: 'hedy@example.com', timezone: 'UTC' }
  await app.post(`/public/users${path}/bookings`, { start: '2030-01-22T09:00:00Z', guest })
  const page = await visit('/dashboard?view=requests')

  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByRole('button', { name: 'Send me a sign-in link' }).click()
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor()
  await app.settle()
  const mails = (await app.get('/mail?limit=100')).body.data
  const mail = mails.find((one: { subject: string }) => one.subject.startsWith('Sign in to'))
  const [link = ''] = /\S+sign-in\?token=\w+/.exec((await app.get(`/mail/${mail.id}`)).body.text) ?? []
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Confirm' }).click()

  await page.getByRole('heading', { name: 'Asked with Hedy Lamarr' }).waitFor()
  expect(await bookingOf('hedy@example.com')).toMatchObject([{ status: 'confirmed' }])
})
