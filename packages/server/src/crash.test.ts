import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, describe, expect, test } from 'vitest'
import { type Called, freePort, type House, makeHouse, openAllDay, readAll, startOf } from './testing/house.ts'
import { until } from './testing/until.ts'

const houses: House[] = []
const undo: (() => unknown)[] = []
// At the very end, since the tests run side by side: processes first, for they hold on to everything else.
afterAll(async () => {
  await Promise.all(houses.map((house) => house.close()))
  for (const step of undo.reverse()) await step()
})

async function newHouse(env: Record<string, string> = {}): Promise<House> {
  const house = await makeHouse(env)
  houses.push(house)
  return house
}

interface Arrived {
  messageId: string
  to: string
  /** The calendar UID of the booking that it is about. */
  uid: string
  method: string
}

/** A real SMTP server on loopback that keeps what it accepts. */
async function startSmtp(port = 0): Promise<{ port: number; arrived: Arrived[] }> {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    // A pooled connection is open for ever: a stop must not wait for it.
    closeTimeout: 200,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        const calendar = mail.attachments.find((part) => part.contentType === 'text/calendar')?.content.toString() ?? ''
        const to = session.envelope.rcptTo.map((one) => one.address).join()
        arrived.push({
          messageId: mail.messageId ?? '',
          to,
          uid: /^UID:(.*)$/m.exec(calendar.replaceAll('\r', '').replaceAll('\n ', ''))?.[1] ?? '',
          method: /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? '',
        })
        // Slow enough that a crash may fall between the mail's arrival and its being noted.
        setTimeout(done, 5)
      }, done)
    },
  })
  server.on('error', () => {})
  await once(server.listen(port, '127.0.0.1'), 'listening')
  undo.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { port: (server.server.address() as AddressInfo).port, arrived }
}

interface Kept {
  id: string
  uid: string
  start: string
  end: string
  status: string
  guest: { email: string }
  hosts: { userId: string; email: string }[]
}

describe.concurrent('a server process', () => {
  test('killed under load again and again keeps what it acknowledged and mails for nothing else', async () => {
    const smtp = await startSmtp()
    const house = await newHouse({
      LETSMEET_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      LETSMEET_MAIL_FROM: 'meet@example.org',
    })
    const acknowledged = new Map<string, string>()
    let eventTypeId = ''
    let n = 0
    for (let round = 0; round < 3; round++) {
      const server = await house.start()
      eventTypeId ||= await openAllDay(house, server)
      // In the thick of it, however slow the machine: once some were acknowledged and others are under way.
      const before = acknowledged.size
      const guests = Array.from({ length: 8 }, async (_, i) => {
        for (let answered = true; answered && server.process.signalCode === null; ) {
          // Eight guests draw from the same few starts, so that most of them meet.
          n += 1
          const start = startOf(round * 100 + (n % 40))
          const guest = { name: `Guest ${n}`, email: `guest-${round}-${i}-${n}@example.net`, timezone: 'UTC' }
          const answer = await house.call(server, 'POST', '/bookings', { eventTypeId, start, guest })
          answered = answer !== null
          if (answer?.status === 201) acknowledged.set(String(answer.body.id), start)
          else if (answer) expect([409, 503]).toContain(answer.status)
        }
      })
      await until(() => acknowledged.size >= before + 8, 20, 5)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
      expect(await server.end('SIGKILL')).toBe('SIGKILL')
      await Promise.all(guests)
    }
    const server = await house.start()
    const kept = (await readAll(house, server, '/bookings')) as unknown as Kept[]
    const wanted = kept.flatMap((one) =>
      [one.guest.email, ...one.hosts.map((host) => host.email)].map((to) => `${one.uid} ${to}`),
    )
    const got = () => new Set(smtp.arrived.map((mail) => `${mail.uid} ${mail.to}`))
    await until(() => got().size >= wanted.length, 20)

    // Every booking that was acknowledged is there, as it was acknowledged.
    expect(acknowledged.size).toBeGreaterThanOrEqual(24)
    const byId = new Map(kept.map((one) => [one.id, one]))
    for (const [id, start] of acknowledged) expect(byId.get(id)?.start).toBe(start)
    // Nobody is in two places.
    const taken = kept.map((one) => [Date.parse(one.start), Date.parse(one.end)] as const).sort(([a], [b]) => a - b)
    for (const [i, [start]] of taken.entries()) expect(start).toBeGreaterThanOrEqual(taken[i - 1]?.[1] ?? 0)
    // Each has one event, and the log has no gap.
    const facts = await readAll(house, server, '/events')
    const created = facts.filter((fact) => fact.type === 'booking.created').map((fact) => fact.subjectId)
    expect(created.sort()).toEqual(kept.map((one) => one.id).sort())
    expect(facts.map((fact) => Number(fact.seq)).sort((a, b) => a - b)).toEqual(facts.map((_, i) => i + 1))
    // Every mail is for a booking that exists, every booking's mail arrived, and a second copy is the same mail.
    const uids = new Set(kept.map((one) => one.uid))
    expect(smtp.arrived.filter((mail) => !uids.has(mail.uid))).toEqual([])
    expect([...got()].sort()).toEqual(wanted.sort())
    const ids = new Map<string, string>()
    for (const mail of smtp.arrived) {
      const about = `${mail.uid} ${mail.to}`
      expect(ids.get(about) ?? mail.messageId).toBe(mail.messageId)
      ids.set(about, mail.messageId)
    }
    expect(new Set(ids.values()).size).toBe(ids.size)
    await server.end('SIGTERM')
    const db = new Database(join(house.folder, 'data/letsmeet.db'), { readonly: true })
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  }, 60_000)

  test('killed in its very first run leaves a house that its owner can enter', async () => {
    const house = await newHouse()
    const file = join(house.folder, 'data/letsmeet.db')
    const organizations = (): number => {
      try {
        const db = new Database(file, { readonly: true })
        const { n } = db.prepare('select count(*) as n from organizations').get() as { n: number }
        db.close()
        return n
      } catch {
        // It is not there yet, or not whole.
        return 0
      }
    }
    const dying = house.start().catch(() => null)
    await until(() => organizations() > 0, 20, 1)
    house.kill()
    await dying
    const server = await house.start()
    const types = await house.call(server, 'GET', '/event-types')

    expect(types?.status).toBe(200)
    expect(types?.body.data).toHaveLength(1)
  }, 30_000)

  test('told to stop under load finishes what it began, and ends well', async () => {
    const house = await newHouse()
    const first = await house.start()
    const eventTypeId = await openAllDay(house, first)
    const acknowledged: string[] = []
    let n = 0
    const guests = Array.from({ length: 8 }, async () => {
      for (let answered = true; answered; ) {
        n += 1
        const guest = { name: 'Guest', email: `guest${n}@example.net`, timezone: 'UTC' }
        const answer = await house.call(first, 'POST', '/bookings', { eventTypeId, start: startOf(n), guest })
        answered = answer !== null
        if (answer?.status === 201) acknowledged.push(String(answer.body.id))
        else if (answer) expect(answer.status).toBe(503)
      }
    })
    await until(() => acknowledged.length > 20, 10)
    const began = Date.now()
    const code = await first.end('SIGTERM')
    const took = Date.now() - began
    await Promise.all(guests)
    const second = await house.start()
    const kept = new Set((await readAll(house, second, '/bookings')).map((one) => one.id))

    expect(code).toBe(0)
    expect(took).toBeLessThan(10_000)
    for (const id of acknowledged) expect(kept).toContain(id)
    // Nothing waits for a lease to run out: the stop gave them back.
    await until(async () => (await readAll(house, second, '/mail')).every((mail) => mail.state === 'captured'), 10)
    expect(await second.end('SIGINT')).toBe(0)
  }, 40_000)

  test('told to stop while a mail server and a guest hang ends well within ten seconds', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    undo.push(() => silent.close())
    const { port } = silent.address() as AddressInfo
    const house = await newHouse({
      LETSMEET_SMTP_URL: `smtp://127.0.0.1:${port}`,
      LETSMEET_MAIL_FROM: 'meet@example.org',
    })
    const server = await house.start()
    const eventTypeId = await openAllDay(house, server)
    const guest = { name: 'Grace', email: 'grace@example.com', timezone: 'UTC' }
    const connected = once(silent, 'connection')
    const made = await house.call(server, 'POST', '/bookings', { eventTypeId, start: startOf(1), guest })
    await connected
    const hanging = connect(Number(new URL(server.url).port), '127.0.0.1')
    hanging.on('error', () => {})
    hanging.write(
      'POST /api/v1/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    )
    await once(hanging, 'connect')
    const began = Date.now()
    const code = await server.end('SIGTERM')

    expect(made?.status).toBe(201)
    expect(code).toBe(0)
    expect(Date.now() - began).toBeLessThan(10_000)
  }, 30_000)

  test('whose mail server is dead keeps its mail until there is one', async () => {
    const port = await freePort()
    const house = await newHouse({
      LETSMEET_SMTP_URL: `smtp://127.0.0.1:${port}`,
      LETSMEET_MAIL_FROM: 'meet@example.org',
    })
    const server = await house.start()
    const eventTypeId = await openAllDay(house, server)
    const bookings: Called['body'][] = []
    for (let n = 0; n < 5; n++) {
      const guest = { name: 'Grace', email: `grace${n}@example.com`, timezone: 'UTC' }
      const made = await house.call(server, 'POST', '/bookings', { eventTypeId, start: startOf(n), guest })
      if (made?.status === 201) bookings.push(made.body)
    }
    const cancelled = await house.call(server, 'POST', `/bookings/${bookings[4]?.id}/cancel`, {})
    const mails = async () => await readAll(house, server, '/mail')
    await until(
      async () => (await mails()).length === 12 && (await mails()).every((mail) => mail.state === 'queued'),
      10,
    )
    const smtp = await startSmtp(port)
    await until(async () => (await mails()).every((mail) => mail.state === 'sent'), 25)

    expect(bookings).toHaveLength(5)
    expect(cancelled?.status).toBe(200)
    const about = (uid: unknown) => smtp.arrived.filter((mail) => mail.uid === uid)
    expect(bookings.map(({ uid }) => about(uid).length)).toEqual([2, 2, 2, 2, 4])
    expect(new Set(smtp.arrived.map((mail) => mail.messageId)).size).toBe(12)
  }, 60_000)
})
