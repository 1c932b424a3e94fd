import type { FoundSlots } from '@letsmeet/sdk'
import type { Column } from '../lib/table.ts'
import { span } from '../lib/time.ts'

/** The starts that a search found; an event type is shown where rows have one of their own. */
export const foundColumns = (zone: string): Column<FoundSlots['data'][number]>[] => [
  { header: `WHEN (${zone})`, cell: ({ start, end }) => span(start, end, zone) },
  { header: 'EVENT TYPE', cell: ({ eventTypeId }) => eventTypeId ?? '' },
  { header: 'HOSTS', cell: ({ hostIds }) => hostIds.join(', '), whenNarrow: 'wrap' },
]
