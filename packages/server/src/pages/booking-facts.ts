import type { GuestBookingView } from '../public/model.ts'
import { type Html, html, type Value, webAddress } from './html.ts'
import { isPlace, placeName } from './questions.ts'
import { hours, longDay, zoneName } from './when.ts'

/** A label and what it says; empty ones are left out. */
export const table = (rows: readonly (readonly [string, Value])[]): Html => html`<dl class="table">
${rows.map(([label, value]) => value && html`<div><dt>${label}</dt><dd>${value}</dd></div>\n`)}</dl>`

/** What, when, where and with whom, as the guest may know it. */
export function bookingFacts(view: GuestBookingView, locale: string): Html {
  return table([
    ['What', view.title],
    ['When', when(view, view.guest.timezone, locale)],
    ['With', view.hosts.map(({ name }) => name).join(', ')],
    ['Where', placeOf(view.location)],
    ['Guests', view.additionalGuests.length > 0 && [view.guest.email, ...view.additionalGuests].join('\n')],
    ['Notes', view.notes],
  ])
}

export function when({ start, end }: { start: string; end: string }, zone: string, locale: string): Html {
  const [from, to] = [new Date(start), new Date(end)]
  return html`<strong>${longDay(from, zone, locale)}</strong>
${hours(from, to, zone, locale)}, ${zoneName(zone, from)}`
}

/** An address of the web becomes a link, anything else stays text. */
export function placeOf(location: GuestBookingView['location']): Value {
  if (!location) return null
  const address = webAddress(location.value)
  if (address) return html`<a href="${address}" rel="noreferrer">${location.value}</a>`
  const name = isPlace(location.kind) ? placeName(location.kind) : null
  if (location.kind === 'in_person' || location.kind === 'custom') return location.value || name
  return location.value ? `${name} (${location.value})` : name
}
