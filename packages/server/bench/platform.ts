// What the platform adds to a handler, and what it saves: authentication, limits, validation, replays, the SDK's weight.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'undici'
import { type Child, startChild } from './child.ts'
import type { Shot } from './load.ts'
import type { Row } from './row.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3000)

/** Everything that is measured one request at a time: latency, not queueing. */
export async function benchPlatform(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-platform-'))
  const env = {
    PORT: '0',
    LETSMEET_DATA: folder,
    LETSMEET_OWNER_TIMEZONE: 'UTC',
    XDG_CONFIG_HOME: folder,
    LETSMEET_LOG: 'error',
    LETSMEET_RATE_LIMITS: 'on',
  }
  const both = await startChild([join(import.meta.dirname, 'whole-and-bare.ts')], env)
  try {
    const key = readFileSync(join(folder, 'owner.key'), 'utf8').trim()
    return [...(await addedRows(both, key)), ...(await replayRows(both, key)), sdkRow()]
  } finally {
    await both.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function addedRows(both: Child, ownerKey: string): Promise<Row[]> {
  const bare = new Client(both.url)
  const whole = new Client(wholeOf(both))
  const owner = { authorization: `Bearer ${ownerKey}`, 'content-type': 'application/json' }
  const ask = async (shot: Shot) => JSON.parse((await timed(whole, shot)).text)
  const eventTypeId = (await ask({ method: 'GET', path: '/api/v1/event-types', headers: owner })).data[0].id
  // Each key has a quota of its own; so many hold out for the whole run.
  const keys = await Promise.all(
    Array.from({ length: Math.ceil(rounds / 500) }, async (_, i) => {
      const body = JSON.stringify({ name: `Bench ${i}`, scopes: ['*'] })
      return (await ask({ method: 'POST', path: '/api/v1/api-keys', headers: owner, body })).key
    }),
  )
  const rows: Row[] = []
  for (const path of ['/api/v1/me', `/api/v1/event-types/${eventTypeId}`]) {
    const pair = async (i: number) => {
      const headers = { authorization: `Bearer ${keys[i % keys.length]}` }
      const inner = await timed(bare, { method: 'GET', path, headers })
      const outer = await timed(whole, { method: 'GET', path, headers })
      if (outer.text.length !== inner.text.length)
        throw new Error(`${path} has two answers: ${outer.text} and ${inner.text}`)
      return { bare: inner.micros, whole: outer.micros }
    }
    const { bare: base, whole: all } = await quietest(pair)
    const name = path.replace('/api/v1', '').replace(eventTypeId, '{id}')
    rows.push(
      { name: `GET ${name}, handler behind bare Koa`, value: base, unit: 'µs' },
      { name: `GET ${name}, whole platform`, value: all, unit: 'µs' },
      { name: `GET ${name}, added`, value: all - base, unit: 'µs', target: '<= 60', ok: all - base <= 60 },
    )
  }
  await Promise.all([bare.close(), whole.close()])
  return rows
}

/** Medians of the one of ten stretches in which the bare handler was fastest: the machine's other work is not ours. */
async function quietest(pair: (i: number) => Promise<{ bare: number; whole: number }>) {
  for (let i = 0; i < rounds / 2; i++) await pair(i)
  const stretches: { bare: number; whole: number }[] = []
  while (stretches.length < 10) {
    const times = { bare: [] as number[], whole: [] as number[] }
    for (let i = 0; i < rounds / 10; i++) {
      const { bare, whole } = await pair(i)
      times.bare.push(bare)
      times.whole.push(whole)
    }
    stretches.push({ bare: median(times.bare), whole: median(times.whole) })
  }
  return stretches.reduce((best, one) => (one.bare < best.bare ? one : best))
}

const wholeOf = (both: Child): string => / and (\S+)$/.exec(both.said)?.[1] ?? ''

async function timed(client: Client, shot: Shot): Promise<{ micros: number; text: string; replayed: boolean }> {
  const began = performance.now()
  const { statusCode, headers, body } = await client.request(shot)
  const text = await body.text()
  const micros = (performance.now() - began) * 1000
  if (statusCode >= 400) throw new Error(`${shot.method} ${shot.path}: ${text}`)
  return { micros, text, replayed: headers['idempotent-replayed'] === 'true' }
}

/** A booking, and the same request again: what a client pays that did not hear the answer. */
async function replayRows(both: Child, key: string): Promise<Row[]> {
  const whole = new Client(wholeOf(both))
  const owner = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const ask = async (shot: Shot) => JSON.parse((await timed(whole, shot)).text)
  const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  const schedule = { timezone: 'UTC', weekly: [{ days: everyDay, start: '00:00', end: '24:00' }], isDefault: true }
  await ask({ method: 'POST', path: '/api/v1/schedules', headers: owner, body: JSON.stringify(schedule) })
  const type = JSON.stringify({ title: 'Call', durationMinutes: 15, window: { kind: 'unlimited' } })
  const { id: eventTypeId } = await ask({ method: 'POST', path: '/api/v1/event-types', headers: owner, body: type })
  const from = Math.ceil(Date.now() / 900_000) * 900_000 + 86_400_000
  const times = { first: [] as number[], again: [] as number[] }
  for (let i = 0; i < rounds / 10; i++) {
    const start = new Date(from + i * 900_000).toISOString()
    const guest = { name: `Guest ${i}`, email: `guest${i}@example.com`, timezone: 'UTC' }
    const headers = { ...owner, 'idempotency-key': `bench-${i}` }
    const body = JSON.stringify({ eventTypeId, start, guest })
    const first = await timed(whole, { method: 'POST', path: '/api/v1/bookings', headers, body })
    const again = await timed(whole, { method: 'POST', path: '/api/v1/bookings', headers, body })
    if (!again.replayed || again.text !== first.text) throw new Error(`${start} was not replayed: ${again.text}`)
    times.first.push(first.micros)
    times.again.push(again.micros)
  }
  await whole.close()
  const [first, again] = [median(times.first), median(times.again)]
  return [
    { name: 'POST /bookings with a key', value: first, unit: 'µs' },
    { name: 'its replay', value: again, unit: 'µs' },
    { name: 'replay : first call', value: again / first, unit: 'ratio', target: '< 0.5', ok: again / first < 0.5 },
  ]
}

/** A fresh process each time: an import is cold once. */
function sdkRow(): Row {
  const sdk = pathToFileURL(join(import.meta.dirname, '../../sdk/dist/index.js')).href
  const script = `const began = performance.now(); await import('${sdk}'); console.log(performance.now() - began)`
  const times = Array.from({ length: 15 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })),
  )
  const value = median(times)
  return { name: 'import @letsmeet/sdk', value, unit: 'ms', target: '< 15', ok: value < 15 }
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
