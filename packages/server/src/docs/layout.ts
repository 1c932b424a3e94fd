import { type Html, html } from '../pages/html.ts'
import type { Assets } from './files.ts'

export interface Link {
  href: string
  text: string
}

export interface Page {
  path: string
  title: string
  description: string
  /** The same text as Markdown. */
  twin: string | null
  menu: readonly { title: string; links: readonly Link[] }[]
  main: Html
  /** What is on this page, for a page of text. */
  contents?: readonly Link[]
  next?: Link | undefined
}

/** One page of the docs. */
export function layout(page: Page, assets: Assets): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${page.title} · LetsMeet docs</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.description}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
${page.twin && html`<link rel="alternate" type="text/markdown" href="${page.twin}">`}
<script type="module" src="${assets.script}"></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="bar">
<button class="menu-button" type="button" popovertarget="menu">Menu</button>
<a class="brand" href="/docs">LetsMeet <span>docs</span></a>
<nav aria-label="Docs">
${top.map((link) => anchor(link, link.href === '/docs/reference' ? page.path === link.href : page.path !== '/docs/reference'))}
</nav>
</header>
<div class="columns${page.contents ? '' : ' wide'}">
<nav id="menu" class="menu" popover aria-label="Pages">
${page.menu.map((group) => html`<h2>${group.title}</h2>\n<ul>\n${group.links.map((link) => html`<li>${anchor(link, link.href === page.path)}</li>\n`)}</ul>\n`)}
</nav>
<main id="main" tabindex="-1">
${page.main}
${page.next && html`<p class="next">Next: <a href="${page.next.href}">${page.next.text}</a></p>`}
${page.twin && html`<a class="twin" href="${page.twin}">This page as Markdown</a>`}
</main>
${page.contents && page.contents.length > 1 && contents(page.contents)}
</div>
</body>
</html>
`.text
}

const top: readonly Link[] = [
  { href: '/docs', text: 'Guides' },
  { href: '/docs/reference', text: 'Reference' },
]

const anchor = ({ href, text }: Link, isCurrent: boolean): Html =>
  html`<a href="${href}"${isCurrent && html` aria-current="page"`}>${text}</a>`

const contents = (links: readonly Link[]): Html => html`<nav class="contents" aria-label="On this page">
<h2>On this page</h2>
<ul>
${links.map((link) => html`<li>${anchor(link, false)}</li>\n`)}</ul>
</nav>`
