import { dateOf, hours, longDay, zoneName } from './dates.ts'
import { byId, element } from './element.ts'
import { reasonForm, withReason } from './embed-form.ts'
import type { Booking, Stage } from './embed-stage.ts'
import { tabs } from './embed-tabs.ts'
import type { Problem } from './problem.ts'

const halfADay = 43_200_000

/** A host's own bookings that are still to come, a page at a time. */
export async function showHost(stage: Stage): Promise<void> {
  const list = element('div', { id: 'bookings' })
  const more = element('button', { type: 'button', class: 'button quiet', id: 'more', hidden: '' }, 'More')
  const status = element('p', { class: 'muted', role: 'status', id: 'status' })
  const zone = stage.session.user?.timezone ?? stage.zone
  let cursor: string | null = null
  let found: Booking[] = []
  more.addEventListener('click', () => void next())
  await next()
  byId('main', HTMLElement).className = 'medium'
  const named = element('p', { class: 'muted' }, `Times in ${zoneName(zone, Date.parse(stage.today))}`)
  stage.show('Your bookings', tabs(stage, 'bookings'), named, status, list, more)

  async function next(): Promise<void> {
    // A meeting that has begun is not over yet.
    const since = new Date(Date.parse(stage.today) - halfADay).toISOString()
    const query = new URLSearchParams({ status: 'pending,confirmed', order: 'start', 'start[gte]': since, limit: '25' })
    if (cursor !== null) query.set('cursor', cursor)
    const response = await stage.ask(`/bookings?${query}`)
    if (!response.ok) return refused(response)
    const page: { data: Booking[]; nextCursor: string | null } = await response.json()
    cursor = page.nextCursor
    found = [...found, ...page.data.filter(({ ended }) => !ended)]
    draw()
  }

  function draw(): void {
    const days = new Map<string, Booking[]>()
    for (const booking of found) {
      const date = dateOf(Date.parse(booking.start), zone)
      days.set(date, [...(days.get(date) ?? []), booking])
    }
    list.replaceChildren(...[...days].map(([date, bookings]) => day(date, bookings)))
    if (days.size === 0) list.append(element('p', { class: 'card empty' }, 'Nothing is booked. Bookings appear here.'))
    more.hidden = cursor === null
  }

  function day(date: string, bookings: Booking[]): HTMLElement {
    const [first] = bookings
    const heading = first ? longDay(Date.parse(first.start), zone, stage.locale) : ''
    return element(
      'section',
      { class: 'agenda', 'aria-labelledby': `day-${date}` },
      element('h2', { id: `day-${date}` }, heading),
      element('ul', { class: 'card' }, ...bookings.map(row)),
    )
  }

  function row(booking: Booking): HTMLElement {
    const [start, end] = [Date.parse(booking.start), Date.parse(booking.end)]
    const isWaiting = booking.status === 'pending'
    return element(
      'li',
      {},
      element('span', { class: 'time', title: zoneName(zone, start) }, hours(start, end, zone, stage.locale)),
      element(
        'span',
        { class: 'what' },
        element('strong', {}, booking.guest.name),
        isWaiting && ' ',
        isWaiting && element('span', { class: 'state pending' }, 'Waits for you'),
        element('br'),
        element('span', { class: 'muted' }, `${booking.title} · ${booking.guest.email}`),
      ),
      stage.session.readOnly ? null : isWaiting ? confirming(booking) : null,
      stage.session.readOnly ? null : ending(booking, isWaiting ? 'decline' : 'cancel'),
    )
  }

  function confirming(booking: Booking): HTMLElement {
    const label = `Confirm the booking of ${booking.guest.name}`
    const button = element('button', { type: 'button', class: 'button', 'aria-label': label }, 'Confirm')
    button.addEventListener('click', () => {
      button.disabled = true
      void confirm().finally(() => {
        button.disabled = false
      })
    })
    return button

    async function confirm(): Promise<void> {
      const response = await stage.ask(`/bookings/${booking.id}/confirm`, { method: 'POST', body: {} })
      if (!response.ok) return refused(response)
      const changed: Booking = await response.json()
      found = found.map((one) => (one.id === changed.id ? changed : one))
      say(`Confirmed. ${booking.guest.name} is told by mail.`)
    }
  }

  function ending(booking: Booking, verb: 'decline' | 'cancel'): HTMLElement {
    const label = verb === 'decline' ? 'Decline' : 'Cancel booking'
    const form = reasonForm({
      name: `reason-${booking.id}`,
      label: 'Reason',
      hint: 'The guest reads it in the mail',
      button: element('button', { class: 'button danger' }, label),
      send: (reason) => stage.ask(`/bookings/${booking.id}/${verb}`, { method: 'POST', body: withReason(reason) }),
      done: () => {
        found = found.filter(({ id }) => id !== booking.id)
        say(`${verb === 'decline' ? 'Declined' : 'Cancelled'}. ${booking.guest.name} is told by mail.`)
      },
    })
    const name = element('span', { class: 'visually-hidden' }, ` the booking of ${booking.guest.name}`)
    const summary = element('summary', {}, verb === 'decline' ? 'Decline' : 'Cancel', name, '…')
    return element('details', { class: 'more' }, summary, form)
  }

  function say(text: string): void {
    draw()
    status.textContent = text
    status.tabIndex = -1
    status.focus()
  }

  async function refused(response: Response): Promise<void> {
    const problem: Problem = await response.json()
    say(problem.detail ?? 'That did not work. Please load the page again.')
  }
}
