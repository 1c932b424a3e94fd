import { usageError } from './failure.ts'

/** The instant so much later: `90m`, `25h`, `3d`, `1h30m`, `2w`, or ISO 8601 such as `P3D` and `P1M`, by the calendar of UTC. */
export function later(from: Date, length: string): Date {
  const at = SHORT.test(length.trim()) ? ISO.exec(isoOf(length.trim())) : ISO.exec(length.trim().toUpperCase())
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] =
    at?.slice(1).map((part) => Number(part ?? 0)) ?? []
  const elapsed = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds
  const target = new Date(monthsLater(from, years * 12 + months).getTime() + elapsed * 1000)
  if (target > from) return target
  throw usageError(`“${length}” is not a length of time to go forward.`, 'Write 90m, 25h, 3d, 1h30m or P3D.')
}

const SHORT = /^(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/
const ISO = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** `1d2h` as `P1DT2H`. */
function isoOf(length: string): string {
  const [, weeks = '', days = '', hours = '', minutes = '', seconds = ''] = SHORT.exec(length) ?? []
  const time = hours + minutes + seconds
  return `P${weeks}${days}${time && `T${time}`}`.toUpperCase()
}

/** The same day of a later month, or its last one where it is shorter. */
function monthsLater(from: Date, months: number): Date {
  const moved = new Date(from)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(from.getUTCDate(), lastDay))
  return moved
}

/** `3 days`, `1 day 2 h`, `30 min`: exactly, but for what is below a second. */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const days = Math.floor(seconds / 86_400)
  const parts = [
    days > 0 ? `${days} ${days === 1 ? 'day' : 'days'}` : '',
    ...[
      [Math.floor(seconds / 3600) % 24, 'h'] as const,
      [Math.floor(seconds / 60) % 60, 'min'] as const,
      [seconds % 60, 's'] as const,
    ].map(([count, unit]) => (count > 0 ? `${count} ${unit}` : '')),
  ]
  return parts.filter(Boolean).join(' ') || '0 s'
}
