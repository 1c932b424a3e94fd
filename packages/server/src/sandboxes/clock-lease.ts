/** The right to move a clock: one process at a time has it. */
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { dialect } from '../config.ts'
import type { Database } from '../db/database.ts'
import { AppError } from '../errors.ts'
import type { Face } from './clock.ts'
import { type SandboxRow, sandboxes } from './model.ts'

/** Whoever moves a clock is believed dead after this long without a step. */
const leaseMs = 60_000

export interface Lease {
  organizationId: string
  /** Names this move and no other. */
  token: string
}

/** Whether somebody moves the clock now. */
export const isHeld = ({ movedUntilMs }: SandboxRow, now: Date): boolean =>
  movedUntilMs !== null && movedUntilMs >= now.getTime()

/** Takes the clock, or refuses while somebody else moves it; the sandbox as it is. */
export async function takeClock(db: Database, { organizationId, token }: Lease, now: Date): Promise<SandboxRow> {
  const free = or(isNull(sandboxes.movedUntilMs), lt(sandboxes.movedUntilMs, now.getTime()))
  const [row] = await db.transaction((tx) =>
    tx
      .update(sandboxes)
      .set({ movedBy: token, movedUntilMs: now.getTime() + leaseMs })
      .where(and(eq(sandboxes.organizationId, organizationId), free))
      .returning(),
  )
  if (row) return row
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

/** Before the first step: whoever asks again under this key, also after a crash, goes on to the same place. */
export const rememberTarget = (db: Database, lease: Lease, moveKey: string, target: Date): Promise<void> =>
  write(db, lease, { moveKey, moveTargetMs: target.getTime() })

/** Takes the clocks of a dead process back, where no other can have them: one at a time owns an SQLite file. */
export async function takeBackClocks(db: Database): Promise<void> {
  if (dialect === 'postgres') return
  await db.transaction(async (tx) => void (await tx.update(sandboxes).set({ movedUntilMs: null })))
}

async function write(db: Database, { organizationId, token }: Lease, change: Partial<SandboxRow>): Promise<void> {
  const mine = and(eq(sandboxes.organizationId, organizationId), eq(sandboxes.movedBy, token))
  await db.transaction(async (tx) => void (await tx.update(sandboxes).set(change).where(mine)))
}
