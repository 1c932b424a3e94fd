import { usageError } from './failure.ts'

/** `key=value` texts as the body of a request: `guest[name]=Ada`, `days[]=mon`, numbers, true, false and null as such. */
export function fieldsToBody(fields: readonly string[]): object {
  const body: Branch = {}
  for (const [path, value] of fields.map(split)) put(body, steps(path), literal(value), path)
  return body
}

/** The same texts as a query: names as they are, values as text. */
export function fieldsToQuery(fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map(split))
}

interface Branch {
  [name: string]: unknown
}

function split(text: string): [path: string, value: string] {
  const at = text.indexOf('=')
  if (at < 1) throw usageError(`--field needs KEY=VALUE, not “${text}”.`)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** `guest[name]` is guest, name; `days[]` is days and a place at the end. */
function steps(path: string): string[] {
  const [, first, rest] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(path) ?? []
  if (!first || rest === undefined)
    throw usageError(`“${path}” is not the name of a field.`, 'Write name, guest[name] or days[].')
  return [first, ...[...rest.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')]
}

function put(into: Branch, [step = '', ...deeper]: string[], value: unknown, path: string): void {
  if (step === '__proto__') throw usageError(`“${path}” is not the name of a field.`)
  if (deeper.length === 0) into[step] = value
  else if (deeper[0] === '') into[step] = [...(Array.isArray(into[step]) ? into[step] : []), value]
  else {
    const branch = into[step] ?? {}
    if (!isBranch(branch)) throw usageError(`“${path}” is a value in one field and holds fields in another.`)
    into[step] = branch
    put(branch, deeper, value, path)
  }
}

const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function literal(text: string): unknown {
  if (text === 'true' || text === 'false' || text === 'null') return JSON.parse(text)
  return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) ? Number(text) : text
}
