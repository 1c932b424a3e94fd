import { and, count, eq, inArray, lte, min } from 'drizzle-orm'
import type Koa from 'koa'
import type { Services } from '../context.ts'
import { jobs } from '../jobs/model.ts'
import type { Engine } from '../webhooks/engine.ts'
import { readBacklog } from '../webhooks/queue.ts'

/** A queue whose oldest due job waits longer than this is stalled. */
const stalledAfterMs = 5 * 60_000

/** `/healthz`, `/readyz`, `/metrics` and the API document. */
export function healthPages(services: Services, engine: Engine, document: () => object): Koa.Middleware {
  let text: { json: string; yaml: string } | undefined
  return async (http, next) => {
    switch (http.path) {
      case '/healthz':
        http.body = { status: 'ok' }
        return
      case '/readyz': {
        const queue = await readQueue(services)
        const webhooks = await readBacklog(services.db.read, services.now().getTime())
        const stalled = [
          ...(queue.oldestDueMs >= stalledAfterMs ? ['queue'] : []),
          ...(webhooks.oldestDueMs >= stalledAfterMs ? ['webhooks'] : []),
        ]
        http.status = stalled.length === 0 ? 200 : 503
        http.body = { status: stalled[0] ? `${stalled[0]}_stalled` : 'ready', database: 'ok', ...queue, webhooks }
        return
      }
      case '/metrics': {
        const queue = await readQueue(services)
        const webhooks = await readBacklog(services.db.read, services.now().getTime())
        const attempts = engine.counts()
        http.type = 'text/plain; version=0.0.4'
        http.body = metrics({
          letsmeet_webhook_deliveries_pending: ['Deliveries that wait, retries included.', webhooks.pending],
          letsmeet_webhook_oldest_due_seconds: [
            'How long the oldest due delivery has waited.',
            webhooks.oldestDueMs / 1000,
          ],
          letsmeet_webhook_breakers_open: [
            'Endpoints that are left alone for a moment, since they fail.',
            webhooks.open,
          ],
          letsmeet_webhook_endpoints_failing: ['Endpoints whose last attempts failed.', webhooks.failing],
          letsmeet_webhook_in_flight: ['Attempts under way in this process.', attempts.inFlight],
          'letsmeet_webhook_attempts_total{result="succeeded"}': ['Attempts since the start.', attempts.succeeded],
          'letsmeet_webhook_attempts_total{result="failed"}': ['Attempts since the start.', attempts.failed],
          letsmeet_jobs_due: ['Jobs that are due now.', queue.due],
          letsmeet_jobs_oldest_due_seconds: ['How long the oldest due job has waited.', queue.oldestDueMs / 1000],
          process_resident_memory_bytes: ['Resident memory.', process.memoryUsage.rss()],
          process_uptime_seconds: ['Since the start.', process.uptime()],
        })
        return
      }
      case '/api/v1/openapi.json':
        text ??= render(document())
        http.type = 'application/json'
        http.body = text.json
        return
      case '/api/v1/openapi.yaml':
        text ??= render(document())
        http.type = 'application/yaml'
        http.body = text.yaml
        return
      default:
        await next()
    }
  }
}

/** What the server's own clock is behind with: what waits in a sandbox waits for a clock that may stand still. */
async function readQueue({ db, now }: Services): Promise<{ due: number; oldestDueMs: number }> {
  const at = now()
  const [row] = await db.read
    .select({ n: count(), oldest: min(jobs.dueAt) })
    .from(jobs)
    .where(and(eq(jobs.clock, ''), inArray(jobs.state, ['waiting', 'leased']), lte(jobs.dueAt, at)))
  return { due: row?.n ?? 0, oldestDueMs: row?.oldest ? at.getTime() - row.oldest.getTime() : 0 }
}

/** The text format of Prometheus; what follows a name in braces are its labels, told apart below one heading. */
function metrics(values: Record<string, [string, number]>): string {
  const told = new Set<string>()
  const lines = Object.entries(values).flatMap(([series, [help, value]]) => {
    const name = series.replace(/\{.*/, '')
    const heading = told.has(name)
      ? []
      : [`# HELP ${name} ${help}`, `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`]
    told.add(name)
    return [...heading, `${series} ${value}`]
  })
  return `${lines.join('\n')}\n`
}

// JSON is YAML 1.2, so the same text answers both until somebody wants it prettier.
const render = (document: object) => {
  const json = `${JSON.stringify(document, null, 2)}\n`
  return { json, yaml: json }
}
