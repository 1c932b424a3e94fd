import { taken } from './form.ts'
import { attributes, type Html, html } from './html.ts'
import { monthAfter, type Slot, weeksOf } from './month.ts'
import type { Picker } from './picker.ts'
import { clock, dayName, monthName, offsetName, weekdayName, zoneName } from './when.ts'
import { zoneOptions } from './zone-options.ts'

/** The month, the times of the chosen day and the zone; the script in the browser draws the same. */
export function pickerHtml(picker: Picker, hidden: boolean): Html {
  return html`<section class="picker" id="picker" aria-label="Choose a time"${hidden && html` hidden`}>
<div class="calendar-side">
${durationsHtml(picker)}
<div id="calendar">${calendarHtml(picker)}</div>
${zoneHtml(picker)}
</div>
<div class="slots" id="slots">${slotsHtml(picker)}</div>
<p class="visually-hidden" id="announce" aria-live="polite"></p>
</section>`
}

/** Says that the wanted time is gone; the script uses the same place. */
export function noticeHtml({ missed }: Picker): Html {
  const shown = missed === 'in address'
  return html`<p class="alert" id="notice" role="alert" tabindex="-1"${!shown && html` hidden`}>${shown && taken}</p>`
}

function calendarHtml(picker: Picker): Html {
  const { month, locale, firstDay } = picker
  const weekdays = Array.from({ length: 7 }, (_, i) => ((firstDay - 1 + i) % 7) + 1)
  const weeks = weeksOf(month.name, firstDay)
  return html`<div class="month">
<h2 id="month">${monthName(month.name, locale)}</h2>
${month.name > picker.today.slice(0, 7) ? turn(picker, -1, 'Month before', '‹') : noTurn}
${turn(picker, 1, 'Next month', '›')}
</div>
<table aria-labelledby="month">
<thead><tr>${weekdays.map((day) => weekdayHtml(day, locale))}</tr></thead>
<tbody>
${weeks.map((week) => html`<tr>${week.map((date) => html`<td>${date && dayHtml(picker, date)}</td>`)}</tr>\n`)}</tbody>
</table>`
}

const noTurn = html`<span class="turn" aria-hidden="true">‹</span>`

function turn({ month, link }: Picker, step: 1 | -1, label: string, arrow: string): Html {
  const href = link({ month: monthAfter(month.name, step) })
  return html`<a class="turn"${attributes({ href, 'aria-label': label })}>${arrow}</a>`
}

function weekdayHtml(day: number, locale: string): Html {
  const short = weekdayName(day, 'short', locale)
  return html`<th scope="col"><abbr title="${weekdayName(day, 'long', locale)}">${short}</abbr></th>`
}

function dayHtml(picker: Picker, date: string): Html {
  const number = Number(date.slice(8))
  const open = picker.month.days.get(date)?.length ?? 0
  const today = attributes({ 'data-today': date === picker.today })
  if (open === 0) return html`<span class="day"${today}>${number}</span>`
  const more = attributes({
    href: picker.link({ date }),
    'aria-label': `${dayName(date, picker.locale)}, ${open === 1 ? '1 time' : `${open} times`}`,
    'aria-current': date === picker.date && 'date',
  })
  return html`<a class="day"${more}${today}>${number}</a>`
}

function slotsHtml(picker: Picker): Html {
  const { date, month, zone, locale } = picker
  if (date === null) return emptyHtml(picker)
  const slots = month.days.get(date) ?? []
  const labels = slots.map((slot) => clock(new Date(slot.start), zone, locale))
  const items = slots.map((slot, i) => {
    const label = labels[i] ?? ''
    return html`<li>${slotHtml(picker, slot, label, labels.indexOf(label) !== labels.lastIndexOf(label))}</li>\n`
  })
  return html`<h2>${dayName(date, locale)}</h2>
<ul>
${items}</ul>`
}

/** Where a clock is set back one hour comes twice; then the offset tells them apart. */
function slotHtml({ zone, link }: Picker, { start, seatsLeft }: Slot, label: string, twice: boolean): Html {
  const offset = twice && html` <small>${offsetName(new Date(start), zone)}</small>`
  const seats =
    seatsLeft !== undefined && html` <small>${seatsLeft === 1 ? '1 seat' : `${seatsLeft} seats`} left</small>`
  return html`<a class="slot" href="${link({ start: start.replace('.000Z', 'Z') })}">${label}${offset}${seats}</a>`
}

function emptyHtml({ month, next, locale, link }: Picker): Html {
  if (!next) return html`<p class="empty">There are no open times at the moment.</p>`
  const there = monthName(next.date.slice(0, 7), locale)
  return html`<p class="empty">No open times in ${monthName(month.name, locale)}.</p>
<p><a class="button quiet" href="${link({ date: next.date })}">Go to ${there}</a></p>`
}

function durationsHtml({ durations, duration, date, month, link }: Picker): Html | false {
  if (durations.length < 2) return false
  const here: Record<string, string> = date ? { date } : { month: month.name }
  const links = durations.map((one) => {
    const href = link({ ...here, duration: String(one) })
    return html`<a${attributes({ href, 'aria-current': one === duration && 'true' })}>${one} min</a>`
  })
  return html`<nav class="durations" aria-label="Duration">${links}</nav>`
}

function zoneHtml({ month, zone, date, link }: Picker): Html {
  const at = new Date(month.slots[0]?.start ?? `${month.name}-01T12:00:00Z`)
  const [path, query = ''] = link({ date, timezone: null }).split('?')
  const kept = [...new URLSearchParams(query)].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`,
  )
  return html`<details class="zone" id="zone">
<summary><span class="visually-hidden">Time zone: </span><span id="zone-name">${zoneName(zone, at)}</span></summary>
<form method="get" action="${path}">
${kept}<label for="timezone">Time zone</label>
<select name="timezone" id="timezone">${zoneOptions(zone)}</select>
<button class="button quiet">Use this zone</button>
</form>
</details>`
}
