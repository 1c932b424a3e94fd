import { AppError, type Fault, invalidField } from '../errors.ts'
import type { Location, Question } from '../event-types/model.ts'
import { emailInput } from '../shapes.ts'

type Answers = Record<string, string | number | boolean | string[]>

/** The answers as they are kept; all that is wrong with them is named at once. */
export function checkAnswers(questions: readonly Question[], answers: Answers = {}): Answers {
  const faults = Object.keys(answers)
    .filter((key) => !questions.some((question) => question.key === key))
    .map((key) => fault(key, 'unknown_question', `There is no question “${key}” here.`))
  for (const question of questions) {
    const answer = answers[question.key]
    if (isEmpty(answer)) {
      if (question.required) faults.push(fault(question.key, 'required', `“${question.label}” needs an answer.`))
      continue
    }
    const wrong = wrongWith(question, answer)
    if (wrong) faults.push(fault(question.key, 'invalid_answer', `“${question.label}” ${wrong}`))
  }
  if (faults.length > 0) throw new AppError('invalid_request', faults[0]?.detail ?? '', {}, faults)
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => !isEmpty(answer)))
}

/** Where to meet: one of the event type's locations, the first when the guest does not choose. */
export function chooseLocation(
  locations: readonly Location[],
  wanted: { kind: Location['kind']; value?: string | undefined } | undefined,
): Location | null {
  if (wanted === undefined) {
    const [first] = locations
    if (first?.kind !== 'guest_phone') return first ?? null
    throw invalidField('#/location', 'required', 'Send the location guest_phone with the number to call.')
  }
  const offered = locations.filter((location) => location.kind === wanted.kind)
  const same = offered.find((location) => wanted.value === undefined || location.value === wanted.value)
  if (wanted.kind === 'guest_phone' && offered.length > 0) {
    if (/^\+?[\d\s()./-]{5,30}$/.test(wanted.value ?? '')) return { kind: 'guest_phone', value: wanted.value }
    throw invalidField('#/location/value', 'invalid_phone', 'Send the phone number to call.')
  }
  if (same) return same
  const kinds = [...new Set(locations.map((location) => location.kind))].join(', ') || 'none'
  throw invalidField('#/location', 'location_not_offered', `This location is not offered; choose from: ${kinds}.`)
}

function wrongWith(question: Question, answer: Answers[string] | undefined): string | undefined {
  const options = question.options ?? []
  switch (question.kind) {
    case 'checkbox':
      return typeof answer === 'boolean' ? undefined : 'wants true or false.'
    case 'number':
      return typeof answer === 'number' ? undefined : 'wants a number.'
    case 'multi_select':
      return Array.isArray(answer) && answer.every((one) => options.includes(one))
        ? undefined
        : `wants some of: ${options.join(', ')}.`
    case 'select':
      return typeof answer === 'string' && options.includes(answer) ? undefined : `wants one of: ${options.join(', ')}.`
    case 'email':
      return emailInput.safeParse(answer).success ? undefined : 'wants an e-mail address.'
    case 'url':
      return typeof answer === 'string' && /^https?:\/\/\S+$/i.test(answer) ? undefined : 'wants an http or https URL.'
    case 'phone':
      return typeof answer === 'string' && /^\+?[\d\s()./-]{5,30}$/.test(answer) ? undefined : 'wants a phone number.'
    default:
      return typeof answer === 'string' ? undefined : 'wants text.'
  }
}

const isEmpty = (answer: Answers[string] | undefined) =>
  answer === undefined ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0)

const fault = (key: string, code: string, detail: string): Fault => ({
  pointer: `#/answers/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`,
  code,
  detail,
})
