import type Koa from 'koa'
import { authenticateKey } from '../api-keys/authenticate.ts'
import { isBrowserToken } from '../api-keys/key.ts'
import { authenticateBrowserSession } from '../browser-sessions/authenticate.ts'
import { mayAsk } from '../browser-sessions/pins.ts'
import type { Context, Services, Source } from '../context.ts'
import { AppError } from '../errors.ts'
import { isSandbox, within } from '../sandboxes/clock.ts'
import { authenticateSession } from '../sessions/service.ts'
import { type Buckets, quotaExceeded } from './rate-limit.ts'
import type { Route } from './route.ts'

export const sessionCookie = 'lm_session'

export type Authenticate = (http: Koa.Context) => Promise<Context>

/** Wrong keys and cookies that one address may send a minute; right ones are never refused for it. */
const failuresPerMinute = 20

/** Who asks: an API key or the token of a browser session in `Authorization`, else the dashboard's cookie. */
export function createAuthenticate(services: Services, buckets: Buckets | null): Authenticate {
  return async (http) => {
    const header = http.get('authorization')
    const cookie = header === '' ? http.cookies.get(sessionCookie) : undefined
    if (header === '' && !cookie) {
      throw new AppError('unauthenticated', 'Send an API key as “Authorization: Bearer lm_live_…”, or sign in.')
    }
    return whoAsks(services, http, header, cookie ?? '').catch(async (error: unknown) => {
      if (buckets && error instanceof AppError && error.code === 'unauthenticated') {
        const taken = await buckets.take(`failed:${http.ip}`, failuresPerMinute)
        if (!taken.allowed) throw quotaExceeded('Too many failed sign-ins from this address.', taken.resetSeconds)
      }
      throw error
    })
  }
}

async function whoAsks(services: Services, http: Koa.Context, header: string, cookie: string): Promise<Context> {
  if (header === '') {
    refuseForeignWrites(http, services.publicUrl)
    return { ...services, ...(await authenticateSession(services, cookie)), scopes: ['*'], source: 'dashboard' }
  }
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (!token) throw new AppError('unauthenticated', 'Send the key as “Authorization: Bearer lm_live_…”.')
  if (isBrowserToken(token)) {
    const origin = http.get('origin')
    const sender = { origin, fromHere: origin === '' && http.get('sec-fetch-site') === 'same-origin' }
    const tell = (origins: readonly string[]) => {
      http.state.allowedOrigins = origins
    }
    const session = await authenticateBrowserSession(services, token, sender, tell)
    return byItsClock({ ...services, ...session, source: 'embed' })
  }
  const { allowedOrigins, ...asked } = await authenticateKey(services, token, http.ip)
  http.state.allowedOrigins = allowedOrigins
  return byItsClock({ ...services, ...asked, source: sourceOf(http) })
}

const byItsClock = (ctx: Context): Context | Promise<Context> =>
  isSandbox(ctx.organizationId) ? within(ctx, ctx.organizationId) : ctx

/** Guards a sign-in: an address that failed too often is refused before its next guess is looked at. */
export async function guardSignIn<T>(buckets: Buckets | null, ip: string, attempt: () => Promise<T>): Promise<T> {
  if (!buckets) return attempt()
  const key = `sign-in:${ip}`
  if (await buckets.isEmpty(key, failuresPerMinute)) {
    throw quotaExceeded('Too many failed sign-ins from this address.', 60 / failuresPerMinute)
  }
  return attempt().catch(async (error: unknown) => {
    if (error instanceof AppError && (error.status === 401 || error.status === 410))
      await buckets.take(key, failuresPerMinute)
    throw error
  })
}

/** Refuses a key without the route's scope; a session may do what its user may do. */
export function allow(ctx: Context, { id, scope }: Route): void {
  if (scope === null || ctx.scopes.includes('*')) return
  if (ctx.browserSession && mayAsk(ctx.browserSession, id)) return
  if (ctx.browserSession?.kind !== 'host' && ctx.browserSession) {
    throw new AppError('forbidden', `A browser session of the kind “${ctx.browserSession.kind}” can't ask for this.`)
  }
  if (ctx.scopes.includes(scope)) return
  throw new AppError(
    'scope_missing',
    `This ${ctx.browserSession ? 'browser session' : 'API key'} lacks the scope ${scope}.`,
    { missingScope: scope },
  )
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
