import type { Schedule } from '@letsmeet/sdk'
import { hoursText, overridesText } from '../lib/hours.ts'
import { type Column, card } from '../lib/table.ts'

export const scheduleColumns: Column<Schedule>[] = [
  { header: 'NAME', cell: ({ name }) => name },
  { header: 'HOURS', cell: (schedule) => hoursText(schedule).replaceAll('\n', '; '), whenNarrow: 'cut' },
  { header: 'ZONE', cell: ({ timezone }) => timezone },
  { header: 'DEFAULT', cell: ({ isDefault }) => (isDefault ? 'yes' : '') },
  { header: 'OF', cell: ({ userId }) => userId },
  { header: 'ID', cell: ({ id }) => id },
]

export const scheduleCard = (schedule: Schedule): string =>
  card([
    ['Schedule', schedule.id],
    ['Name', { text: schedule.name, style: 'bold' }],
    ['Of', schedule.userId],
    ['Default', schedule.isDefault ? 'yes' : 'no'],
    ['Time zone', schedule.timezone],
    ['Hours', hoursText(schedule) || 'none'],
    ['Exceptions', overridesText(schedule)],
    ['Your id', schedule.externalId],
  ])
