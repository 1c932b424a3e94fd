import { choiceField, type Typed } from './fields.ts'
import { type Html, html } from './html.ts'
import type { Slot } from './month.ts'
import type { Picker } from './picker.ts'
import { clock, dayName, hours, longDay, zoneName } from './when.ts'

/** The chosen start; when it was taken meanwhile, the next open times are offered in its place. */
export function startField({ slot, missed, month, date, zone, locale }: Picker, typed: Typed): Html {
  if (missed !== 'in form') return html`<input type="hidden" name="start" value="${slot?.start ?? ''}">`
  const later = month.slots.filter((one) => date === null || one.date >= date).slice(0, 12)
  const label = (one: Slot) => `${dayName(one.date, locale)}, ${clock(new Date(one.start), zone, locale)}`
  const options = later.map((one): [string, string] => [one.start, label(one)])
  return choiceField(typed, { name: 'start', label: 'Another time', required: true }, 'radio', options)
}

/** What was chosen, above the form, and the way back. */
export function chosenHtml({ slot, zone, locale, link, date }: Picker): Html {
  const [start, end] = [new Date(slot?.start ?? 0), new Date(slot?.end ?? 0)]
  const words = html`<strong>${longDay(start, zone, locale)}</strong>
<span>${hours(start, end, zone, locale)}, ${zoneName(zone, start)}</span>`
  return html`<p class="chosen"><span id="chosen">${slot && words}</span>
<a id="back" href="${link({ date })}">Change</a></p>`
}
