import { type ApiDocument, type Call, exampleOf, parametersOf } from './document.ts'

/** An operation with values, as the snippets write it down. */
export interface Request {
  call: Call
  /** The values of the path's parameters, in their order. */
  ids: string[]
  /** The path with them in it. */
  path: string
  query: [name: string, value: unknown][]
  /** Undefined where nothing is sent. */
  body: unknown
}

export function requestOf(document: ApiDocument, call: Call): Request {
  const ids = new Map(parametersOf(document, call, 'path').map((one) => [one.name, String(exampleOf(one))]))
  const [media] = Object.values(call.requestBody?.content ?? {})
  return {
    call,
    ids: [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ids.get(name) ?? name),
    path: call.path.replace(/\{(\w+)\}/g, (_, name) => ids.get(name) ?? name),
    query: Object.entries(questions[call.operationId] ?? {}),
    body: media && exampleOf(media),
  }
}

const week = { start: '2030-01-07T00:00:00Z', end: '2030-01-12T00:00:00Z', timezone: 'America/New_York' }

/** What somebody would ask; most parameters may be left out, and all of them together would find nothing. */
export const questions: Readonly<Record<string, Record<string, unknown>>> = {
  'eventTypes.slots': week,
  'public.eventTypes.slots': week,
  'public.bookings.slots': week,
  'eventTypes.list': { active: true },
  'bookings.list': { status: ['confirmed'], 'start[gte]': '2030-01-07T00:00:00Z' },
  'events.list': { type: 'booking.*' },
  'mail.list': { to: 'grace@example.com' },
  'logs.list': { status: '4xx' },
}
