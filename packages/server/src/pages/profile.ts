import { getProfile } from '../public/service.ts'
import type { ShownOffer } from './about.ts'
import { type Html, html } from './html.ts'
import type { Answer, Visit } from './visit.ts'
import { lasting } from './when.ts'

/** `GET /{username}`: what can be booked with somebody. */
export async function showProfile({ ctx, params }: Visit): Promise<Answer> {
  const profile = await getProfile(ctx, params.username ?? '')
  const list = html`<ul class="offers">
${profile.eventTypes.map((offer) => html`<li>${offerHtml(offer, `/${profile.username}/${offer.slug}`)}</li>\n`)}</ul>`
  return {
    title: `${profile.name} · Book a time`,
    description: `Book a time with ${profile.name}.`,
    main: html`<header class="profile">
<span class="initials" aria-hidden="true">${initials(profile.name)}</span>
<h1>${profile.name}</h1>
<p>${profile.organization}</p>
</header>
${profile.eventTypes.length > 0 ? list : html`<p class="card empty">${nothing} Ask ${profile.name} for a link.</p>`}`,
  }
}

const nothing = 'There is nothing to book here right now.'

/** One thing that can be booked, and the way there. */
export function offerHtml(offer: ShownOffer, address: string): Html {
  const facts = (offer.durationOptions ?? [offer.durationMinutes]).map(lasting)
  if (offer.seats > 1) facts.push(`${offer.seats} seats`)
  return html`<a class="card offer" href="${address}">
<h2>${offer.title}</h2>
<p class="muted">${facts.join(' · ')}</p>
${offer.description && html`<p>${shorten(offer.description)}</p>`}
</a>`
}

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
    .toUpperCase()

const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 197).trimEnd()}…` : text)
