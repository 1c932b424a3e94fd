import { clock, dayName, monthAfter, monthName, offsetName, weekdayName, weeksOf } from './dates.ts'
import { byId, element, redraw } from './element.ts'
import type { Slot } from './slots.ts'

/** What is shown; the server draws the same in `pages/calendar.ts`. */
export interface View {
  zone: string
  locale: string
  firstDay: number
  today: string
  month: string
  days: Map<string, Slot[]>
  date: string | null
  link(changes: Record<string, string>): string
}

export function drawCalendar(container: HTMLElement, view: View): void {
  const { month, locale, firstDay } = view
  const weekdays = Array.from({ length: 7 }, (_, i) => ((firstDay - 1 + i) % 7) + 1)
  const isFirst = month <= view.today.slice(0, 7)
  const turn = (id: string, to: string, label: string, arrow: string) =>
    element('a', { class: 'turn', id, href: view.link({ month: to }), 'aria-label': label }, arrow)
  redraw(
    container,
    element(
      'div',
      { class: 'month' },
      element('h2', { id: 'month' }, monthName(month, locale)),
      isFirst
        ? element('span', { class: 'turn', 'aria-hidden': 'true' }, '‹')
        : turn('month-before', monthAfter(month, -1), 'Month before', '‹'),
      turn('month-after', monthAfter(month, 1), 'Next month', '›'),
    ),
    element(
      'table',
      { 'aria-labelledby': 'month' },
      element('thead', {}, element('tr', {}, ...weekdays.map((day) => weekdayCell(day, locale)))),
      element('tbody', {}, ...weeksOf(month, firstDay).map((week) => element('tr', {}, ...week.map(cellOf(view))))),
    ),
  )
}

export function drawSlots(container: HTMLElement, view: View): void {
  const { date, zone, locale } = view
  if (date === null) {
    const text = `No open times in ${monthName(view.month, locale)}.`
    const next = element(
      'button',
      { type: 'button', class: 'button quiet', id: 'find-next' },
      'Find the next open time',
    )
    redraw(container, element('p', { class: 'empty' }, text), element('p', {}, next))
    return
  }
  const slots = view.days.get(date) ?? []
  const labels = slots.map((slot) => clock(slot.start, zone, locale))
  const items = slots.map((slot, i) => {
    const label = labels[i] ?? ''
    const twice = labels.indexOf(label) !== labels.lastIndexOf(label)
    return element('li', {}, slotLink(view, slot, label, twice))
  })
  redraw(container, element('h2', {}, dayName(date, locale)), element('ul', {}, ...items))
  container.scrollTop = 0
}

/** For those who hear the page: what has just changed. */
export function announce({ date, days, month, locale }: View): void {
  const count = date === null ? 0 : (days.get(date)?.length ?? 0)
  const text =
    date === null ? `No open times in ${monthName(month, locale)}` : `${dayName(date, locale)}, open times: ${count}`
  byId('announce', HTMLElement).textContent = text
}

/** Arrow keys walk over the open days. */
export function walk(event: KeyboardEvent): void {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
  const active = document.activeElement
  if (step === undefined || !active?.classList.contains('day')) return
  const cells = [...document.querySelectorAll<HTMLElement>('#calendar td')]
  let at = cells.findIndex((cell) => cell.contains(active)) + step
  while (cells[at] && !cells[at]?.querySelector('a')) at += step
  cells[at]?.querySelector('a')?.focus()
  event.preventDefault()
}

/** `2030-01-08T09:00:00Z`, as addresses hold it. */
export const startText = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')

const weekdayCell = (day: number, locale: string) =>
  element(
    'th',
    { scope: 'col' },
    element('abbr', { title: weekdayName(day, 'long', locale) }, weekdayName(day, 'short', locale)),
  )

const cellOf = (view: View) => (date: string | null) => element('td', {}, date && dayOf(view, date))

function dayOf({ days, today, locale, date: chosen, link }: View, date: string): HTMLElement {
  const number = String(Number(date.slice(8)))
  const open = days.get(date)?.length ?? 0
  const isToday = { 'data-today': date === today && '' }
  if (open === 0) return element('span', { class: 'day', ...isToday }, number)
  const label = `${dayName(date, locale)}, ${open === 1 ? '1 time' : `${open} times`}`
  const current = date === chosen && 'date'
  const attributes = { class: 'day', href: link({ date }), 'aria-label': label, 'aria-current': current, ...isToday }
  return element('a', attributes, number)
}

function slotLink({ zone, link }: View, { start, seatsLeft }: Slot, label: string, twice: boolean): HTMLElement {
  const seats = seatsLeft === 1 ? '1 seat left' : `${seatsLeft} seats left`
  return element(
    'a',
    { class: 'slot', href: link({ start: startText(start) }) },
    label,
    twice && element('small', {}, offsetName(start, zone)),
    seatsLeft !== undefined && element('small', {}, seats),
  )
}
