import type Koa from 'koa'
import { authenticateKey } from '../api-keys/service.ts'
import type { Context, Services, Source } from '../context.ts'
import { AppError } from '../errors.ts'
import { authenticateSession } from '../sessions/service.ts'

export const sessionCookie = 'lm_session'

export type Authenticate = (http: Koa.Context) => Promise<Context>

/** Who asks: an API key in `Authorization`, else the dashboard's cookie. */
export function createAuthenticate(services: Services): Authenticate {
  return async (http) => {
    const header = http.get('authorization')
    if (header !== '') {
      const token = /^Bearer +(\S+)$/i.exec(header)?.[1]
      if (!token) throw new AppError('unauthenticated', 'Send the key as “Authorization: Bearer lm_live_…”.')
      return { ...services, ...(await authenticateKey(services, token)), source: sourceOf(http) }
    }
    const cookie = http.cookies.get(sessionCookie)
    if (!cookie)
      throw new AppError('unauthenticated', 'Send an API key as “Authorization: Bearer lm_live_…”, or sign in.')
    refuseForeignWrites(http, services.publicUrl)
    return { ...services, ...(await authenticateSession(services, cookie)), scopes: ['*'], source: 'dashboard' }
  }
}

/** Refuses a key without the scope; a session may do what its user may do. */
export function allow(ctx: Context, scope: string): void {
  if (ctx.scopes.includes('*') || ctx.scopes.includes(scope)) return
  throw new AppError('scope_missing', `This API key lacks the scope ${scope}.`, { missingScope: scope })
}

/** A cookie travels with forged forms too, so a write must come from our own pages. */
export function refuseForeignWrites(http: Koa.Context, publicUrl: string): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(http.method)) return
  const origin = http.get('origin')
  const site = http.get('sec-fetch-site')
  const own =
    origin === new URL(publicUrl).origin || (origin !== '' && origin.replace(/^https?:\/\//, '') === http.host)
  if (own || (origin === '' && (site === 'same-origin' || site === 'none'))) return
  throw new AppError('forbidden', 'This request came from another site; send it from LetsMeet or use an API key.')
}

const sourceOf = (http: Koa.Context): Source => (/^letsmeet-cli\b/.test(http.get('user-agent')) ? 'cli' : 'api')
