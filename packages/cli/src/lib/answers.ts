import type { LetsMeet, NewBooking } from '@letsmeet/sdk'
import { pair } from './body.ts'
import { usageError } from './failure.ts'
import { nearest } from './suggest.ts'

type Answers = NonNullable<NewBooking['answers']>

/** Answers as the questions want them: numbers, yes and no, and lists are only text on a command line. */
export async function answersFor(letsmeet: LetsMeet, eventType: string, given: readonly string[]): Promise<Answers> {
  const { questions } = await letsmeet.eventTypes.get(eventType)
  const answers: Answers = {}
  for (const [key, value] of given.map((text) => pair('answer', text))) {
    const question = questions.find((each) => each.key === key)
    if (!question)
      throw unknownQuestion(
        key,
        questions.map((each) => each.key),
      )
    const before = answers[key]
    answers[key] =
      question.kind === 'multi_select' ? [...(Array.isArray(before) ? before : []), value] : typed(question.kind, value)
  }
  return answers
}

function typed(kind: string, value: string): string | number | boolean {
  if (kind === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value)
  if (kind === 'checkbox' && /^(true|yes|on|1)$/i.test(value)) return true
  if (kind === 'checkbox' && /^(false|no|off|0)$/i.test(value)) return false
  return value
}

function unknownQuestion(key: string, known: string[]) {
  const near = nearest(key, known)
  const list = known.length > 0 ? `Its questions: ${known.join(', ')}.` : 'It asks no questions.'
  return usageError(`The event type has no question “${key}”.`, near ? `Did you mean ${near}?` : list)
}
