import Router from '@koa/router'
import type Koa from 'koa'
import type { Services } from '../context.ts'
import { guestContext } from '../http/app.ts'
import { toAppError } from '../http/problem.ts'
import { loadAssets } from './assets.ts'
import { book, showBooking } from './book.ts'
import { errorPage, showErrorCode, showErrorCodes } from './errors.ts'
import { send } from './layout.ts'
import { showProfile } from './profile.ts'
import { type Handler, visitorOf } from './visit.ts'

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
  router.get('/errors', page(showErrorCodes))
  router.get('/errors/:code', page(showErrorCode))
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
