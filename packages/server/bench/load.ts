import { Pool } from 'undici'

export interface Shot {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Load {
  perSecond: number
  statuses: Record<number, number>
}

/** Requests per second that an address answers with so many of them in flight, after a warm-up. */
export async function load(origin: string, next: () => Shot, seconds: number, connections = 32): Promise<Load> {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  await shoot(pool, next, Math.max(0.5, seconds / 4), connections)
  const measured = await shoot(pool, next, seconds, connections)
  await pool.close()
  return measured
}

async function shoot(pool: Pool, next: () => Shot, seconds: number, connections: number): Promise<Load> {
  const statuses: Record<number, number> = {}
  const began = performance.now()
  const until = began + seconds * 1000
  const one = async () => {
    while (performance.now() < until) {
      const { statusCode, body } = await pool.request(next())
      await body.dump({ limit: 10_000_000 })
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const total = Object.values(statuses).reduce((sum, n) => sum + n, 0)
  return { perSecond: total / ((performance.now() - began) / 1000), statuses }
}
