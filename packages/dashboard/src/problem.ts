import { byId, element } from './element.ts'
import { isKnown } from './known-guest.ts'
import type { Picker } from './picker.ts'

/** What the API says when it refuses, RFC 9457. */
export interface Problem {
  code?: string
  detail?: string
  errors?: { pointer?: string; code: string; detail: string }[]
}

/** Puts each fault beside its field, the rest above the form. */
export function showProblem(form: HTMLFormElement, problem: Problem): void {
  const general: string[] = []
  for (const { pointer = '', code, detail } of problem.errors ?? []) {
    const sentence = code === 'required' ? 'Please fill this in.' : detail.replace(/^“[^”]*”:? (?=[A-Z])/, '')
    if (!markField(form, fieldOf(pointer), sentence)) general.push(sentence)
  }
  // A guest whom the server knows has no field to mark.
  if (problem.code === 'seat_taken' && !isKnown()) markField(form, 'email', problem.detail ?? '')
  else if (!form.querySelector('[aria-invalid]'))
    general.unshift(problem.detail ?? 'That did not work. Please try again.')
  say(form, general[0] ?? 'Please check the marked field.')
  focusFirst(form)
}

/** Back to the times, with what was typed. */
export async function somebodyWasFaster(picker: Picker): Promise<void> {
  await picker.retry()
  const notice = byId('notice', HTMLElement)
  notice.textContent =
    'Somebody was faster: that time is no longer open. What you typed is kept; please choose another time.'
  notice.hidden = false
  notice.focus()
}

/** A sentence above the form, read out at once; none takes it away. */
export function say(form: HTMLFormElement, text: string | null): void {
  const alert = form.querySelector<HTMLElement>('#form-error')
  if (!alert) return
  alert.hidden = text === null
  alert.textContent = text
}

export function clearProblem(form: HTMLFormElement): void {
  say(form, null)
  for (const wrong of form.querySelectorAll('.wrong')) wrong.remove()
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid')
}

/** The field that a pointer into the body is about. */
function fieldOf(pointer: string): string {
  const [first = '', second = ''] = pointer.replace(/^#\//, '').split('/')
  if (first === 'guest') return second
  if (first === 'answers') return `answers.${decodeURIComponent(second)}`
  if (first === 'location') return second === 'value' ? 'phone' : 'location'
  return first === 'additionalGuests' ? 'guests' : first
}

function markField(form: HTMLFormElement, name: string, sentence: string): boolean {
  const field = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
  if (!field) return false
  const control = field instanceof HTMLFieldSetElement ? field : field.querySelector('input, select, textarea')
  const id = `f-${name.replaceAll('.', '-')}-error`
  control?.setAttribute('aria-invalid', 'true')
  const described = new Set([...(control?.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean), id])
  control?.setAttribute('aria-describedby', [...described].join(' '))
  if (!field.querySelector('.wrong')) field.append(element('p', { class: 'wrong', id }, sentence))
  return true
}

function focusFirst(form: HTMLFormElement): void {
  const first = form.querySelector<HTMLElement>('[aria-invalid]')
  const target = first instanceof HTMLFieldSetElement ? first.querySelector('input') : first
  target?.focus()
}
