import { usageError } from './failure.ts'

/** The text as one of the values that a flag takes. */
export function oneOf<const V extends string>(flag: string, text: string, values: readonly V[]): V {
  const found = values.find((value) => value === text)
  if (found) return found
  throw usageError(`--${flag} is one of ${values.join(', ')}, not “${text}”.`)
}
