import Router from '@koa/router'
import type Koa from 'koa'
import type { Services } from '../context.ts'
import { guestContext } from '../http/app.ts'
import { toAppError } from '../http/problem.ts'
import { forAccount, ownForm } from './account.ts'
import { loadAssets } from './assets.ts'
import { book, showBooking } from './book.ts'
import { changeBooking, showBookingDetail } from './booking-detail.ts'
import { askToCancel, cancel } from './cancel.ts'
import { showDashboard } from './dashboard.ts'
import { errorPage, showErrorCode, showErrorCodes } from './errors.ts'
import { accept, showInvitation } from './invitation.ts'
import { send } from './layout.ts'
import { orGone, showGuestBooking } from './manage.ts'
import { showProfile } from './profile.ts'
import { chooseNewTime, move } from './reschedule.ts'
import { postSignIn, postSignOut, showSignIn } from './sign-in.ts'
import { postSignUp, showSignUp } from './sign-up.ts'
import { type Handler, visitorOf } from './visit.ts'
import { showWelcome } from './welcome.ts'

/** The pages that people see; everything else goes on to the API. */
export function pages(services: Services): Koa.Middleware {
  const assets = loadAssets()
  const router = new Router()
  const page = (handle: Handler) => async (http: Koa.Context) => {
    const answer = await handle({
      http,
      ctx: guestContext(services, http),
      params: http.params,
      visitor: visitorOf(http),
      assets,
    })
    if ('redirect' in answer) {
      http.status = 303
      http.redirect(answer.redirect)
    } else send(http, answer, assets)
  }
  router.get('/assets/:name', (http) => assets.serve(http, http.params.name ?? ''))
  router.get('/', page(showWelcome))
  router.get('/dashboard', page(forAccount(showDashboard)))
  router.get('/dashboard/sign-in', page(showSignIn))
  router.post('/dashboard/sign-in', page(ownForm(postSignIn)))
  router.post('/dashboard/sign-out', page(ownForm(postSignOut)))
  router.get('/dashboard/sign-up', page(showSignUp))
  router.post('/dashboard/sign-up', page(ownForm(postSignUp)))
  router.get('/dashboard/bookings/:id', page(forAccount(showBookingDetail)))
  router.post('/dashboard/bookings/:id/:verb', page(forAccount(changeBooking)))
  router.get('/invitations/:token', page(showInvitation))
  router.post('/invitations/:token', page(ownForm(accept)))
  router.get('/errors', page(showErrorCodes))
  router.get('/errors/:code', page(showErrorCode))
  router.get('/booking/:token', page(orGone(showGuestBooking)))
  router.get('/booking/:token/cancel', page(orGone(askToCancel)))
  router.post('/booking/:token/cancel', page(orGone(cancel)))
  router.get('/booking/:token/reschedule', page(orGone(chooseNewTime)))
  router.post('/booking/:token/reschedule', page(orGone(move)))
  router.get('/:username', page(showProfile))
  router.get('/:username/:slug', page(showBooking))
  router.post('/:username/:slug', page(book))
  const dispatch = router.routes()

  return async (http, next) => {
    if (/^\/(api|scim)(\/|$)/.test(http.path)) return next()
    try {
      await dispatch(http as never, next)
    } catch (cause) {
      if (!http.get('accept').includes('text/html')) throw cause
      const error = toAppError(cause)
      if (error.status >= 500) {
        const { requestId } = http.state
        services.log.error('request failed', { requestId, method: http.method, path: http.path, cause })
      }
      send(http, errorPage(error), assets)
    }
  }
}
