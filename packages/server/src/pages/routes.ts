import Router from '@koa/router'
import type Koa from 'koa'
import type { Services } from '../context.ts'
import { guestContext, guestRequestsPerMinute } from '../http/app.ts'
import { loggedPath } from '../http/logged-path.ts'
import { toAppError } from '../http/problem.ts'
import { applyQuota, type Buckets } from '../http/rate-limit.ts'
import { forAccount, ownForm } from './account.ts'
import { loadAssets } from './assets.ts'
import { book, showBooking } from './book.ts'
import { changeBooking, showBookingDetail } from './booking-detail.ts'
import { askToCancel, cancel } from './cancel.ts'
import { showDashboard } from './dashboard.ts'
import { showEmbed } from './embed.ts'
import { errorPage, showErrorCode, showErrorCodes } from './errors.ts'
import { accept, showInvitation } from './invitation.ts'
import { send } from './layout.ts'
import { bookLink, showLink } from './link.ts'
import { orGone, showGuestBooking } from './manage.ts'
import { showProfile } from './profile.ts'
import { chooseNewTime, move } from './reschedule.ts'
import { noticing } from './sandbox-strip.ts'
import { postSignIn, postSignOut, showSignIn } from './sign-in.ts'
import { postSignUp, showSignUp } from './sign-up.ts'
import { showStop, stop } from './stop-follow-ups.ts'
import { type Handler, inLowerCase, visitorOf } from './visit.ts'
import { showWelcome } from './welcome.ts'

const routes: readonly [method: 'GET' | 'POST', path: string, handle: Handler][] = [
  ['GET', '/', showWelcome],
  ['GET', '/dashboard', forAccount(showDashboard)],
  ['GET', '/dashboard/bookings/:id', forAccount(showBookingDetail)],
  ['POST', '/dashboard/bookings/:id/:verb', forAccount(changeBooking)],
  ['GET', '/dashboard/sign-in', showSignIn],
  ['POST', '/dashboard/sign-in', ownForm(postSignIn)],
  ['POST', '/dashboard/sign-out', ownForm(postSignOut)],
  ['GET', '/dashboard/sign-up', showSignUp],
  ['POST', '/dashboard/sign-up', ownForm(postSignUp)],
  ['GET', '/invitations/:token', showInvitation],
  ['POST', '/invitations/:token', ownForm(accept)],
  ['GET', '/booking/:token', orGone(showGuestBooking)],
  ['GET', '/booking/:token/cancel', orGone(askToCancel)],
  ['POST', '/booking/:token/cancel', orGone(cancel)],
  ['GET', '/booking/:token/reschedule', orGone(chooseNewTime)],
  ['POST', '/booking/:token/reschedule', orGone(move)],
  ['GET', '/reminders/stop/:token', showStop],
  ['POST', '/reminders/stop/:token', stop],
  ['GET', '/l/:token', showLink('one_off')],
  ['POST', '/l/:token', bookLink('one_off')],
  ['GET', '/s/:token', showLink('share')],
  ['POST', '/s/:token', bookLink('share')],
  ['GET', '/s/:token/:eventType', showLink('share')],
  ['POST', '/s/:token/:eventType', bookLink('share')],
  ['GET', '/embed', showEmbed],
  ['GET', '/errors', showErrorCodes],
  ['GET', '/errors/:code', showErrorCode],
  ['GET', '/:username', inLowerCase(showProfile)],
  ['GET', '/:username/:slug', inLowerCase(showBooking)],
  ['POST', '/:username/:slug', book],
]

/** The pages that people see; everything else goes on to the API. */
export function pages(services: Services, buckets: Buckets | null): Koa.Middleware {
  const assets = loadAssets()
  const router = new Router()
  router.get('/assets/:name', (http) => assets.serve(http, http.params.name ?? ''))
  // Before the pages of hosts, whose addresses look alike.
  router.get('/favicon.ico', (http) => http.redirect('/assets/icon.svg'))
  router.get('/robots.txt', (http) => {
    http.body =
      'User-agent: *\nDisallow: /api/\nDisallow: /booking/\nDisallow: /reminders/\nDisallow: /l/\nDisallow: /s/\nDisallow: /dashboard\n'
  })
  for (const [method, path, handle] of routes) {
    router.register(path, method === 'GET' ? ['HEAD', 'GET'] : [method], async (http) => {
      if (buckets) applyQuota(http, await buckets.take(`ip:${http.ip}`, guestRequestsPerMinute))
      const inside = noticing(services)
      const ctx = guestContext(inside.services, http)
      const visitor = visitorOf(http)
      const answer = await handle({ http, ctx, params: http.params, visitor, assets, buckets })
      if ('redirect' in answer) {
        http.status = 303
        http.set('Cache-Control', 'no-store')
        http.redirect(answer.redirect)
      } else send(http, { ...answer, strip: await inside.strip(visitor) }, assets)
    })
  }
  const dispatch = router.routes()

  return async (http, next) => {
    if (/^\/(api|scim)(\/|$)/.test(http.path)) return next()
    try {
      // Only says what the router adds to the context; it sets both itself.
      await dispatch(Object.assign(http, { params: {}, router }), next)
    } catch (cause) {
      // Programs get the problem document, also here.
      if (!http.get('accept').includes('text/html')) throw cause
      const error = toAppError(cause)
      const { requestId } = http.state
      if (error.status >= 500)
        services.log.error('request failed', { requestId, method: http.method, path: loggedPath(http.path), cause })
      const { retryAfterSeconds } = error.details
      if (typeof retryAfterSeconds === 'number') http.set('Retry-After', String(retryAfterSeconds))
      send(http, errorPage(error, http.path), assets)
    }
  }
}
