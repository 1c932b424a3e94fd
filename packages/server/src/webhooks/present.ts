import type { Context } from '../context.ts'
import { redacted } from './headers.ts'
import type {
  AttemptRow,
  DeliveryRow,
  EndpointRow,
  QueueRow,
  WebhookAttempt,
  WebhookDelivery,
  WebhookEndpoint,
} from './model.ts'
import { shownUrl } from './shown-url.ts'

/** An endpoint as callers see it: without its secret, and with secrets among its headers taken out. */
export function presentEndpoint(
  ctx: Pick<Context, 'now' | 'secrets'>,
  row: EndpointRow,
  queue?: Pick<QueueRow, 'openUntilMs' | 'failingSinceMs'>,
): WebhookEndpoint {
  const nowMs = ctx.now().getTime()
  const overlap = row.previousSecretExpiresAt && row.previousSecretExpiresAt.getTime() > nowMs
  const openUntilMs = queue?.openUntilMs ?? null
  return {
    id: row.id,
    url: shownUrl(row.url),
    description: row.description,
    eventTypes: row.eventTypes,
    filter: row.filter,
    headers: redacted(headersOf(ctx, row)),
    ordering: row.ordering,
    maxPerSecond: row.maxPerSecond,
    apiVersion: row.apiVersion,
    enabled: row.enabled,
    disabledReason: row.disabledReason,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    publicKey: row.publicKey,
    previousSecretExpiresAt: overlap ? (row.previousSecretExpiresAt?.toISOString() ?? null) : null,
    breaker: openUntilMs === null ? 'closed' : openUntilMs > nowMs ? 'open' : 'half_open',
    failingSince: queue?.failingSinceMs == null ? null : new Date(queue.failingSinceMs).toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

export function headersOf(ctx: Pick<Context, 'secrets'>, row: EndpointRow): Record<string, string> {
  return row.headers === null ? {} : JSON.parse(ctx.secrets.open(row.headers))
}

export function presentDelivery(row: Omit<DeliveryRow, 'body'>): WebhookDelivery {
  return {
    id: row.id,
    endpointId: row.endpointId,
    eventId: row.eventId,
    eventType: row.eventType,
    seq: row.seq,
    status: row.status,
    attemptCount: row.attempts,
    nextAttemptAt: row.dueMs === null ? null : new Date(row.dueMs).toISOString(),
    responseStatus: row.responseStatus,
    errorCode: row.errorCode,
    createdAt: row.createdAt.toISOString(),
  }
}

export function presentAttempt(row: AttemptRow): WebhookAttempt {
  return {
    id: row.id,
    number: row.number,
    trigger: row.trigger,
    startedAt: row.createdAt.toISOString(),
    durationMs: row.durationMs,
    timings: row.timings,
    remoteAddress: row.remoteAddress,
    responseStatus: row.responseStatus,
    errorCode: row.errorCode,
    errorDetail: row.errorDetail,
    request: { url: row.url, headers: row.requestHeaders },
    response: { headers: row.responseHeaders, body: row.responseBody, truncated: row.truncated },
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  }
}
