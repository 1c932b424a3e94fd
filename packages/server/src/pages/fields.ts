import type { Question } from '../event-types/model.ts'
import type { PublicEventType } from '../public/model.ts'
import type { Wrong } from './form.ts'
import { type Html, html, type Value } from './html.ts'

/** What was typed so far, and what is wrong with it. */
export interface Typed {
  values: URLSearchParams
  wrong: Wrong
}

interface Field {
  name: string
  label: string
  required?: boolean
  hint?: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'password'
  autocomplete?: string
  maxLength?: number
  multiple?: boolean
}

export function textField(typed: Typed, field: Field): Html {
  const { name, type = 'text' } = field
  const value = type === 'password' ? '' : (typed.values.get(name) ?? '')
  const more = html`${field.autocomplete && html` autocomplete="${field.autocomplete}"`}${field.maxLength && html` maxlength="${field.maxLength}"`}${field.multiple && html` multiple`}${type === 'number' && html` step="any"`}`
  return around(typed, field, html`<input type="${type}" ${shared(typed, field)} value="${value}"${more}>`)
}

export function longField(typed: Typed, field: Field): Html {
  const control = html`<textarea ${shared(typed, field)} rows="3" maxlength="${field.maxLength ?? 5000}">${typed.values.get(field.name) ?? ''}</textarea>`
  return around(typed, field, control)
}

export function selectField(typed: Typed, field: Field, options: Html): Html {
  return around(typed, field, html`<select ${shared(typed, field)}>${options}</select>`)
}

/** A group of choices: one of them, or several. */
export function choiceField(typed: Typed, field: Field, type: 'radio' | 'checkbox', options: [string, string][]): Html {
  const { name, label, required } = field
  const chosen = typed.values.getAll(name)
  return html`<fieldset data-field="${name}"${described(typed, field)}>
<legend>${label}${mark(required)}</legend>
${options.map(([value, text]) => html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${chosen.includes(value) && html` checked`}${required && type === 'radio' && html` required`}> ${text}</label>\n`)}
${wrongHtml(typed, name)}</fieldset>`
}

/** The questions of an event type, each by its kind. */
export function questionField(typed: Typed, question: Question): Html {
  const field = { name: `answers.${question.key}`, label: question.label, required: question.required }
  const options = question.options ?? []
  switch (question.kind) {
    case 'long_text':
      return longField(typed, field)
    case 'select': {
      const chosen = typed.values.get(field.name)
      return selectField(
        typed,
        field,
        html`<option value="">Choose…</option>${options.map((one) => html`<option${one === chosen && html` selected`}>${one}</option>`)}`,
      )
    }
    case 'multi_select':
      return choiceField(
        typed,
        field,
        'checkbox',
        options.map((one) => [one, one]),
      )
    case 'checkbox':
      return html`<div class="field" data-field="${field.name}"><label class="choice"><input type="checkbox" ${shared(typed, field)} value="true"${typed.values.get(field.name) === 'true' && html` checked`}> <span>${field.label}${mark(field.required)}</span></label>${wrongHtml(typed, field.name)}</div>`
    case 'number':
      return textField(typed, { ...field, type: 'number' })
    case 'phone':
      return textField(typed, { ...field, type: 'tel', maxLength: 31 })
    case 'email':
      return textField(typed, { ...field, type: 'email', maxLength: 254 })
    case 'url':
      return textField(typed, { ...field, type: 'url', maxLength: 5000, hint: 'Begins with https://' })
    case 'text':
      return textField(typed, { ...field, maxLength: 5000 })
  }
}

const placeNames: Record<PublicEventType['locations'][number]['kind'], string> = {
  in_person: 'In person',
  phone: 'By phone: you call the host',
  guest_phone: 'By phone: the host calls you',
  video: 'Video call',
  custom: 'As described in the confirmation',
}

export const placeName = (kind: PublicEventType['locations'][number]['kind']): string => placeNames[kind]

/** Where to meet, when there is something to choose or to tell. */
export function locationFields(typed: Typed, offer: Pick<PublicEventType, 'locations'>): Value {
  const kinds = [...new Set(offer.locations.map((location) => location.kind))]
  const phone = kinds.includes('guest_phone')
  const only = kinds.length === 1
  const values = new URLSearchParams(typed.values)
  if (!values.has('location') && kinds[0]) values.set('location', kinds[0])
  const choice = choiceField(
    { ...typed, values },
    { name: 'location', label: 'Where' },
    'radio',
    kinds.map((kind) => [kind, placeName(kind)]),
  )
  const number = textField(typed, {
    name: 'phone',
    label: 'Your phone number',
    type: 'tel',
    autocomplete: 'tel',
    maxLength: 31,
    required: only,
  })
  const fixed = html`<input type="hidden" name="location" value="${kinds[0]}">`
  return html`${only ? fixed : kinds.length > 1 && choice}${phone && html`<div class="if-phone">${number}</div>`}`
}

export const generalError = ({ wrong }: Typed): Html =>
  html`<p class="alert" id="form-error" role="alert"${wrong.general === null && html` hidden`}>${wrong.general}</p>`

function around(typed: Typed, field: Field, control: Html): Html {
  const { name, label, required, hint } = field
  return html`<div class="field" data-field="${name}">
<label for="${idOf(name)}">${label}${mark(required)}</label>
${hint && html`<p class="hint" id="${idOf(name)}-hint">${hint}</p>`}
${control}
${wrongHtml(typed, name)}</div>`
}

function shared(typed: Typed, field: Field): Html {
  return html`id="${idOf(field.name)}" name="${field.name}"${field.required && html` required`}${described(typed, field)}`
}

function described({ wrong }: Typed, { name, hint }: Field): Value {
  const invalid = wrong.fields.has(name)
  const ids = [hint && `${idOf(name)}-hint`, invalid && `${idOf(name)}-error`].filter(Boolean).join(' ')
  return html`${invalid && html` aria-invalid="true"`}${ids && html` aria-describedby="${ids}"`}`
}

function wrongHtml({ wrong }: Typed, name: string): Value {
  const message = wrong.fields.get(name)
  return message !== undefined && html`<p class="wrong" id="${idOf(name)}-error">${message}</p>\n`
}

const mark = (required: boolean | undefined) => required && html`<span class="required" title="required"> *</span>`

const idOf = (name: string) => `f-${name.replaceAll('.', '-')}`
