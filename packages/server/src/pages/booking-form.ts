import { GuestBooking } from '../bookings/model.ts'
import type { Question } from '../event-types/model.ts'
import { parseAs } from '../http/parse.ts'
import type { ShownOffer } from './about.ts'
import { type Field, generalError, longField, type Typed, textField } from './fields.ts'
import { type Html, html } from './html.ts'
import type { Picker } from './picker.ts'
import { locationFields, questionField } from './questions.ts'
import { startField } from './start-field.ts'

/** Who comes, and what the host wants to know. */
export function bookingForm(offer: ShownOffer, picker: Picker, typed: Typed, who = guestFields(typed)): Html {
  const fields = [
    startField(picker, typed),
    who,
    locationFields(typed, offer),
    offer.questions.map((question) => questionField(typed, question)),
    // In a group everybody takes a seat of their own.
    offer.seats === 1 && textField(typed, moreGuests),
    longField(typed, { name: 'notes', label: 'Notes', hint: 'Anything the host should know beforehand' }),
  ]
  return html`<form method="post" action="${picker.link({})}" id="booking-form">
${generalError(typed)}
<input type="hidden" name="duration" value="${picker.duration}">
<input type="hidden" name="timezone" value="${picker.zone}">
${fields}
<button class="button" id="submit">${offer.requiresConfirmation ? 'Send request' : 'Book'}</button>
</form>`
}

/** Name and address; `open` ones may stay empty, as far as the form itself is concerned. */
export function guestFields(typed: Typed, need: 'required' | 'open' = 'required'): Html {
  const required = need === 'required'
  const name = textField(typed, { name: 'name', label: 'Your name', required, autocomplete: 'name', maxLength: 200 })
  const email = { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email', maxLength: 254 } as const
  return html`${name}${textField(typed, { ...email, required })}`
}

const moreGuests: Field = {
  name: 'guests',
  label: 'More guests',
  type: 'email',
  multiple: true,
  hint: 'E-mail addresses, parted by commas',
}

/** A posted form as the body that the API takes; throws what the API would. */
export function readBooking(form: URLSearchParams, offer: ShownOffer, from: Whereabouts): GuestBooking {
  return parseAs(GuestBooking, { ...bodyOf(form, offer), guest: typedGuest(form, from) }, 'body')
}

/** What a browser tells of a guest by itself. */
export interface Whereabouts {
  zone: string
  language: string | undefined
}

export const typedGuest = (form: URLSearchParams, from: Whereabouts) => ({
  name: text(form, 'name'),
  email: text(form, 'email'),
  ...unnamedGuest(from),
})

export const unnamedGuest = ({ zone, language }: Whereabouts) => ({
  timezone: zone,
  ...(language && { locale: language }),
})

/** All of the form but its guest. */
export function bodyOf(form: URLSearchParams, offer: ShownOffer): object {
  const kind = form.get('location')
  const duration = form.get('duration')
  const notes = text(form, 'notes')
  const more = (form.get('guests') ?? '').split(/[\s,;]+/).filter(Boolean)
  const answers = offer.questions.map((question) => [question.key, answerOf(form, question)] as const)
  return {
    start: form.get('start') ?? '',
    ...(duration && { durationMinutes: Number(duration) }),
    ...(more.length > 0 && { additionalGuests: more }),
    answers: Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)),
    ...(kind && { location: { kind, ...(kind === 'guest_phone' && { value: text(form, 'phone') }) } }),
    ...(notes && { notes }),
  }
}

/** The field of the form that a pointer into the API's body is about. */
export function fieldOf(pointer: string): string | null {
  const [first = '', second = ''] = pointer.replace(/^#\//, '').split('/')
  if (first === 'guest') return second === 'name' || second === 'email' ? second : null
  if (first === 'answers') return second === '' ? null : `answers.${decodeURIComponent(second)}`
  if (first === 'location') return second === 'value' ? 'phone' : 'location'
  return { notes: 'notes', additionalGuests: 'guests', start: 'start' }[first] ?? null
}

function answerOf(form: URLSearchParams, { key, kind, required }: Question): unknown {
  const name = `answers.${key}`
  const typed = text(form, name)
  switch (kind) {
    case 'checkbox':
      // One that is required must be ticked: unticked it counts as not answered.
      return typed === 'true' || (required ? undefined : false)
    case 'multi_select':
      return form.getAll(name)
    case 'number':
      return typed === '' || Number.isNaN(Number(typed)) ? typed || undefined : Number(typed)
    default:
      return typed === '' ? undefined : typed
  }
}

const text = (form: URLSearchParams, name: string) => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim()
