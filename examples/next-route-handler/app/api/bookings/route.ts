import type { NewBooking } from '@letsmeet/sdk'
import { failure, problem } from '../../../lib/answer.ts'
import { eventTypeId, letsmeet } from '../../../lib/letsmeet.ts'

/** `POST /api/bookings` `{ start, guest: { name, email, timezone } }`, with an `Idempotency-Key` that the form makes. */
export async function POST(request: Request): Promise<Response> {
  const idempotencyKey = request.headers.get('idempotency-key')
  if (!idempotencyKey)
    return problem(400, 'key_missing', 'Send an Idempotency-Key, one for each form that is filled in.')
  const form = await request.json().catch(() => undefined)
  if (!isForm(form)) return problem(400, 'invalid_request', 'Send { start, guest } as JSON.')
  const { start, guest } = form
  try {
    // LetsMeet checks every field; here only those are let through that a guest may choose.
    const booking = await letsmeet.bookings.create({ eventTypeId, start, guest }, { idempotencyKey })
    const { id, status, end, manageUrl } = booking
    return Response.json({ id, status, start: booking.start, end, manageUrl }, { status: 201 })
  } catch (error) {
    return failure(error)
  }
}

function isForm(form: unknown): form is Pick<NewBooking, 'start' | 'guest'> {
  return typeof form === 'object' && form !== null && 'start' in form && 'guest' in form
}
