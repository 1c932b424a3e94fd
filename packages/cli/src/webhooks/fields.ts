import { usageError } from '../lib/failure.ts'
import { literal } from '../lib/fields.ts'
import type { Sample } from './samples.ts'

/** The body with `data.guest.email=x` and the like written into it; numbers, true, false and null are such. */
export function withChanges(body: Sample, changes: readonly string[]): Sample {
  const changed = structuredClone(body)
  for (const change of changes) {
    const at = change.indexOf('=')
    if (at < 1) throw usageError(`--set needs FIELD=VALUE, not “${change}”.`, 'Write data.guest.email=ada@example.com.')
    put(changed, change.slice(0, at), literal(change.slice(at + 1)))
  }
  return changed
}

function put(body: Sample, path: string, value: unknown): void {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const [first = last] = steps
  if (!Object.hasOwn(body, first))
    throw usageError(`A webhook has no field “${first}” at its top.`, `Its resource is in data: --set data.${path}=…`)
  let place: unknown = body
  for (const step of steps) {
    if (isPlace(place) && (place[step] === null || place[step] === undefined)) place[step] = {}
    place = isPlace(place) ? place[step] : undefined
  }
  if (!isPlace(place) || [...steps, last].includes('__proto__'))
    throw usageError(`“${path}” is not the name of a field: what stands before its last point holds no fields.`)
  place[last] = value
}

/** Lists too: their fields are numbers. */
const isPlace = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
