import { LetsMeetError } from './errors.ts'

type QueryScalar = string | number | boolean | Date
/** Flat names such as `'start[gte]'`. Arrays are joined with commas, dates become ISO instants, undefined is left out. */
export type Query = Readonly<Record<string, QueryScalar | readonly QueryScalar[] | null | undefined>>

/** A path with its parameters escaped. Throws for one that would name another route: nothing, `.` or `..`. */
export function path(fixed: TemplateStringsArray, ...parameters: readonly (string | number)[]): string {
  return String.raw({ raw: fixed }, ...parameters.map(segment))
}

/** `?a=1&b=x%2Cy`, or nothing. */
export function queryString(query: Query = {}): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, [value].flat().map(text).join(',')]],
  )
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : ''
}

function segment(value: string | number): string {
  const escaped = encodeURIComponent(value ?? '')
  if (/^\.{0,2}$/.test(escaped)) throw new LetsMeetError(`An id in a path cannot be "${escaped}".`)
  return escaped
}

function text(value: QueryScalar): string {
  return value instanceof Date ? value.toISOString() : String(value)
}
