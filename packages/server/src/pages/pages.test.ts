import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorCodes } from '../errors.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { makePage, visitor, wordsOf } from '../testing/visitor.ts'
import { errorTexts } from './error-texts.ts'
import { html, jsonScript, webAddress } from './html.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ ownerTimezone: 'Europe/Berlin' })
})
afterAll(() => app.close())
const open: ReturnType<typeof visitor>['open'] = (...asked) => visitor(app).open(...asked)

describe('markup', () => {
  test('escapes every value, in text, attributes and data', () => {
    const evil = `<img src=x onerror="alert('&')">`

    expect(html`<p title="${evil}">${[evil]}</p>`.text).not.toContain('<img')
    expect(html`<a title='${evil}'>`.text).not.toContain(`('`)
    expect(jsonScript('state', { evil: '</script><!--' }).text).not.toContain('</script><!--')
  })

  test('takes nothing but the web for an address', () => {
    expect(webAddress('javascript:alert(1)')).toBeNull()
    expect(webAddress(' https://example.com')).toBeNull()
    expect(webAddress('https://example.com/a b')).toBe('https://example.com/a%20b')
  })
})

describe('the profile', () => {
  test('lists public event types and hides the others', async () => {
    await makePage(app, { title: 'Talk & <b>tea</b>', slug: 'tea', description: 'Bring <script>' })
    await makePage(app, { title: 'Hidden talk', slug: 'hidden', visibility: 'unlisted' })

    const { status, text } = await open('/ada')

    expect(status).toBe(200)
    expect(text).toContain('Talk &amp; &lt;b&gt;tea&lt;/b&gt;')
    expect(text).not.toContain('Hidden talk')
  })

  test('is a helpful 404 that no search engine keeps, for a name nobody has', async () => {
    const { status, text, headers } = await open('/nobody-has-this')

    expect(status).toBe(404)
    expect(wordsOf({ text })).toContain('Ask whoever gave it to you for the current link')
    expect(text).toContain('<meta name="robots" content="noindex">')
    expect(headers.get('content-type')).toContain('text/html')
  })

  test('answers programs in their language', async () => {
    const { status, headers } = await open('/nobody-has-this', { accept: '*/*' })

    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })
})

describe('the booking page', () => {
  test('comes with the first month inside, in the guest’s zone and clock, and small', async () => {
    const { text, headers } = await open(`/ada/30min?timezone=America/New_York`)

    expect(wordsOf({ text })).toMatch(/January 2030 .*Monday 7 January 03:00 03:30/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(text).not.toMatch(/ style="|<style|javascript:|onclick/)
    expect(Buffer.byteLength(text)).toBeLessThan(60_000)
  })

  test('begins where the first opening is, and leads there from an empty month', async () => {
    const path = await makePage(app, {
      slug: 'later',
      window: { kind: 'range', start: '2030-09-02', end: '2030-09-03' },
    })

    expect(wordsOf(await open(path))).toContain('September 2030')
    expect((await open(`${path}?month=2030-02`)).text).toContain(`href="${path}?date=2030-09-02"`)
  })

  test('writes twelve hours where people read them', async () => {
    const { text } = await open('/ada/30min', { 'accept-language': 'en-US' })

    expect(wordsOf({ text })).toContain('9:00 AM')
  })

  test('tells apart the hours that a clock shows twice', async () => {
    const schedule = await app.post('/schedules', {
      name: 'Nights',
      timezone: 'Europe/Berlin',
      weekly: [{ days: ['sun'], start: '00:00', end: '06:00' }],
    })
    const path = await makePage(app, {
      slug: 'night',
      durationMinutes: 60,
      scheduleId: schedule.body.id,
      window: { kind: 'unlimited' },
    })

    const { text } = await open(`${path}?date=2030-10-27`)

    expect(wordsOf({ text })).toMatch(/02:00 GMT\+2 02:00 GMT\+1/)
  })

  test('fills in what its address says, and keeps it on the way', async () => {
    const { text } = await open('/ada/30min?name=Eve&email=eve@example.com&date=2030-01-09')

    expect(text).toContain('href="/ada/30min?name=Eve&amp;email=eve%40example.com&amp;start=2030-01-09T')
    expect(text).toMatch(/name="name"[^>]*value="Eve"/)
  })

  test('is found in capital letters too', async () => {
    expect((await open('/Ada/30MIN?month=2030-02')).headers.get('location')).toBe('/ada/30min?month=2030-02')
  })

  test('ignores nonsense in its address', async () => {
    for (const query of ['month=2030-13', 'date=x', 'start=x', 'duration=-1', 'timezone=Mars/Base', 'month=9999-12'])
      expect((await open(`/ada/30min?${query}`)).status, query).toBe(200)
  })
})

describe('errors', () => {
  test('each code has a page that says what it means and what to do', async () => {
    for (const code of errorCodes) {
      expect(errorTexts[code]?.cause.length, code).toBeGreaterThan(20)
      expect(errorTexts[code]?.cure.length, code).toBeGreaterThan(10)
      const { status, text } = await open(`/errors/${code.replaceAll('_', '-')}`)
      expect([status, text.includes(`<code>${code}</code>`)], code).toEqual([200, true])
    }
  })

  test('the problem’s type leads there', async () => {
    const problem = await app.get('/bookings/bk_nothing')

    expect((await open(new URL(problem.body.type).pathname)).status).toBe(200)
  })

  test('are pages for people wherever they get lost', async () => {
    for (const path of ['/a/b/c', '/assets/nothing.js', '/%E0%A4%A', '/help']) {
      const { status, text, headers } = await open(path)
      expect(status, path).toBeGreaterThanOrEqual(400)
      expect(status, path).toBeLessThan(500)
      expect(text, path).toContain('<!doctype html>')
      expect(headers.get('content-security-policy'), path).toBeTruthy()
    }
    expect((await open('/api/v1/nothing')).headers.get('content-type')).toBe('application/problem+json')
  })
})
