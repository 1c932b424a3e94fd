import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Cron } from 'croner'
import { apiKeyRoutes } from './api-keys/routes.ts'
import { endBooking } from './bookings/end.ts'
import { eraseBookings } from './bookings/erase.ts'
import { announceRemindersWith, followBooking, mailBooking } from './bookings/notify.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { findContactsWith } from './bookings/service.ts'
import { eraseBrowserSessions } from './browser-sessions/erase.ts'
import { browserSessionRoutes } from './browser-sessions/routes.ts'
import { pruneBrowserSessions } from './browser-sessions/service.ts'
import { busyBlockRoutes } from './busy-blocks/routes.ts'
import { type Clockwork, type Parts, startClockwork } from './clockwork.ts'
import type { Config } from './config.ts'
import { contactIdOf } from './contacts/directory.ts'
import { followBookings } from './contacts/follow.ts'
import { recordFact } from './contacts/record.ts'
import { contactRoutes } from './contacts/routes.ts'
import type { Services } from './context.ts'
import { openDatabase } from './db/open.ts'
import { docs } from './docs/routes.ts'
import { eraseMails } from './email/erase.ts'
import { isPermanent } from './email/failure.ts'
import { type Mailer, smtpMailer } from './email/mailer.ts'
import { mailRoutes } from './email/routes.ts'
import { deliverMail, markMailFailed } from './email/service.ts'
import { eraseWith } from './erasure/traces.ts'
import { openLinkDesk } from './event-types/link-desk.ts'
import { eventTypeRoutes } from './event-types/routes.ts'
import { eraseFacts } from './events/erase.ts'
import { eventRoutes } from './events/routes.ts'
import { enrich, subscribe } from './events/service.ts'
import { holdRoutes } from './holds/routes.ts'
import { pruneHolds } from './holds/service.ts'
import { createApp } from './http/app.ts'
import { createAuthenticate } from './http/auth.ts'
import { createClientIp } from './http/client-ip.ts'
import { eraseAnswers } from './http/erase.ts'
import { healthPages } from './http/health.ts'
import { pruneIdempotencyKeys } from './http/idempotency.ts'
import { openapi } from './http/openapi.ts'
import { createBuckets } from './http/rate-limit.ts'
import type { Route } from './http/route.ts'
import { createIds } from './ids.ts'
import type { JobKind } from './jobs/runner.ts'
import { linkDeskOfServer } from './links/desk.ts'
import { eraseLinks } from './links/erase.ts'
import { expireLink } from './links/expire.ts'
import { pruneLinkVisits } from './links/open.ts'
import { linkRoutes } from './links/routes.ts'
import { contactOfLink, followUses } from './links/use.ts'
import { listenSessionRoutes } from './listen-sessions/routes.ts'
import { pruneListenSessions } from './listen-sessions/service.ts'
import { createLog, type Log } from './log.ts'
import { organizationRoutes } from './organizations/routes.ts'
import { pages } from './pages/routes.ts'
import { publicRoutes } from './public/routes.ts'
import { announcedToGuest } from './reminders/announce.ts'
import { eraseReminders } from './reminders/erase.ts'
import { followEventTypes, followBookings as remindOfBookings } from './reminders/follow.ts'
import { planAll } from './reminders/replan.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { capturedSms, noSms, type SmsSender } from './reminders/sms.ts'
import { requestLogRoutes } from './request-log/routes.ts'
import { createRequestLog, pruneRequestLog, type RequestLog } from './request-log/service.ts'
import { createClockworks } from './sandboxes/clockworks.ts'
import { sandboxRoutes } from './sandboxes/routes.ts'
import { scheduleRoutes } from './schedules/routes.ts'
import { createSecrets } from './secrets.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { slotRoutes } from './slots/routes.ts'
import { timeOffRoutes } from './time-off/routes.ts'
import { userRoutes } from './users/routes.ts'
import { version } from './version.ts'
import { announced, WebhookEnvelope } from './webhooks/announced.ts'
import type { EngineOptions } from './webhooks/engine.ts'
import { eraseDeliveries } from './webhooks/erase.ts'
import { fanOut } from './webhooks/fan-out.ts'
import { createGuard } from './webhooks/guard.ts'
import { createPoster } from './webhooks/post.ts'
import type { Resolve } from './webhooks/resolver.ts'
import { pruneWebhooks } from './webhooks/retention.ts'
import { webhookRoutes } from './webhooks/routes.ts'

/** Every route of `/api/v1`. */
export const routes: readonly Route[] = [
  ...userRoutes,
  ...organizationRoutes,
  ...sessionRoutes,
  ...apiKeyRoutes,
  ...browserSessionRoutes,
  ...scheduleRoutes,
  ...timeOffRoutes,
  ...busyBlockRoutes,
  ...eventTypeRoutes,
  ...slotRoutes,
  ...holdRoutes,
  ...bookingRoutes,
  ...linkRoutes,
  ...contactRoutes,
  ...reminderRoutes,
  ...eventRoutes,
  ...webhookRoutes,
  ...listenSessionRoutes,
  ...mailRoutes,
  ...requestLogRoutes,
  ...sandboxRoutes,
  ...publicRoutes,
]

export const apiDocument = () => openapi(routes, { types: announced(), envelope: WebhookEnvelope }, version)

export interface LetsMeetServer {
  services: Services
  /** What runs by the server's own clock. */
  work: Clockwork
  requestLog: RequestLog
  /** What links say, without a trailing slash. */
  url: string
  /** Takes no new requests, finishes the running ones, gives leases back. */
  close(): Promise<void>
}

export interface Options {
  secret: string
  /** The clock; tests hold it. */
  now?: () => Date
  ticks?: 'ticking' | 'by hand'
  log?: Log
  /** How webhooks are sent: a shorter deadline, other names, other authorities. */
  webhooks?: Pick<EngineOptions, 'deadlineMs'> & { resolve?: Resolve; ca?: string }
}

/** Opens the database, migrates it, and listens; the only place where the parts meet. */
export async function startServer(config: Config, options: Options): Promise<LetsMeetServer> {
  const now = options.now ?? (() => new Date())
  const { resolve, ca, deadlineMs } = options.webhooks ?? {}
  const log = options.log ?? createLog(config.log)
  const db = await openDatabase(config.databaseUrl)
  await db.migrate()
  const http = createHttpServer()
  await listen(http, config)
  const url = config.publicUrl ?? `http://localhost:${(http.address() as AddressInfo).port}`
  const guard = createGuard({
    allowCidrs: config.webhookAllowCidrs,
    publicUrl: url,
    ownAddress: () => http.address() as AddressInfo | null,
    ...(resolve && { resolve }),
  })
  const host = new URL(url).hostname
  const mailer = config.smtpUrl ? smtpMailer(config.smtpUrl, config.mailFrom) : null
  const ticks = options.ticks ?? 'ticking'
  const partsFor = (sender: Mailer | null, sms: SmsSender): Omit<Parts, 'ticks' | 'giveWay'> => ({
    kinds: jobKinds(sender, host),
    reminders: { mailer: sender, host, sms },
    webhooks: { poster: createPoster({ guard, now, ...(ca && { ca }) }), ...(deadlineMs && { deadlineMs }) },
  })
  const services: Services = {
    db,
    now,
    serverNow: now,
    clock: '',
    wallClock: () => new Date(),
    newId: createIds(() => now().getTime()),
    secrets: createSecrets(options.secret),
    log,
    mail: mailer ? 'smtp' : 'capture',
    publicUrl: url,
    refuseTarget: guard.checkUrl,
    signUp: config.signUp,
    defaultPlan: config.defaultPlan,
    sandboxes: createClockworks({
      db,
      now,
      log,
      ticks,
      newToken: () => services.newId('run'),
      open: (clock, itsNow) =>
        // Nobody's mail leaves a sandbox, nobody waits behind its work, and all of it can be done again.
        startClockwork(
          { ...services, db: db.lazy, clock, now: itsNow, mail: 'capture' },
          { ...partsFor(null, capturedSms), ticks: 'by hand', giveWay: async () => undefined },
        ),
    }),
  }
  const work = await startClockwork(services, { ...partsFor(mailer, noSms), ticks, giveWay: giveWay(http) })
  if (ticks !== 'by hand') {
    db.onCommit(work.jobs.wake)
    db.onCommit(work.webhooks.wake)
    db.onCommit(services.sandboxes.wake)
    await services.sandboxes.resume()
  }
  const requestLog = createRequestLog(services)
  const buckets = config.rateLimits === 'off' ? null : createBuckets(services)
  const tidy = new Cron('17 * * * *', { paused: ticks === 'by hand', unref: true, catch: true }, async () => {
    await pruneIdempotencyKeys(services)
    await pruneHolds(services)
    await pruneRequestLog(services)
    await pruneBrowserSessions(services)
    await pruneLinkVisits(services)
    await pruneListenSessions(services)
    await pruneWebhooks(services)
  })
  const stopping = new AbortController()
  const app = createApp({
    routes,
    services,
    authenticate: createAuthenticate(services, buckets),
    clientIp: createClientIp(config.trustedProxies),
    requestLog,
    buckets,
    stopping: stopping.signal,
    others: [healthPages(services, work.webhooks, apiDocument), docs(url, apiDocument), pages(services, buckets)],
  })
  http.on('request', app.callback())
  return {
    services,
    work,
    requestLog,
    url,
    close: async () => {
      tidy.stop()
      stopping.abort()
      await Promise.all([stopListening(http), work.stop(), services.sandboxes.stop()])
      mailer?.close()
      await requestLog.flush()
      await db.close()
    },
  }
}

// Events reach their followers in the transaction that writes them; registered once for the process.
findContactsWith(contactIdOf)
enrich('booking.', followBookings(contactOfLink))
subscribe('booking.', followBooking)
subscribe('booking.', remindOfBookings)
subscribe('event_type.updated', followEventTypes)
announceRemindersWith(announcedToGuest)
subscribe('', recordFact)
subscribe('', fanOut)
// The last to hear of a booking, so that a link's own facts come after it wherever they are sent.
subscribe('booking', followUses)
openLinkDesk(linkDeskOfServer)
// Everything that keeps words of guests; the log after whatever it tells of.
eraseWith([
  eraseBookings,
  eraseLinks,
  eraseBrowserSessions,
  eraseMails,
  eraseReminders,
  eraseFacts(eraseDeliveries),
  eraseAnswers,
])

/** The verbs that run later. */
function jobKinds(mailer: Mailer | null, host: string): Record<string, JobKind> {
  const hours = [10, 30, 60, 300, 900, 1800, 3600]
  return {
    'booking.mail': { run: mailBooking, retryAfterSeconds: hours, attempts: 100 },
    'booking.end': { run: endBooking, retryAfterSeconds: hours, attempts: 100 },
    // Written by the migration that came with reminders, for the bookings that were there before.
    'reminders.plan': { run: planAll, retryAfterSeconds: hours, attempts: 100 },
    'link.expire': { run: expireLink, retryAfterSeconds: hours, attempts: 100 },
    'mail.send': {
      run: deliverMail(mailer, host),
      retryAfterSeconds: hours,
      // Hourly for a week: an SMTP server that is down for a weekend loses nothing.
      attempts: 7 + 24 * 7,
      isPermanent,
      givenUp: markMailFailed,
    },
  }
}

/** Jobs wait for people, not for ever: up to a second between batches, and hardly at all once they are 10 s late. */
function giveWay(http: Server): (waitedMs: number) => Promise<void> {
  let requests = 0
  let seen = 0
  http.on('request', () => {
    requests++
  })
  return async (waitedMs) => {
    const patienceMs = waitedMs < 10_000 ? 1000 : 20
    // Busy is what arrives, not what is open: between two shared commits nothing is open for a moment.
    for (let waited = 0; requests - seen > 3 && waited < patienceMs; waited += 20) {
      seen = requests
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    seen = requests
  }
}

function listen(http: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(config.port, config.host, () => {
      http.off('error', reject)
      resolve()
    })
  })
}

function stopListening(http: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive falls idle once its answer is out.
    const sweep = setInterval(() => http.closeIdleConnections(), 50)
    http.close(() => {
      clearInterval(sweep)
      resolve()
    })
    http.closeIdleConnections()
    // Whoever has not finished by now is cut off, so that a stop always ends.
    setTimeout(() => http.closeAllConnections(), 7000).unref()
  })
}
