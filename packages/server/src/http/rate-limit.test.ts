import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertKey } from '../api-keys/service.ts'
import type { Context } from '../context.ts'
import { openAccount } from '../sessions/sign-up.ts'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ env: { LETSMEET_RATE_LIMITS: 'on' } })
})
afterAll(() => app.close())

let accounts = 0
async function accountOn({ services }: TestApp, plan: Context['plan']): Promise<string> {
  const email = `account${++accounts}@example.com`
  const ctx: Context = {
    ...services,
    actor: { type: 'system', id: 'test' },
    organizationId: '',
    source: 'api',
    scopes: ['*'],
    plan,
  }
  return services.db.transaction(async (tx) => {
    const owner = await openAccount(tx, ctx, { email, name: `Account ${accounts}`, timezone: 'UTC' }, plan)
    const inside = { ...ctx, organizationId: owner.organizationId }
    return (await insertKey(tx, inside, owner.id, { name: 'key', scopes: ['*'] })).key
  })
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

describe('a quota', () => {
  test('of the plan bounds keys and event types', async () => {
    const key = bearer(await accountOn(app, 'free'))
    const second = await app.post('/api-keys', { name: 'second' }, key)
    const types = []
    for (const title of ['One', 'Two', 'Three'])
      types.push(await app.post('/event-types', { title, durationMinutes: 30 }, key))

    expect(second).toMatchObject({
      status: 403,
      body: { code: 'plan_required', feature: 'apiKeys', plan: 'free', requiredPlan: 'pro' },
    })
    // The account opened with one event type, and the plan has three.
    expect(types.map((answer) => answer.status)).toEqual([201, 201, 403])
  })

  test('is told on every answer', async () => {
    const first = await app.get('/me')
    const second = await app.get('/nothing-here')

    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=3000;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=29\d\d;t=\d+$/)
    expect(second.status).toBe(404)
  })

  test('counts per key, refuses the next request, and refills evenly', async () => {
    const key = await accountOn(app, 'free')
    const answers = await Promise.all(Array.from({ length: 61 }, () => app.get('/me', bearer(key))))
    const refused = answers.filter((answer) => answer.status === 429)
    const other = await app.get('/me')
    await app.travel('2030-01-07T08:00:05Z')
    const later = await Promise.all(Array.from({ length: 6 }, () => app.get('/me', bearer(key))))

    expect(refused).toHaveLength(1)
    expect(refused[0]?.body).toMatchObject({ code: 'quota_exceeded', status: 429 })
    expect(refused[0]?.body.type).toMatch(/quota-exceeded$/)
    expect(refused[0]?.headers.get('retry-after')).toBe('1')
    expect(refused[0]?.headers.get('ratelimit')).toBe('"default";r=0;t=1')
    expect(other.status).toBe(200)
    // 60 a minute are one a second.
    expect(later.filter((answer) => answer.status === 200)).toHaveLength(5)
  })

  test('of guests counts per address', async () => {
    const answer = await app.get('/public/users/ada', { authorization: '' })

    expect(answer.headers.get('ratelimit-policy')).toBe('"default";q=600;w=60')
  })
})

describe('failed sign-in', () => {
  test('is limited per address, and never locks out who has the right key', async () => {
    const wrong = bearer(`lm_live_${'x'.repeat(36)}`)
    const answers = await Promise.all(Array.from({ length: 25 }, () => app.get('/me', wrong)))
    const right = await app.get('/me')

    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(20)
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(5)
    expect(right.status).toBe(200)
  })

  test('with a password stops being looked at after twenty guesses', async () => {
    const guess = () =>
      app.post('/public/sessions', { email: 'ada@example.com', password: 'guess' }, { authorization: '' })
    const statuses: number[] = []
    for (let i = 0; i < 21; i++) statuses.push((await guess()).status)

    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401))
    expect(statuses[20]).toBe(429)
  })
})

describe('an API key', () => {
  test('is refused from an address that its allow-list does not name', async () => {
    const inside = await app.post('/api-keys', { name: 'here', allowedIps: ['127.0.0.0/8', '::1'] })
    const outside = await app.post('/api-keys', { name: 'there', allowedIps: ['203.0.113.0/24'] })
    const wrong = await app.post('/api-keys', { name: 'nowhere', allowedIps: ['203.0.113.0/40'] })

    expect((await app.get('/me', bearer(inside.body.key))).status).toBe(200)
    expect(await app.get('/me', bearer(outside.body.key))).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/allowedIps/0' }] } })
  })

  test('is rolled with an overlap that never outlives its own expiry', async () => {
    const old = await app.post('/api-keys', { name: 'rolling', scopes: ['me:read'], expiresAt: '2030-01-07T20:00:00Z' })
    const rolled = await app.post(`/api-keys/${old.body.id}/roll`, { overlapSeconds: 3600 })
    const both = [await app.get('/me', bearer(old.body.key)), await app.get('/me', bearer(rolled.body.key))]
    await app.travel('2030-01-07T09:00:06Z')
    const after = [await app.get('/me', bearer(old.body.key)), await app.get('/me', bearer(rolled.body.key))]
    const again = await app.post(`/api-keys/${old.body.id}/roll`, {})

    expect(rolled.body).toMatchObject({ name: 'rolling', scopes: ['me:read'], expiresAt: '2030-01-07T20:00:00.000Z' })
    expect(both.map((answer) => answer.status)).toEqual([200, 200])
    expect(after.map((answer) => answer.status)).toEqual([401, 200])
    expect(again.status).toBe(409)
  })

  test('cannot be made to give more than its maker has', async () => {
    const small = await app.post('/api-keys', { name: 'small', scopes: ['api-keys:write', 'me:read'] })
    const wider = await app.post('/api-keys', { name: 'wide', scopes: ['bookings:write'] }, bearer(small.body.key))

    expect(wider).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  })
})

test('requests are logged with status, duration, key and id', async () => {
  const refused = await app.post('/bookings', { eventTypeId: app.eventTypeId, start: 'soon', guest })
  await app.settle()
  const found = await app.get(`/logs/${refused.headers.get('request-id')}`)
  const list = await app.get('/logs?status=4xx&method=POST&path=/api/v1/bookings')

  expect(found.body).toMatchObject({
    method: 'POST',
    path: '/api/v1/bookings',
    status: 400,
    code: 'invalid_request',
    actor: { type: 'api_key' },
  })
  expect(found.body.durationMs).toBeGreaterThan(0)
  expect(list.body.data.map((row: { id: string }) => row.id)).toContain(found.body.id)
})
