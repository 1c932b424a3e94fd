// Reminders: how many leave in a second, and what a million that are planned cost while none is due.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from './child.ts'
import type { Row } from './row.ts'

export interface ReminderFigures {
  /** Reminders and bare mails a second. */
  ours: number
  bare: number
  /** A look at the ledger with nothing due, with 1,000 planned and with 1,000,000. */
  fewMs: number
  manyMs: number
}

const due = Number(process.env.BENCH_REMINDERS ?? 10_000)

export async function benchReminders(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-reminders-'))
  const post = await startChild([join(import.meta.dirname, 'reminder-post.ts')], {})
  try {
    const engine = await startChild([join(import.meta.dirname, 'reminder-engine.ts'), post.url, String(due)], {
      PORT: '0',
      LETSMEET_DATA: folder,
      LETSMEET_OWNER_TIMEZONE: 'UTC',
      XDG_CONFIG_HOME: folder,
      LETSMEET_LOG: 'error',
    })
    const { ours, bare, fewMs, manyMs }: ReminderFigures = JSON.parse(engine.said.slice(engine.said.indexOf('{')))
    const throughput = ours / bare
    const growth = manyMs / fewMs
    return [
      { name: 'bare SMTP pool, 2 connections', value: bare, unit: 'mails/s' },
      { name: 'reminders, 2 connections', value: ours, unit: 'mails/s' },
      { name: 'reminders : bare pool', value: throughput, unit: 'ratio', target: '>= 0.5', ok: throughput >= 0.5 },
      { name: 'reminder tick, 1,000 planned', value: fewMs, unit: 'ms' },
      { name: 'reminder tick, 1,000,000 planned', value: manyMs, unit: 'ms' },
      { name: '1,000,000 : 1,000', value: growth, unit: 'ratio', target: '<= 2', ok: growth <= 2 },
    ]
  } finally {
    await post.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
