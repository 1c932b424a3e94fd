import { bodyOf } from './body.ts'
import { byId } from './element.ts'
import type { Facts } from './facts.ts'
import type { Picker } from './picker.ts'
import { clearProblem, type Problem, say, showProblem, somebodyWasFaster } from './problem.ts'
import { again } from './session.ts'
import type { State } from './state.ts'

export interface Booked extends Facts {
  status: string
  guest: { email: string }
  manageUrl: string | null
  redirectUrl: string | null
}

/** Sends a body, with the key that makes sending it twice harmless. */
export type Post = (body: object, idempotencyKey: string) => Promise<Response>

/** Sends the form as JSON: errors come back without a reload and nothing that was typed is lost. */
export function enhanceForm(state: State, picker: Picker, to: { post: Post; done(booked: Booked): void }): void {
  const form = byId('booking-form', HTMLFormElement)
  const button = byId('submit', HTMLButtonElement)
  let sent = { body: '', key: '' }
  form.addEventListener('submit', (event) => {
    const start = picker.start()
    // After a form that the server answered, the time is chosen in the form itself: let the browser send it.
    if (start === null) return
    event.preventDefault()
    if (button.disabled) return
    const fields = bodyOf(form, state, start, picker.zone())
    const body = JSON.stringify(fields)
    // The same request sent again, after the network failed, makes no second booking.
    if (sent.body !== body) sent = { body, key: randomKey() }
    button.disabled = true
    clearProblem(form)
    void send(fields).finally(() => {
      button.disabled = false
    })
  })

  async function send(fields: object): Promise<void> {
    try {
      const response = await to.post(fields, sent.key)
      if (response.ok) return to.done(await response.json())
      await refused(await response.json())
    } catch {
      say(form, 'The server could not be reached. Nothing is lost: please try again.')
    }
  }

  async function refused(problem: Problem): Promise<void> {
    if (problem.code === 'slot_unavailable') return somebodyWasFaster(picker)
    if (problem.code === 'unauthenticated') return say(form, `This link has expired, and nothing was changed. ${again}`)
    showProblem(form, problem)
  }
}

const randomKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('')
