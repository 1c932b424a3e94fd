import { byId, element } from './element.ts'
import { factsOf } from './facts.ts'
import type { Booked } from './submit.ts'

/** Asks about a link; once it opens nothing any more, the server's page says why. */
export const throughLink: typeof fetch = async (address, init) => {
  const response = await fetch(address, init)
  if (response.status !== 410 && response.status !== 404) return response
  location.reload()
  return new Promise(() => {})
}

interface Place {
  zone: string
  locale: string
  api: string
  home: string
}

/**
 * Who booked for the one a share link was made for stays here, and their page is found by mail; the server draws the
 * same in `pages/link-booked.ts`.
 */
export async function showBooked({ api, home, ...shown }: Place, booked: Booked): Promise<void> {
  const { email } = booked.guest
  const waits = booked.status === 'pending'
  const title = waits ? 'Request sent' : 'You are booked'
  const hosts = booked.hosts.map(({ name }) => name).join(', ')
  const lead = waits
    ? `${hosts} will confirm or decline, and a mail goes to ${email}. The time is held until then.`
    : `A mail is on its way to ${email}, with an invitation for the calendar and the way to move or cancel.`
  const card = element(
    'section',
    { class: 'card panel' },
    element(
      'header',
      {},
      element('span', { class: waits ? 'badge waiting' : 'badge', 'aria-hidden': 'true' }),
      element('h1', { tabindex: '-1' }, title),
      element('p', { class: 'muted' }, lead),
    ),
    factsOf(shown, booked),
  )
  const more = await fetch(api).catch(() => null)
  if (more?.ok) {
    const again = element('a', { class: 'button quiet', href: home }, 'Book another time')
    card.append(element('div', { class: 'buttons' }, again))
  }
  document.title = title
  history.replaceState(null, '', home)
  const main = byId('main', HTMLElement)
  main.className = 'narrow'
  main.replaceChildren(card)
  scrollTo(0, 0)
  card.querySelector('h1')?.focus({ preventScroll: true })
}
