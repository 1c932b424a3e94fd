import { eq, lt, sql } from 'drizzle-orm'
import type Koa from 'koa'
import { dialect } from '../config.ts'
import type { Services } from '../context.ts'
import { AppError } from '../errors.ts'
import { rateBuckets } from './model.ts'

const windowMs = 60_000

export interface Taken {
  allowed: boolean
  limit: number
  /** Requests that could be made right now. */
  remaining: number
  /** Until one more may be made, when none is left; else until the bucket is full. */
  resetSeconds: number
}

export interface Buckets {
  /** Takes one request from a bucket that holds `perMinute` and refills evenly. */
  take(key: string, perMinute: number): Promise<Taken>
  /** Whether the bucket is empty, without taking. */
  isEmpty(key: string, perMinute: number): Promise<boolean>
}

/**
 * Token buckets as one number each, the instant at which the bucket will be full again (the generic cell rate
 * algorithm): in memory where one process owns the database, else in PostgreSQL, so that all servers count together.
 */
export function createBuckets(services: Services): Buckets {
  return dialect === 'postgres' ? sharedBuckets(services) : ownBuckets(services)
}

/** Says on every answer what is left (draft-ietf-httpapi-ratelimit-headers), and refuses when nothing is. */
export function applyQuota(http: Koa.Context, taken: Taken): void {
  http.set('RateLimit-Policy', `"default";q=${taken.limit};w=${windowMs / 1000}`)
  http.set('RateLimit', `"default";r=${taken.remaining};t=${taken.resetSeconds}`)
  if (!taken.allowed) throw quotaExceeded(`More than ${taken.limit} requests a minute.`, taken.resetSeconds)
}

export const quotaExceeded = (what: string, retryAfterSeconds: number): AppError =>
  new AppError('quota_exceeded', `${what} Wait ${retryAfterSeconds} s and try again.`, { retryAfterSeconds })

function ownBuckets({ now }: Services): Buckets {
  const fullAt = new Map<string, number>()
  return {
    take: async (key, perMinute) => {
      const at = now().getTime()
      if (fullAt.size > 50_000) for (const [one, full] of fullAt) if (full <= at) fullAt.delete(one)
      const next = Math.max(fullAt.get(key) ?? 0, at) + windowMs / perMinute
      const allowed = next - at <= windowMs
      if (allowed) fullAt.set(key, next)
      return takenOf(allowed, allowed ? next : next - windowMs / perMinute, at, perMinute)
    },
    isEmpty: async (key, perMinute) => {
      const at = now().getTime()
      return Math.max(fullAt.get(key) ?? 0, at) + windowMs / perMinute - at > windowMs
    },
  }
}

function sharedBuckets({ db, now }: Services): Buckets {
  let swept = 0
  return {
    take: async (key, perMinute) => {
      const at = now().getTime()
      const step = windowMs / perMinute
      const taken = await db.transaction(async (tx) => {
        if (at - swept > 600_000) {
          swept = at
          await tx.delete(rateBuckets).where(lt(rateBuckets.fullAt, at))
        }
        const next = sql`greatest(${rateBuckets.fullAt}, ${at}) + ${step}`
        // An empty bucket is not touched, and then no row comes back: being refused costs nothing.
        const [row] = await tx
          .insert(rateBuckets)
          .values({ id: key, fullAt: at + step })
          .onConflictDoUpdate({
            target: rateBuckets.id,
            set: { fullAt: next },
            setWhere: sql`${next} - ${at} <= ${windowMs}`,
          })
          .returning()
        if (row) return { allowed: true, fullAt: row.fullAt }
        const [kept] = await tx.select().from(rateBuckets).where(eq(rateBuckets.id, key))
        return { allowed: false, fullAt: kept?.fullAt ?? at }
      })
      return takenOf(taken.allowed, taken.fullAt, at, perMinute)
    },
    isEmpty: async (key, perMinute) => {
      const at = now().getTime()
      const [row] = await db.read.select().from(rateBuckets).where(eq(rateBuckets.id, key))
      return Math.max(row?.fullAt ?? 0, at) + windowMs / perMinute - at > windowMs
    },
  }
}

function takenOf(allowed: boolean, full: number, at: number, limit: number): Taken {
  const step = windowMs / limit
  const remaining = Math.max(0, Math.floor((at + windowMs - full) / step + 1e-9))
  const waitMs = remaining > 0 ? full - at : full + step - at - windowMs
  return { allowed, limit, remaining, resetSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
}
