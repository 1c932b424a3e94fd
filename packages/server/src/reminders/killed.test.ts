import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { makeHouse, openAllDay, readAll, startOf } from '../testing/house.ts'

const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const step of undo.reverse()) await step()
})

/** A real SMTP server that tells of each reminder, and accepts it when told to. */
async function startPost() {
  const taken: string[] = []
  const waiting: (() => void)[] = []
  let told = () => {}
  let holds = true
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    hideSTARTTLS: true,
    closeTimeout: 50,
    onData(stream, _, done) {
      let raw = ''
      stream.on('data', (chunk: Buffer) => {
        raw += chunk
      })
      stream.on('end', () => {
        const id = /^message-id: (.*)$/im.exec(raw)?.[1]
        if (!/^subject: Reminder:/im.test(raw) || !id) return done()
        taken.push(id)
        if (holds) waiting.push(done)
        else done()
        told()
      })
    },
  })
  server.on('error', () => {})
  await once(server.listen(0, '127.0.0.1'), 'listening')
  undo.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    /** Once so many have come. */
    arrived: async (count: number) => {
      while (taken.length < count) await new Promise<void>((resolve) => (told = resolve))
    },
    letGo: () => {
      holds = false
      for (const done of waiting) done()
    },
  }
}

test('killed after the mail server has a reminder and before it says so, a server sends it again as the same mail', async () => {
  const post = await startPost()
  const house = await makeHouse({ LETSMEET_SMTP_URL: post.url, LETSMEET_MAIL_FROM: 'meet@example.org' })
  undo.push(() => house.close())
  const first = await house.start()
  const eventTypeId = await openAllDay(house, first)
  const ids: unknown[] = []
  for (const n of [1, 2, 3]) {
    const guest = { name: 'Grace', email: `grace${n}@example.com`, timezone: 'UTC' }
    ids.push((await house.call(first, 'POST', '/bookings', { eventTypeId, start: startOf(n), guest }))?.body.id)
  }
  const file = new Database(join(house.folder, 'data/letsmeet.db'))
  file.prepare('update reminders set due_ms = ? where offset_minutes = -1440').run(Date.now())
  file.close()

  await post.arrived(2)
  await first.end('SIGKILL')
  post.letGo()
  const second = await house.start()
  await post.arrived(5)
  await second.end('SIGTERM')
  const third = await house.start()

  const rows = await readAll(house, third, '/reminders')
  const facts = await readAll(house, third, '/events')
  const sent = rows.filter((row) => row.state === 'sent')
  expect(sent.map((row) => row.bookingId).sort()).toEqual(ids.sort())
  expect(facts.filter((fact) => fact.type === 'reminder.sent')).toHaveLength(3)
  expect(post.taken).toHaveLength(5)
  expect(new Set(post.taken).size).toBe(3)
}, 60_000)
