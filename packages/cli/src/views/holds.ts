import type { Hold } from '@letsmeet/sdk'
import { card } from '../lib/table.ts'
import { moment, span } from '../lib/time.ts'

export const holdCard = (hold: Hold, zone: string): string =>
  card([
    ['Hold', hold.id],
    ['Event type', hold.eventTypeId],
    ['When', `${span(hold.start, hold.end, zone)} (${zone})`],
    ['Hosts', hold.hostIds.join(', ')],
    ['Until', moment(hold.expiresAt, zone)],
  ])
