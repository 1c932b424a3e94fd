import { dayAfter, dayName, weekdays, weeksOf } from './dates.js'

/** The month's days as a table; those that are open are buttons, and one of them is in the order of tabs. */
export function drawDays(table, { month, open, chosen, choose, turn }) {
  table.tHead.rows[0].replaceChildren(...weekdays().map(heading))
  const first = open.includes(chosen) ? chosen : open[0]
  const rows = weeksOf(month).map((week) => {
    const row = document.createElement('tr')
    row.append(...week.map((day) => cell(day, { isOpen: open.includes(day), isChosen: day === chosen, first, choose })))
    return row
  })
  table.tBodies[0].replaceChildren(...rows)
  table.onkeydown = (event) => walk(event, table, open, turn)
}

export const focusDay = (table, day) => table.querySelector(`[data-day="${day}"]`)?.focus()

function heading({ short, long }) {
  const th = document.createElement('th')
  th.scope = 'col'
  th.abbr = long
  th.textContent = short
  return th
}

function cell(day, { isOpen, isChosen, first, choose }) {
  const td = document.createElement('td')
  if (day === null) return td
  const number = String(Number(day.slice(8)))
  if (!isOpen) {
    td.textContent = number
    return td
  }
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'day'
  button.textContent = number
  button.dataset.day = day
  button.tabIndex = day === first ? 0 : -1
  button.setAttribute('aria-label', dayName(day))
  button.setAttribute('aria-pressed', String(isChosen))
  button.onclick = () => choose(day)
  td.append(button)
  return td
}

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

function walk(event, table, open, turn) {
  const at = event.target.dataset?.day
  const months = { PageUp: -1, PageDown: 1 }[event.key]
  if (months) {
    event.preventDefault()
    turn(months)
    return
  }
  const step = steps[event.key]
  if (!at || !step) return
  event.preventDefault()
  const aim = dayAfter(at, step)
  // The nearest open day in that direction: closed ones are passed over.
  const next = step > 0 ? open.find((day) => day >= aim) : open.findLast((day) => day <= aim)
  if (!next) return
  for (const button of table.querySelectorAll('button')) button.tabIndex = button.dataset.day === next ? 0 : -1
  focusDay(table, next)
}
