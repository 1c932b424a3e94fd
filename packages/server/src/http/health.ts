import { and, count, inArray, lte, min } from 'drizzle-orm'
import type Koa from 'koa'
import type { Services } from '../context.ts'
import { jobs } from '../jobs/model.ts'

/** A queue whose oldest due job waits longer than this is stalled. */
const stalledAfterMs = 5 * 60_000

/** `/healthz`, `/readyz`, `/metrics` and the API document. */
export function healthPages(services: Services, document: () => object): Koa.Middleware {
  let text: { json: string; yaml: string } | undefined
  return async (http, next) => {
    switch (http.path) {
      case '/healthz':
        http.body = { status: 'ok' }
        return
      case '/readyz': {
        const queue = await readQueue(services)
        const ready = queue.oldestDueMs < stalledAfterMs
        http.status = ready ? 200 : 503
        http.body = { status: ready ? 'ready' : 'queue_stalled', database: 'ok', ...queue }
        return
      }
      case '/metrics': {
        const queue = await readQueue(services)
        http.type = 'text/plain; version=0.0.4'
        http.body = metrics({
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

async function readQueue({ db, now }: Services): Promise<{ due: number; oldestDueMs: number }> {
  const at = now()
  const [row] = await db.read
    .select({ n: count(), oldest: min(jobs.dueAt) })
    .from(jobs)
    .where(and(inArray(jobs.state, ['waiting', 'leased']), lte(jobs.dueAt, at)))
  return { due: row?.n ?? 0, oldestDueMs: row?.oldest ? at.getTime() - row.oldest.getTime() : 0 }
}

const metrics = (values: Record<string, [string, number]>) =>
  `${Object.entries(values)
    .map(([name, [help, value]]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}`)
    .join('\n')}\n`

// JSON is YAML 1.2, so the same text answers both until somebody wants it prettier.
const render = (document: object) => {
  const json = `${JSON.stringify(document, null, 2)}\n`
  return { json, yaml: json }
}
