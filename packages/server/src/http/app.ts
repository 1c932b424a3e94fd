import Router from '@koa/router'
import Koa from 'koa'
import { fillGuest, pin, withhold } from '../browser-sessions/pins.ts'
import type { Context, Services } from '../context.ts'
import { AppError } from '../errors.ts'
import { randomText } from '../ids.ts'
import { quotaOf } from '../plans/plans.ts'
import type { RequestLog } from '../request-log/service.ts'
import { within } from '../sandboxes/clock.ts'
import { type Answer, render, send } from './answer.ts'
import { type Authenticate, allow, guardSignIn, sessionCookie } from './auth.ts'
import type { ClientIp } from './client-ip.ts'
import { tag, unlessChanged } from './conditions.ts'
import { cors } from './cors.ts'
import { sendStream } from './event-stream.ts'
import { fingerprintOf, keyOf, once } from './idempotency.ts'
import { loggedPath } from './logged-path.ts'
import { parseAs, readJson } from './parse.ts'
import { problemOf, toAppError } from './problem.ts'
import { applyQuota, type Buckets } from './rate-limit.ts'
import type { Http, Route } from './route.ts'
import { type Entry, routeTable } from './table.ts'
import { type Accepts, uploadOf } from './upload.ts'

export interface Mounted {
  routes: readonly Route[]
  services: Services
  authenticate: Authenticate
  clientIp: ClientIp
  requestLog: RequestLog
  /** Null when rate limits are off. */
  buckets: Buckets | null
  /** Aborts when the server stops: answers that go on end then. */
  stopping: AbortSignal
  /** Pages and other handlers outside `/api/v1`. */
  others: readonly Koa.Middleware[]
}

/** The whole HTTP surface: errors outermost, then pages, then the API. */
export function createApp(mounted: Mounted): Koa {
  const { routes, services, authenticate, clientIp, buckets, others } = mounted
  const app = new Koa()
  // What reaches this far is a caller who hung up, or a fault in the error page itself.
  app.on('error', (cause) => services.log.warn('a request broke off', { cause }))
  // A proxy may speak TLS for us, so the public address says whether cookies are safe with it.
  Object.defineProperty(app.request, 'protocol', { value: new URL(services.publicUrl).protocol.slice(0, -1) })
  app.use(renderErrors(services, clientIp, mounted.requestLog))
  app.use(cors(services.db.read))
  const router = new Router({ prefix: '/api/v1' })
  const entries: Entry<(http: Koa.Context) => Promise<void>>[] = []
  for (const one of routes) {
    const read = routes.find((other) => other.method === 'GET' && other.path === one.path && other.id.endsWith('.get'))
    const answerTo = async (http: Koa.Context) => {
      const ctx = one.scope === null ? guestContext(services, http) : await authenticate(http)
      http.state.ctx = ctx
      http.state.unlogged = one.unlogged
      if (buckets) {
        const [bucket, perMinute] = bucketOf(ctx, http)
        applyQuota(http, await buckets.take(bucket, perMinute))
      }
      allow(ctx, one)
      const raw = one.body && fillGuest(ctx.browserSession, one.id, await readBody(one, http))
      const input = {
        params: one.params && parseAs(one.params, http.params, 'params'),
        query: parseQuery(one, http),
        body: one.body && parseAs(one.body, raw, 'body'),
      }
      await pin(ctx, one.id, input)
      const caller = httpOf(http, one.accepts)
      const handle = async (inside: Context) => withhold(ctx.browserSession, await one.handle(inside, input, caller))
      const run = async (inside: Context) =>
        render(one, await (one.signsIn ? guardSignIn(buckets, http.ip, () => handle(inside)) : handle(inside)))
      const asked = { ifMatch: http.get('if-match'), path: http.path, input, http: caller }
      const checked = (inside: Context) => (one === read ? run(inside) : unlessChanged(inside, read, asked, run))
      const key =
        one.method === 'GET' || one.replayable === false
          ? undefined
          : keyOf(http.get('idempotency-key'), 'idempotency-key' in http.headers)
      if (key === undefined) {
        const answer = await checked(ctx)
        if (answer.stream) {
          sendStream(http, answer.stream, {
            stopping: mounted.stopping,
            renew: async () => {
              const now = await authenticate(http)
              allow(now, one)
              return now
            },
          })
          return
        }
        send(http, answer)
        tag(one, http, answer)
        return
      }
      const scoped = one.organizationOf ? await within(ctx, await one.organizationOf(ctx, input.params)) : ctx
      const fingerprint = fingerprintOf(http.method, http.originalUrl, raw)
      const { answer, replayed } = await once(scoped, { key, fingerprint }, checked, (error) =>
        problemAnswer(services, http, toAppError(error)),
      )
      if (replayed) http.set('Idempotent-Replayed', 'true')
      send(http, answer)
    }
    router.register(one.path, [one.method], answerTo)
    entries.push({ method: one.method, path: `/api/v1${one.path}`, value: answerTo })
  }
  const find = routeTable(entries)
  app.use(async (http, next) => {
    const found = find(http.method, http.path)
    if (!found) return next()
    http.params = found.params
    await found.value(http)
  })
  for (const other of others) app.use(other)
  // What is written in another way: a slash at the end, a letter in the other case, encoded characters.
  app.use(router.routes())
  app.use(async (http) => refuse(router, http))
  return app
}

/** A guest's address may ask this often; offices share one. */
export const guestRequestsPerMinute = 600

function bucketOf(ctx: Context, http: Koa.Context): [string, number] {
  if (ctx.actor.type === 'guest') return [`ip:${http.ip}`, guestRequestsPerMinute]
  return [`${ctx.actor.type}:${ctx.actor.id}`, quotaOf(ctx.plan)]
}

const problemAnswer = (services: Services, http: Koa.Context, error: AppError): Answer => ({
  status: error.status,
  type: 'application/problem+json',
  text: JSON.stringify(
    problemOf(error, { publicUrl: services.publicUrl, path: http.path, requestId: String(http.state.requestId) }),
  ),
})

function parseQuery(one: Route, http: Koa.Context): unknown {
  if (one.query) return parseAs(one.query, { ...http.query }, 'query')
  if (http.querystring === '') return undefined
  const [extra] = Object.keys(http.query)
  if (extra === undefined) return undefined
  const detail = `There is no parameter “${extra}” here.`
  throw new AppError('invalid_request', detail, {}, [{ parameter: extra, code: 'unknown_parameter', detail }])
}

const readBody = (one: Route, http: Koa.Context) => readJson(http.req, one.method === 'PATCH' ? 'merge-patch' : 'plain')

/** A guest belongs to no organization until the page they are on is known. */
export function guestContext(services: Services, http: Koa.Context): Context {
  return {
    ...services,
    actor: { type: 'guest', id: http.state.requestId },
    organizationId: '',
    source: 'page',
    scopes: [],
    plan: 'free',
  }
}

/** What a handler may know of the browser or program that calls. */
export function httpOf(http: Koa.Context, accepts?: Accepts): Http {
  return {
    ip: http.ip,
    userAgent: http.get('user-agent').slice(0, 300),
    idempotencyKey: () => keyOf(http.get('idempotency-key'), 'idempotency-key' in http.headers),
    get sessionToken() {
      return http.cookies.get(sessionCookie) ?? null
    },
    upload: () => {
      if (!accepts) throw new Error('This route accepts no file.')
      return uploadOf(http.req, accepts)
    },
    keepSession: (token, expiresAt) => {
      const options = {
        httpOnly: true,
        sameSite: 'lax' as const,
        path: '/',
        overwrite: true,
        secure: http.state.secure === true,
      }
      http.cookies.set(sessionCookie, token, { ...options, ...(expiresAt && { expires: expiresAt }) })
    },
  }
}

function renderErrors(services: Services, clientIp: ClientIp, requestLog: RequestLog): Koa.Middleware {
  return async (http, next) => {
    const requestId = `req_${randomText(20)}`
    const began = performance.now()
    http.state.requestId = requestId
    let code: string | null = null
    http.request.ip = clientIp(http.req)
    http.state.secure = services.publicUrl.startsWith('https:')
    http.set('Request-Id', requestId)
    http.set('X-Content-Type-Options', 'nosniff')
    try {
      await next()
    } catch (cause) {
      const error = toAppError(cause)
      code = error.code
      if (error.status >= 500)
        services.log.error('request failed', { requestId, method: http.method, path: loggedPath(http.path), cause })
      if (error.status === 401) http.set('WWW-Authenticate', 'Bearer')
      if (typeof error.details.retryAfterSeconds === 'number')
        http.set('Retry-After', String(error.details.retryAfterSeconds))
      send(http, problemAnswer(services, http, error))
    }
    const ms = Math.round((performance.now() - began) * 10) / 10
    const ctx: Context | undefined = http.state.ctx
    if (ctx && ctx.organizationId !== '' && !(http.state.unlogged && code === null)) {
      requestLog.note({
        id: requestId,
        organizationId: ctx.organizationId,
        method: http.method,
        path: http.path.slice(0, 500),
        status: http.status,
        durationMicros: Math.round(ms * 1000),
        actorType: ctx.actor.type,
        actorId: ctx.actor.id,
        code,
        createdAt: services.now(),
      })
    }
    const { method, path, status } = http
    services.log.debug('request', { requestId, method, path: loggedPath(path), status, ms })
  }
}

function refuse(router: Router, http: Koa.Context): never {
  const methods = [...new Set(router.match(http.path, http.method).path.flatMap((layer) => layer.methods))]
  if (methods.length === 0) throw new AppError('not_found', `There is nothing at ${http.method} ${http.path}.`)
  http.set('Allow', methods.join(', '))
  throw new AppError('method_not_allowed', `${http.path} answers ${methods.join(', ')}, not ${http.method}.`)
}
