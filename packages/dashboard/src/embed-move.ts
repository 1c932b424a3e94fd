import { dateOf, hours, lasting, longDay, zoneName } from './dates.ts'
import { byId, element } from './element.ts'
import { alertLine } from './embed-form.ts'
import { type Booking, read, type Stage } from './embed-stage.ts'
import { createPicker } from './picker.ts'
import type { State } from './state.ts'
import { enhanceForm } from './submit.ts'

/** Another time for the same booking. */
export async function showMove(stage: Stage, id: string): Promise<void> {
  const booking = await read<Booking>(stage, `/bookings/${id}`)
  if (!booking) return
  byId('main', HTMLElement).className = 'wide'
  stage.show(`Another time for ${booking.title}`, layout(stage, booking))
  const picker = createPicker(stateOf(stage, booking), (query) => {
    query.set('rescheduleBookingId', id)
    return stage.ask(`/event-types/${booking.eventTypeId}/slots?${query}`)
  })
  enhanceForm(stateOf(stage, booking), picker, {
    post: (body, idempotencyKey) => stage.ask(`/bookings/${id}/reschedule`, { method: 'POST', body, idempotencyKey }),
    done: () => location.replace(`${location.pathname}?moved=1`),
  })
  picker.begin()
}

function stateOf({ locale, firstDay, today, zone }: Stage, { start, end }: Booking): State {
  const first = dateOf(Date.parse(start), zone)
  const date = first < today ? today : first
  return {
    ...{ kind: 'move', api: '', language: null, locale, firstDay, today, zone, hostZone: zone },
    duration: (Date.parse(end) - Date.parse(start)) / 60_000,
    month: date.slice(0, 7),
    date,
    start: null,
    slots: null,
  }
}

/** The same parts that the server writes for a guest's own link. */
function layout(stage: Stage, booking: Booking): HTMLElement {
  return element(
    'div',
    { class: 'card booking', id: 'booking' },
    about(stage, booking),
    element('p', { class: 'alert', id: 'notice', role: 'alert', tabindex: '-1', hidden: '' }),
    element(
      'section',
      { class: 'picker', id: 'picker', 'aria-label': 'Choose a time' },
      element('div', { class: 'calendar-side' }, element('div', { id: 'calendar' }), zoneChoice()),
      element('div', { class: 'slots', id: 'slots' }, element('p', { class: 'empty' }, 'Reading the open times…')),
    ),
    element(
      'section',
      { class: 'details', id: 'details', 'aria-label': 'The new time', hidden: '' },
      element(
        'p',
        { class: 'chosen' },
        element('span', { id: 'chosen' }),
        element('a', { id: 'back', href: '' }, 'Change'),
      ),
      form(),
    ),
  )
}

function about({ zone, locale }: Stage, { hosts, title, start, end }: Booking): HTMLElement {
  const [from, to] = [Date.parse(start), Date.parse(end)]
  return element(
    'header',
    { class: 'about' },
    element('p', { class: 'host' }, hosts.map(({ name }) => name).join(', ')),
    element('h1', {}, title),
    element('ul', { class: 'facts' }, element('li', { class: 'fact-time' }, lasting((to - from) / 60_000))),
    element(
      'p',
      { class: 'muted' },
      `Now ${longDay(from, zone, locale)}, ${hours(from, to, zone, locale)}, ${zoneName(zone, from)}`,
    ),
    element('p', {}, keep()),
  )
}

/** Leaves this view: the picker takes links to its own address for choices of its own. */
function keep(): HTMLElement {
  const link = element('a', { href: location.pathname }, 'Keep this time')
  link.addEventListener('click', (event) => event.stopPropagation())
  return link
}

const zoneChoice = () =>
  element(
    'details',
    { class: 'zone', id: 'zone' },
    element(
      'summary',
      {},
      element('span', { class: 'visually-hidden' }, 'Time zone: '),
      element('span', { id: 'zone-name' }),
    ),
    element('form'),
  )

const form = () =>
  element(
    'form',
    { id: 'booking-form' },
    alertLine(),
    element(
      'div',
      { class: 'field', 'data-field': 'reason' },
      element('label', { for: 'f-reason' }, 'Reason'),
      element('p', { class: 'hint', id: 'f-reason-hint' }, 'If you like, tell the host why'),
      element('textarea', {
        ...{ id: 'f-reason', name: 'reason', rows: '3', maxlength: '1000', 'aria-describedby': 'f-reason-hint' },
      }),
    ),
    element('button', { class: 'button', id: 'submit' }, 'Move booking'),
  )
