import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ env: { LETSMEET_SIGN_UP: 'open' } })
})
afterAll(() => app.close())

const anonymous = { authorization: '' }
const cookieOf = (answer: { headers: Headers }) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

async function linkMailedTo(email: string): Promise<string> {
  await app.settle()
  const list = await app.get(`/mail?to=${encodeURIComponent(email)}&limit=1`)
  const mail = await app.get(`/mail/${list.body.data[0].id}`)
  return /token=(\w+)/.exec(mail.body.text)?.[1] ?? ''
}

async function signInAs(email: string): Promise<string> {
  await app.post('/public/magic-links', { email }, anonymous)
  const answer = await app.post('/public/sessions/magic-link', { token: await linkMailedTo(email) }, anonymous)
  return cookieOf(answer)
}

describe('signing in', () => {
  test('works once with a link from a mail, and sets a cookie that scripts cannot read', async () => {
    await app.post('/public/magic-links', { email: 'ADA@example.com ' }, anonymous)
    const token = await linkMailedTo('ada@example.com')
    const first = await app.post('/public/sessions/magic-link', { token }, anonymous)
    const again = await app.post('/public/sessions/magic-link', { token }, anonymous)

    expect(first.status).toBe(201)
    expect(first.headers.get('set-cookie')).toMatch(/httponly/i)
    expect(first.headers.get('set-cookie')).toMatch(/samesite=lax/i)
    expect(again).toMatchObject({ status: 410, body: { code: 'gone' } })
    const me = await app.get('/me', { ...anonymous, cookie: cookieOf(first) })
    expect(me.body.user.email).toBe('ada@example.com')
  })

  test('answers alike for an address without an account', async () => {
    const known = await app.post('/public/magic-links', { email: 'ada@example.com' }, anonymous)
    const unknown = await app.post('/public/magic-links', { email: 'nobody@example.com' }, anonymous)

    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  })

  test('works with a password once one is set, and never with a wrong one', async () => {
    const cookie = await signInAs('ada@example.com')
    const own = { ...anonymous, cookie, 'sec-fetch-site': 'same-origin' }
    const set = await app.post('/me/password', { password: 'correct horse battery' }, own)
    const right = await app.post(
      '/public/sessions',
      { email: 'ada@example.com', password: 'correct horse battery' },
      anonymous,
    )
    const wrong = await app.post('/public/sessions', { email: 'ada@example.com', password: 'correct horse' }, anonymous)
    const nobody = await app.post(
      '/public/sessions',
      { email: 'eve@example.com', password: 'correct horse' },
      anonymous,
    )

    expect([set.status, right.status, wrong.status]).toEqual([204, 201, 401])
    expect({ ...nobody.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
  })

  test('refuses a write with a cookie from another site', async () => {
    const cookie = await signInAs('ada@example.com')
    const forged = await app.patch('/me', { name: 'Eve' }, { ...anonymous, cookie, origin: 'https://evil.example' })
    const bare = await app.patch('/me', { name: 'Eve' }, { ...anonymous, cookie })
    const own = await app.patch('/me', { name: 'Ada L.' }, { ...anonymous, cookie, origin: app.url })

    expect([forged.status, bare.status, own.status]).toEqual([403, 403, 200])
  })

  test('lists sessions and ends one at once', async () => {
    const one = { ...anonymous, cookie: await signInAs('ada@example.com'), origin: app.url }
    const other = { ...anonymous, cookie: await signInAs('ada@example.com'), origin: app.url }
    const listed = await app.get('/sessions', one)
    const others = await app.get('/sessions', other)
    const ended = others.body.data.find((session: { current: boolean }) => session.current)
    await app.delete(`/sessions/${ended.id}`, one)

    expect(listed.body.data.filter((session: { current: boolean }) => session.current)).toHaveLength(1)
    expect((await app.get('/me', other)).status).toBe(401)
    expect((await app.get('/me', one)).status).toBe(200)
  })

  test('opens an account by mail where sign-up is open', async () => {
    const asked = await app.post(
      '/public/sign-up',
      { email: 'new@example.com', name: 'Nina New', timezone: 'Asia/Tokyo' },
      anonymous,
    )
    expect(asked.status).toBe(202)
    // The mail belongs to no organization yet, so only the database knows it.
    const { mails } = await import('../email/model.ts')
    const all = await app.services.db.read.select().from(mails)
    const token = /token=(\w+)/.exec(all.find((mail) => mail.toEmail === 'new@example.com')?.text ?? '')?.[1]
    const opened = await app.post('/public/sessions/magic-link', { token }, anonymous)
    const me = await app.get('/me', { ...anonymous, cookie: cookieOf(opened) })

    expect(me.body).toMatchObject({ user: { username: 'nina-new', role: 'owner' }, plan: 'free' })
    expect((await app.get('/public/users/nina-new', anonymous)).body.eventTypes).toHaveLength(1)
  })
})

test('sign-up is closed unless the operator opens it', async () => {
  const closed = await startTestApp()
  const answer = await closed.post('/public/sign-up', { email: 'x@example.com', name: 'X', timezone: 'UTC' }, anonymous)
  await closed.close()

  expect(answer).toMatchObject({ status: 403, body: { code: 'sign_up_closed' } })
})
