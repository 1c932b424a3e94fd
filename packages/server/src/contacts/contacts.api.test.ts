import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertKey } from '../api-keys/service.ts'
import type { Context } from '../context.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addOrganization, addSolo, booked, good, someone } from '../testing/factories.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

async function memberKey(userId: string): Promise<Record<string, string>> {
  const { organization } = (await app.get('/me')).body
  const ctx: Context = {
    ...app.services,
    actor: { type: 'system', id: 'tests' },
    organizationId: organization.id,
    source: 'api',
    scopes: ['*'],
    plan: 'enterprise',
  }
  const made = await app.services.db.transaction((tx) => insertKey(tx, ctx, userId, { name: 'Theirs', scopes: ['*'] }))
  return { authorization: `Bearer ${made.key}` }
}

const add = async (userId: string, fields: object) =>
  (await good(app.post('/contacts', { userId, ...fields }), 201)).body
const names = (answer: { body: { data: { name: string }[] } }) => answer.body.data.map((one) => one.name)

describe('a contact', () => {
  test('added by hand is as it was written, and another with the address is refused', async () => {
    const host = await addHost(app)
    const fields = {
      email: 'Grace@Example.com',
      name: 'Grace Hopper',
      phone: '+1 202 555 0143',
      company: 'Harbour',
      timezone: 'America/New_York',
      about: 'Likes clocks.\nAnd ships.',
      tags: ['VIP', 'Berlin', 'vip'],
      externalId: 'crm-hand',
    }

    const made = await add(host.id, fields)
    const again = await app.post('/contacts', { userId: host.id, email: 'GRACE@example.com' })

    expect(made).toMatchObject({
      ...fields,
      tags: ['vip', 'Berlin'],
      source: 'manual',
      bookingCount: 0,
      userId: host.id,
    })
    expect((await app.get('/contacts/ext:crm-hand')).body).toMatchObject(made)
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'email_taken', contactId: made.id, errors: [{ pointer: '#/email' }] },
    })
  })

  test('is found by the whole address, in any case of letters, and by no part of one', async () => {
    const host = await addHost(app)
    const made = await add(host.id, { email: 'whole.address@example.com', name: 'Whole' })
    const ids = async (email: string) =>
      (await app.get(`/contacts?email=${email}`)).body.data.map((one: { id: string }) => one.id)

    expect(await ids('Whole.Address@EXAMPLE.com')).toEqual([made.id])
    expect(await ids('address@example.com')).toEqual([])
  })

  test('changes by a merge patch, and tells what it was', async () => {
    const host = await addHost(app)
    const made = await add(host.id, { email: 'a@example.com', name: 'A', company: 'B', tags: ['x'] })

    const changed = await good(
      app.patch(`/contacts/${made.id}`, { company: null, email: 'b@example.com', tags: ['y'] }),
      200,
    )

    expect(changed.body).toMatchObject({ name: 'A', company: null, email: 'b@example.com', tags: ['y'] })
    expect((await app.get('/events?type=contact.updated')).body.data[0]).toMatchObject({
      subjectId: made.id,
      previous: { company: 'B', email: 'a@example.com', tags: ['x'] },
    })
  })

  test('can neither take another’s address nor another’s external id', async () => {
    const host = await addHost(app)
    const first = await add(host.id, { email: 'one@example.com', externalId: 'crm-one' })
    const second = await add(host.id, { email: 'two@example.com' })

    const email = await app.patch(`/contacts/${second.id}`, { email: 'ONE@example.com' })
    const external = await app.patch(`/contacts/${second.id}`, { externalId: 'crm-one' })
    const made = await app.post('/contacts', { userId: host.id, email: 'three@example.com', externalId: 'crm-one' })

    expect(email).toMatchObject({ status: 409, body: { code: 'email_taken', contactId: first.id } })
    expect([external.body.code, made.body.code]).toEqual(['external_id_taken', 'external_id_taken'])
  })

  test('changed to what it is tells nothing', async () => {
    const host = await addHost(app)
    const made = await add(host.id, { email: 'same@example.com', name: 'Same' })

    await good(app.patch(`/contacts/${made.id}`, { name: 'Same' }), 200)

    const facts = (await app.get('/events?type=contact.updated')).body.data
    expect(facts.filter((fact: { subjectId: string }) => fact.subjectId === made.id)).toEqual([])
  })

  test('in the archive leaves the list, stays there when it books, and comes back', async () => {
    const { host, typeId } = await addSolo(app)
    const guest = someone()
    const [id] = (await booked(app, typeId, '2030-02-04T09:00Z', { guest })).body.contactIds
    const ids = async (query: string) =>
      (await app.get(`/contacts?userId=${host.id}${query}`)).body.data.map((one: { id: string }) => one.id)

    await good(app.post(`/contacts/${id}/archive`), 200)
    await good(app.post(`/contacts/${id}/archive`), 200)
    await booked(app, typeId, '2030-02-04T10:00Z', { guest })
    const away = [await ids(''), await ids('&archived=true')]
    await good(app.post(`/contacts/${id}/restore`), 200)

    expect(away).toEqual([[], [id]])
    expect([await ids(''), await ids('&archived=true')]).toEqual([[id], []])
  })

  test.each([
    ['no address', {}, '#/email'],
    ['an address that is none', { email: 'nobody' }, '#/email'],
    ['a zone that is none', { email: 'z@example.com', timezone: '+02:00' }, '#/timezone'],
    ['a control character in the name', { email: 'z@example.com', name: 'a\u0000b' }, '#/name'],
    ['too many tags', { email: 'z@example.com', tags: Array.from({ length: 51 }, (_, i) => `t${i}`) }, '#/tags'],
    ['a field it does not have', { email: 'z@example.com', bookingCount: 3 }, '#/bookingCount'],
  ])('is refused with %s', async (_, body, pointer) => {
    const answer = await app.post('/contacts', body)

    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } })
  })

  test.each(['=1+1', '<script>alert(1)</script>', '@SUM(A1)', '\u202dDr. Who'.slice(1)])(
    'is called “%s” and nothing happens',
    async (name) => {
      const host = await addHost(app)

      const made = await add(host.id, { email: 'f@example.com', name })

      expect((await app.get(`/contacts/${made.id}`)).body.name).toBe(name)
    },
  )
})

describe('a member', () => {
  test('sees and changes their own contacts only', async () => {
    const [host, other] = [await addHost(app), await addHost(app)]
    const key = await memberKey(host.id)
    const mine = await add(host.id, { email: 'mine@example.com' })
    const theirs = await add(other.id, { email: 'theirs@example.com' })

    const list = await app.get('/contacts', key)
    const filtered = await app.get(`/contacts?userId=${other.id}`, key)
    const answers = await Promise.all([
      app.get(`/contacts/${theirs.id}`, key),
      app.patch(`/contacts/${theirs.id}`, { name: 'X' }, key),
      app.get(`/contacts/${theirs.id}/timeline`, key),
      app.post(`/contacts/${theirs.id}/notes`, { text: 'X' }, key),
      app.post(`/contacts/${theirs.id}/archive`, {}, key),
    ])
    const forOthers = await app.post('/contacts', { userId: other.id, email: 'new@example.com' }, key)

    expect(list.body.data.map((one: { id: string }) => one.id)).toEqual([mine.id])
    expect(filtered.body.data.map((one: { id: string }) => one.id)).toEqual([mine.id])
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404])
    expect(forOthers.status).toBe(403)
  })

  test('of another organization is nobody here', async () => {
    const elsewhere = await addOrganization(app)
    await good(app.post('/contacts', { email: 'hidden@example.com', name: 'Hidden' }, elsewhere.headers), 201)

    const byUser = await app.get(`/contacts?userId=${elsewhere.ownerId}`)
    const byWord = await app.get('/contacts?q=hidden')

    expect([byUser.body.data, byWord.body.data]).toEqual([[], []])
  })
})

describe('the list', () => {
  let userId: string

  beforeAll(async () => {
    userId = (await addHost(app)).id
    await add(userId, {
      email: 'zoe.mueller@bigcorp.example',
      name: 'Zoë Müller',
      company: 'Straße GmbH',
      tags: ['VIP'],
    })
    await add(userId, { email: 'anna@small.example', name: 'Anna Müller', tags: ['vip lounge'] })
    await add(userId, { email: 'ada@bigcorp.example', name: 'ada Lovelace' })
    await add(userId, { email: 'nameless@nowhere.example' })
    await add(userId, { email: 'oskar@small.example', name: 'Øskar', company: 'Bäckerei' })
  })

  const ask = (query: string) => app.get(`/contacts?userId=${userId}&sort=name&${query}`)

  test.each([
    ['q=MULLER', ['Anna Müller', 'Zoë Müller']],
    ['q=müll zo', ['Zoë Müller']],
    ['q=bigcorp', ['ada Lovelace', 'Zoë Müller']],
    ['q=zoe.mueller@bigcorp.example', ['Zoë Müller']],
    ['q=strasse', ['Zoë Müller']],
    ['q=osk', ['Øskar']],
    ['q=backer', ['Øskar']],
    ['q=vip', ['Anna Müller', 'Zoë Müller']],
    ['tag=vip', ['Zoë Müller']],
    ['tag=vip&q=anna', []],
    ['q=nobody', []],
    ['q=%25', []],
    ['q=%20', ['ada Lovelace', 'Anna Müller', null, 'Øskar', 'Zoë Müller']],
  ])('finds by %s', async (query, found) => {
    expect(names(await ask(query))).toEqual(found)
  })

  test.each(['name', '-lastMet', 'nextMeeting', '-created'])('is the same in pages as in one, by %s', async (sort) => {
    const whole = await app.get(`/contacts?userId=${userId}&sort=${sort}`)
    const ids: string[] = []
    let cursor = ''
    do {
      const page = await good(app.get(`/contacts?userId=${userId}&sort=${sort}&limit=2${cursor}`), 200)
      ids.push(...page.body.data.map((one: { id: string }) => one.id))
      cursor = page.body.nextCursor ? `&cursor=${page.body.nextCursor}` : ''
    } while (cursor)

    expect(ids).toEqual(whole.body.data.map((one: { id: string }) => one.id))
    expect(ids).toHaveLength(5)
  })

  test('refuses a cursor of another list, and one that nobody made', async () => {
    const { body } = await ask('limit=2')

    const other = await ask(`limit=2&tag=vip&cursor=${body.nextCursor}`)
    const wild = await Promise.all(
      ['x', 'W10', Buffer.from('["a",1,"\\u0000"]').toString('base64url')].map((cursor) => ask(`cursor=${cursor}`)),
    )

    expect(other).toMatchObject({ status: 400, body: { code: 'cursor_mismatch' } })
    expect(wild.map((answer) => answer.body.errors?.[0].code)).toEqual(Array(3).fill('invalid_cursor'))
  })

  test('filters by when somebody was met and will be', async () => {
    const clocked = await startTestApp({ now: '2030-01-07T08:00:00Z' })
    const { typeId } = await addSolo(clocked)
    const [past, both, ahead] = [someone(), someone(), someone()]
    await booked(clocked, typeId, '2030-01-08T09:00Z', { guest: past })
    await booked(clocked, typeId, '2030-01-09T09:00Z', { guest: both })
    await booked(clocked, typeId, '2030-01-15T09:00Z', { guest: both })
    await booked(clocked, typeId, '2030-01-20T09:00Z', { guest: ahead })
    await clocked.travel('2030-01-10T00:00:00Z')
    const found = async (query: string) => names(await good(clocked.get(`/contacts?${query}`), 200))

    const answers = [
      await found('sort=-lastMet'),
      await found('sort=nextMeeting'),
      await found('lastMet[gte]=2030-01-09T09:00:00Z'),
      await found('lastMet[lt]=2030-01-09T09:00:00Z'),
      await found('nextMeeting[gte]=2030-01-15T09:00:01Z'),
      await found('nextMeeting[lt]=2030-01-20T09:00:00Z'),
      await found('neverMet=true'),
      await found('source=manual'),
    ]

    await clocked.close()
    expect(answers).toEqual([
      [both.name, past.name, ahead.name],
      [both.name, ahead.name, past.name],
      [both.name],
      [past.name],
      [ahead.name],
      [both.name],
      [ahead.name],
      [],
    ])
  })
})
