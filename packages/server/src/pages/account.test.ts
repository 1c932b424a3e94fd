import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mails } from '../email/model.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { cookieOf, makePage, visitor, wordsOf } from '../testing/visitor.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ ownerTimezone: 'Europe/Berlin' })
})
afterAll(() => app.close())
const open: ReturnType<typeof visitor>['open'] = (...asked) => visitor(app).open(...asked)
const submit: ReturnType<typeof visitor>['submit'] = (...sent) => visitor(app).submit(...sent)

const guest = { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' }

describe('the account', () => {
  const latestMail = async (subject: string): Promise<string> => {
    await app.settle()
    const list = await app.get('/mail?limit=100')
    const mail = list.body.data.find((one: { subject: string }) => one.subject.includes(subject))
    return (await app.get(`/mail/${mail.id}`)).body.text
  }
  const signIn = async (): Promise<string> => {
    await submit('/dashboard/sign-in', { email: 'ada@example.com' })
    const [, token = ''] = /sign-in\?token=(\w+)/.exec(await latestMail('Sign in to')) ?? []
    return cookieOf((await submit('/dashboard/sign-in', { token })).headers)
  }

  test('is entered by a mailed link that works on a press, once, and leads back', async () => {
    const away = await open('/dashboard/bookings/bk_1')
    const ask = await open(away.headers.get('location') ?? '')
    const next = cookieOf(ask.headers)
    expect((await submit('/dashboard/sign-in', { email: 'ada@example.com' })).headers.get('location')).toContain(
      'sent=1',
    )
    const [, link = '', token = ''] = /(\/dashboard\/sign-in\?token=(\w+))/.exec(await latestMail('Sign in to')) ?? []

    // A scanner that follows the link does not use it up.
    for (let i = 0; i < 2; i++) expect((await open(link)).text).toContain(`value="${token}"`)
    const entered = await submit('/dashboard/sign-in', { token }, { cookie: next })

    expect(entered.headers.get('location')).toBe('/dashboard/bookings/bk_1')
    expect(entered.headers.getSetCookie().join()).toMatch(/lm_session=\w+;.*httponly/i)
    const dashboard = await open('/dashboard', { cookie: cookieOf(entered.headers) })
    expect(wordsOf(dashboard)).toContain('Your bookings')
    const again = await submit('/dashboard/sign-in', { token })
    expect(again.status).toBe(410)
    expect(wordsOf(again)).toContain('was used or has expired')
  })

  test('leads back to the dashboard only', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/dashboard@evil.example',
      '/dashboard/../x',
      '/\\evil',
    ]) {
      const { headers } = await open(`/dashboard/sign-in?next=${encodeURIComponent(next)}`)
      expect(cookieOf(headers), next).toContain('lm_next=/dashboard')
      expect(cookieOf(headers).length, next).toBeLessThan('lm_next=/dashboard; '.length)
    }
  })

  test('takes a password, and says no to a wrong one', async () => {
    const cookie = await signIn()
    await fetch(`${app.url}/api/v1/me/password`, {
      method: 'POST',
      headers: { cookie, origin: app.url, 'content-type': 'application/json' },
      body: JSON.stringify({ password: 'correct horse' }),
    })
    const fields = { with: 'password', email: 'ada@example.com' }

    const wrong = await submit('/dashboard/sign-in', { ...fields, password: 'battery staple' })
    expect(wrong.status).toBe(401)
    expect(wrong.text).not.toContain('battery staple')
    expect((await submit('/dashboard/sign-in', { ...fields, password: 'correct horse' })).status).toBe(303)
  })

  test('refuses forms of other sites', async () => {
    const cookie = await signIn()
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }

    expect((await submit('/dashboard/sign-out', {}, { cookie, ...evil })).status).toBe(403)
    expect((await submit('/dashboard/sign-in', { token: 'x' }, evil)).status).toBe(403)
    expect((await submit('/dashboard/bookings/bk_1/cancel', {}, { cookie, ...evil })).status).toBe(403)
    expect((await open('/dashboard', { cookie })).status).toBe(200)
  })

  test('answers requests, cancels, notes no-shows', async () => {
    const cookie = await signIn()
    const path = await makePage(app, { slug: 'decide', requiresConfirmation: true })
    const ids: string[] = []
    for (const start of ['2030-01-21T10:00:00Z', '2030-01-21T11:00:00Z']) {
      const made = await app.post(`/public/users${path}/bookings`, { start, guest: { ...guest, name: '<i>Grace' } })
      ids.push(made.body.uid.split('@')[0])
    }
    const list = await open('/dashboard?view=requests', { cookie })
    expect(list.text).toContain('&lt;i&gt;Grace')
    const act = (id: string | undefined, verb: string, fields = {}) =>
      submit(`/dashboard/bookings/${id}/${verb}`, fields, { cookie })

    expect((await act(ids[0], 'confirm')).status).toBe(303)
    expect((await act(ids[1], 'decline', { reason: 'Full' })).status).toBe(303)
    expect((await app.get(`/bookings/${ids[0]}`)).body.status).toBe('confirmed')
    expect(wordsOf(await open(`/dashboard/bookings/${ids[1]}`, { cookie }))).toMatch(/Declined.*Full/)
    expect((await act(ids[0], 'cancel')).status).toBe(303)
    expect((await act(ids[0], 'no-show', { noShow: 'true' })).status).toBe(409)
    expect((await open('/dashboard/bookings/bk_nothing', { cookie })).status).toBe(404)
  })

  test('is joined by invitation, and signed in at once', async () => {
    await app.post('/organization/invitations', { email: 'new@example.com' })
    const [, path = ''] = /(\/invitations\/\w+)/.exec(await latestMail('invites you')) ?? []
    expect(wordsOf(await open(path))).toContain('You will sign in as new@example.com')
    const fields = { name: 'New Person', timezone: 'Asia/Tokyo' }

    expect((await submit(path, { ...fields, password: 'short' })).text).toMatch(/f-password-error">.*10 characters/)
    const joined = await submit(path, fields)

    const dashboard = await open('/dashboard', { cookie: cookieOf(joined.headers) })
    expect(wordsOf(dashboard)).toContain('New Person')
    expect((await open(path)).status).toBe(410)
  })

  test('is left by signing out', async () => {
    const cookie = await signIn()

    await submit('/dashboard/sign-out', {}, { cookie })

    expect((await open('/dashboard', { cookie })).headers.get('location')).toBe('/dashboard/sign-in?next=%2Fdashboard')
  })
})

test('where sign-up is open, a mailed link opens an account', async () => {
  const other = await startTestApp({ env: { LETSMEET_SIGN_UP: 'open' } })
  const { submit } = visitor(other)
  const fields = { name: 'Radia Perlman', email: 'radia@example.com', timezone: 'America/New_York' }

  expect((await submit('/dashboard/sign-up', { ...fields, timezone: 'Mars' })).text).toContain('f-timezone-error')
  expect((await submit('/dashboard/sign-up', fields)).status).toBe(303)
  await other.settle()
  const stored = await other.services.db.read.select().from(mails)
  const [, token = ''] = /token=(\w+)/.exec(stored.find((one) => one.kind === 'sign_up')?.text ?? '') ?? []
  const entered = await submit('/dashboard/sign-in', { token })

  expect(entered.headers.get('location')).toBe('/dashboard')
  expect((await visitor(other).open('/radia-perlman/30min')).status).toBe(200)
  expect((await open('/dashboard/sign-up')).status).toBe(403)
  await other.close()
})

test('guessing passwords is slow', async () => {
  const other = await startTestApp({ env: { LETSMEET_RATE_LIMITS: 'on' } })
  const guess = () => visitor(other).submit('/dashboard/sign-in', { with: 'password', email: 'a@b.co', password: 'x' })

  const statuses: number[] = []
  for (let i = 0; i < 21; i++) statuses.push((await guess()).status)

  expect([statuses[0], statuses.at(-1)]).toEqual([401, 429])
  await other.close()
})
