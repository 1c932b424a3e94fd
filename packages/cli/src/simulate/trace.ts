import { createHash } from 'node:crypto'
import { instantText } from './wall.ts'

/** What happened, in lines that are the same whenever the seed is: no ids, and no clock but the sandbox's. */
export interface Trace {
  lines: string[]
  add(at: number, text: string): void
  hash(): string
}

export function startTrace(): Trace {
  const lines: string[] = []
  return {
    lines,
    add: (at, text) => void lines.push(`${instantText(at)} ${text}`),
    hash: () => createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16),
  }
}
