import type Koa from 'koa'
import type { Services } from '../context.ts'

/** The pages that people see; everything else goes on to the API. */
export function pages(_services: Services): Koa.Middleware {
  return (_http, next) => next()
}
