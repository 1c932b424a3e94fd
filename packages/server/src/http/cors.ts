import type Koa from 'koa'
import type { Read } from '../db/database.ts'
import { organizations } from '../organizations/model.ts'

const allowedHeaders = 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, User-Agent'
const exposedHeaders =
  'Request-Id, Retry-After, RateLimit, RateLimit-Policy, ETag, Link, Idempotent-Replayed, WWW-Authenticate'

/**
 * Which pages may read answers (the Fetch standard's CORS protocol). What anybody may ask is open to every page;
 * the rest only to the `allowedOrigins` of the organization that the token belongs to. Cookies are never included.
 */
export function cors(read: Read): Koa.Middleware {
  return async (http, next) => {
    const origin = http.get('origin')
    if (!http.path.startsWith('/api/v1/')) return next()
    const isOpen = /^\/api\/v1\/(public\/|openapi\.)/.test(http.path)
    if (!isOpen) http.vary('Origin')
    if (origin === '') return next()
    const wanted = http.get('access-control-request-method')
    if (http.method === 'OPTIONS' && wanted !== '') {
      // A preflight carries no token, so it can only ask whether any organization names the page.
      if (isOpen || (await isKnown(read, origin))) {
        permit(http, isOpen ? '*' : origin)
        http.set({
          'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE',
          'Access-Control-Allow-Headers': allowedHeaders,
          'Access-Control-Max-Age': '7200',
        })
      }
      http.status = 204
      return
    }
    if (isOpen) permit(http, '*')
    try {
      await next()
    } finally {
      const allowed: readonly string[] = http.state.allowedOrigins ?? []
      if (allowed.includes(origin)) permit(http, origin)
    }
  }
}

function permit(http: Koa.Context, origin: string): void {
  http.set('Access-Control-Allow-Origin', origin)
  http.set('Access-Control-Expose-Headers', exposedHeaders)
}

async function isKnown(read: Read, origin: string): Promise<boolean> {
  const rows = await read.memo([organizations], 'allowed-origins', () =>
    read.select({ origins: organizations.allowedOrigins }).from(organizations),
  )
  return rows.some((row) => row.origins.includes(origin))
}
