import { connect } from 'node:net'
import { eq } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { insertKey } from '../api-keys/service.ts'
import type { Context } from '../context.ts'
import { events } from '../events/model.ts'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import { addOrganization } from '../testing/factories.ts'
import { endpoints, queues } from '../webhooks/model.ts'
import { pruneListenSessions } from './service.ts'
import { openStream } from './stream.ts'

interface Message {
  id: number | null
  event: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into data of every shape.
  data: any
}

let app: TestApp
let hour = 0

beforeAll(async () => {
  app = await startTestApp()
  await app.patch(`/event-types/${app.eventTypeId}`, { window: { kind: 'unlimited' } })
})
afterAll(() => app.close())
beforeEach(() => app.pass('2030-01-07T08:00:00Z'))

const begin = async (body: object = { eventTypes: ['booking.*'] }) => {
  const made = await app.post('/listen-sessions', body)
  expect(made.status).toBe(201)
  return made.body
}
const book = async () => {
  const start = new Date(Date.UTC(2030, 0, 8 + Math.floor(hour / 8) * 7, 9 + (hour++ % 8))).toISOString()
  const made = await app.post('/bookings', { eventTypeId: app.eventTypeId, start, guest })
  expect(made.status).toBe(201)
  return made.body
}
const ended = async (messages: AsyncGenerator<Message>) => (await messages.next()).done === true

/** Connects as a program would; messages are asked for one by one. */
async function listen(id: string, headers: Record<string, string> = {}, query = '') {
  const hangUp = new AbortController()
  const response = await fetch(`${app.url}/api/v1/listen-sessions/${id}/stream${query}`, {
    headers: { authorization: `Bearer ${app.apiKey}`, 'accept-encoding': 'gzip', ...headers },
    signal: hangUp.signal,
  })
  return { response, messages: messagesOf(response), hangUp: () => hangUp.abort() }
}

async function* messagesOf(response: Response): AsyncGenerator<Message> {
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) if (!part.startsWith(':')) yield messageOf(part)
  }
}

function messageOf(text: string): Message {
  const fields = new Map(
    text.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const id = fields.get('id')
  return {
    id: id === undefined ? null : Number(id),
    event: fields.get('event') ?? '',
    data: JSON.parse(fields.get('data') ?? ''),
  }
}

async function take(messages: AsyncGenerator<Message>, count: number): Promise<Message[]> {
  const taken: Message[] = []
  while (taken.length < count) {
    const next = await messages.next()
    if (next.done) throw new Error(`The stream ended after ${taken.length} messages.`)
    taken.push(next.value)
  }
  return taken
}

const sentSeqOf = async (id: string) => {
  const [row] = await app.services.db.read.select().from(queues).where(eq(queues.endpointId, id))
  return row?.sentSeq
}
const seenAtOf = async (id: string) => {
  const [row] = await app.services.db.read.select().from(endpoints).where(eq(endpoints.id, id))
  return row?.seenAt
}
/** What was sent is noted when the caller is gone; whoever comes back without saying where waits for that in life, too. */
const noted = (id: string, seq: number) => expect.poll(() => sentSeqOf(id)).toBe(seq)

async function anotherKey(): Promise<{ id: string; headers: { authorization: string } }> {
  const me = (await app.get('/me')).body
  const ctx: Context = {
    ...app.services,
    actor: { type: 'system', id: 'tests' },
    organizationId: me.organization.id,
    source: 'api',
    scopes: ['*'],
    plan: 'enterprise',
  }
  const made = await app.services.db.transaction((tx) =>
    insertKey(tx, ctx, app.ownerId, { name: 'Listens', scopes: ['webhooks:read'] }),
  )
  return { id: made.id, headers: { authorization: `Bearer ${made.key}` } }
}

describe('a stream', () => {
  test('brings a delivery with the bytes and the signature that an endpoint would be posted', async () => {
    const session = await begin()
    const { response, messages, hangUp } = await listen(session.id)
    const [ready] = await take(messages, 1)
    const booking = await book()

    const [sent] = await take(messages, 1)

    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(ready).toEqual({ id: null, event: 'ready', data: { missed: 0 } })
    expect(sent).toMatchObject({ id: 1, event: 'booking.created', data: { headers: { 'webhook-attempt': '1' } } })
    expect(new Webhook(session.secret).verify(sent?.data.body, sent?.data.headers)).toMatchObject({
      seq: 1,
      data: { id: booking.id },
    })
    const delivery = await app.get(`/webhook-deliveries/${sent?.data.deliveryId}`)
    expect(delivery.body).toMatchObject({ body: sent?.data.body, endpointId: session.id, status: 'pending' })
    hangUp()
  })

  test('brings only the types that were asked for', async () => {
    const session = await begin({ eventTypes: ['booking.cancelled'] })
    const booking = await book()
    await app.post(`/bookings/${booking.id}/cancel`)

    const { messages, hangUp } = await listen(session.id)

    expect((await take(messages, 2)).map(({ event }) => event)).toEqual(['ready', 'booking.cancelled'])
    hangUp()
  })

  test('goes on after what was sent before, and says how many were missed', async () => {
    const session = await begin()
    const first = await listen(session.id)
    await take(first.messages, 1)
    await book()
    await take(first.messages, 1)
    await noted(session.id, 1)
    first.hangUp()
    await book()
    await book()

    const second = await listen(session.id)

    expect((await take(second.messages, 3)).map(({ id, data }) => id ?? data)).toEqual([{ missed: 2 }, 2, 3])
    second.hangUp()
  })

  test('goes on after Last-Event-ID, in the header or the query', async () => {
    const session = await begin()
    await book()
    await book()
    await book()
    const first = await listen(session.id)
    await take(first.messages, 4)
    first.hangUp()

    const byHeader = await listen(session.id, { 'last-event-id': '1' }, '?lastEventId=0')
    const byQuery = await listen(session.id, {}, '?lastEventId=2')

    expect((await take(byHeader.messages, 3)).map(({ id, data }) => id ?? data)).toEqual([{ missed: 2 }, 2, 3])
    expect((await take(byQuery.messages, 2)).map(({ id, data }) => id ?? data)).toEqual([{ missed: 1 }, 3])
    byHeader.hangUp()
    byQuery.hangUp()
  })

  test('begins with what the log holds since an instant, in its order', async () => {
    app.pass('2030-01-07T09:00:00Z')
    const before = await book()
    app.pass('2030-01-07T10:00:00Z')
    const one = await book()
    await app.post(`/bookings/${one.id}/cancel`)
    const other = await book()

    const session = await begin({ eventTypes: ['booking.*'], since: '2030-01-07T10:00:00Z' })
    const { messages, hangUp } = await listen(session.id)
    const seen = (await take(messages, 4))
      .slice(1)
      .map(({ id, event, data }) => [id, event, JSON.parse(data.body).data.id])

    expect(seen).toEqual([
      [1, 'booking.created', one.id],
      [2, 'booking.cancelled', one.id],
      [3, 'booking.created', other.id],
    ])
    expect(seen.flat()).not.toContain(before.id)
    const next = await book()
    expect(JSON.parse((await take(messages, 1))[0]?.data.body)).toMatchObject({ seq: 4, data: { id: next.id } })
    hangUp()
  })

  test('refuses to begin with more than it can hold', async () => {
    const { id } = await addOrganization(app)
    const other = await addOrganization(app)
    const row = (seq: number) => ({
      id: `evt_many_${seq}`,
      organizationId: other.id,
      seq,
      type: 'booking.updated' as const,
      mode: 'live' as const,
      actorType: 'system',
      actorId: 'tests',
      subjectId: 'bk_many',
      data: {},
      previous: null,
      createdAt: app.services.now(),
    })
    for (let from = 1000; from < 11_000; from += 500) {
      const rows = Array.from({ length: 500 }, (_, i) => row(from + i))
      await app.services.db.transaction((tx) => tx.append(events, rows))
    }

    const refused = await app.post('/listen-sessions', { since: '2030-01-07T00:00:00Z' }, other.headers)

    expect(id).not.toBe(other.id)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/since', code: 'too_many_events' }] } })
    expect((await app.get('/events?type=listen_session.created', other.headers)).body.data).toEqual([])
  })

  test('shows that it lives while nothing happens', async () => {
    const session = await begin()
    const me = (await app.get('/me')).body
    const ctx: Context = {
      ...app.services,
      actor: { type: 'system', id: 'tests' },
      organizationId: me.organization.id,
      source: 'api',
      scopes: ['*'],
      plan: 'enterprise',
    }
    const over = new AbortController()
    const follow = await openStream(ctx, session.id, { pingMs: 0 })
    const messages = follow({ lastEventId: '', signal: over.signal, renew: async () => ctx })
    await messages.next()

    expect((await messages.next()).value).toBeNull()
    over.abort()
    expect(await messages.next()).toEqual({ value: undefined, done: true })
  })
})

describe('a stream ends', () => {
  test('when its session does', async () => {
    const session = await begin()
    const { messages } = await listen(session.id)
    await take(messages, 1)

    expect((await app.delete(`/listen-sessions/${session.id}`)).status).toBe(204)

    expect(await ended(messages)).toBe(true)
    expect((await listen(session.id)).response.status).toBe(404)
  })

  test('when its key is revoked', async () => {
    const session = await begin()
    const key = await anotherKey()
    const { messages } = await listen(session.id, key.headers)
    await take(messages, 1)

    expect((await app.delete(`/api-keys/${key.id}`)).status).toBe(204)

    expect(await ended(messages)).toBe(true)
    await book()
    expect((await listen(session.id, key.headers)).response.status).toBe(401)
  })

  test('at once when the server stops, for readers who do not read as well', async () => {
    const own = await startTestApp()
    const session = await own.post('/listen-sessions')
    const response = await fetch(`${own.url}/api/v1/listen-sessions/${session.body.id}/stream`, {
      headers: { authorization: `Bearer ${own.apiKey}` },
    })
    const messages = messagesOf(response)
    await take(messages, 1)
    const deaf = connect(Number(new URL(own.url).port), 'localhost')
    const path = `/api/v1/listen-sessions/${session.body.id}/stream`
    deaf.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${own.apiKey}\r\n\r\n`)
    await new Promise((resolve) => deaf.once('readable', resolve))
    const began = performance.now()

    await own.close()

    expect(await ended(messages)).toBe(true)
    // Connections that hang are cut after 7 s.
    expect(performance.now() - began).toBeLessThan(5000)
    deaf.destroy()
  })
})

describe('a result', () => {
  const deliver = async () => {
    const session = await begin()
    await book()
    const { messages, hangUp } = await listen(session.id)
    const [, sent] = await take(messages, 2)
    hangUp()
    const report = (body: object) =>
      app.post(`/listen-sessions/${session.id}/results`, { deliveryId: sent?.data.deliveryId, durationMs: 12, ...body })
    const attempts = async () => (await app.get(`/webhook-deliveries/${sent?.data.deliveryId}/attempts`)).body.data
    const delivery = async () => (await app.get(`/webhook-deliveries/${sent?.data.deliveryId}`)).body
    return { session, report, attempts, delivery }
  }

  test('becomes an attempt in the log', async () => {
    const { report, attempts, delivery } = await deliver()

    expect((await report({ status: 204, body: 'thanks' })).status).toBe(204)

    expect(await delivery()).toMatchObject({ status: 'succeeded', attemptCount: 1, responseStatus: 204 })
    expect(await attempts()).toMatchObject([
      {
        number: 1,
        trigger: 'auto',
        durationMs: 12,
        timings: { totalMs: 12, dnsMs: null },
        responseStatus: 204,
        errorCode: null,
        response: { body: 'thanks', truncated: false },
      },
    ])
  })

  test('that is bad is a failure which nobody retries, until it is sent again by hand', async () => {
    const { report, attempts, delivery } = await deliver()

    await report({ status: 500, body: 'é'.repeat(16_000) })
    expect(await delivery()).toMatchObject({ status: 'failed', nextAttemptAt: null, errorCode: 'http_error' })
    await report({ error: 'Nothing listens on port 4000.' })
    await report({ status: 200 })

    expect(await delivery()).toMatchObject({ status: 'succeeded', attemptCount: 3, errorCode: null })
    expect(await attempts()).toMatchObject([
      { number: 3, trigger: 'manual', errorCode: null },
      { number: 2, responseStatus: null, errorCode: 'unreachable', errorDetail: 'Nothing listens on port 4000.' },
      { number: 1, errorCode: 'http_error', response: { body: 'é'.repeat(8192), truncated: true } },
    ])
  })

  test('of another session’s delivery is refused', async () => {
    const { report, session } = await deliver()
    const other = await begin()

    const refused = await app.post(`/listen-sessions/${other.id}/results`, {
      deliveryId: (await app.get(`/webhook-deliveries?endpointId=${session.id}`)).body.data[0].id,
      status: 200,
      durationMs: 1,
    })

    expect(refused.status).toBe(404)
    expect((await report({ status: 200 })).status).toBe(204)
  })
})

describe('a session', () => {
  test('is no endpoint to be managed, and its secret is shown once', async () => {
    const session = await begin()

    expect((await app.get('/webhook-endpoints')).body.data).toEqual([])
    expect((await app.get(`/webhook-endpoints/${session.id}`)).status).toBe(404)
    expect(session.secret).toMatch(/^whsec_/)
    expect(JSON.stringify((await app.get('/events?type=listen_session.*')).body)).not.toContain(session.secret)
  })

  test('ends 24 hours after it was last connected', async () => {
    const session = await begin()
    expect(session.expiresAt).toBe('2030-01-08T08:00:00.000Z')
    app.pass('2030-01-07T20:00:00Z')
    const { messages, hangUp } = await listen(session.id)
    await take(messages, 1)
    app.pass('2030-01-07T20:30:00Z')
    hangUp()
    await expect.poll(() => seenAtOf(session.id)).toEqual(new Date('2030-01-07T20:30:00Z'))
    app.pass('2030-01-08T20:29:59Z')
    await pruneListenSessions(app.services)
    const inTime = await app.post(`/listen-sessions/${session.id}/results`, { deliveryId: 'wd_x', durationMs: 1 })
    expect(inTime.body.detail).toContain('delivery')

    app.pass('2030-01-08T20:30:00Z')
    const late = await listen(session.id)
    await pruneListenSessions(app.services)
    await book()

    expect(late.response.status).toBe(404)
    expect((await app.get(`/webhook-deliveries?endpointId=${session.id}`)).body.data).toEqual([])
  })

  test('needs an admin, and a plan with webhooks', async () => {
    const key = await anotherKey()
    const other = await addOrganization(app)
    await app.post('/organization/members', { email: 'm@example.com', name: 'Max', timezone: 'UTC' })

    expect((await app.post('/listen-sessions', {}, key.headers)).body.code).toBe('scope_missing')
    const session = await begin()
    expect((await listen(session.id, other.headers)).response.status).toBe(404)
  })
})
