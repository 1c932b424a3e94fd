/** How lengths of time are said. */

/** `24 hours`, `2 days`, `1 hour 30 minutes`. */
export function lengthOf(minutes: number): string {
  if (minutes >= week && minutes % week === 0) return counted(minutes / week, 'week')
  if (minutes >= 2 * day && minutes % day === 0) return counted(minutes / day, 'day')
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 && counted(hours, 'hour'), rest > 0 && counted(rest, 'minute')].filter(Boolean).join(' ')
}

/** `You will be reminded 24 hours and 1 hour before.`; null when nothing will come. */
export function announcement(minutesBefore: readonly number[]): string | null {
  const each = [...new Set(minutesBefore)].sort((a, b) => b - a)
  return each.length === 0 ? null : `You will be reminded ${list.format(each.map(lengthOf))} before.`
}

const day = 1440
const week = 7 * day
const list = new Intl.ListFormat('en-GB')
const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
