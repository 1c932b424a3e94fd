import type { Wrong } from './form.ts'
import { attributes, type Html, html, type Value } from './html.ts'

/** What was typed so far, and what is wrong with it. */
export interface Typed {
  values: URLSearchParams
  wrong: Wrong
}

export interface Field {
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
  const { name, type = 'text', autocomplete, maxLength: maxlength, multiple } = field
  const value = type === 'password' ? '' : (typed.values.get(name) ?? '')
  const more = attributes({ type, value, autocomplete, maxlength, multiple, step: type === 'number' && 'any' })
  return around(typed, field, html`<input${shared(typed, field)}${more}>`)
}

export function longField(typed: Typed, field: Field): Html {
  const more = attributes({ rows: 3, maxlength: field.maxLength ?? 5000 })
  const control = html`<textarea${shared(typed, field)}${more}>${typed.values.get(field.name) ?? ''}</textarea>`
  return around(typed, field, control)
}

export function selectField(typed: Typed, field: Field, options: Html): Html {
  return around(typed, field, html`<select${shared(typed, field)}>${options}</select>`)
}

/** One box to tick. */
export function checkField(typed: Typed, field: Field): Html {
  const { name, label, required } = field
  const checked = typed.values.get(name) === 'true'
  const box = html`<input${attributes({ type: 'checkbox', value: 'true', checked })}${shared(typed, field)}>`
  return html`<div class="field" data-field="${name}">
<label class="choice">${box} <span>${label}${mark(required)}</span></label>
${wrongHtml(typed, name)}</div>`
}

/** A group of choices: one of them, or several. */
export function choiceField(typed: Typed, field: Field, type: 'radio' | 'checkbox', options: [string, string][]): Html {
  const { name, label, required } = field
  const chosen = typed.values.getAll(name)
  const choice = ([value, text]: [string, string]) => {
    const state = { checked: chosen.includes(value), required: type === 'radio' && required }
    return html`<label class="choice"><input${attributes({ type, name, value, ...state })}> ${text}</label>\n`
  }
  return html`<fieldset data-field="${name}"${described(typed, field)}>
<legend>${label}${mark(required)}</legend>
${options.map(choice)}${wrongHtml(typed, name)}</fieldset>`
}

/** Above a form: what is wrong with it as a whole. */
export const generalError = ({ wrong }: Typed): Html =>
  html`<p class="alert" id="form-error" role="alert"${wrong.general === null && html` hidden`}>${wrong.general}</p>`

function around(typed: Typed, field: Field, control: Html): Html {
  const { name, label, required, hint } = field
  return html`<div class="field" data-field="${name}">
<label for="${idOf(name)}">${label}${mark(required)}</label>
${hint && html`<p class="hint" id="${idOf(name)}-hint">${hint}</p>\n`}${control}
${wrongHtml(typed, name)}</div>`
}

const shared = (typed: Typed, field: Field): Html =>
  html`${attributes({ id: idOf(field.name), name: field.name, required: field.required })}${described(typed, field)}`

function described({ wrong }: Typed, { name, hint }: Field): Html {
  const invalid = wrong.fields.has(name)
  const ids = [hint && `${idOf(name)}-hint`, invalid && `${idOf(name)}-error`].filter(Boolean).join(' ')
  return attributes({ 'aria-invalid': invalid && 'true', 'aria-describedby': ids || null })
}

function wrongHtml({ wrong }: Typed, name: string): Value {
  const message = wrong.fields.get(name)
  return message !== undefined && html`<p class="wrong" id="${idOf(name)}-error">${message}</p>\n`
}

const mark = (required: boolean | undefined) => required && html`<span class="required" title="required"> *</span>`

const idOf = (name: string) => `f-${name.replaceAll('.', '-')}`
