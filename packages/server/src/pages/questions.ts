import type { Question } from '../event-types/model.ts'
import type { PublicEventType } from '../public/model.ts'
import { checkField, choiceField, longField, selectField, type Typed, textField } from './fields.ts'
import { type Html, html, type Value } from './html.ts'

type Kind = PublicEventType['locations'][number]['kind']

/** A question of an event type, by its kind. */
export function questionField(typed: Typed, { key, label, kind, required, options = [] }: Question): Html {
  const field = { name: `answers.${key}`, label, required }
  switch (kind) {
    case 'text':
      return textField(typed, { ...field, maxLength: 5000 })
    case 'long_text':
      return longField(typed, field)
    case 'select':
      return selectField(typed, field, optionsHtml(options, typed.values.get(field.name)))
    case 'multi_select': {
      const pairs = options.map((one): [string, string] => [one, one])
      return choiceField(typed, field, 'checkbox', pairs)
    }
    case 'checkbox':
      return checkField(typed, field)
    case 'number':
      return textField(typed, { ...field, type: 'number' })
    case 'phone':
      return textField(typed, { ...field, type: 'tel', maxLength: 31 })
    case 'email':
      return textField(typed, { ...field, type: 'email', maxLength: 254 })
    case 'url':
      return textField(typed, { ...field, type: 'url', maxLength: 5000, hint: 'Begins with https://' })
  }
}

/** Where to meet, when there is something to choose or to tell. */
export function locationFields(typed: Typed, { locations }: Pick<PublicEventType, 'locations'>): Value {
  const kinds = [...new Set(locations.map((location) => location.kind))]
  const [first] = kinds
  if (first === undefined) return null
  const only = kinds.length === 1
  const values = new URLSearchParams(typed.values)
  if (!values.has('location')) values.set('location', first)
  const names = kinds.map((kind): [string, string] => [kind, placeName(kind)])
  const choice = only
    ? html`<input type="hidden" name="location" value="${first}">`
    : choiceField({ ...typed, values }, { name: 'location', label: 'Where' }, 'radio', names)
  const phone = { name: 'phone', label: 'Your phone number', type: 'tel', autocomplete: 'tel', maxLength: 31 } as const
  const number = html`<div class="if-phone">${textField(typed, { ...phone, required: only })}</div>`
  return html`${choice}${kinds.includes('guest_phone') && number}`
}

const placeNames: Record<Kind, string> = {
  in_person: 'In person',
  phone: 'By phone: you call the host',
  guest_phone: 'By phone: the host calls you',
  video: 'Video call',
  custom: 'As described in the confirmation',
}

export const placeName = (kind: Kind): string => placeNames[kind]

export const isPlace = (kind: string): kind is Kind => kind in placeNames

const optionsHtml = (options: readonly string[], chosen: string | null) => html`<option value="">Choose…</option>
${options.map((one) => html`<option${one === chosen && html` selected`}>${one}</option>`)}`
