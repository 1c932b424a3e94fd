import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dialect, readConfig } from '../config.ts'
import { firstRun } from '../first-run.ts'
import { createLog } from '../log.ts'
import { type Options, startServer } from '../server.ts'
import { committedContract } from './contract.ts'
import { createDatabase } from './postgres.ts'
import { holdEventsToTheirPromise } from './told.ts'

holdEventsToTheirPromise()

export interface Answer {
  status: number
  headers: Headers
  // Tests look into answers of every shape; the product parses them with their schemas.
  // biome-ignore lint/suspicious/noExplicitAny: the one place where a test may look at anything.
  body: any
}

export interface TestApp {
  url: string
  apiKey: string
  ownerId: string
  eventTypeId: string
  services: Awaited<ReturnType<typeof startServer>>['services']
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  delete(path: string, headers?: Record<string, string>): Promise<Answer>
  /** Sets the held clock and runs what fell due. */
  travel(instant: string): Promise<void>
  /** Sets the held clock and runs nothing, as if nobody worked on the queues. */
  pass(instant: string): void
  /** Runs every job that is due, until none is. */
  settle(): Promise<void>
  close(): Promise<void>
}

export interface TestSettings {
  /** Where the held clock begins. */
  now?: string
  env?: Record<string, string>
  ownerTimezone?: string
  options?: Partial<Options>
}

/** A whole server on a fresh database and a free port, with a clock that the test holds. */
export async function startTestApp(settings: TestSettings = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-test-'))
  const database = dialect === 'postgres' ? await createDatabase() : null
  const config = readConfig({
    PORT: '0',
    LETSMEET_DATA: folder,
    LETSMEET_OWNER_EMAIL: 'ada@example.com',
    LETSMEET_OWNER_TIMEZONE: settings.ownerTimezone ?? 'UTC',
    HOME: folder,
    LETSMEET_RATE_LIMITS: 'off',
    // Thrown away in the end: what is flushed to the disk is tried where real processes are killed.
    DATABASE_URL:
      database?.url ?? `sqlite:${join(settings.env?.LETSMEET_DATA ?? folder, 'letsmeet.db')}?synchronous=off`,
    ...settings.env,
  })
  let now = new Date(settings.now ?? '2030-01-07T08:00:00Z')
  const server = await startServer(config, {
    secret: 'a secret that only tests know',
    now: () => now,
    ticks: 'by hand',
    log: createLog((process.env.LETSMEET_TEST_LOG ?? 'error') === 'debug' ? 'debug' : 'error'),
    ...settings.options,
  })
  const made = await firstRun(server.services, config)
  if (!made) throw new Error('A fresh database was not fresh.')
  const settle = async () => {
    await server.work.settle()
    await server.services.sandboxes.settleAll()
  }
  const keepsContract = committedContract()
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${server.url}${path.startsWith('/api/') ? '' : '/api/v1'}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${made.apiKey}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
    const answer = type.includes('json') && text ? JSON.parse(text) : text
    const [, below = ''] = new URL(response.url).pathname.split('/api/v1')
    keepsContract({ method, path: below, status: response.status, type, body: answer })
    return { status: response.status, headers: response.headers, body: answer }
  }
  const types = await call('GET', '/event-types')
  return {
    url: server.url,
    apiKey: made.apiKey,
    ownerId: made.owner.id,
    eventTypeId: types.body.data[0].id,
    services: server.services,
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body = {}, headers) => call('POST', path, body, headers),
    patch: (path, body, headers) => call('PATCH', path, body, headers),
    delete: (path, headers) => call('DELETE', path, undefined, headers),
    travel: async (instant) => {
      now = new Date(instant)
      await settle()
    },
    pass: (instant) => {
      now = new Date(instant)
    },
    settle: async () => {
      await settle()
      await server.requestLog.flush()
    },
    close: async () => {
      await server.close()
      await database?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const guest = { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' }
