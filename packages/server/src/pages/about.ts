import type { PublicEventType } from '../public/model.ts'
import { type Html, html, paragraphs, type Value } from './html.ts'
import { placeName } from './questions.ts'
import { lasting } from './when.ts'

/** An event type as every page may show it, whatever its address. */
export type ShownOffer = Omit<PublicEventType, 'slug' | 'url'>

/** What is booked, beside the times: with whom, how long, where. */
export function aboutHtml(
  offer: ShownOffer,
  around: { host: Value; duration: number; personal?: Value; facts?: Value },
): Html {
  const places = [...new Set(offer.locations.map(({ kind }) => placeName(kind)))]
  return html`<header class="about">
<p class="host">${around.host}</p>
<h1>${offer.title}</h1>
${around.personal}
<ul class="facts">
<li class="fact-time"><span id="lasting">${lasting(around.duration)}</span></li>
${places.map((place) => html`<li class="fact-place">${place}</li>`)}
${offer.seats > 1 && html`<li class="fact-seats">${offer.seats} seats</li>`}
${offer.requiresConfirmation && html`<li class="fact-confirm">The host confirms each request</li>`}
${around.facts}
</ul>
${offer.description && html`<div class="description">${paragraphs(offer.description)}</div>`}
</header>`
}

/** Who is met: all of them, or one of several. */
export function peopleOf({ hosts, scheduling }: ShownOffer): string {
  return hosts.map(({ name }) => name).join(scheduling === 'round_robin' ? ' or ' : ', ')
}
