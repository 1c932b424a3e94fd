import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'

/** Where a list goes on: a number and a word of its last row, whatever it is sorted by. */
export interface Place {
  number: number
  word: string
}

/** Cursors that hold the keys of the last row, whatever a list is sorted by; each fits its list and filters only. */
export function placesOf(list: string, filters: object) {
  const mark = createHash('sha256')
    .update(JSON.stringify([list, filters]))
    .digest('base64url')
    .slice(0, 8)
  return {
    write: ({ number, word }: Place): string => Buffer.from(JSON.stringify([mark, number, word])).toString('base64url'),
    /** The place that `write` was given, or null for the first page. */
    read(cursor: string | undefined): Place | null {
      if (cursor === undefined) return null
      const [made, number, word] = parsed(cursor)
      if (typeof made !== 'string' || !Number.isSafeInteger(number) || !/^\w{0,1000}$/.test(String(word))) {
        const detail = 'This cursor was not made by this server.'
        throw new AppError('invalid_request', detail, {}, [{ parameter: 'cursor', code: 'invalid_cursor', detail }])
      }
      if (made !== mark) {
        throw new AppError('cursor_mismatch', 'This cursor belongs to other filters; start again without it.')
      }
      return { number: Number(number), word: String(word) }
    },
  }
}

function parsed(cursor: string): unknown[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(keys) ? keys : []
  } catch {
    return []
  }
}
