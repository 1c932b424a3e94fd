import { bodyOf } from './body.ts'
import { byId } from './element.ts'
import type { Picker } from './picker.ts'
import { clearProblem, type Problem, say, showProblem } from './problem.ts'
import type { State } from './state.ts'

interface Booked {
  manageUrl: string | null
  redirectUrl: string | null
}

/** Sends the form as JSON: errors come back without a reload and nothing that was typed is lost. */
export function enhanceForm(state: State, picker: Picker): void {
  const form = byId('booking-form', HTMLFormElement)
  const button = byId('submit', HTMLButtonElement)
  let sent = { body: '', key: '' }
  form.addEventListener('submit', (event) => {
    const start = picker.start()
    // After a form that the server answered, the time is chosen in the form itself: let the browser send it.
    if (start === null) return
    event.preventDefault()
    if (button.disabled) return
    const body = JSON.stringify(bodyOf(form, state, start, picker.zone()))
    // The same request sent again, after the network failed, makes no second booking.
    if (sent.body !== body) sent = { body, key: randomKey() }
    button.disabled = true
    clearProblem(form)
    void send(body).finally(() => {
      button.disabled = false
    })
  })

  async function send(body: string): Promise<void> {
    const address = `${state.api}/${state.kind === 'book' ? 'bookings' : 'reschedule'}`
    const headers = { 'content-type': 'application/json', 'idempotency-key': sent.key }
    try {
      const response = await fetch(address, { method: 'POST', headers, body })
      if (response.ok) return finish(await response.json())
      await refused(await response.json())
    } catch {
      say(form, 'The server could not be reached. Nothing is lost: please try again.')
    }
  }

  async function refused(problem: Problem): Promise<void> {
    if (problem.code !== 'slot_unavailable') return showProblem(form, problem)
    await picker.retry()
    const notice = byId('notice', HTMLElement)
    notice.textContent =
      'Somebody was faster: that time is no longer open. What you typed is kept; please choose another time.'
    notice.hidden = false
    notice.focus()
  }

  function finish({ manageUrl, redirectUrl }: Booked): void {
    const elsewhere = state.kind === 'book' && redirectUrl && /^https?:\/\//i.test(redirectUrl) ? redirectUrl : null
    const own = manageUrl ? new URL(manageUrl).pathname : location.pathname
    location.assign(elsewhere ?? `${own}?${state.kind === 'book' ? 'new' : 'moved'}=1`)
  }
}

const randomKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('')
