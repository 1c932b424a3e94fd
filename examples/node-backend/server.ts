// A backend between your pages and LetsMeet, on plain node:http. The API key stays here; your pages see what you pass on.
//
//   LETSMEET_URL=http://localhost:3000 LETSMEET_API_KEY=lm_live_… EVENT_TYPE=30min PORT=4000 node server.ts
import { createServer, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { LetsMeet } from '@letsmeet/sdk'
import { answerTo, refuse } from './errors.ts'

const letsmeet = new LetsMeet()
const eventType = await find(process.env.EVENT_TYPE ?? '30min')

const server = createServer(async (request, response) => {
  const { status, body } = await handle(request).catch(answerTo)
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})
server.listen(Number(process.env.PORT ?? 4000), () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  console.log(`Books “${eventType.title}” at http://localhost:${port}`)
})

async function handle(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  switch (`${request.method} ${pathname}`) {
    case 'GET /slots':
      return { status: 200, body: await openTimes(searchParams.get('timezone') ?? 'UTC') }
    case 'POST /bookings':
      return { status: 201, body: await book(customerOf(request), await bodyOf(request), keyOf(request)) }
    default:
      throw refuse(404, 'There are GET /slots and POST /bookings.')
  }
}

/** The coming week, day by day, as clocks in that zone show it. */
async function openTimes(timezone: string) {
  const start = new Date()
  const end = new Date(start.getTime() + 7 * 86_400_000)
  const { data } = await letsmeet.eventTypes.slots(eventType.id, { start, end, timezone })
  const days = Map.groupBy(data, (slot) => slot.date)
  return [...days].map(([date, slots]) => ({ date, starts: slots.map((slot) => slot.start) }))
}

/** The same key makes one booking, however often a page sends it. */
async function book(customer: Customer, wish: { start?: unknown; timezone?: unknown }, key: string | undefined) {
  if (typeof wish.start !== 'string') throw refuse(400, 'Say which start.')
  const timezone = typeof wish.timezone === 'string' ? wish.timezone : 'UTC'
  const guest = { name: customer.name, email: customer.email, timezone }
  const booking = await letsmeet.bookings.create(
    { eventTypeId: eventType.id, start: wish.start, guest, metadata: { customer: customer.id } },
    { idempotencyKey: key },
  )
  return {
    id: booking.id,
    status: booking.status,
    start: booking.start,
    end: booking.end,
    manageUrl: booking.manageUrl,
  }
}

interface Customer {
  id: string
  name: string
  email: string
}

/** Who asks: your session, your JWT. Take name and address from there and not from the page, which may say anything. */
function customerOf(request: IncomingMessage): Customer {
  if (request.headers.cookie !== 'session=grace') throw refuse(401, 'Sign in first.')
  return { id: 'cus_1042', name: 'Grace Hopper', email: 'grace@example.com' }
}

async function bodyOf(request: IncomingMessage): Promise<{ start?: unknown; timezone?: unknown }> {
  const body = await json(request).catch(() => undefined)
  if (typeof body !== 'object' || body === null) throw refuse(400, 'Send a JSON object.')
  return body
}

function keyOf(request: IncomingMessage): string | undefined {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' ? key : undefined
}

async function find(slug: string) {
  const all = await letsmeet.eventTypes.list({ active: true }).toArray()
  const found = all.find((one) => one.slug === slug)
  if (!found) throw new Error(`There is no event type “${slug}”; there are: ${all.map((one) => one.slug).join(', ')}.`)
  return found
}
