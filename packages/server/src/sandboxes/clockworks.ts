import { Cron } from 'croner'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { type Clockwork, travel } from '../clockwork.ts'
import { dialect } from '../config.ts'
import type { Database } from '../db/database.ts'
import { AppError } from '../errors.ts'
import type { Log } from '../log.ts'
import { findByOrganization, shownBy } from './clock.ts'
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

type Face = Pick<SandboxRow, 'frozen' | 'shownMs' | 'sinceMs'>

interface Machine {
  face: Face
  work: Promise<Clockwork>
  /** One thing at a time: what was asked for before. */
  tail: Promise<unknown>
  isAsked: boolean
}

/** A move pauses after so long, so that whoever asked hears of it. */
const patienceMs = 20_000
/** How often others are shown where a clock is that is being moved. */
const showEveryMs = 100
/** Whoever moves a clock is believed dead after this long without a step. */
const moveLeaseMs = 60_000
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
    return machine
  }

  const settle = (organizationId: string) =>
    alone(organizationId, async (machine) => {
      const row = await findByOrganization(db.read, organizationId)
      if (!row) return clearAway(organizationId, machine)
      machine.face = row
      await (await machine.work).settle()
    })

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

  /** Holds the clock against other processes while it is moved. */
  async function claim(organizationId: string, token: string): Promise<SandboxRow> {
    const at = now()
    const free = or(isNull(sandboxes.movedUntilMs), lt(sandboxes.movedUntilMs, at.getTime()))
    const movedUntilMs = at.getTime() + moveLeaseMs
    const [row] = await db.transaction((tx) =>
      tx
        .update(sandboxes)
        .set({ movedBy: token, movedUntilMs })
        .where(and(eq(sandboxes.organizationId, organizationId), free))
        .returning(),
    )
    if (row) return row
    throw new AppError('clock_moving', 'This clock is being moved already; wait until it has arrived.', {
      retryAfterSeconds: 1,
    })
  }

  async function write(organizationId: string, token: string, face: Face, isOver: boolean): Promise<void> {
    const movedUntilMs = isOver ? null : now().getTime() + moveLeaseMs
    const mine = and(eq(sandboxes.organizationId, organizationId), eq(sandboxes.movedBy, token))
    await db.transaction(
      async (tx) =>
        void (await tx
          .update(sandboxes)
          .set({ ...face, movedUntilMs })
          .where(mine)),
    )
  }

  /** Before the first step: whoever asks again after a crash goes on to the same place. */
  async function remember(organizationId: string, moveKey: string, target: Date): Promise<void> {
    const change = { moveKey, moveTargetMs: target.getTime() }
    const here = eq(sandboxes.organizationId, organizationId)
    await db.transaction(async (tx) => void (await tx.update(sandboxes).set(change).where(here)))
  }

  const faceAt = (shown: Date, frozen: boolean): Face => ({
    frozen,
    shownMs: shown.getTime(),
    sinceMs: now().getTime(),
  })

  /** Claims a clock for as long as `task` needs it; what `task` leaves it at stays. */
  const claimed = <T>(
    organizationId: string,
    task: (machine: Machine, row: SandboxRow, set: (face: Face) => Promise<void>) => Promise<T>,
  ) =>
    alone(organizationId, async (machine) => {
      const token = newToken()
      let written = performance.now()
      const row = await claim(organizationId, token)
      machine.face = row
      try {
        return await task(machine, row, async (face) => {
          machine.face = face
          // Of a thousand steps a second only some are shown: whoever looks meanwhile sees it on its way.
          if (performance.now() - written < showEveryMs) return
          written = performance.now()
          await write(organizationId, token, face, false)
        })
      } finally {
        await write(organizationId, token, machine.face, true)
      }
    })

  const cron = ticks === 'ticking' ? new Cron('* * * * * *', { protect: true, unref: true, catch: true }, tick) : null

  return {
    touch: (organizationId) => void touched.set(organizationId, performance.now()),
    wake,
    resume: async () => {
      // One process at a time owns an SQLite file: whoever moved a clock there is dead.
      if (dialect === 'sqlite')
        await db.transaction(async (tx) => void (await tx.update(sandboxes).set({ movedUntilMs: null })))
      for (const { id } of await db.read.select({ id: sandboxes.organizationId }).from(sandboxes)) ask(id)
    },
    settle: async (organizationId) => void (await settle(organizationId)),
    settleAll: async () => {
      const all = await db.read.select({ id: sandboxes.organizationId }).from(sandboxes)
      for (const id of new Set([...all.map((row) => row.id), ...machines.keys()])) await settle(id)
    },
    move: async (organizationId, targetOf, key) => {
      const moved = await claimed(organizationId, async (machine, row, set) => {
        const from = shownBy(machine.face, now())
        const isKnown = key !== undefined && row.moveKey === key && row.moveTargetMs !== null
        const target = isKnown ? new Date(Math.max(from.getTime(), Number(row.moveTargetMs))) : targetOf(from)
        if (key !== undefined && !isKnown) await remember(organizationId, key, target)
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
      await claimed(organizationId, async (machine, _row, set) => set(faceAt(shownBy(machine.face, now()), frozen)))
    },
    stop: async () => {
      cron?.stop()
      isStopped = true
      await Promise.all([...machines.values()].map(async (machine) => (await machine.work).stop()))
    },
  }
}
