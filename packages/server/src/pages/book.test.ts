import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { makePage, visitor, wordsOf } from '../testing/visitor.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ ownerTimezone: 'Europe/Berlin' })
})
afterAll(() => app.close())
const open: ReturnType<typeof visitor>['open'] = (...asked) => visitor(app).open(...asked)
const submit: ReturnType<typeof visitor>['submit'] = (...sent) => visitor(app).submit(...sent)

const guest = { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' }

describe('booking without a script', () => {
  test('goes by links and one form, and ends on the guest’s own page', async () => {
    const path = await makePage(app, { slug: 'plain', title: 'Plain call' })
    const day = await open(`${path}?date=2030-01-08&timezone=America/New_York`)
    const [, step = ''] = /href="([^"]*start=2030-01-08T09:00:00Z[^"]*)"/.exec(day.text) ?? []

    const form = await open(step.replaceAll('&amp;', '&'))
    expect(form.text).toContain('name="start" value="2030-01-08T09:00:00.000Z"')
    const sent = { ...guest, start: '2030-01-08T09:00:00.000Z', duration: '30', guests: 'a@example.com, b@example.com' }
    const made = await submit(path, { ...sent, notes: 'Hello\r\nthere' })

    expect(made.status).toBe(303)
    const page = await open(made.headers.get('location') ?? '')
    expect(wordsOf(page)).toContain('You are booked')
    expect(wordsOf(page)).toContain('Tuesday, 8 January 2030 04:00–04:30, America/New York (GMT-5)')
    expect(wordsOf(page)).toContain('b@example.com')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const stored = await app.get('/bookings?guestEmail=grace@example.com')
    expect(stored.body.data[0]).toMatchObject({
      source: 'page',
      notes: 'Hello\nthere',
      additionalGuests: ['a@example.com', 'b@example.com'],
      guest: { timezone: 'America/New_York', locale: 'de-DE' },
    })
  })

  test('says beside each field what is wrong, and keeps what was typed', async () => {
    const path = await makePage(app, {
      slug: 'asking',
      questions: [
        { key: 'firm', label: 'Company', kind: 'text', required: true },
        { key: 'size', label: 'Size', kind: 'number' },
        { key: 'ok', label: 'Agreed', kind: 'checkbox', required: true },
      ],
    })
    const start = '2030-01-09T10:00:00Z'

    const { status, text } = await submit(path, { start, name: '"><b>Eve', email: 'nowhere', 'answers.size': 'ten' })

    expect(status).toBe(400)
    expect(text).toContain('value="&quot;&gt;&lt;b&gt;Eve"')
    expect(text).toMatch(/id="f-email"[^>]*aria-invalid="true" aria-describedby="f-email-error"/)
    expect(text).not.toContain('<b>Eve')

    const again = await submit(path, { start, name: 'Eve', email: 'eve@example.com', 'answers.size': 'ten' })
    expect(again.text).toMatch(/id="f-answers-firm-error">Please fill this in/)
    expect(again.text).toMatch(/id="f-answers-size-error">This wants a number/)
    expect(again.text).toMatch(/id="f-answers-ok-error">Please fill this in/)
    expect(again.text).toContain('name="start" value="2030-01-09T10:00:00.000Z"')
  })

  test('offers the next times when the chosen one was taken meanwhile', async () => {
    const path = await makePage(app, { slug: 'race' })
    const sent = { ...guest, start: '2030-01-10T10:00:00Z' }
    expect((await submit(path, sent)).status).toBe(303)

    const { status, text } = await submit(path, { ...sent, name: 'Second', notes: 'Kept' })

    expect(status).toBe(409)
    expect(wordsOf({ text })).toContain('Somebody was faster')
    expect(text).toContain('Kept</textarea>')
    expect(text).toContain('type="radio" name="start" value="2030-01-10T10:30:00.000Z"')
  })

  test('offers times, too, when the form brings none', async () => {
    const { status, text } = await submit('/ada/30min', { ...guest, start: 'soon', duration: '30.5', timezone: 'Mars' })

    expect(status).toBe(400)
    expect(text).toContain('type="radio" name="start"')
  })

  test('says so when a link names a time that is gone', async () => {
    const { status, text } = await open(`/ada/30min?start=2030-01-12T10:00:00Z`)

    expect(status).toBe(200)
    expect(wordsOf({ text })).toContain('this time is no longer open')
  })

  test('follows the host’s redirect, and allows the form to lead there and nowhere else', async () => {
    const path = await makePage(app, { slug: 'thanks', redirectUrl: 'https://example.com/thanks?a=1' })

    const made = await submit(path, { ...guest, start: '2030-01-11T10:00:00Z' })

    expect(made.headers.get('location')).toBe('https://example.com/thanks?a=1')
    expect((await open(path)).headers.get('content-security-policy')).toContain(
      "form-action 'self' https://example.com;",
    )
  })

  test('sends a request where the host confirms, and seats one address once', async () => {
    const asking = await makePage(app, { slug: 'request', requiresConfirmation: true })
    const made = await submit(asking, { ...guest, start: '2030-01-14T10:00:00Z' })
    expect(wordsOf(await open(made.headers.get('location') ?? ''))).toContain('Request sent')

    const seated = await makePage(app, { slug: 'class', seats: 3 })
    const seat = { ...guest, start: '2030-01-15T10:00:00Z' }
    expect((await submit(seated, seat)).status).toBe(303)
    const twice = await submit(seated, seat)
    expect(twice.status).toBe(409)
    expect(twice.text).toMatch(/id="f-email-error">grace@example.com already has a seat/)
    expect(wordsOf(await open(`${seated}?date=2030-01-15`))).toContain('11:00 2 seats left')
  })
})

describe('the guest’s page', () => {
  const book = async (start: string): Promise<string> => {
    const path = await makePage(app, { slug: `mine-${start.slice(5, 10)}`, title: 'My call' })
    const made = await submit(path, { ...guest, start })
    return new URL(made.headers.get('location') ?? '', app.url).pathname
  }

  test('moves a booking by links and a form', async () => {
    const page = await book('2030-01-16T10:00:00Z')
    const choose = await open(`${page}/reschedule?date=2030-01-16`)
    expect(choose.text).toContain('start=2030-01-16T10:00:00Z')

    const moved = await submit(`${page}/reschedule`, { start: '2030-01-17T11:00:00Z', reason: 'Train' })

    expect(moved.headers.get('location')).toBe(`${page}?moved=1`)
    expect(wordsOf(await open(`${page}?moved=1`))).toContain('Thursday, 17 January 2030 06:00–06:30')
    const taken = await submit(`${page}/reschedule`, { start: '2030-01-19T11:00:00Z', reason: 'Plane' })
    expect(taken.status).toBe(409)
    expect(taken.text).toContain('Plane</textarea>')
  })

  test('cancels after asking once more, and is gone afterwards', async () => {
    const page = await book('2030-01-18T10:00:00Z')
    expect(wordsOf(await open(`${page}/cancel`))).toContain('Cancel this booking?')

    const cancelled = await submit(`${page}/cancel`, { reason: 'Ill' })
    expect(wordsOf(cancelled)).toContain('Your booking is cancelled')

    const gone = await open(page)
    expect(gone.status).toBe(410)
    expect(wordsOf(gone)).toContain('This booking was cancelled')
    expect(gone.headers.get('cache-control')).toBe('no-store')
  })

  test('is unknown without its secret', async () => {
    const { status, headers } = await open('/booking/not-a-token')

    expect([status, headers.get('referrer-policy')]).toEqual([404, 'no-referrer'])
  })
})
