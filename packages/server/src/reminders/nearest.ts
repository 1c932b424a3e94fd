/** Which of several workflows holds: a pure function of values. */
import { builtIn, type ReminderStep } from './model.ts'

/** What of a workflow is planned and sent. */
export interface Workflow {
  id: string
  steps: readonly ReminderStep[]
}

/** Who has chosen a workflow, the nearest first. */
export interface Choices {
  eventType?: Workflow | undefined
  /** The default of the group whose event type it is. */
  group?: Workflow | undefined
  /** The default of the event type's owner. */
  user?: Workflow | undefined
  organization?: Workflow | undefined
}

/** The nearest replaces what is farther; none adds to another. */
export const nearest = ({ eventType, group, user, organization }: Choices): Workflow =>
  eventType ?? group ?? user ?? organization ?? builtIn
