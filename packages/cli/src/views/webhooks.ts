import type { WebhookEndpoint } from '@letsmeet/sdk'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const endpointColumns = (zone: string): Column<WebhookEndpoint>[] => [
  { header: 'ID', cell: ({ id }) => id },
  { header: `STATE (${zone})`, cell: (endpoint) => stateOf(endpoint, zone) },
  { header: 'EVENTS', cell: ({ eventTypes }) => eventsOf(eventTypes), whenNarrow: 'cut' },
  { header: 'URL', cell: ({ url }) => url, whenNarrow: 'cut' },
  { header: 'FOR', cell: ({ description }) => description ?? '', whenNarrow: 'cut' },
]

export function endpointCard(endpoint: WebhookEndpoint, zone: string): string {
  const { filter, headers, previousSecretExpiresAt: overlap } = endpoint
  return card([
    ['Endpoint', endpoint.id],
    ['URL', { text: endpoint.url, style: 'bold' }],
    ['For', endpoint.description],
    ['State', stateOf(endpoint, zone)],
    ['What to do', adviceFor(endpoint)],
    ['Events', eventsOf(endpoint.eventTypes)],
    ['Event types', filter?.eventTypeIds && `only of ${filter.eventTypeIds.join(', ')}`],
    ['Groups', filter?.groupIds && `only of ${filter.groupIds.join(', ')}`],
    ['Headers', headerLines(headers)],
    ['Ordering', endpoint.ordering === 'none' ? 'as they happen' : 'one after the other for each booking'],
    ['At most', endpoint.maxPerSecond === null ? null : `${endpoint.maxPerSecond} a second`],
    ['Public key', endpoint.publicKey],
    ['Old secret', overlap && `signs too until ${moment(overlap, zone)} (${zone})`],
    ['API version', endpoint.apiVersion],
    ['Made', `${moment(endpoint.createdAt, zone)} (${zone})`],
  ])
}

/** How an endpoint does, in a few words and a colour. */
export function stateOf(endpoint: WebhookEndpoint, zone: string): Cell {
  const { enabled, disabledReason, disabledAt, breaker, failingSince } = endpoint
  const since = failingSince ? ` since ${moment(failingSince, zone)}` : ''
  if (!enabled)
    return { text: `disabled ${disabledAt ? moment(disabledAt, zone) : ''}: ${whyOff(disabledReason)}`, style: 'red' }
  if (breaker === 'open') return { text: `paused, failing${since}`, style: 'red' }
  if (breaker === 'half_open') return { text: `trying again, failing${since}`, style: 'yellow' }
  return failingSince ? { text: `failing${since}`, style: 'yellow' } : { text: 'enabled', style: 'green' }
}

/** What helps an endpoint that does not do well. */
export function adviceFor({ id, enabled, breaker, failingSince }: WebhookEndpoint): string | null {
  if (!enabled) return `letsmeet webhooks enable ${id}, which also sends what was held`
  if (breaker !== 'closed' || failingSince) return `letsmeet webhooks deliveries ${id} --status failed, which says why`
  return null
}

export const headerLines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

const whyOff = (reason: WebhookEndpoint['disabledReason']) =>
  ({ manual: 'switched off', failing: 'it failed for five days', gone: 'it answered 410' })[String(reason)] ??
  String(reason)

const eventsOf = (types: string[]) => (types.includes('*') ? 'all' : types.join(', '))
