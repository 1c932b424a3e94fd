// The whole server against its baselines, over HTTP, in one run.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareCommits } from './bare-sqlite.ts'
import { type Child, startChild } from './child.ts'
import { load } from './load.ts'
import type { Row } from './row.ts'

const main = join(import.meta.dirname, '../dist/main.js')
const cli = join(import.meta.dirname, '../../cli/bin/letsmeet.js')
const seconds = Number(process.env.BENCH_SECONDS ?? 5)

/** `GET …/slots`, `POST /bookings`, start and memory. */
export async function benchHttp(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-bench-'))
  const env = {
    PORT: '0',
    LETSMEET_DATA: folder,
    LETSMEET_OWNER_TIMEZONE: 'America/New_York',
    XDG_CONFIG_HOME: folder,
    LETSMEET_LOG: 'error',
    // A quota is not what is measured here.
    LETSMEET_RATE_LIMITS: 'off',
  }
  try {
    const first = await startChild([main], env)
    const key = readFileSync(join(folder, 'owner.key'), 'utf8').trim()
    const api = callerOf(first, key)
    const rows = [...(await slotRows(first, api, folder, key)), ...(await bookingRows(first, api, key, folder))]
    await first.stop()
    return [...rows, ...(await startRows(env)), versionRow()]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Api = (method: string, path: string, body?: unknown) => Promise<{ id: string; data: unknown[] }>

function callerOf(server: Child, key: string): Api {
  return async (method, path, body) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    // The bench asks its own server; a wrong answer fails the next step.
    const answer = (await response.json()) as { id: string; data: unknown[] }
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return answer
  }
}

/** W1 of the slot workloads: 200 busy blocks in 31 days. */
async function slotRows(server: Child, api: Api, folder: string, key: string): Promise<Row[]> {
  const first = Date.UTC(2027, 4, 31, 22)
  const type = await api('POST', '/event-types', { title: 'W1', durationMinutes: 30, window: { kind: 'unlimited' } })
  for (let i = 0; i < 200; i++) {
    const start = first + ((i * 7919) % 2976) * 15 * 60_000
    const end = start + 15 * (1 + (i % 4)) * 60_000
    await api('POST', '/busy-blocks', { start: new Date(start).toISOString(), end: new Date(end).toISOString() })
  }
  const path = `/event-types/${type.id}/slots?start=2027-05-31T22:00:00Z&end=2027-07-01T22:00:00Z&timezone=Europe/Berlin`
  const answer = await api('GET', path)
  if (answer.data.length !== 268) throw new Error(`W1 over HTTP has ${answer.data.length} starts, not 268.`)
  const file = join(folder, 'w1.json')
  writeFileSync(file, JSON.stringify(answer))
  const koa = await startChild([join(import.meta.dirname, 'bare-koa.ts'), file], {})
  const bare = await load(koa.url, () => ({ method: 'GET', path: '/slots' }), seconds)
  await koa.stop()
  const headers = { authorization: `Bearer ${key}` }
  const ours = await load(server.url, () => ({ method: 'GET', path: `/api/v1${path}`, headers }), seconds)
  const ratio = ours.perSecond / bare.perSecond
  return [
    { name: 'bare Koa, W1 object', value: bare.perSecond, unit: 'req/s' },
    { name: 'GET slots W1', value: ours.perSecond, unit: 'req/s' },
    { name: 'GET slots : bare Koa', value: ratio, unit: 'ratio', target: '>= 0.25', ok: ratio >= 0.25 },
  ]
}

/** Every request books another free start: many hosts, open around the clock, a year ahead. */
async function bookingRows(server: Child, api: Api, key: string, folder: string): Promise<Row[]> {
  const weekly = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '00:00', end: '24:00' }]
  const types: string[] = []
  for (let i = 0; i < 40; i++) {
    const member = { email: `host${i}@example.com`, name: `Host ${i}`, timezone: 'UTC', signIn: false }
    const { id: userId } = await api('POST', '/organization/members', member)
    await api('POST', '/schedules', { userId, timezone: 'UTC', weekly, isDefault: true })
    const type = { ownerId: userId, title: 'Call', durationMinutes: 15, window: { kind: 'unlimited' } }
    types.push((await api('POST', '/event-types', type)).id)
  }
  const from = Math.ceil((Date.now() + 86_400_000) / 900_000) * 900_000
  let n = 0
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const ours = await load(
    server.url,
    () => {
      const i = n++
      const start = new Date(from + Math.floor(i / types.length) * 900_000).toISOString()
      const guest = { name: `Guest ${i}`, email: `guest${i}@example.com`, timezone: 'Europe/Berlin' }
      return {
        method: 'POST',
        path: '/api/v1/bookings',
        headers,
        body: JSON.stringify({ eventTypeId: types[i % types.length], start, guest }),
      }
    },
    seconds,
  )
  const refused = Object.entries(ours.statuses).filter(([status]) => status !== '201')
  if (refused.length > 0) throw new Error(`Some bookings were refused: ${JSON.stringify(ours.statuses)}`)
  const bare = bareCommits(folder, seconds)
  const ratio = ours.perSecond / bare
  return [
    { name: 'bare better-sqlite3, same rows', value: bare, unit: 'commits/s' },
    { name: 'POST /bookings', value: ours.perSecond, unit: 'req/s' },
    { name: 'POST /bookings : bare loop', value: ratio, unit: 'ratio', target: '>= 0.25', ok: ratio >= 0.25 },
  ]
}

async function startRows(env: Record<string, string>): Promise<Row[]> {
  const times: number[] = []
  let memory = 0
  for (let i = 0; i < 7; i++) {
    const began = performance.now()
    const server = await startChild([main], env)
    await (await fetch(`${server.url}/healthz`)).text()
    times.push(performance.now() - began)
    if (i === 6) {
      await new Promise((resolve) => setTimeout(resolve, 2000))
      memory = residentMegabytes(server)
    }
    await server.stop()
  }
  const cold = times.sort((a, b) => a - b)[3] ?? 0
  return [
    { name: 'start to first answer', value: cold, unit: 'ms', target: '< 500', ok: cold < 500 },
    { name: 'idle memory', value: memory, unit: 'MB', target: '< 120', ok: memory < 120 },
  ]
}

function residentMegabytes(server: Child): number {
  const rss = execFileSync('ps', ['-o', 'rss=', '-p', String(server.process.pid)], { encoding: 'utf8' })
  return Number(rss.trim()) / 1024
}

function versionRow(): Row {
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now()
    execFileSync(process.execPath, [cli, '--version'])
    return performance.now() - began
  }).sort((a, b) => a - b)
  const median = times[7] ?? 0
  return { name: 'letsmeet --version', value: median, unit: 'ms', target: '< 120', ok: median < 120 }
}
