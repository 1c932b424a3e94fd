/** The clock of the oracle: Temporal for every question, remembered because a test asks the same ones again. */

const known = new Map<string, number>()

/** The minute of a wall clock time, by Temporal's "compatible". */
export function instant(date: string, clock: string, zone: string): number {
  const key = `${date} ${clock} ${zone}`
  const found = known.get(key)
  if (found !== undefined) return found
  const plain = Temporal.PlainDate.from(date)
  const [day, time] = clock === '24:00' ? [plain.add({ days: 1 }), '00:00'] : [plain, clock]
  const zoned = day
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
  const minute = Math.ceil(zoned.epochMilliseconds / 60_000)
  known.set(key, minute)
  return minute
}

const dates = new Map<string, string>()

/** The local date of a minute. */
export function dateAt(minute: number, zone: string): string {
  const key = `${minute} ${zone}`
  const found = dates.get(key)
  if (found !== undefined) return found
  const zoned = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone)
  const date = zoned.toPlainDate().toString()
  dates.set(key, date)
  return date
}
