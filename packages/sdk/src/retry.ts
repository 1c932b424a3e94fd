const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 8_000
/** A call never sleeps longer than this for a server that asks to: it fails, and `retryAfterMs` tells how long. */
export const LONGEST_WAIT_MS = 60_000

/** 0.5, 1, 2, 4, 8, 8 … seconds, each shortened by up to a quarter so that clients do not return in step. */
export function backoffMs(attempt: number): number {
  return Math.round(Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt) * (1 - Math.random() / 4))
}

/** What `Retry-After` asks for (seconds or an HTTP date), else when `RateLimit` resets; undefined when neither says. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')
  const wait = value === null ? Number.NaN : /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isNaN(wait) ? exhaustedForMs(headers) : Math.max(0, wait)
}

/** How long the quota stays used up, from `RateLimit: "default";r=0;t=12`; undefined while something remains. */
export function exhaustedForMs(headers: Headers): number | undefined {
  const waits = (headers.get('ratelimit') ?? '')
    .split(',')
    .filter((policy) => /;\s*r=0\b/.test(policy))
    .map((policy) => Number(/;\s*t=(\d+)/.exec(policy)?.[1] ?? 0) * 1000)
  return waits.length > 0 ? Math.max(...waits) : undefined
}
