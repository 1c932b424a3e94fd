import { isKnown } from './known-guest.ts'
import type { State } from './state.ts'

/** The form as the body that the API takes. */
export function bodyOf(form: HTMLFormElement, state: State, start: string, zone: string): object {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  if (state.kind === 'move') return { start, ...filled({ reason: text('reason') }) }
  const kind = text('location')
  // The server knows whom a share link was made for.
  const typed = isKnown() ? {} : { name: text('name'), email: text('email') }
  const guests = text('guests')
    .split(/[\s,;]+/)
    .filter(Boolean)
  return {
    start,
    durationMinutes: state.duration,
    ...(state.link && { eventTypeId: state.link.eventTypeId }),
    guest: { ...typed, timezone: zone, ...filled({ locale: navigator.language }) },
    answers: answersOf(form, data),
    ...(guests.length > 0 && { additionalGuests: guests }),
    ...(kind && { location: { kind, ...(kind === 'guest_phone' && { value: text('phone') }) } }),
    ...filled({ notes: text('notes') }),
  }
}

function answersOf(form: HTMLFormElement, data: FormData): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const field of form.querySelectorAll<HTMLElement>('[data-field^="answers."]')) {
    const name = field.dataset.field ?? ''
    const value = answerOf(field, data, name)
    if (value !== undefined) answers[name.slice('answers.'.length)] = value
  }
  return answers
}

function answerOf(field: HTMLElement, data: FormData, name: string): unknown {
  if (field instanceof HTMLFieldSetElement) return data.getAll(name)
  const input = field.querySelector('input')
  if (input?.type === 'checkbox') return input.checked || (input.required ? undefined : false)
  const text = String(data.get(name) ?? '').trim()
  if (text === '') return undefined
  return input?.type === 'number' ? Number(text) : text
}

const filled = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
