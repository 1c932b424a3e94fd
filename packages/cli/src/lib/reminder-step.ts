import type { ReminderStep, ReminderStepInput } from '@letsmeet/sdk'
import { readJson } from './body.ts'
import { usageError } from './failure.ts'
import { oneOf } from './one-of.ts'
import { minutesOf } from './time-input.ts'

/** `-24h email guest`: when, and how and to whom where it is not a mail to the guest. */
export function stepOf(text: string): ReminderStepInput {
  const [, sign, length = '', channel = 'email', recipient = 'guest'] = STEP.exec(text.trim()) ?? []
  if (!length)
    throw usageError(
      `“${text}” is not a step.`,
      'Write -24h for a day before, +30m for after the end, then how and to whom: "-24h email guest".',
    )
  return {
    offsetMinutes: sign === '-' ? -minutesOf(length) : minutesOf(length),
    channel: oneOf('step', channel, ['email', 'webhook', 'sms']),
    recipient: oneOf('step', recipient, ['guest', 'hosts', 'both']),
  }
}

/** Steps with words of their own, as a file holds them. */
export function stepsIn(file: string): ReminderStepInput[] {
  const steps = readJson(file === '-' ? file : `@${file}`)
  if (Array.isArray(steps)) return steps
  throw usageError(`${file} must hold a list of steps.`, 'Such as [{"offsetMinutes":-60,"subject":"In an hour"}].')
}

/** The steps with the ids and words of those that are there already, so that none is sent twice. */
export function keeping(present: readonly ReminderStep[], steps: readonly ReminderStepInput[]): ReminderStepInput[] {
  const left = [...present]
  return steps.map((step) => {
    const at = left.findIndex((one) => stepText(one) === stepText(step))
    const [same] = at < 0 ? [] : left.splice(at, 1)
    return same ? { ...step, id: same.id, subject: same.subject, body: same.body } : step
  })
}

/** A step as `--step` takes it. */
export const stepText = ({ offsetMinutes, channel, recipient }: ReminderStep | ReminderStepInput): string =>
  `${offsetText(offsetMinutes)} ${channel} ${recipient}`

/** `-1d`, `+1h30m` */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const parts = [`${Math.floor(size / 1440)}d`, `${Math.floor(size / 60) % 24}h`, `${size % 60}m`]
  return `${minutes < 0 ? '-' : '+'}${parts.filter((part) => !part.startsWith('0')).join('')}`
}

const STEP = /^([+-]?)(\d\w*)(?:\s+(\w+))?(?:\s+(\w+))?$/
