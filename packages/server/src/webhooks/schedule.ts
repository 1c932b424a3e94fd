/** Seconds before the 2nd, 3rd, … attempt (Standard Webhooks 1.0.0): ten attempts over 75 hours and a half. */
export const delays = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const
const dayMs = 86_400_000

export const mostAttempts = delays.length + 1

/**
 * How long to wait after attempt `number` (from 1) failed, in milliseconds; null when it was the last. `spread` in
 * [-1, 1] moves it by up to 20%; what the receiver asks for counts between the step's own delay and a day.
 */
export function delayAfter(number: number, spread: number, retryAfterSeconds: number | null): number | null {
  const seconds = delays[number - 1]
  if (seconds === undefined) return null
  const own = Math.round(seconds * 1000 * (1 + 0.2 * spread))
  if (retryAfterSeconds === null) return own
  return Math.min(Math.max(own, retryAfterSeconds * 1000), dayMs)
}

export interface Breaker {
  failures: number
  windowMs: number | null
  windowTotal: number
  windowFailed: number
  openUntilMs: number | null
  opened: number
  failingSinceMs: number | null
}

const windowLengthMs = 300_000
const firstPauseMs = 30_000
const longestPauseMs = 900_000

/** The breaker after one more outcome: ten failures in a row, or 70% of ten or more in 5 minutes, open it. */
export function afterOutcome<B extends Breaker>(before: B, succeeded: boolean, nowMs: number): B {
  if (succeeded && before.openUntilMs !== null) return { ...before, ...closed }
  const stale = before.windowMs === null || nowMs - before.windowMs >= windowLengthMs
  const total = (stale ? 0 : before.windowTotal) + 1
  const failed = (stale ? 0 : before.windowFailed) + (succeeded ? 0 : 1)
  const next = {
    ...before,
    windowMs: stale ? nowMs : before.windowMs,
    windowTotal: total,
    windowFailed: failed,
    failures: succeeded ? 0 : before.failures + 1,
    failingSinceMs: succeeded ? null : (before.failingSinceMs ?? nowMs),
  }
  if (succeeded) return next
  const wasOpen = before.openUntilMs !== null
  // What was already on its way when it opened says nothing new.
  if (wasOpen && (before.openUntilMs ?? 0) > nowMs) return next
  if (!wasOpen && next.failures < 10 && (total < 10 || failed / total < 0.7)) return next
  const pause = Math.min(firstPauseMs * 2 ** before.opened, longestPauseMs)
  return { ...next, openUntilMs: nowMs + pause, opened: before.opened + 1 }
}

/** What an endpoint begins with, and what a success or a new start brings back. */
export const closed: Breaker = {
  failures: 0,
  windowMs: null,
  windowTotal: 0,
  windowFailed: 0,
  openUntilMs: null,
  opened: 0,
  failingSinceMs: null,
}

const disabledAfterMs = 5 * dayMs
const warnings = [0.5, 0.75, 0.9] as const

/** What days of nothing but failures lead to: how many warnings are due by now, and whether to give up. */
export function patienceWith(failingSinceMs: number | null, nowMs: number): { warnings: number; over: boolean } {
  if (failingSinceMs === null) return { warnings: 0, over: false }
  const share = (nowMs - failingSinceMs) / disabledAfterMs
  return { warnings: warnings.filter((one) => share >= one).length, over: share >= 1 }
}
