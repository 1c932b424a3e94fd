import { afterAll, expect, test } from 'vitest'
import { type House, makeHouse, openAllDay } from '../testing/house.ts'
import type { ServerProcess } from '../testing/server-process.ts'
import { until } from '../testing/until.ts'
import { startReceiver } from '../testing/webhook-receiver.ts'

const kills = 2
const bookings = 24
const houses: House[] = []
const undo: (() => unknown)[] = []
afterAll(async () => {
  await Promise.all(houses.map((house) => house.close()))
  for (const step of undo) await step()
})

test('a clock whose server is killed on the way goes on: everything happens once, at its own time', async () => {
  const house = await makeHouse()
  houses.push(house)
  const receiver = await startReceiver()
  undo.push(() => receiver.close())
  let server: ServerProcess = await house.start()
  const made = await house.call(server, 'POST', '/sandboxes', { name: 'Journey', now: '2031-03-01T00:00:00Z' })
  const apiKey = String(made?.body.apiKey)
  const inside: House = {
    ...house,
    call: async (at, method, path, body) => {
      const response = await fetch(`${at.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: JSON.parse(await response.text()) }
    },
  }
  const eventTypeId = await openAllDay(inside, server)
  await inside.call(server, 'POST', '/webhook-endpoints', { url: receiver.url, eventTypes: ['booking.ended'] })
  const starts = new Map<string, number>()
  for (let n = 0; n < bookings; n++) {
    const start = new Date(Date.UTC(2031, 2, 3) + n * 5 * 3_600_000).toISOString()
    const guest = { name: 'Guest', email: `guest${n}@example.net`, timezone: 'UTC' }
    const booked = await inside.call(server, 'POST', '/bookings', { eventTypeId, start, guest })
    starts.set(String(booked?.body.id), Date.parse(start))
  }
  const target = '2031-03-20T00:00:00.000Z'
  const clock = `/sandboxes/${made?.body.id}/clock`

  let shown = ''
  for (let killed = 0; killed < kills; killed++) {
    const seen = receiver.received.length
    const moving = house.call(server, 'POST', clock, { now: target })
    // Somewhere on the way, and each time farther on.
    await until(() => receiver.received.length >= seen + 2, 20, 2)
    const now = String((await house.call(server, 'GET', clock))?.body.now ?? shown)
    await server.end('SIGKILL')
    await moving
    server = await house.start()
    const after = String((await house.call(server, 'GET', clock))?.body.now)
    expect([now, after, target]).toEqual([now, after, target].sort())
    expect(after >= shown).toBe(true)
    shown = after
  }
  // Whoever moved it is dead, and is believed so once its lease is over: on this engine at once.
  const arrived = await house.call(server, 'POST', clock, { now: target })

  expect(arrived?.body).toMatchObject({ now: target, arrived: true })
  for (const [id, start] of starts) {
    const reminders = await inside.call(server, 'GET', `/bookings/${id}/reminders`)
    const mails = await inside.call(server, 'GET', `/mail?subjectId=${id}&limit=100`)
    const sent = (mails?.body.data ?? []).filter((mail) => mail.kind === 'booking.reminder')
    expect(reminders?.body.data?.map((one) => one.state)).toEqual(['sent', 'sent'])
    expect(sent.map((mail) => Date.parse(String(mail.sentAt))).sort()).toEqual([start - 86_400_000, start - 3_600_000])
    const told = await inside.call(server, 'GET', `/bookings/${id}/events`)
    const ended = (told?.body.data ?? []).filter((one) => one.type === 'booking.ended')
    expect(ended.map((one) => Date.parse(String(one.timestamp)))).toEqual([start + 30 * 60_000])
  }
  const ids = new Set(receiver.received.map((one) => one.headers['webhook-id']))
  expect(ids.size).toBe(bookings)
}, 90_000)
