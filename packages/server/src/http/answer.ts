import { hash } from 'node:crypto'
import { Readable } from 'node:stream'
import type Koa from 'koa'
import { EventStream, ReadyJson, type Route, TextFile } from './route.ts'

/** An answer as it will leave: what can be compared, stored and sent again. */
export interface Answer {
  status: number
  type: string
  /** Null when there is nothing to say (204). */
  text: string | null
  /** The cursor of a list's next page. */
  next?: string
  /** Goes on after the rest was said. */
  stream?: EventStream
  /** Leaves piece by piece. */
  file?: TextFile
}

/** A handler's result as its route promises it; unknown fields do not leak. */
export function render(one: Route, result: unknown): Answer {
  const type = one.produces ?? 'application/json; charset=utf-8'
  if (result instanceof ReadyJson) return { status: one.status, type, text: result.text }
  if (result instanceof EventStream) return { status: one.status, type, text: null, stream: result }
  if (result instanceof TextFile) return { status: one.status, type, text: null, file: result }
  if (!one.returns) return { status: one.status, type, text: null }
  const shown = one.returns.safeParse(result)
  // Not the caller's fault: it must never look like a 400.
  if (!shown.success) throw new Error(`The answer of ${one.id} is not what it promises: ${shown.error.message}`)
  const text = typeof shown.data === 'string' ? shown.data : JSON.stringify(shown.data)
  return { status: one.status, type, text, ...nextOf(shown.data) }
}

export function send(http: Koa.Context, { status, type, text, next, file }: Answer): void {
  http.status = status
  if (file) {
    http.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${file.name}"` })
    http.body = Readable.from(file.pieces, { objectMode: true, highWaterMark: 1 })
    return
  }
  if (next !== undefined) http.set('Link', `<${nextUrl(http, next)}>; rel="next"`)
  if (text === null) return
  // Whole already: nothing to be looked up among media types.
  http.set('Content-Type', type)
  http.body = text
}

function nextOf(data: unknown): { next?: string } {
  const isPage =
    typeof data === 'object' && data !== null && 'nextCursor' in data && typeof data.nextCursor === 'string'
  return isPage ? { next: String(data.nextCursor) } : {}
}

/** The same list, one page on (RFC 8288); relative, so that it holds behind any proxy. */
function nextUrl(http: Koa.Context, cursor: string): string {
  const query = new URLSearchParams(http.querystring)
  query.set('cursor', cursor)
  return `${http.path}?${query}`
}

/** A strong validator, RFC 9110 section 8.8.3: equal bytes, equal tag. */
export const etagOf = (text: string): string => `"${hash('sha1', text, 'base64url')}"`
