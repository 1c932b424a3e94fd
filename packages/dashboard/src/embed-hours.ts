import { weekdayName } from './dates.ts'
import { element } from './element.ts'
import { alertLine, sending } from './embed-form.ts'
import { read, type Stage } from './embed-stage.ts'
import { tabs } from './embed-tabs.ts'
import { type Hours, hoursOf, parseDay, type Weekday, weekdays, weeklyOf } from './week.ts'

interface Schedule {
  id: string
  name: string
  timezone: string
  weekly: Hours[]
  overrides: unknown[]
  isDefault: boolean
}

/** A host's own weekly hours, to look at or to change. */
export async function showHours(stage: Stage): Promise<void> {
  const list = await read<{ data: Schedule[] }>(stage, '/schedules?limit=100')
  if (!list) return
  const schedules = list.data.sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
  const cards = schedules.map((schedule) => card(stage, schedule))
  if (cards.length === 0) cards.push(element('p', { class: 'card empty' }, 'There are no weekly hours yet.'))
  stage.show('Your weekly hours', tabs(stage, 'hours'), ...cards)
}

function card(stage: Stage, schedule: Schedule): HTMLElement {
  const dates = schedule.overrides.length
  return element(
    'section',
    { class: 'card panel hours', 'aria-labelledby': `name-${schedule.id}` },
    element(
      'header',
      {},
      element('h2', { id: `name-${schedule.id}` }, schedule.name),
      element('p', { class: 'muted' }, schedule.timezone.replaceAll('_', ' ')),
    ),
    stage.session.readOnly ? view(stage, schedule) : editor(stage, schedule),
    dates > 0 &&
      element('p', { class: 'muted' }, `${dates === 1 ? 'One date has' : `${dates} dates have`} other hours.`),
  )
}

function view({ locale }: Stage, { weekly }: Schedule): HTMLElement {
  const rows = weekdays.map((day, i) =>
    element(
      'div',
      {},
      element('dt', {}, weekdayName(i + 1, 'long', locale)),
      element('dd', {}, hoursOf(weekly, day) || 'Closed'),
    ),
  )
  return element('dl', { class: 'table' }, ...rows)
}

function editor({ ask, locale }: Stage, { id, weekly }: Schedule): HTMLElement {
  const inputs = weekdays.map((day) => {
    const field = `f-${id}-${day}`
    return element('input', {
      ...{ type: 'text', id: field, name: day, value: hoursOf(weekly, day), autocomplete: 'off', inputmode: 'text' },
      ...{ placeholder: 'Closed', 'aria-describedby': `f-${id}-hint` },
    })
  })
  const rows = inputs.map((input, i) =>
    element(
      'div',
      { class: 'field', 'data-field': input.name },
      element('label', { for: input.id }, weekdayName(i + 1, 'long', locale)),
      input,
    ),
  )
  const button = element('button', { class: 'button' }, 'Save hours')
  const saved = element('p', { class: 'muted', role: 'status' })
  const hint = 'Write 09:00–12:00, 13:00–17:00; an empty day is closed.'
  const form = element(
    'form',
    { novalidate: '' },
    alertLine(),
    element('p', { class: 'hint', id: `f-${id}-hint` }, hint),
    ...rows,
    button,
    saved,
  )
  const send = () => {
    saved.textContent = ''
    const days = new Map<Weekday, ReturnType<typeof parseDay>>()
    for (const [i, day] of weekdays.entries()) days.set(day, parseDay(inputs[i]?.value ?? ''))
    const wrong = weekdays.filter((day) => days.get(day) === null)
    if (wrong.length > 0) return Promise.resolve(refusal(wrong, hint))
    return ask(`/schedules/${id}`, { method: 'PATCH', body: { weekly: weeklyOf(days) } })
  }
  sending(form, button, send, () => {
    saved.textContent = 'Saved. New bookings follow these hours.'
  })
  return form
}

/** As the API would say it, so that it is shown in the same way. */
const refusal = (days: readonly Weekday[], detail: string) =>
  Response.json({ errors: days.map((day) => ({ pointer: `#/${day}`, code: 'invalid', detail })) }, { status: 400 })
