import type { ChangedReminderWorkflow, ReminderStep, ReminderWorkflow } from '@letsmeet/sdk'
import { stepText } from '../lib/reminder-step.ts'
import { type Column, card } from '../lib/table.ts'

export const workflowColumns: Column<ReminderWorkflow>[] = [
  { header: 'ID', cell: ({ id }) => id },
  { header: 'NAME', cell: ({ name }) => name, whenNarrow: 'cut' },
  { header: 'FOR', cell: forWhom },
  { header: 'DEFAULT', cell: ({ isDefault }) => (isDefault ? 'yes' : '') },
  { header: 'STEPS', cell: ({ steps }) => steps.map(stepText).join(', '), whenNarrow: 'wrap' },
]

export const workflowCard = (workflow: ReminderWorkflow): string => card(rowsOf(workflow))

/** A workflow that was made or changed, and what that does to reminders of bookings to come. */
export const changedCard = (workflow: ChangedReminderWorkflow, label: 'Planned anew' | 'Would plan anew'): string =>
  card([...rowsOf(workflow), [label, countOf(workflow.replanCount)]])

const rowsOf = (workflow: ReminderWorkflow): [label: string, value: string | null][] => [
  ['Workflow', workflow.id],
  ['Name', workflow.name],
  ['For', forWhom(workflow)],
  ['Default', workflow.isDefault ? 'yes' : null],
  ['Steps', workflow.steps.map(stepLine).join('\n')],
]

function forWhom({ scope, userId }: ReminderWorkflow): string {
  if (scope === 'event_type') return 'event types that name it'
  return userId ?? 'everybody'
}

const stepLine = (step: ReminderStep) =>
  [stepText(step), step.id, step.subject ?? (step.body === null ? 'usual words' : 'words of its own')].join('  ')

const countOf = (count: number) => (count === 1 ? '1 reminder' : `${count} reminders`)
