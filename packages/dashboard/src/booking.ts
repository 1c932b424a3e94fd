import { openBooker } from './booker.ts'
import { createPicker } from './picker.ts'
import { readState, type State } from './state.ts'
import { enhanceForm, type Post } from './submit.ts'

// The pages work without this script; it saves the reloads.
const state = readState()
if (state) {
  const picker = createPicker(state, (query) => fetch(`${state.api}/slots?${query}`))
  const booker = state.kind === 'book' ? openBooker(picker) : Promise.resolve(null)
  enhanceForm(state, picker, {
    post: async (body, key) => ((await booker) ?? asAnybody(state))(body, key),
    done: ({ manageUrl, redirectUrl }) => {
      const elsewhere = state.kind === 'book' && redirectUrl && /^https?:\/\//i.test(redirectUrl) ? redirectUrl : null
      const own = manageUrl ? new URL(manageUrl).pathname : location.pathname
      location.assign(elsewhere ?? `${own}?${state.kind === 'book' ? 'new' : 'moved'}=1`)
    },
  })
  picker.begin()
}

function asAnybody({ api, kind }: State): Post {
  return (body, key) =>
    fetch(`${api}/${kind === 'book' ? 'bookings' : 'reschedule'}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    })
}
