import type { ReminderStepInput } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { bodyFlag, manyFlag } from './flags.ts'
import { stepOf, stepsIn } from './reminder-step.ts'

/** What a workflow is made of, for `create` and for `update`. */
export const workflowFlags = {
  name: Flags.string({ description: 'What you call it.' }),
  step: manyFlag('A message: how long before (-) or after (+), how and to whom', '"-24h email guest"'),
  file: Flags.string({
    description: 'The steps as a JSON list, with words of their own: a file, or - for standard input.',
    helpValue: 'steps.json',
    exclusive: ['step'],
  }),
  default: Flags.boolean({ description: 'Use it wherever nothing nearer is chosen.', allowNo: true }),
  body: bodyFlag,
}

interface StepFlags {
  step?: string[] | undefined
  file?: string | undefined
}

/** The steps that the flags give, if they do. */
export const stepsFrom = ({ step, file }: StepFlags): ReminderStepInput[] | undefined =>
  file === undefined ? step?.map(stepOf) : stepsIn(file)

export const scopeFlag = Flags.option({ options: ['organization', 'user', 'event_type'] as const })
