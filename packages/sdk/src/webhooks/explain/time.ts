import type { Message } from '../message.ts'
import type { UnwrapOptions } from '../unwrap.ts'

/** How far the timestamp is from this machine's clock, when that is too far. */
export function aboutTime(
  { timestamp }: Message,
  { toleranceSeconds = 300, now = new Date() }: UnwrapOptions,
): string[] {
  if (!timestamp) return []
  if (!/^\d+$/.test(timestamp)) return ['webhook-timestamp is not a whole number of seconds since 1970.']
  const age = Math.floor(now.getTime() / 1000) - Number(timestamp)
  const allowed = `(${toleranceSeconds} s are allowed)`
  if (/^\d{13}$/.test(timestamp)) return ['webhook-timestamp is in milliseconds; it must be in seconds.']
  if (age > toleranceSeconds) {
    const reasons = 'this clock is fast, the request waited on its way, or it is being replayed'
    return [`The timestamp is ${duration(age)} behind this machine's clock ${allowed}: ${reasons}.`]
  }
  if (age < -toleranceSeconds) {
    return [`The timestamp is ${duration(-age)} ahead of this machine's clock ${allowed}: this clock is slow.`]
  }
  return age <= toleranceSeconds ? [] : ['`toleranceSeconds` or `now` is not a number or a date: nothing passes.']
}

function duration(seconds: number) {
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ]
  const parts = [`${days} d`, `${hours} h`, `${minutes} min`, `${seconds % 60} s`].filter(
    (part) => !part.startsWith('0 '),
  )
  return parts.slice(0, 2).join(' ')
}
