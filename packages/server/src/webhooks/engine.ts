import { Cron } from 'croner'
import { eq } from 'drizzle-orm'
import type { Context, Services } from '../context.ts'
import { version } from '../version.ts'
import { redacted } from './headers.ts'
import { signedHeaders } from './message.ts'
import { type DeliveryRow, type EndpointRow, endpoints } from './model.ts'
import type { Poster } from './post.ts'
import { headersOf } from './present.ts'
import { claim, dueEndpoints, nextDue } from './queue.ts'
import { record, type Tried } from './record.ts'
import { shownUrl } from './shown-url.ts'

export interface Engine {
  /** Looks for due deliveries now. */
  wake(): void
  /** Sends everything that is due at the clock's time, until nothing is. */
  settle(): Promise<void>
  /** Stops claiming, waits for what runs, and records it. */
  stop(): Promise<void>
  /** Attempts since the start, by result. */
  counts(): { succeeded: number; failed: number; inFlight: number }
}

export interface EngineOptions {
  poster: Poster
  ticks: 'ticking' | 'by hand'
  perEndpoint?: number
  altogether?: number
}

/** How long a stop waits for answers. */
const patienceMs = 5000

/** Sends deliveries: claimed an endpoint at a time, so that a dead one never stands before the others. */
export function startEngine(services: Services, options: EngineOptions): Engine {
  const { perEndpoint = 8, altogether = 128 } = options
  const claimant = services.newId('run')
  const inFlight = new Map<string, number>()
  const running = new Set<Promise<void>>()
  const finished: Tried[] = []
  const counted = { succeeded: 0, failed: 0 }
  let total = 0
  let looking: Promise<void> | null = null
  let again = false
  let writing: Promise<void> | null = null
  let stopped = false

  const roomOf = (endpointId: string) => Math.min(perEndpoint - (inFlight.get(endpointId) ?? 0), altogether - total)

  async function look(): Promise<void> {
    do {
      again = false
      const nowMs = services.now().getTime()
      const due = await dueEndpoints(services.db.read, nowMs, altogether)
      const free = due.filter((id) => roomOf(id) > 0)
      await Promise.all(free.map((id) => claimFrom(id, nowMs)))
    } while (again && !stopped)
  }

  async function claimFrom(endpointId: string, nowMs: number): Promise<void> {
    const room = roomOf(endpointId)
    if (room <= 0 || stopped) return
    const taken = await services.db.transaction((tx) => claim(tx, endpointId, { nowMs, room, claimant }))
    for (const delivery of taken) launch(delivery)
    // A full hand means that there may be more.
    if (taken.length === room && roomOf(endpointId) > 0) again = true
  }

  function launch(delivery: DeliveryRow): void {
    const id = delivery.endpointId
    total++
    inFlight.set(id, (inFlight.get(id) ?? 0) + 1)
    const run = attempt(delivery)
      .then((tried) => void (tried && finished.push(tried)))
      .catch((cause: unknown) => services.log.error('a webhook attempt broke off', { delivery: delivery.id, cause }))
      .finally(() => {
        running.delete(run)
        total--
        const left = (inFlight.get(id) ?? 1) - 1
        if (left === 0) inFlight.delete(id)
        else inFlight.set(id, left)
        write()
      })
    running.add(run)
  }

  async function attempt(delivery: DeliveryRow): Promise<Tried | null> {
    const endpoint = await find(services, delivery.endpointId)
    // Switched off between the claim and now: what was claimed is held or gone already.
    if (!endpoint?.enabled || endpoint.deletedAt) return null
    const at = services.now()
    const own = headersOf(services, endpoint)
    const ours = {
      ...signedHeaders(services, endpoint, delivery),
      'user-agent': `LetsMeet/${version} (+https://www.standardwebhooks.com)`,
    }
    const outcome = await options.poster.post({ url: endpoint.url, headers: { ...own, ...ours }, body: delivery.body })
    counted[outcome.errorCode === null ? 'succeeded' : 'failed']++
    return { delivery, url: shownUrl(endpoint.url), requestHeaders: { ...redacted(own), ...ours }, outcome, at }
  }

  /** Outcomes that come while others are written are written together next. */
  function write(): void {
    if (writing || finished.length === 0) {
      if (!writing) wake()
      return
    }
    writing = new Promise((resolve) => setImmediate(resolve))
      .then(() => writeAll(finished.splice(0)))
      .catch((cause: unknown) => services.log.error('webhook attempts could not be recorded', { cause }))
      .finally(() => {
        writing = null
        if (finished.length > 0) write()
        wake()
      })
  }

  async function writeAll(tried: Tried[]): Promise<void> {
    const byEndpoint = Map.groupBy(tried, (one) => one.delivery.endpointId)
    await Promise.all(
      [...byEndpoint].map(([endpointId, group]) =>
        services.db
          .transaction((tx) => record(tx, systemContext(services, group), endpointId, group))
          // The lease runs out and it is sent again: at least once.
          .catch((cause: unknown) =>
            services.log.error('webhook attempts could not be recorded', { endpointId, cause }),
          ),
      ),
    )
  }

  function wake(): void {
    if (stopped) return
    if (looking) {
      again = true
      return
    }
    looking = look()
      .catch((cause: unknown) => services.log.error('the webhook queue could not be read', { cause }))
      .finally(() => {
        looking = null
      })
  }

  const idle = async () => {
    while (looking || writing || total > 0) await (looking ?? writing ?? Promise.race(running))
  }
  const clock = options.ticks === 'ticking' ? new Cron('* * * * * *', { protect: true, unref: true }, wake) : null

  return {
    wake,
    settle: async () => {
      for (;;) {
        wake()
        await idle()
        const next = await nextDue(services.db.read)
        if (next === null || next > services.now().getTime()) return
      }
    },
    stop: async () => {
      clock?.stop()
      stopped = true
      const patience = new Promise<void>((resolve) => void setTimeout(resolve, patienceMs).unref())
      await Promise.race([idle(), patience])
      // What still hangs ends now as “shutting down”, which spends no attempt.
      await options.poster.close()
      await idle()
    },
    counts: () => ({ ...counted, inFlight: total }),
  }
}

async function find({ db }: Services, id: string): Promise<EndpointRow | undefined> {
  const [row] = await db.read.memo([endpoints], `webhook-endpoint:${id}`, () =>
    db.read.select().from(endpoints).where(eq(endpoints.id, id)),
  )
  return row
}

const systemContext = (services: Services, [first]: Tried[]): Context => ({
  ...services,
  actor: { type: 'system', id: 'webhooks' },
  organizationId: first?.delivery.organizationId ?? '',
  source: 'api',
  scopes: [],
  plan: 'enterprise',
})
