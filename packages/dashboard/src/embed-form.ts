import { element } from './element.ts'
import { clearProblem, type Problem, say, showProblem } from './problem.ts'
import { again } from './session.ts'

interface Act {
  /** Of the field's id, unique on the page. */
  name: string
  label: string
  hint: string
  button: HTMLButtonElement
  beside?: HTMLElement | undefined
  send(reason: string): Promise<Response>
  done(): void
}

/** Asks for a reason and then does what can't be undone. */
export function reasonForm({ name, label, hint, button, beside, send, done }: Act): HTMLFormElement {
  const id = `f-${name}`
  const text = element('textarea', {
    id,
    name: 'reason',
    rows: '3',
    maxlength: '1000',
    'aria-describedby': `${id}-hint`,
  })
  const form = element(
    'form',
    {},
    alertLine(),
    element(
      'div',
      { class: 'field', 'data-field': 'reason' },
      element('label', { for: id }, label),
      element('p', { class: 'hint', id: `${id}-hint` }, hint),
      text,
    ),
    element('div', { class: 'buttons' }, button, beside),
  )
  sending(form, button, () => send(text.value.trim()), done)
  return form
}

/** Where a form says what is wrong with it as a whole. */
export const alertLine = () => element('p', { class: 'alert', id: 'form-error', role: 'alert', hidden: '' })

/** Sends a form once at a time, and says what was refused. */
export function sending(
  form: HTMLFormElement,
  button: HTMLButtonElement,
  send: () => Promise<Response>,
  done: () => void,
): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (button.disabled) return
    button.disabled = true
    clearProblem(form)
    void attempt().finally(() => {
      button.disabled = false
    })
  })

  async function attempt(): Promise<void> {
    try {
      const response = await send()
      if (response.ok) return done()
      const problem: Problem = await response.json()
      if (problem.code === 'unauthenticated') say(form, `This link has expired, and nothing was changed. ${again}`)
      else showProblem(form, problem)
    } catch {
      say(form, 'The server could not be reached. Please try again.')
    }
  }
}

/** A reason for the body, where one was given. */
export const withReason = (reason: string) => (reason === '' ? {} : { reason })
