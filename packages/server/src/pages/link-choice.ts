import { html, paragraphs } from './html.ts'
import type { Page } from './layout.ts'
import { greetingOf } from './link-guest.ts'
import type { Opened } from './link-opened.ts'
import { secret } from './manage.ts'
import { initials, offerHtml } from './profile.ts'

/** What a share link offers when that is more than one thing. */
export function choicePage({ link, home }: Opened): Page {
  const greeting = greetingOf(link)
  const { name } = link.host
  const main = html`<header class="profile">
<span class="initials" aria-hidden="true">${initials(name)}</span>
<h1>${name}</h1>
${greeting && html`<div class="greeting">${paragraphs(greeting)}</div>`}
</header>
<ul class="offers">
${link.eventTypes.map((offer) => html`<li>${offerHtml(offer, `${home}/${offer.id}`)}</li>\n`)}</ul>`
  return secret(`${name} · Book a time`, main)
}
