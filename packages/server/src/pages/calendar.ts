import { taken } from './form.ts'
import { type Html, html } from './html.ts'
import { monthAfter, type Slot, weeksOf } from './month.ts'
import type { Picker } from './picker.ts'
import { clock, dayName, monthName, offsetName, weekdayName, zoneName } from './when.ts'
import { zoneOptions } from './zone-options.ts'

/** The month, the times of the chosen day and the zone; booking.ts in the browser draws the same. */
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
  const before = monthAfter(month.name, -1)
  const isFirst = month.name <= picker.today.slice(0, 7)
  return html`<div class="month">
<h2 id="month">${monthName(month.name, locale)}</h2>
${isFirst ? html`<span class="turn" aria-hidden="true">‹</span>` : html`<a class="turn" href="${picker.link({ month: before })}" aria-label="Month before">‹</a>`}
<a class="turn" href="${picker.link({ month: monthAfter(month.name, 1) })}" aria-label="Next month">›</a>
</div>
<table aria-labelledby="month">
<thead><tr>${weekdays.map((day) => html`<th scope="col"><abbr title="${weekdayName(day, 'long', locale)}">${weekdayName(day, 'short', locale)}</abbr></th>`)}</tr></thead>
<tbody>
${weeksOf(month.name, firstDay).map((week) => html`<tr>${week.map((date) => html`<td>${date && dayHtml(picker, date)}</td>`)}</tr>\n`)}</tbody>
</table>`
}

function dayHtml(picker: Picker, date: string): Html {
  const number = Number(date.slice(8))
  const open = picker.month.days.get(date)?.length ?? 0
  const isToday = date === picker.today && html` data-today`
  if (open === 0) return html`<span class="day"${isToday}>${number}</span>`
  const label = `${dayName(date, picker.locale)}, ${open === 1 ? '1 time' : `${open} times`}`
  const current = date === picker.date && html` aria-current="date"`
  return html`<a class="day" href="${picker.link({ date })}" aria-label="${label}"${current}${isToday}>${number}</a>`
}

function slotsHtml(picker: Picker): Html {
  const { date, month, locale } = picker
  if (date === null) return emptyHtml(picker)
  const slots = month.days.get(date) ?? []
  const labels = slots.map((slot) => clock(new Date(slot.start), picker.zone, locale))
  return html`<h2>${dayName(date, locale)}</h2>
<ul>
${slots.map((slot, i) => html`<li>${slotHtml(picker, slot, labels[i] ?? '', labels.indexOf(labels[i] ?? '') !== labels.lastIndexOf(labels[i] ?? ''))}</li>\n`)}</ul>`
}

/** Where a clock is set back one hour comes twice; then the offset tells them apart. */
function slotHtml(picker: Picker, slot: Slot, label: string, twice: boolean): Html {
  const offset = twice && html` <small>${offsetName(new Date(slot.start), picker.zone)}</small>`
  return html`<a class="slot" href="${picker.link({ start: slot.start.replace('.000Z', 'Z') })}">${label}${offset}${slot.seatsLeft !== undefined && html` <small>${seats(slot.seatsLeft)}</small>`}</a>`
}

export const seats = (left: number): string => (left === 1 ? '1 seat left' : `${left} seats left`)

function emptyHtml({ month, next, locale, link }: Picker): Html {
  if (!next) return html`<p class="empty">There are no open times at the moment.</p>`
  const name = next.date.slice(0, 7)
  return html`<p class="empty">No open times in ${monthName(month.name, locale)}.</p>
<p><a class="button quiet" href="${link({ date: next.date })}">Go to ${monthName(name, locale)}</a></p>`
}

function durationsHtml({ durations, duration, date, month, link }: Picker): Html | false {
  if (durations.length < 2) return false
  const here: Record<string, string> = date ? { date } : { month: month.name }
  return html`<nav class="durations" aria-label="Duration">${durations.map(
    (one) =>
      html`<a href="${link({ ...here, duration: String(one) })}"${one === duration && html` aria-current="true"`}>${one} min</a>`,
  )}</nav>`
}

function zoneHtml(picker: Picker): Html {
  const first = picker.month.slots[0]
  const at = new Date(first?.start ?? `${picker.month.name}-01T12:00:00Z`)
  return html`<details class="zone" id="zone">
<summary><span class="visually-hidden">Time zone: </span><span id="zone-name">${zoneName(picker.zone, at)}</span></summary>
<form method="get" action="${picker.link({}).split('?')[0]}">
${hiddenInputs(picker)}
<label for="timezone">Time zone</label>
<select name="timezone" id="timezone">${zoneOptions(picker.zone)}</select>
<button class="button quiet">Use this zone</button>
</form>
</details>`
}

const hiddenInputs = (picker: Picker) =>
  [...new URLSearchParams(picker.link({ date: picker.date, timezone: null }).split('?')[1] ?? '')].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
