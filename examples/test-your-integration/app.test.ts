import { once } from 'node:events'
import type { Server } from 'node:http'
import { LetsMeet } from '@letsmeet/sdk'
import { type EmbeddedLetsMeet, startLetsMeet } from '@letsmeet/server/testing'
import { beforeEach, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { FollowUps } from './follow-ups.ts'

let letsmeet: EmbeddedLetsMeet
let client: LetsMeet
let followUps: FollowUps
let app: Server
let url: string

beforeEach(async () => {
  letsmeet = await startLetsMeet({ now: '2030-01-04T17:00:00Z', webhooks: ['booking.*'] })
  client = new LetsMeet({ baseUrl: letsmeet.url, apiKey: letsmeet.apiKey })
  const endpoint = await client.webhookEndpoints.create({ url: 'http://localhost:4000', eventTypes: ['booking.*'] })
  followUps = new FollowUps()
  app = createApp({ letsmeet: client, webhookSecret: endpoint.secret, followUps, now: letsmeet.clock.now })
  url = await listen(app)
  await client.webhookEndpoints.update(endpoint.id, { url: `${url}/webhooks/letsmeet` })
  return async () => {
    app.close()
    app.closeAllConnections()
    await letsmeet.close()
  }
})

const post = (path: string, body: object) => fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : undefined}`
}

const grace = { name: 'Grace Hopper', email: 'grace@example.com' }

test('books the first open time, and the customer gets an invitation', async () => {
  const response = await post('/demos', grace)
  const demo = await response.json()

  const mail = await letsmeet.mailbox.last({ to: grace.email })
  expect([response.status, demo.start]).toEqual([201, '2030-01-07T09:00:00.000Z'])
  expect(mail).toMatchObject({ kind: 'booking.confirmed', calendar: { method: 'REQUEST' } })
  expect(mail?.links.join()).toContain('/booking/')
})

test('leaves it to LetsMeet to remind the customer the day before', async () => {
  await post('/demos', grace)
  await letsmeet.mailbox.clear()

  await letsmeet.clock.set('2030-01-06T09:00:00Z')

  expect(await letsmeet.mailbox.list({ to: grace.email })).toMatchObject([
    { kind: 'booking.reminder', text: expect.stringContaining('Monday, 7 January 2030, 09:00') },
  ])
})

test('asks how it was once the demo is over, and not before', async () => {
  const demo = await (await post('/demos', grace)).json()

  await letsmeet.clock.set('2030-01-07T09:29:59Z')
  expect(followUps.due()).toEqual([])
  await letsmeet.clock.advance('1s')
  expect(followUps.due()).toEqual([grace.email])
  expect(letsmeet.webhooks.received).toMatchObject([
    { type: 'booking.created', data: { id: demo.id } },
    { type: 'booking.ended', timestamp: '2030-01-07T09:30:00.000Z' },
  ])
})

test('asks nobody whose demo was called off', async () => {
  const demo = await (await post('/demos', grace)).json()
  await client.bookings.cancel(demo.id, { reason: 'Next month, perhaps.' })

  await letsmeet.clock.advance('P7D')

  expect(followUps.due()).toEqual([])
  expect(await letsmeet.mailbox.last({ to: grace.email })).toMatchObject({ kind: 'booking.cancelled' })
})

test('hears of the end late when it was down, and still once', async () => {
  await post('/demos', grace)
  const { port } = new URL(url)
  await new Promise((resolve) => app.close(resolve).closeAllConnections())

  await letsmeet.clock.set('2030-01-07T09:30:00Z')
  await once(app.listen(Number(port), '127.0.0.1'), 'listening')
  await letsmeet.clock.advance('1h')

  expect(followUps.due()).toEqual([grace.email])
})

test('believes no webhook that LetsMeet has not signed', async () => {
  const response = await post('/webhooks/letsmeet', { type: 'booking.ended', data: { id: 'bk_1', guest: grace } })

  expect([response.status, followUps.due()]).toEqual([400, []])
})
