import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { makeFolder, type ServerProcess, spawnServer } from './server-process.ts'

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** A server that may die and come back: one folder, one port, one process at a time. */
export interface House {
  folder: string
  /** The owner's API key, once a server has started. */
  apiKey(): string
  start(): Promise<ServerProcess>
  /** Ends the process that was started last, ready or not. */
  kill(): void
  /** Calls the API of a running server; null when the connection broke and nobody knows what came of it. */
  call(server: ServerProcess, method: string, path: string, body?: object): Promise<Called | null>
  /** Ends every process and removes the folder. */
  close(): Promise<void>
}
export interface Called {
  status: number
  body: Record<string, unknown> & { data?: Record<string, unknown>[]; nextCursor?: string | null }
}

export async function makeHouse(env: Record<string, string> = {}): Promise<House> {
  const folder = makeFolder()
  const processes: ServerProcess[] = []
  const apiKey = () => readFileSync(join(folder.path, 'data/owner.key'), 'utf8').trim()
  // The same address after each restart, as it would be for real.
  const port = String(await freePort())
  let last: ChildProcess | undefined
  return {
    folder: folder.path,
    apiKey,
    async start() {
      const server = await spawnServer(folder.path, { PORT: port, ...env }, (child) => {
        last = child
      })
      processes.push(server)
      return server
    },
    kill: () => void last?.kill('SIGKILL'),
    async call(server, method, path, body) {
      try {
        const response = await fetch(`${server.url}/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${apiKey()}`, 'content-type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(15_000),
        })
        return { status: response.status, body: (await response.json()) as Called['body'] }
      } catch {
        return null
      }
    },
    async close() {
      await Promise.all(processes.map((one) => one.end()))
      folder.remove()
    },
  }
}

/** Every item of a list, whatever its pages. */
export async function readAll(house: House, server: ServerProcess, path: string): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = []
  let cursor: string | null | undefined = ''
  do {
    const page: Called | null = await house.call(server, 'GET', `${path}?limit=100${cursor ? `&cursor=${cursor}` : ''}`)
    if (page?.status !== 200) throw new Error(`The list ${path} could not be read: ${JSON.stringify(page)}`)
    all.push(...(page.body.data ?? []))
    cursor = page.body.nextCursor
  } while (cursor)
  return all
}

/** The n-th half hour of next March. */
export const startOf = (n: number) =>
  new Date(Date.UTC(new Date().getUTCFullYear() + 1, 2, 1) + n * 30 * 60_000).toISOString()

/** Opens the owner's event type around the clock, for ever; its id. */
export async function openAllDay(house: House, server: ServerProcess): Promise<string> {
  const schedules = await house.call(server, 'GET', '/schedules')
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  await house.call(server, 'PATCH', `/schedules/${schedules?.body.data?.[0]?.id}`, {
    weekly: [{ days, start: '00:00', end: '24:00' }],
  })
  const types = await house.call(server, 'GET', '/event-types')
  const id = String(types?.body.data?.[0]?.id)
  const changed = await house.call(server, 'PATCH', `/event-types/${id}`, { window: { kind: 'unlimited' } })
  if (changed?.status !== 200) throw new Error(`The event type could not be opened: ${JSON.stringify(changed)}`)
  return id
}
