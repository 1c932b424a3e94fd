import { Cron } from 'croner'
import { eq } from 'drizzle-orm'
import { type Clockwork, travel } from '../clockwork.ts'
import { dialect } from '../config.ts'
import type { Database } from '../db/database.ts'
import { AppError } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Face, findByOrganization, shownBy } from './clock.ts'
import {
  isHeld,
  knownTarget,
  type Lease,
  leaveClock,
  rememberTarget,
  showClock,
  takeBackClocks,
  takeClock,
  waitForClock,
} from './clock-lease.ts'
import type { Clockworks } from './clocks.ts'
import { type SandboxRow, sandboxes } from './model.ts'
import { removeAll } from './remove.ts'

export interface ClockworksOptions {
  db: Database
  /** The server's clock. */
  now(): Date
  log: Log
  ticks: 'ticking' | 'by hand'
  newToken(): string
  /** Starts the work of one sandbox, by its own clock. */
  open(organizationId: string, now: () => Date): Promise<Clockwork>
}

interface Machine {
  face: Face
  work: Promise<Clockwork>
  /** One thing at a time: what was asked for before. */
  tail: Promise<unknown>
  isAsked: boolean
}

/** A clock that somebody may move. */
interface Held {
  machine: Machine
  row: SandboxRow
  lease: Lease
  set(face: Face): Promise<void>
}

/** A move pauses after so long, so that whoever asked hears of it. */
const patienceMs = 20_000
/** A request is over by then, and its commit was seen. */
const recentlyMs = 10_000

export function createClockworks({ db, now, log, ticks, newToken, open }: ClockworksOptions): Clockworks {
  const machines = new Map<string, Machine>()
  const touched = new Map<string, number>()
  let isStopped = false

  async function alone<T>(organizationId: string, task: (machine: Machine) => Promise<T>): Promise<T | null> {
    const machine = machines.get(organizationId) ?? (await start(organizationId))
    if (!machine || isStopped) return null
    const done = machine.tail.then(() => (machines.get(organizationId) === machine ? task(machine) : null))
    machine.tail = done.catch(() => undefined)
    return done
  }

  async function start(organizationId: string): Promise<Machine | null> {
    const row = await findByOrganization(db.read, organizationId)
    const known = machines.get(organizationId)
    if (known || !row) return known ?? null
    const machine: Machine = {
      face: row,
      work: Promise.resolve().then(() => open(organizationId, () => shownBy(machine.face, now()))),
      tail: Promise.resolve(),
      isAsked: false,
    }
    machines.set(organizationId, machine)
    // Whoever asks next tries again.
    machine.work.catch(() => machines.delete(organizationId))
    return machine
  }

  const settle = (organizationId: string) =>
    alone(organizationId, async (machine) => {
      const row = await findByOrganization(db.read, organizationId)
      if (!row) return clearAway(organizationId, machine)
      // Another process moves it, and does on the way what is due: both would do it, each by its own time.
      if (isHeld(row, now())) return
      machine.face = row
      const work = await machine.work
      // On SQLite this process is alone; elsewhere nobody may begin to move it while something is under way.
      if (dialect === 'sqlite' || !(await isDue(work, machine))) return void (await work.settle())
      const lease = { organizationId, token: newToken() }
      const mine = await takeClock(db, lease, now())
      if (!mine) return
      machine.face = mine
      await work.settle().finally(() => leaveClock(db, lease, mine))
    })

  async function isDue(work: Clockwork, { face }: Machine): Promise<boolean> {
    const next = await work.nextDue()
    return next !== null && next <= shownBy(face, now())
  }

  /** A sandbox was deleted: what ran at that moment may have written once more. */
  async function clearAway(organizationId: string, machine: Machine): Promise<void> {
    machines.delete(organizationId)
    touched.delete(organizationId)
    await (await machine.work).stop()
    await db.transaction((tx) => removeAll(tx, organizationId))
  }

  function ask(organizationId: string): void {
    const machine = machines.get(organizationId)
    if (machine?.isAsked) return
    if (machine) machine.isAsked = true
    alone(organizationId, async (known) => {
      known.isAsked = false
    })
      .then(() => settle(organizationId))
      .catch((cause: unknown) => log.error('a sandbox could not be worked on', { organizationId, cause }))
  }

  function wake(): void {
    if (isStopped || touched.size === 0) return
    const recent = performance.now() - recentlyMs
    for (const [organizationId, at] of touched) {
      if (at < recent) touched.delete(organizationId)
      else ask(organizationId)
    }
  }

  async function tick(): Promise<void> {
    wake()
    const flowing = await db.read.memo([sandboxes], 'sandboxes-flowing', () =>
      db.read.select({ id: sandboxes.organizationId }).from(sandboxes).where(eq(sandboxes.frozen, false)),
    )
    for (const { id } of flowing) ask(id)
  }

  const faceAt = (shown: Date, frozen: boolean): Face => ({
    frozen,
    shownMs: shown.getTime(),
    sinceMs: now().getTime(),
  })

  /** Claims a clock for as long as `task` needs it; what `task` leaves it at stays. */
  const claimed = <T>(organizationId: string, task: (held: Held) => Promise<T>) =>
    alone(organizationId, async (machine) => {
      const lease = { organizationId, token: newToken() }
      const row = await waitForClock(db, lease, now)
      machine.face = row
      // Each step is written beside the claim of what it is made for, which costs no commit of its own: after a crash
      // the clock is where things have happened.
      const set = async (face: Face) => {
        machine.face = face
        await showClock(db.lazy, lease, face, now())
      }
      try {
        return await task({ machine, row, lease, set })
      } finally {
        await leaveClock(db, lease, machine.face)
      }
    })

  const cron = ticks === 'ticking' ? new Cron('* * * * * *', { protect: true, unref: true, catch: true }, tick) : null

  return {
    touch: (organizationId) => void touched.set(organizationId, performance.now()),
    wake,
    resume: async () => {
      await takeBackClocks(db)
      for (const { id } of await db.read.select({ id: sandboxes.organizationId }).from(sandboxes)) ask(id)
    },
    settle: async (organizationId) => void (await settle(organizationId)),
    settleAll: async () => {
      const all = await db.read.select({ id: sandboxes.organizationId }).from(sandboxes)
      for (const id of new Set([...all.map((row) => row.id), ...machines.keys()])) await settle(id)
    },
    move: async (organizationId, targetOf, named) => {
      const moved = await claimed(organizationId, async ({ machine, row, lease, set }) => {
        const from = shownBy(machine.face, now())
        const known = knownTarget(row, named)
        const target = known === null ? targetOf(from) : new Date(Math.max(from.getTime(), known))
        if (named && known === null) await rememberTarget(db, lease, named, target)
        await set(faceAt(from, true))
        const began = performance.now()
        const arrived = await travel(
          await machine.work,
          target,
          (at) => set(faceAt(at, true)),
          () => performance.now() - began < patienceMs && !isStopped,
        )
        return { from, target, now: shownBy(machine.face, now()), arrived }
      })
      if (!moved) throw new AppError('not_found', 'This sandbox was deleted.')
      return moved
    },
    hold: async (organizationId, frozen) => {
      await claimed(organizationId, async ({ machine, set }) => set(faceAt(shownBy(machine.face, now()), frozen)))
    },
    stop: async () => {
      cron?.stop()
      isStopped = true
      await Promise.all([...machines.values()].map(async (machine) => (await machine.work).stop()))
    },
  }
}
