import { openBooker } from './booker.ts'
import { watchOther } from './known-guest.ts'
import { showBooked, throughLink } from './link.ts'
import { createPicker } from './picker.ts'
import { readState, type State } from './state.ts'
import { type Booked, enhanceForm, type Post } from './submit.ts'

// The pages work without this script; it saves the reloads.
const state = readState()
if (state) {
  const ask = state.link ? throughLink : fetch
  const picker = createPicker(state, (query) => {
    if (state.link) query.set('eventTypeId', state.link.eventTypeId)
    return ask(`${state.api}/slots?${query}`)
  })
  const booker = state.kind === 'book' ? openBooker(picker) : Promise.resolve(null)
  enhanceForm(state, picker, {
    post: async (body, key) => ((await booker) ?? asAnybody(state, ask))(body, key),
    done: (booked) => moveOn(state, picker.zone(), booked),
  })
  watchOther()
  picker.begin()
}

function asAnybody({ api, kind }: State, ask: typeof fetch): Post {
  return (body, key) =>
    ask(`${api}/${kind === 'book' ? 'bookings' : 'reschedule'}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    })
}

function moveOn({ kind, link, locale, api }: State, zone: string, booked: Booked): void {
  const { manageUrl, redirectUrl } = booked
  const elsewhere = kind === 'book' && redirectUrl && /^https?:\/\//i.test(redirectUrl) ? redirectUrl : null
  if (elsewhere === null && link && manageUrl === null) {
    void showBooked({ zone, locale, api, home: link.home }, booked)
    return
  }
  const own = manageUrl ? new URL(manageUrl).pathname : location.pathname
  const again = link ? `&again=${link.home}` : ''
  location.assign(elsewhere ?? `${own}?${kind === 'book' ? 'new' : 'moved'}=1${again}`)
}
