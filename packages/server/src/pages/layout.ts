import type Koa from 'koa'
import type { Assets } from './assets.ts'
import { type Html, html } from './html.ts'

/** What a handler answers: the part of the page that is its own. */
export interface Page {
  title: string
  main: Html
  status?: number
  description?: string
  /** Built scripts, such as `booking.ts`. */
  scripts?: readonly string[]
  /** Kept out of caches and search engines; `link` also hides the address, which is a secret. */
  secrecy?: 'none' | 'account' | 'link'
  /** What search engines may do; nothing with errors and secrets. */
  robots?: string
  /** Where a form may lead in the end, beside this server. */
  formTarget?: string | null
  /** Above everything: what holds for the whole page, such as that it is in a sandbox. */
  strip?: Html | null
  /** Above the main part. */
  header?: Html
  width?: 'narrow' | 'medium' | 'wide'
}

export function send(http: Koa.Context, page: Page, assets: Assets): void {
  const secrecy = page.secrecy ?? 'none'
  http.status = page.status ?? 200
  http.type = 'text/html; charset=utf-8'
  http.set({
    'Content-Security-Policy': policy(page.formTarget),
    'Referrer-Policy': secrecy === 'link' ? 'no-referrer' : 'same-origin',
    'Cache-Control': secrecy === 'none' ? 'no-cache' : 'no-store',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
  })
  http.vary(['Accept-Language', 'Cookie'])
  http.body = documentOf(page, assets).text
}

/** Nothing inline, nothing from elsewhere. */
function policy(formTarget: string | null | undefined): string {
  const target = formTarget ? ` ${new URL(formTarget).origin}` : ''
  return (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    `form-action 'self'${target}; base-uri 'none'; frame-ancestors 'none'`
  )
}

function documentOf(page: Page, assets: Assets): Html {
  const style = assets.address('style.css')
  const icon = assets.address('icon.svg')
  const scripts = (page.scripts ?? []).map((name) => assets.address(name)).filter((address) => address !== null)
  const hidden = (page.secrecy ?? 'none') !== 'none' || (page.status ?? 200) >= 400
  const robots = hidden ? 'noindex' : page.robots
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${robots && html`<meta name="robots" content="${robots}">`}
${!hidden && social(page)}
${icon && html`<link rel="icon" href="${icon}" type="image/svg+xml">`}
${style && html`<link rel="stylesheet" href="${style}">`}
${scripts.map((address) => html`<script type="module" src="${address}"></script>`)}
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
${page.strip}
${page.header}
<main id="main" class="${page.width ?? 'narrow'}" tabindex="-1">
${page.main}
</main>
<footer>Powered by LetsMeet</footer>
</body>
</html>
`
}

const social = ({ title, description }: Page) => html`<meta property="og:title" content="${title}">
${description && html`<meta name="description" content="${description}">`}
${description && html`<meta property="og:description" content="${description}">`}`
