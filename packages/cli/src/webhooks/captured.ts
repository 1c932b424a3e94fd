import { usageError } from '../lib/failure.ts'

/** A request as it arrived. */
export interface Captured {
  headers: Record<string, string>
  body: Uint8Array
}

/**
 * A request in a file: headers, an empty line, the body, as `nc` writes it or `curl -i` shows an answer. Only the bytes
 * that `content-length` counts are the body, since editors and terminals add a line break.
 */
export function capturedRequest(bytes: Buffer): Captured & { cutShortBy: number } {
  const [headEnd, bodyStart] = emptyLine(bytes)
  const headers = headersIn(bytes.subarray(0, headEnd).toString('utf8'))
  const rest = bytes.subarray(bodyStart)
  const length = /^\d+$/.test(headers['content-length'] ?? '') ? Number(headers['content-length']) : rest.length
  return { headers, body: rest.subarray(0, length), cutShortBy: Math.max(0, length - rest.length) }
}

/** `Name: value`, as it is given to `--header`. */
export function headerPair(text: string): [name: string, value: string] {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*(.*?)[ \t]*$/.exec(text) ?? []
  if (name && value !== undefined) return [name.toLowerCase(), value]
  throw usageError(`“${text}” is no header.`, 'Write each as "Name: value", then an empty line, then the body.')
}

function emptyLine(bytes: Buffer): [end: number, next: number] {
  const found = ['\r\n\r\n', '\n\n'].map((mark) => [bytes.indexOf(mark), mark.length] as const)
  const [at, length] = found.filter(([place]) => place >= 0).sort(([a], [b]) => a - b)[0] ?? [-1, 0]
  if (at >= 0) return [at, at + length]
  throw usageError(
    'There is no empty line between headers and body.',
    'Give the request as it arrived, or the body with --body @FILE and each header with --header.',
  )
}

function headersIn(head: string): Record<string, string> {
  const lines = head.split(/\r?\n/).map((line) => line.replace(/^> /, ''))
  // The first line of a request or an answer names no header.
  const isStart = /^[A-Z]+ \S+ HTTP\/|^HTTP\/\d/.test(lines[0] ?? '')
  return Object.fromEntries((isStart ? lines.slice(1) : lines).filter((line) => line !== '').map(headerPair))
}
