import { element } from './element.ts'
import type { Stage } from './embed-stage.ts'

/** The two views of a host. */
export function tabs({ session }: Stage, current: 'bookings' | 'hours'): HTMLElement {
  const tab = (name: typeof current, href: string, text: string) =>
    element('a', { href, 'aria-current': name === current && 'page' }, text)
  return element(
    'div',
    {},
    element('h1', {}, session.user?.name ?? 'Your bookings'),
    element('p', { class: 'muted' }, session.readOnly && 'You may look here, and change nothing.'),
    element(
      'nav',
      { class: 'tabs', 'aria-label': 'Yours' },
      tab('bookings', location.pathname, 'Bookings'),
      tab('hours', '?view=hours', 'Weekly hours'),
    ),
  )
}
