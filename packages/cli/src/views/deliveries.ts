import type { WebhookAttempt, WebhookDelivery } from '@letsmeet/sdk'
import { cleanText } from '../lib/clean.ts'
import { onStdout, type Style } from '../lib/style.ts'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment, withSeconds } from '../lib/time.ts'
import { timingBars } from './timings.ts'
import { headerLines } from './webhooks.ts'

export const deliveryColumns = (zone: string): Column<WebhookDelivery>[] => [
  { header: 'ID', cell: ({ id }) => id },
  { header: `WHEN (${zone})`, cell: ({ createdAt }) => moment(createdAt, zone) },
  { header: 'TYPE', cell: ({ eventType }) => eventType, whenNarrow: 'cut' },
  { header: 'STATE', cell: stateOf },
  { header: 'ANSWER', cell: answerOf },
  { header: 'TRIES', cell: ({ attemptCount }) => String(attemptCount), align: 'right' },
  { header: 'NEXT TRY', cell: ({ nextAttemptAt }) => (nextAttemptAt ? moment(nextAttemptAt, zone) : '') },
]

export const deliveryCard = (delivery: WebhookDelivery, zone: string): string =>
  card([
    ['Delivery', delivery.id],
    ['Type', { text: delivery.eventType, style: 'bold' }],
    ['State', stateOf(delivery)],
    ['Answer', delivery.status === 'succeeded' ? null : answerOf(delivery)],
    ['Tries', String(delivery.attemptCount)],
    ['Next try', nextTry(delivery, zone)],
    ['Made', `${moment(delivery.createdAt, zone)} (${zone})`],
    ['Number', String(delivery.seq)],
    ['Event', delivery.eventId],
    ['Endpoint', delivery.endpointId],
  ])

export const attemptColumns = (zone: string): Column<WebhookAttempt>[] => [
  { header: 'TRY', cell: ({ number }) => String(number), align: 'right' },
  { header: `WHEN (${zone})`, cell: ({ startedAt }) => withSeconds(startedAt, zone) },
  { header: 'BY', cell: ({ trigger }) => TRIGGERS[trigger] ?? trigger },
  { header: 'ANSWER', cell: answerOf },
  { header: 'TOOK', cell: ({ durationMs }) => `${durationMs} ms`, align: 'right' },
  { header: 'WHY', cell: ({ errorDetail }) => errorDetail ?? '', whenNarrow: 'wrap' },
]

/** One try with all that is known of it. */
export function attemptText(attempt: WebhookAttempt, zone: string): string {
  const { request, response, remoteAddress, responseStatus, errorCode, errorDetail, nextAttemptAt } = attempt
  const title = `Try ${attempt.number}, ${withSeconds(attempt.startedAt, zone)} (${zone})`
  const body = cleanText(response.body).trimEnd()
  return [
    onStdout('bold', title),
    card([
      ['Outcome', answerOf(attempt)],
      ['Why', errorDetail && `${errorDetail} (${errorCode})`],
      ['Next try', nextAttemptAt && `${moment(nextAttemptAt, zone)} (${zone})`],
      ['Sent to', [request.url, remoteAddress && `(${remoteAddress})`].filter(Boolean).join(' ')],
      ['Headers', headerLines(request.headers)],
      ['Answer', responseStatus === null ? { text: 'none', style: 'dim' } : headerLines(response.headers)],
      ['Body', response.truncated ? `${body}\n… (cut here)` : body],
      ['Timing', timingBars(attempt.timings)],
    ]),
  ].join('\n')
}

/** When it is tried again, or why not. */
function nextTry({ status, nextAttemptAt }: WebhookDelivery, zone: string): string | null {
  if (nextAttemptAt) return `${moment(nextAttemptAt, zone)} (${zone})`
  if (status === 'held') return 'when the endpoint is enabled'
  return status === 'failed' ? 'none is due' : null
}

function stateOf({ status, nextAttemptAt }: WebhookDelivery): Cell {
  if (status === 'failed' && nextAttemptAt) return { text: 'failed, to retry', style: 'yellow' }
  return { text: status, style: STYLES[status] ?? 'plain' }
}

function answerOf({ responseStatus, errorCode }: Pick<WebhookDelivery, 'responseStatus' | 'errorCode'>): Cell {
  const code = errorCode === 'http_error' ? null : errorCode
  const text = [responseStatus, code].filter((part) => part !== null).join(' ')
  return { text, style: errorCode === null ? 'green' : 'red' }
}

const STYLES: Record<string, Style> = { pending: 'cyan', succeeded: 'green', failed: 'red', held: 'yellow' }

const TRIGGERS: Record<string, string> = { auto: 'schedule', manual: 'redeliver', recover: 'recover', test: 'test' }
