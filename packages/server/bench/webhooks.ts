// Webhooks: how many leave in a second, how soon, and what a dead receiver and a long log change about it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from './child.ts'
import type { Row } from './row.ts'

export interface WebhookFigures {
  /** Deliveries and bare POSTs a second. */
  ours: number
  bare: number
  /** A look at the queues with nothing due. */
  tickMs: number
  /** Milliseconds from the commit to the arrival, without and with 200,000 deliveries waiting for a dead receiver. */
  alone: { median: number; p99: number }
  beside: { median: number; p99: number }
}

const deliveries = Number(process.env.BENCH_DELIVERIES ?? 8000)

export async function benchWebhooks(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-webhooks-'))
  const receiver = await startChild([join(import.meta.dirname, 'webhook-receiver.ts')], {})
  try {
    const engine = await startChild(
      [join(import.meta.dirname, 'webhook-engine.ts'), receiver.url, String(deliveries)],
      {
        PORT: '0',
        LETSMEET_DATA: folder,
        LETSMEET_OWNER_TIMEZONE: 'UTC',
        XDG_CONFIG_HOME: folder,
        LETSMEET_LOG: 'error',
      },
    )
    const { ours, bare, tickMs, alone, beside }: WebhookFigures = JSON.parse(
      engine.said.slice(engine.said.indexOf('{')),
    )
    const throughput = ours / bare
    const change = beside.median / alone.median
    return [
      { name: 'bare POST loop, 64 at once', value: bare, unit: 'req/s' },
      { name: 'webhooks, 64 at once', value: ours, unit: 'req/s' },
      { name: 'webhooks : bare POST', value: throughput, unit: 'ratio', target: '>= 0.4', ok: throughput >= 0.4 },
      { name: 'webhook, commit to arrival', value: alone.median, unit: 'ms', target: '< 100', ok: alone.median < 100 },
      { name: 'its 99th percentile', value: alone.p99, unit: 'ms', target: '< 100', ok: alone.p99 < 100 },
      { name: 'the same beside 200,000 for a dead one', value: beside.median, unit: 'ms' },
      { name: 'its 99th percentile', value: beside.p99, unit: 'ms' },
      { name: 'dead : without', value: change, unit: 'ratio', target: '< 1.5', ok: change < 1.5 },
      { name: 'webhook tick, 1,000,000 stored', value: tickMs, unit: 'ms', target: '< 1', ok: tickMs < 1 },
    ]
  } finally {
    await receiver.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
