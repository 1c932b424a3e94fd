import { failure } from '../../../lib/answer.ts'
import { eventTypeId, letsmeet } from '../../../lib/letsmeet.ts'

/** `GET /api/slots?start=…&end=…&timezone=…` */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const start = asked.get('start') ?? new Date()
  const end = asked.get('end') ?? new Date(Date.now() + 14 * 86_400_000)
  const timezone = asked.get('timezone') ?? 'UTC'
  try {
    const { data, reason } = await letsmeet.eventTypes.slots(
      eventTypeId,
      { start, end, timezone },
      { signal: request.signal },
    )
    const slots = data.map((slot) => ({ start: slot.start, end: slot.end, date: slot.date }))
    // What was open a minute ago may be taken: no cache may keep this.
    return Response.json({ slots, reason }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return failure(error)
  }
}
