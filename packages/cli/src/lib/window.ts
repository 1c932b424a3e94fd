import type { BookingWindow } from '@letsmeet/sdk'
import { usageError } from './failure.ts'

/** `60d`, `20bd`, `2030-01-07..2030-03-31` or `unlimited`. */
export function windowOf(text: string): BookingWindow {
  if (text === 'unlimited') return { kind: 'unlimited' }
  const [, days, business] = /^(\d+)(b?)d$/.exec(text) ?? []
  if (days) return { kind: business ? 'rolling_business' : 'rolling', days: Number(days) }
  const [, start, end] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(text) ?? []
  if (start && end) return { kind: 'range', start, end }
  throw usageError(`“${text}” is not a window.`, 'Write 60d, 20bd, 2030-01-07..2030-03-31 or unlimited.')
}

export function windowText(window: BookingWindow): string {
  if (window.kind === 'unlimited') return 'unlimited'
  if (window.kind === 'range') return `${window.start} to ${window.end}`
  return `${window.days} ${window.kind === 'rolling_business' ? 'business ' : ''}days ahead`
}
