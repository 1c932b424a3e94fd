import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmbeddedLetsMeet, StartOptions } from '../../testing.d.ts'
import { travel } from '../clockwork.ts'
import { dialect, readConfig } from '../config.ts'
import { advanced, instantOf } from '../duration.ts'
import { firstRun } from '../first-run.ts'
import { randomText } from '../ids.ts'
import { type LetsMeetServer, startServer } from '../server.ts'
import { zoneId } from '../zones.ts'
import { openMailbox } from './mailbox.ts'
import { startReceiver } from './receiver.ts'

/** A whole server on a fresh database and a free port; nothing in it is shared with the next one. */
export async function start(options: StartOptions = {}): Promise<EmbeddedLetsMeet> {
  if (dialect !== 'sqlite') {
    throw new Error('A LetsMeet on PostgreSQL was loaded here before: import @letsmeet/server/testing first.')
  }
  const { timezone = 'UTC', webhooks = false } = options
  if (!zoneId(timezone)) throw new Error(`There is no time zone ${timezone}: name one like Europe/Berlin.`)
  let now = instantOf(options.now ?? '2030-01-07T08:00:00Z')
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-embedded-'))
  const server = await startServer(configIn(folder, timezone), {
    secret: randomText(43),
    now: () => now,
    ticks: 'by hand',
  })
  const made = await firstRun(server.services, configIn(folder, timezone))
  if (!made) throw new Error('A fresh database was not fresh.')
  const receiver = await startReceiver(server.services)
  if (webhooks !== false) await subscribe(server, made.apiKey, receiver.url, webhooks === true ? ['*'] : webhooks)
  // What is due now goes out by itself, as on any server; only what waits for a later time waits for the clock.
  server.services.db.onCommit(server.work.wake)
  server.services.db.onCommit(server.services.sandboxes.wake)
  let closed: Promise<void> | null = null
  const settle = async () => {
    await server.work.settle()
  }
  const set = async (target: Date) => {
    if (target < now) {
      throw new Error(`The clock only goes forward: it is ${now.toISOString()}, later than ${target.toISOString()}.`)
    }
    await travel(
      server.work,
      target,
      (at) => {
        now = at
      },
      () => closed === null,
    )
  }
  const close = async () => {
    await server.close()
    await receiver.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    url: server.url,
    apiKey: made.apiKey,
    clock: {
      now: () => new Date(now),
      set: (instant) => set(instantOf(instant)),
      advance: (duration) => set(advanced(now, duration)),
    },
    mailbox: openMailbox(server.services, settle),
    webhooks: receiver,
    settle,
    close: () => {
      closed ??= close()
      return closed
    },
  }
}

const configIn = (folder: string, timezone: string) =>
  readConfig({
    PORT: '0',
    HOME: folder,
    LETSMEET_DATA: folder,
    DATABASE_URL: `sqlite:${join(folder, 'letsmeet.db')}?synchronous=off`,
    LETSMEET_OWNER_EMAIL: 'ada@example.com',
    LETSMEET_OWNER_TIMEZONE: timezone,
    LETSMEET_RATE_LIMITS: 'off',
    LETSMEET_LOG: 'error',
  })

async function subscribe(
  server: LetsMeetServer,
  apiKey: string,
  url: string,
  eventTypes: readonly string[],
): Promise<void> {
  const response = await fetch(`${server.url}/api/v1/webhook-endpoints`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url, eventTypes }),
  })
  if (!response.ok) throw new Error(`The receiver could not be subscribed: ${await response.text()}`)
}
