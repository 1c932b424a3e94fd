/** What a link leaves of an event type's availability. */
import type { LinkTerms } from '../event-types/model.ts'
import { dateOfDay, type Minute } from '../time.ts'
import { localDayOf, startOfLocalDay, zoneBetween } from '../zones.ts'
import type { Narrowed, Rules } from './availability.ts'

/** The rules of an event type as a link narrows them; `nextDays` counts like a rolling window, from today as day 0. */
export function narrow(rules: Rules, link: LinkTerms | undefined, now: Date): Rules {
  if (!link) return rules
  const { starts, hours, nextDays } = link
  const narrowed: Narrowed = {
    ...(starts && { starts }),
    ...(hours && { hours }),
    ...(nextDays !== undefined && { through: lastMinute(rules.zone, nextDays, now) }),
  }
  // The host named these starts: notice and window, which say how guests may choose, have nothing left to say.
  return { ...rules, ...(starts && { minNoticeMinutes: 0, window: { kind: 'unlimited' } }), narrowed }
}

function lastMinute(zone: string, days: number, now: Date): Minute {
  const minute = Math.floor(now.getTime() / 60_000)
  const today = localDayOf(zoneBetween(zone, minute, minute), minute)
  return startOfLocalDay(dateOfDay(today + days + 1), zone) - 1
}
