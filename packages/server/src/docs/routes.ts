import type Koa from 'koa'
import type { File } from './files.ts'
import type { ApiDocument } from './reference/document.ts'
import type { Site } from './site.ts'

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; " +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

/** `/docs`, its Markdown twins, and `/llms.txt`. Nothing is read or rendered before somebody asks. */
export function docs(url: string, document: () => object): Koa.Middleware {
  let opening: Promise<Site> | undefined
  const open = () => {
    // The document is the one we make ourselves, so its shape is known.
    opening ??= import('./site.ts').then(({ openSite }) => openSite(url, document() as ApiDocument))
    return opening
  }

  return async (http, next) => {
    const isOurs = /^\/(docs(\/.*)?|llms(-full)?\.txt)$/.test(http.path)
    if (!isOurs || (http.method !== 'GET' && http.method !== 'HEAD')) return next()
    if (http.path.endsWith('/')) {
      http.status = 301
      http.redirect(http.path.replace(/\/+$/, ''))
      return
    }
    const site = await open()
    const found = site.find(twinWanted(http) ?? http.path)
    http.status = found ? 200 : 404
    send(http, found ?? site.missing())
  }
}

/** The Markdown of a page, for a reader that asks for it. */
function twinWanted(http: Koa.Context): string | null {
  if (http.path.includes('.') || http.accepts('text/html', 'text/markdown') !== 'text/markdown') return null
  return http.path === '/docs' ? '/docs/index.md' : `${http.path}.md`
}

function send(http: Koa.Context, file: File): void {
  http.set({
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Cache-Control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: file.etag,
  })
  http.vary(['Accept', 'Accept-Encoding'])
  http.type = file.type
  if (http.status === 200 && http.fresh) {
    http.status = 304
    return
  }
  const zip = http.acceptsEncodings('gzip', 'identity') === 'gzip'
  if (zip) http.set('Content-Encoding', 'gzip')
  http.body = zip ? file.zipped : file.bytes
}
