import type Koa from 'koa'
import type { Context } from '../context.ts'
import { lockName } from '../db/dialect.ts'
import { joined } from '../db/joined.ts'
import { AppError } from '../errors.ts'
import { type Answer, etagOf, render } from './answer.ts'
import type { Http, Route } from './route.ts'

/** Adds the tag of a single resource, and answers 304 to whoever has it (RFC 9110, 13.1.2). */
export function tag(one: Route, http: Koa.Context, { text }: Answer): void {
  if (text === null || !isSingle(one)) return
  const etag = etagOf(text)
  http.set('ETag', etag)
  if (listed(http.get('if-none-match'), etag)) {
    http.status = 304
    http.body = null
  }
}

/** Runs a change only if the resource is still as the caller knows it, in one transaction (RFC 9110, 13.1.1). */
export async function unlessChanged(
  ctx: Context,
  read: Route | undefined,
  http: { ifMatch: string; path: string; input: { params: unknown; query: unknown; body: unknown }; http: Http },
  run: (ctx: Context) => Promise<Answer>,
): Promise<Answer> {
  if (http.ifMatch === '' || !read) return run(ctx)
  return ctx.db.transaction(async (tx) => {
    await lockName(tx, `if-match:${http.path}`)
    const inside = { ...ctx, db: joined(ctx.db, tx) }
    const now = render(read, await read.handle(inside, { ...http.input, body: undefined, query: {} }, http.http))
    if (http.ifMatch.trim() !== '*' && !listed(http.ifMatch, etagOf(now.text ?? ''))) {
      throw new AppError('precondition_failed', 'It has changed since you read it; read it again and decide anew.')
    }
    return run(inside)
  })
}

/** A GET of one thing, and not of a list, a file or what is open now. */
const isSingle = (one: Route) => one.method === 'GET' && one.returns !== undefined && one.id.endsWith('.get')

const listed = (header: string, etag: string): boolean =>
  header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag)
