import { cleanJson, cleanLine, cleanText } from '../lib/clean.ts'
import { onStdout, type Style } from '../lib/style.ts'
import { clock } from '../lib/time.ts'
import type { Delivery } from '../webhooks/feed.ts'
import { type Answer, isSuccess } from '../webhooks/forward.ts'
import type { ListenUpdate } from '../webhooks/listener.ts'

/** `09:41:03`; zones differ by whole minutes. */
export const clockSeconds = (at: Date, zone: string): string =>
  `${clock(at, zone)}:${String(at.getUTCSeconds()).padStart(2, '0')}`

/** What an event's line says, before it is coloured. */
export const eventParts = ({ type, headers }: Delivery) => ({
  type: cleanLine(type).padEnd(20),
  id: cleanLine(headers['webhook-id'] ?? ''),
})

export function answerParts({ status, durationMs, error }: Answer) {
  return { outcome: status === null ? cleanLine(error ?? 'no answer') : String(status), took: `${durationMs} ms` }
}

export const answerStyle = (answer: Answer): Style => (isSuccess(answer) ? 'green' : 'red')

/** One event as a line, once its answer is there where one is awaited; undefined for what is no event. */
export function listenedLine(update: ListenUpdate, zone: string): string | undefined {
  const isEvent = update.kind === 'answered' || (update.kind === 'arrived' && !update.isForwarded)
  if (!isEvent) return undefined
  const { type, id } = eventParts(update.delivery)
  const start = `${onStdout('dim', clockSeconds(update.at, zone))}  ${type}  ${id}`
  if (update.kind === 'arrived') return start
  const { outcome, took } = answerParts(update.answer)
  return `${start}  ${onStdout(answerStyle(update.answer), outcome)}  ${onStdout('dim', took)}`
}

/** The same for programs; what changes besides events is told, too. */
export function listenedJson(update: ListenUpdate): Record<string, unknown> | undefined {
  if (update.kind === 'connected' || update.kind === 'caught_up' || update.kind === 'lost') return { ...update }
  if (update.kind === 'unreported') return { kind: update.kind, deliveryId: update.delivery.id, why: update.why }
  if (update.kind === 'resent' || (update.kind === 'arrived' && update.isForwarded)) return undefined
  const { delivery, at } = update
  return {
    kind: 'event',
    deliveryId: delivery.id,
    seq: Number(delivery.seq),
    type: delivery.type,
    receivedAt: at.toISOString(),
    headers: delivery.headers,
    body: delivery.body,
    forwarded: update.kind === 'answered' ? update.answer : null,
  }
}

/** An event with all that is known of it, in lines: its answer first, since it is what people look for. */
export function deliveryLines(delivery: Delivery, answer: Answer | null): string[] {
  return [
    cleanLine(`${delivery.type}  ${delivery.id}`),
    '',
    ...(answer ? answerLines(answer) : []),
    'HEADERS',
    ...headerLines(delivery.headers),
    '',
    'BODY',
    ...pretty(delivery.body),
  ]
}

function answerLines(answer: Answer): string[] {
  const { outcome, took } = answerParts(answer)
  const body = answer.body === '' ? [] : ['', ...pretty(answer.body)]
  return [`ANSWER  ${outcome}  ${took}`, ...headerLines(answer.headers), ...body, '']
}

const headerLines = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => cleanLine(`${name}: ${value}`))

function pretty(text: string): string[] {
  try {
    return cleanJson(JSON.parse(text)).split('\n')
  } catch {
    return cleanText(text).split('\n')
  }
}
