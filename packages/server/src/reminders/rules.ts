/** When a reminder is tried again, and when no more. */
import type { ReminderRow } from './model.ts'

const delays = [60, 300, 900]
const dayMs = 86_400_000

/** When the next attempt is after so many failed ones: 1, 5, 15 minutes later, and each 15 from then on. */
export const nextAttempt = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + (delays[Math.min(attempts, delays.length) - 1] ?? 60) * 1000)

/** Nothing is sent after the start but follow-ups, and those within a day. */
export const isPastIts = (row: Pick<ReminderRow, 'offsetMinutes' | 'startsAt' | 'dueAt'>, at: Date): boolean =>
  at.getTime() >= (row.offsetMinutes < 0 ? row.startsAt.getTime() : row.dueAt.getTime() + dayMs)
