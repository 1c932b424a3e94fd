/** The right to move a clock: one process at a time has it. */
import { createHash } from 'node:crypto'
import { setTimeout as passed } from 'node:timers/promises'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { dialect } from '../config.ts'
import type { Database } from '../db/database.ts'
import { AppError } from '../errors.ts'
import type { Face } from './clock.ts'
import type { NamedMove } from './clocks.ts'
import { type SandboxRow, sandboxes } from './model.ts'

/** Whoever moves a clock is believed dead after this long without a step. */
const leaseMs = 60_000
/** So often somebody who wants to move it looks whether it is free. */
const patience = 30
const eachMs = 50

export interface Lease {
  organizationId: string
  /** Names this move and no other. */
  token: string
}

/** Whether somebody moves the clock now. */
export const isHeld = ({ movedUntilMs }: SandboxRow, now: Date): boolean =>
  movedUntilMs !== null && movedUntilMs >= now.getTime()

/** Takes the clock; null while somebody else has it. */
export async function takeClock(db: Database, { organizationId, token }: Lease, now: Date): Promise<SandboxRow | null> {
  const free = or(isNull(sandboxes.movedUntilMs), lt(sandboxes.movedUntilMs, now.getTime()))
  const [row] = await db.transaction((tx) =>
    tx
      .update(sandboxes)
      .set({ movedBy: token, movedUntilMs: now.getTime() + leaseMs })
      .where(and(eq(sandboxes.organizationId, organizationId), free))
      .returning(),
  )
  return row ?? null
}

/** The same for whoever has come to move it: most who have it have it for a moment. */
export async function waitForClock(db: Database, lease: Lease, now: () => Date): Promise<SandboxRow> {
  for (let tries = 0; tries < patience; tries++) {
    const row = await takeClock(db, lease, now())
    if (row) return row
    await passed(eachMs)
  }
  throw new AppError('clock_moving', 'This clock is being moved already; wait until it has arrived.', {
    retryAfterSeconds: 1,
  })
}

/** Shows others where the clock is, and that somebody still moves it. */
export const showClock = (db: Database, lease: Lease, face: Face, now: Date): Promise<void> =>
  write(db, lease, { ...face, movedUntilMs: now.getTime() + leaseMs })

/** Leaves it where it is, for the next. */
export const leaveClock = (db: Database, lease: Lease, face: Face): Promise<void> =>
  write(db, lease, { ...face, movedUntilMs: null })

/** Where a move led that is asked for again; null when it is new. The key of another wish is refused. */
export function knownTarget(row: SandboxRow, named: NamedMove | undefined): number | null {
  if (named === undefined || row.moveTargetMs === null || row.moveKey?.split(':')[0] !== digest(named.key)) return null
  if (row.moveKey === nameOf(named)) return Number(row.moveTargetMs)
  throw new AppError(
    'idempotency_mismatch',
    'This Idempotency-Key moved the clock in another way; send a new one with another move.',
  )
}

/** Before the first step: whoever asks again under this key, also after a crash, goes on to the same place. */
export const rememberTarget = (db: Database, lease: Lease, named: NamedMove, target: Date): Promise<void> =>
  write(db, lease, { moveKey: nameOf(named), moveTargetMs: target.getTime() })

/** Takes the clocks of a dead process back, where no other can have them: one at a time owns an SQLite file. */
export async function takeBackClocks(db: Database): Promise<void> {
  if (dialect === 'postgres') return
  await db.transaction(async (tx) => void (await tx.update(sandboxes).set({ movedUntilMs: null })))
}

async function write(db: Database, { organizationId, token }: Lease, change: Partial<SandboxRow>): Promise<void> {
  const mine = and(eq(sandboxes.organizationId, organizationId), eq(sandboxes.movedBy, token))
  await db.transaction(async (tx) => void (await tx.update(sandboxes).set(change).where(mine)))
}

const nameOf = ({ key, wish }: NamedMove): string => `${digest(key)}:${digest(wish)}`

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')
