import type { LetsMeet, NewBooking } from '@letsmeet/sdk'
import { render } from 'ink'
import { exitCodes, Failure, notFoundError } from '../lib/failure.ts'
import { BookingWizard } from './booking-wizard.tsx'
import type { Answers } from './questions.ts'

/** Lets a person at the terminal choose what to book. */
export async function askBooking(
  letsmeet: LetsMeet,
  { zone, now }: { zone: string; now: Date },
  given: Answers,
): Promise<NewBooking> {
  const eventTypes = await letsmeet.eventTypes.list({ active: true, limit: 100 }).toArray()
  if (eventTypes.length === 0)
    throw notFoundError(
      'There is nothing to book.',
      'Make something: letsmeet event-types create --title Intro --duration 30m',
    )
  let result: NewBooking | undefined
  const keep = (end: NewBooking | undefined) => {
    result = end
  }
  const app = render(
    <BookingWizard letsmeet={letsmeet} eventTypes={eventTypes} zone={zone} now={now} given={given} onEnd={keep} />,
    { exitOnCtrlC: false },
  )
  await app.waitUntilExit()
  if (result) return result
  throw new Failure('Nothing was booked.', { exit: exitCodes.interrupted, code: 'interrupted' })
}
