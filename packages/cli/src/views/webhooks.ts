import type { WebhookEndpoint } from '@letsmeet/sdk'
import type { Style } from '../lib/style.ts'
import { type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const endpointColumns = (zone: string): Column<WebhookEndpoint>[] => [
  { header: 'ID', cell: ({ id }) => id },
  { header: 'STATE', cell: stateOf },
  { header: `SINCE (${zone})`, cell: (endpoint) => sinceOf(endpoint, zone) },
  { header: 'EVENTS', cell: ({ eventTypes }) => eventsOf(eventTypes), whenNarrow: 'cut' },
  { header: 'URL', cell: ({ url }) => url, whenNarrow: 'cut' },
  { header: 'FOR', cell: ({ description }) => description ?? '', whenNarrow: 'cut' },
]

export function endpointCard(endpoint: WebhookEndpoint, zone: string): string {
  const { filter, headers, previousSecretExpiresAt: overlap } = endpoint
  const [state, since] = [stateOf(endpoint), sinceOf(endpoint, zone)]
  return card([
    ['Endpoint', endpoint.id],
    ['URL', { text: endpoint.url, style: 'bold' }],
    ['For', endpoint.description],
    ['State', { ...state, text: since ? `${state.text} (since ${since})` : state.text }],
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
function stateOf({ enabled, disabledReason, breaker, failingSince }: WebhookEndpoint): { text: string; style: Style } {
  if (!enabled) return { text: `disabled: ${whyOff(disabledReason)}`, style: 'red' }
  if (breaker === 'open') return { text: 'paused, since it fails', style: 'red' }
  if (breaker === 'half_open') return { text: 'failing, trying again', style: 'yellow' }
  return failingSince ? { text: 'failing', style: 'yellow' } : { text: 'enabled', style: 'green' }
}

/** Since when it does not do well. */
function sinceOf({ enabled, disabledAt, failingSince }: WebhookEndpoint, zone: string): string {
  const since = enabled ? failingSince : disabledAt
  return since ? moment(since, zone) : ''
}

/** What helps an endpoint that does not do well. */
function adviceFor({ id, enabled, breaker, failingSince }: WebhookEndpoint): string | null {
  if (!enabled) return `letsmeet webhooks enable ${id}, which also sends what was held`
  if (breaker !== 'closed' || failingSince) return `letsmeet webhooks deliveries ${id} --status failed, which says why`
  return null
}

export const headerLines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

const whyOff = (reason: WebhookEndpoint['disabledReason']) =>
  ({ manual: 'switched off', failing: 'failed for days', gone: 'answered 410' })[String(reason)] ?? String(reason)

const eventsOf = (types: string[]) => (types.includes('*') ? 'all' : types.join(', '))
