import { readFileSync } from 'node:fs'
import { usageError } from './failure.ts'

/** The fields that were given as flags, over those of `--body`. */
export const bodyOf = <T extends object>(body: string | undefined, fields: Fields<T>): T =>
  withFields<T>(body === undefined ? {} : readObject(body), fields)

/** The fields that are not undefined, over those of an object. */
export function withFields<T extends object>(base: object, fields: Fields<T>): T {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  // The one cast of the commands: the server checks what people write, and says which field is wrong or missing.
  return { ...base, ...given } as T
}

type Fields<T> = { [K in keyof T]?: T[K] | undefined }

/** A change that changes something; an empty one is a slip. */
export function someChange<T extends object>(change: T): T {
  if (Object.keys(change).length > 0) return change
  throw usageError('Nothing was asked to change.', 'Say what with a flag; --help shows them all.')
}

/** JSON as text, `@file`, or `-` for standard input. */
export function readJson(source: string): unknown {
  const text = readText(source)
  try {
    return JSON.parse(text)
  } catch (error) {
    const what = source === '-' ? 'Standard input' : source.startsWith('@') ? source.slice(1) : 'The body'
    throw usageError(`${what} is not valid JSON: ${error instanceof Error ? error.message : error}.`)
  }
}

/** The text itself, that of `@file`, or with `-` standard input. */
export const readText = (source: string): string =>
  source === '-' ? readInput() : source.startsWith('@') ? readFile(source.slice(1)) : source

/** All of standard input. */
export const readInput = () => readFileSync(0, 'utf8')

/** `key=value` pairs as an object. */
export function pairs(flag: string, given: readonly string[] | undefined): Record<string, string> | undefined {
  return given && Object.fromEntries(given.map((text) => pair(flag, text)))
}

export function pair(flag: string, text: string): [key: string, value: string] {
  const at = text.indexOf('=')
  if (at < 1) throw usageError(`--${flag} needs KEY=VALUE, not “${text}”.`)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** `Name: value`, as in HTTP. */
export function headerOf(text: string): [name: string, value: string] {
  const [, name, value] = /^([^:\s]+):\s*(.*)$/.exec(text) ?? []
  if (!name || value === undefined) throw usageError(`--header needs "Name: value", not “${text}”.`)
  return [name, value]
}

function readObject(source: string): object {
  const value = readJson(source)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw usageError('The body must be a JSON object, such as {"title":"Intro"}.')
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw usageError(`${path} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}
