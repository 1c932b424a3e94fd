import type { ContactImport } from '@letsmeet/sdk'
import { type Column, card } from '../lib/table.ts'

export const importCard = (report: ContactImport): string =>
  card([
    ['Rows', String(report.rows)],
    [report.dryRun ? 'Would add' : 'Added', String(report.created)],
    [report.dryRun ? 'Would change' : 'Changed', String(report.updated)],
    ['Unchanged', String(report.unchanged)],
    ['Failed', { text: String(report.failed), style: report.failed > 0 ? 'red' : 'plain' }],
    ['Columns', report.columns.map(({ header, field }) => `${header} → ${field ?? 'left out'}`).join('\n')],
  ])

export const faultColumns: Column<ContactImport['errors'][number]>[] = [
  { header: 'ROW', cell: ({ row }) => String(row), align: 'right' },
  { header: 'COLUMN', cell: ({ column }) => column ?? '' },
  { header: 'WHY', cell: ({ detail }) => detail, whenNarrow: 'wrap' },
]
