import { temporal } from './time.ts'

const milliseconds = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const
const part = /(\d+)(ms|w|d|h|m|s)/g

/** An instant, or an error that says how to write one. */
export function instantOf(text: string | Date): Date {
  const instant = new Date(text)
  const isExact = text instanceof Date || /T.*(Z|[+-]\d\d:\d\d)$/.test(text)
  if (!isExact || Number.isNaN(instant.getTime())) {
    throw new Error(`${text} is not an instant: write it like 2030-01-07T08:00:00Z.`)
  }
  return instant
}

/** The instant so much later; months and years are those of UTC. */
export function advanced(from: Date, duration: string): Date {
  if (/^(\d+(ms|w|d|h|m|s))+$/.test(duration)) {
    const parts = [...duration.matchAll(part)]
    const length = parts.reduce((sum, [, count, unit]) => sum + Number(count) * lengthOf(unit), 0)
    const later = new Date(from.getTime() + length)
    if (Number.isNaN(later.getTime())) throw notALength(duration)
    return later
  }
  const { Instant } = temporal()
  try {
    const zoned = Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO('UTC')
    return new Date(zoned.add(duration).epochMilliseconds)
  } catch {
    throw notALength(duration)
  }
}

const notALength = (duration: string) =>
  new Error(`${duration} is not a length of time: write it like 90m, 25h, 1h30m or P3D.`)

const lengthOf = (unit: string | undefined): number =>
  Object.entries(milliseconds).find(([name]) => name === unit)?.[1] ?? 0
