import { createServer, type IncomingMessage, type Server } from 'node:http'
import { json, text } from 'node:stream/consumers'
import type { LetsMeet } from '@letsmeet/sdk'
import { unwrap, WebhookError } from '@letsmeet/sdk/webhooks'
import { bookDemo } from './demos.ts'
import type { FollowUps } from './follow-ups.ts'

export interface Parts {
  letsmeet: LetsMeet
  webhookSecret: string
  followUps: FollowUps
  /** The clock; a test hands in the one that it holds. */
  now: () => Date
}

interface Answer {
  status: number
  body: unknown
}

/** `POST /demos` books one, and LetsMeet tells `POST /webhooks/letsmeet` what became of it. */
export function createApp(parts: Parts): Server {
  return createServer(async (request, response) => {
    const { status, body } = await handle(parts, request).catch(failed)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
}

async function handle(parts: Parts, request: IncomingMessage): Promise<Answer> {
  switch (`${request.method} ${request.url}`) {
    case 'POST /demos':
      return demo(parts, request)
    case 'POST /webhooks/letsmeet':
      return hear(parts, request)
    default:
      return { status: 404, body: { error: 'There is POST /demos.' } }
  }
}

async function demo({ letsmeet, now }: Parts, request: IncomingMessage): Promise<Answer> {
  const customer = customerOf(await json(request).catch(() => null))
  if (!customer) return { status: 400, body: { error: 'Send a name and an email.' } }
  const booking = await bookDemo(letsmeet, customer, now())
  if (!booking) return { status: 409, body: { error: 'No demo is open in the next week.' } }
  return { status: 201, body: { id: booking.id, start: booking.start } }
}

async function hear({ webhookSecret, followUps }: Parts, request: IncomingMessage): Promise<Answer> {
  // The bytes as they came: the signature is over them.
  const event = await unwrap(await text(request), request.headers, webhookSecret)
  if (event.type === 'booking.ended') followUps.add(event.data.id, event.data.guest.email)
  return { status: 200, body: {} }
}

function failed(error: unknown): Answer {
  if (error instanceof WebhookError) return { status: 400, body: { error: error.message } }
  console.error(error)
  return { status: 500, body: { error: 'Something went wrong.' } }
}

function customerOf(body: unknown): { name: string; email: string } | null {
  if (typeof body !== 'object' || body === null || !('name' in body) || !('email' in body)) return null
  const { name, email } = body
  return typeof name === 'string' && typeof email === 'string' ? { name, email } : null
}
