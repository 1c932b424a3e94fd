import { setTimeout as passed } from 'node:timers/promises'
import { Cron } from 'croner'
import type { Context, Services } from '../context.ts'
import { restPatiently } from '../jobs/patience.ts'
import { createLanes, type Lane } from './lanes.ts'
import type { DeliveryRow, EndpointRow } from './model.ts'
import type { Tried } from './outcomes.ts'
import { dueEndpoints, nextDue } from './queue.ts'
import { takeTurn } from './record.ts'
import { type Sending, send } from './send.ts'

export interface Engine {
  /** Looks for due deliveries now. */
  wake(): void
  /** Sends everything that is due at the clock's time, until nothing is. */
  settle(): Promise<void>
  /** Waits for what runs, and begins nothing. */
  rest(): Promise<void>
  isBusy(): boolean
  /** Stops claiming, waits for what runs, and records it. */
  stop(): Promise<void>
  /** Attempts since the start, by result. */
  counts(): { succeeded: number; failed: number; inFlight: number }
}

export interface EngineOptions extends Sending {
  ticks: 'ticking' | 'by hand'
  perEndpoint?: number
  altogether?: number
}

/** How often outcomes that cannot be written are tried again; after that the lease runs out and it is sent again. */
const mostFaults = 5
/** How long to leave a queue alone that another process holds. */
const heldMs = 5
const gatherMs = 3

/** Sends deliveries: claimed an endpoint at a time, so that a dead one never stands before the others. */
export function startEngine(services: Services, options: EngineOptions): Engine {
  const { perEndpoint = 8, altogether = 128 } = options
  const claimant = services.newId('run')
  const lanes = createLanes({ perEndpoint, altogether })
  const counted = { succeeded: 0, failed: 0 }
  const running = new Set<Promise<void>>()
  let claims = 0
  let looking: Promise<void> | null = null
  let again = false
  let stopped = false
  let faults = 0
  let lastFault: unknown

  function wake(): void {
    if (stopped) return
    if (looking) {
      again = true
      return
    }
    looking = look()
      .catch((cause: unknown) => {
        faults++
        lastFault = cause
        services.log.error('the webhook queue could not be read', { cause })
        // The next tick tries again; a database that fails gets no better by being asked at once.
        again = false
      })
      .finally(() => {
        looking = null
        // It may have come after the last look and before this line.
        if (again) wake()
      })
  }

  async function look(): Promise<void> {
    for (;;) {
      again = false
      // Those that have their share already must not hide the others.
      const due = await dueEndpoints(services, altogether + lanes.size())
      for (const lane of lanes.inOrder(due)) if (lane.finished.length > 0 || lanes.roomOf(lane) > 0) start(lane)
      if (!again || stopped) return
      // Commits come by the thousand: one look for all of a moment.
      await passed(gatherMs)
      if (stopped) return
    }
  }

  function start(lane: Lane): void {
    if (lane.isTurning) {
      // What this turn has claimed may be older than what is asked for.
      lane.isAsked = true
      return
    }
    lane.isTurning = true
    lane.isAsked = false
    track(
      turn(lane)
        .catch((cause: unknown) => services.log.error('a webhook queue could not be moved on', { cause }))
        .finally(() => {
          lane.isTurning = false
          if (lane.isAsked && !stopped && lanes.roomOf(lane) > 0) start(lane)
          else if (lane.finished.length > 0 && lane.faults === 0) gather(lane)
          else lanes.tidy(lane)
        }),
    )
  }

  /** Writes what was tried and claims what is next in one transaction, for as long as there is much to write. */
  async function turn(lane: Lane): Promise<void> {
    do {
      const tried = lane.finished.splice(0)
      const room = stopped ? 0 : lanes.reserve(lane)
      const asked = { room, busy: lane.busy, token: `${claimant}.${++claims}` }
      const taken = await services.db
        .transaction((tx) => takeTurn(tx, systemContext(services), lane.endpointId, tried, asked))
        .catch((cause: unknown) => failed(lane, tried, cause))
      lanes.release(room)
      if (taken === 'failed') return
      lane.faults = 0
      if (taken === null) {
        await passed(heldMs)
        return
      }
      lane.isFull = taken.isFull
      for (const delivery of taken.deliveries) launch(lane, taken.endpoint, delivery)
      // A full hand means that there may be more.
      if (room === 0 || taken.deliveries.length === room) again = true
    } while (lane.finished.length >= perEndpoint)
    if (again) wake()
  }

  function failed(lane: Lane, tried: Tried[], cause: unknown): 'failed' {
    services.log.error('webhook attempts could not be recorded', { endpointId: lane.endpointId, cause })
    lane.faults++
    faults++
    lastFault = cause
    if (lane.faults < mostFaults) lane.finished.unshift(...tried)
    return 'failed'
  }

  function launch(lane: Lane, endpoint: EndpointRow, delivery: DeliveryRow): void {
    lanes.begin(lane)
    const done = send(services, options, endpoint, delivery)
      .then((tried) => {
        counted[tried.outcome.errorCode === null ? 'succeeded' : 'failed']++
        lane.finished.push(tried)
      })
      .catch((cause: unknown) => services.log.error('a webhook attempt broke off', { delivery: delivery.id, cause }))
      .finally(() => {
        lanes.end(lane)
        gather(lane)
      })
    track(done)
  }

  /** Outcomes that come within a moment are written together, which costs hardly more than writing one. */
  function gather(lane: Lane): void {
    if (lane.busy === 0 || lane.finished.length >= perEndpoint) start(lane)
    else if (!lane.isGathering) {
      lane.isGathering = true
      track(
        passed(gatherMs).then(() => {
          lane.isGathering = false
          if (lane.finished.length > 0) start(lane)
        }),
      )
    }
  }

  function track(work: Promise<void>): void {
    const tracked = work.finally(() => running.delete(tracked))
    running.add(tracked)
  }

  const idle = async () => {
    for (let one = looking ?? first(running); one; one = looking ?? first(running)) await one
  }
  const clock = options.ticks === 'ticking' ? new Cron('* * * * * *', { protect: true, unref: true }, wake) : null

  return {
    wake,
    settle: async () => {
      for (let inVain = 0; ; ) {
        const before = faults
        wake()
        await idle()
        inVain = faults > before ? inVain + 1 : 0
        if (inVain === mostFaults) throw lastFault
        const next = await nextDue(services)
        // What was told to stop leaves the rest as it is.
        if (stopped || next === null || next > services.now().getTime()) return
      }
    },
    rest: idle,
    isBusy: () => looking !== null || running.size > 0,
    stop: async () => {
      clock?.stop()
      stopped = true
      await restPatiently(idle)
      // What still hangs ends now as “shutting down”, which spends no attempt.
      await options.poster.close()
      await idle()
    },
    counts: () => ({ ...counted, inFlight: lanes.inFlight() }),
  }
}

const first = <T>(all: ReadonlySet<T>): T | undefined => all.values().next().value

const systemContext = (services: Services): Context => ({
  ...services,
  actor: { type: 'system', id: 'webhooks' },
  // The endpoint's, once it is known.
  organizationId: '',
  source: 'api',
  scopes: [],
  plan: 'enterprise',
})
