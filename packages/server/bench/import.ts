// 50,000 contacts from a CSV file over HTTP while guests book, against the built server.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from './child.ts'
import type { Row } from './row.ts'

const rows = 50_000
/** So often a guest books meanwhile. */
const everyMs = 50

export async function benchImport(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-import-'))
  const env = {
    ...{ PORT: '0', LETSMEET_DATA: folder, LETSMEET_OWNER_TIMEZONE: 'UTC', XDG_CONFIG_HOME: folder },
    ...{ LETSMEET_LOG: 'error', LETSMEET_RATE_LIMITS: 'off' },
  }
  const server = await startChild([join(import.meta.dirname, '../dist/main.js')], env)
  try {
    const key = readFileSync(join(folder, 'owner.key'), 'utf8').trim()
    const send = async (path: string, type: string, body: string) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': type }
      const response = await fetch(`${server.url}/api/v1${path}`, { method: 'POST', headers, body })
      const text = await response.text()
      if (!response.ok) throw new Error(`${path}: ${text}`)
      return JSON.parse(text)
    }
    const book = await booker(send)
    let done = false
    const importing = timed(async () => {
      const report = await send('/contacts/import', 'text/csv', file())
      done = true
      if (report.created !== rows) throw new Error(`The import says ${JSON.stringify(report).slice(0, 500)}`)
    })
    const waits: number[] = []
    while (!done) {
      waits.push(await timed(book))
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
    const seconds = (await importing) / 1000
    const p99 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
    return [
      { name: 'import of 50,000 contacts', value: seconds, unit: 's', target: '< 15', ok: seconds < 15 },
      { name: 'booking while they come in, p99', value: p99, unit: 'ms', target: '< 100', ok: p99 < 100 },
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Books the next free hour each time, for somebody else. */
async function booker(send: (path: string, type: string, body: string) => Promise<{ id: string }>) {
  const json = 'application/json'
  const weekly = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '00:00', end: '24:00' }]
  const schedule = await send('/schedules', json, JSON.stringify({ name: 'Always', timezone: 'UTC', weekly }))
  const type = { title: 'Bench', durationMinutes: 60, window: { kind: 'unlimited' }, scheduleId: schedule.id }
  const { id: eventTypeId } = await send('/event-types', json, JSON.stringify(type))
  let n = 0
  return async () => {
    n++
    const start = new Date(Date.UTC(2040, 0, 1) + n * 3_600_000).toISOString()
    const guest = { name: `Guest ${n}`, email: `booker${n}@example.com`, timezone: 'UTC' }
    await send('/bookings', json, JSON.stringify({ eventTypeId, start, guest }))
  }
}

const file = (): string => {
  const lines = Array.from(
    { length: rows },
    (_, i) => `guest${i}@example.com,Grace,Hopper ${i},Company ${i % 500},+1 202 ${i},vip; berlin`,
  )
  return `Email,First name,Last name,Company,Phone,Tags\n${lines.join('\n')}\n`
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
