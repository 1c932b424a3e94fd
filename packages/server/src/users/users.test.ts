import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const grace = { email: 'Grace@example.com', name: 'Grace Hopper', timezone: 'America/New_York' }
const range = 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z'

describe('members', () => {
  test('are added at once and can be booked', async () => {
    const member = await app.post('/organization/members', { ...grace, signIn: false })
    const type = await app.post('/event-types', { title: 'Call', durationMinutes: 60, ownerId: member.body.id })
    const slots = await app.get(`/event-types/${type.body.id}/slots?${range}`)

    expect(member).toMatchObject({ status: 201, body: { username: 'grace-hopper', role: 'member', signIn: false } })
    expect(slots.body.data[0].start).toBe('2030-01-08T14:00:00.000Z')
  })

  test('have one account an address, whatever its case', async () => {
    const again = await app.post('/organization/members', { ...grace, email: 'grace@EXAMPLE.com' })

    expect(again).toMatchObject({ status: 409, body: { code: 'email_taken' } })
  })

  test('keep reserved addresses free', async () => {
    const answer = await app.post('/organization/members', { ...grace, email: 'x@example.com', username: 'api' })

    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/username', code: 'reserved' }] } })
  })

  test('who are suspended offer nothing, and say so', async () => {
    const member = await app.post('/organization/members', { ...grace, email: 'sus@example.com' })
    const type = await app.post('/event-types', { title: 'Call', durationMinutes: 60, ownerId: member.body.id })
    await app.post(`/organization/members/${member.body.id}/suspend`)
    const slots = await app.get(`/event-types/${type.body.id}/slots?${range}`)
    const booked = await app.post('/bookings', { eventTypeId: type.body.id, start: '2030-01-08T14:00:00Z', guest })
    await app.post(`/organization/members/${member.body.id}/reactivate`)
    const after = await app.get(`/event-types/${type.body.id}/slots?${range}`)

    expect(slots.body).toMatchObject({ data: [], reason: 'host_inactive' })
    expect(booked.status).toBe(409)
    expect(after.body.data).toHaveLength(8)
  })

  test('can be found by an id of the caller’s own', async () => {
    await app.post('/organization/members', { ...grace, email: 'ext@example.com', externalId: 'hr-7' })
    const found = await app.get('/organization/members/ext:hr-7')
    const twice = await app.post('/organization/members', { ...grace, email: 'ext2@example.com', externalId: 'hr-7' })

    expect(found.body.email).toBe('ext@example.com')
    expect(twice).toMatchObject({ status: 409, body: { code: 'external_id_taken' } })
  })

  test('always have an owner among them', async () => {
    const demoted = await app.patch(`/organization/members/${app.ownerId}`, { role: 'member' })
    const suspended = await app.post(`/organization/members/${app.ownerId}/suspend`)

    expect(demoted).toMatchObject({ status: 409, body: { code: 'last_owner' } })
    expect(suspended).toMatchObject({ status: 409, body: { code: 'last_owner' } })
  })
})

describe('an invitation', () => {
  test('makes a member of whoever holds the link, once', async () => {
    await app.post('/organization/invitations', { email: 'invited@example.com', role: 'admin' })
    await app.settle()
    const list = await app.get('/mail?to=invited@example.com')
    const mail = await app.get(`/mail/${list.body.data[0].id}`)
    const token = /invitations\/(\w+)/.exec(mail.body.text)?.[1]
    const details = { name: 'Ivy Invited', timezone: 'Europe/Paris', password: 'a long enough one' }
    const accepted = await app.post(`/public/invitations/${token}/accept`, details, { authorization: '' })
    const again = await app.post(`/public/invitations/${token}/accept`, details, { authorization: '' })
    const unknown = await app.post('/public/invitations/nope/accept', details, { authorization: '' })

    expect(accepted).toMatchObject({ status: 201, body: { role: 'admin', email: 'invited@example.com' } })
    expect([again.status, unknown.status]).toEqual([410, 404])
  })

  test('expires, and can be taken back', async () => {
    const one = await app.post('/organization/invitations', { email: 'late@example.com' })
    const two = await app.post('/organization/invitations', { email: 'revoked@example.com' })
    await app.delete(`/organization/invitations/${two.body.id}`)
    await app.travel('2030-01-22T08:00:01Z')
    const list = await app.get('/organization/invitations')
    const states = Object.fromEntries(list.body.data.map((row: { id: string; state: string }) => [row.id, row.state]))

    expect(states[one.body.id]).toBe('expired')
    expect(states[two.body.id]).toBe('revoked')
  })
})

describe('an API key', () => {
  test('may do what its scopes say, and a 403 names the one it lacks', async () => {
    const made = await app.post('/api-keys', { name: 'reader', scopes: ['bookings:read'] })
    const bearer = { authorization: `Bearer ${made.body.key}` }
    const read = await app.get('/bookings', bearer)
    const write = await app.post('/bookings', {}, bearer)
    const listed = await app.get('/api-keys')

    expect(made.body.key).toMatch(/^lm_live_[0-9A-Za-z]{36}$/)
    expect(read.status).toBe(200)
    expect(write).toMatchObject({ status: 403, body: { code: 'scope_missing', missingScope: 'bookings:write' } })
    expect(JSON.stringify(listed.body)).not.toContain(made.body.key)
  })

  test('stops at once when it is revoked, and stays listed', async () => {
    const made = await app.post('/api-keys', { name: 'gone' })
    const bearer = { authorization: `Bearer ${made.body.key}` }
    const before = await app.get('/me', bearer)
    await app.delete(`/api-keys/${made.body.id}`)
    const after = await app.get('/me', bearer)
    const listed = await app.get('/api-keys')

    expect([before.status, after.status]).toEqual([200, 401])
    expect(after.headers.get('www-authenticate')).toBe('Bearer')
    expect(listed.body.data.find((key: { id: string }) => key.id === made.body.id).revokedAt).not.toBeNull()
  })

  test('expires', async () => {
    const made = await app.post('/api-keys', { name: 'short', expiresAt: '2030-02-01T00:00:00Z' })
    await app.travel('2030-02-01T00:00:00Z')

    expect((await app.get('/me', { authorization: `Bearer ${made.body.key}` })).status).toBe(401)
  })

  test('with a typo is told so before anything is looked up', async () => {
    const typo = `${app.apiKey.slice(0, -1)}${app.apiKey.endsWith('a') ? 'b' : 'a'}`

    expect(await app.get('/me', { authorization: `Bearer ${typo}` })).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    })
  })
})
