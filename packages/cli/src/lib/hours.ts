import type { DateOverride, WeeklyHours } from '@letsmeet/sdk'
import { usageError } from './failure.ts'
import { oneOf } from './one-of.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Day = (typeof DAYS)[number]
const ORDER: readonly string[] = DAYS

/** `mon-fri 09:00-17:00`, `mon,wed 09:00-12:00`, `sat 10:00-14:00` */
export function hoursOf(text: string): WeeklyHours {
  const [, days, start, end] = /^([a-z,-]+)\s+(\d\d:\d\d)-(\d\d:\d\d)$/i.exec(text.trim()) ?? []
  if (!days || !start || !end)
    throw usageError(`“${text}” are not weekly hours.`, 'Write "mon-fri 09:00-17:00" or "mon,wed 09:00-12:00".')
  return { days: days.toLowerCase().split(',').flatMap(dayRange), start, end }
}

/** `2030-01-08 10:00-12:00`, several windows with commas, or `2030-01-08 closed` */
export function overrideOf(text: string): DateOverride {
  const [, date, rest = ''] = /^(\d{4}-\d\d-\d\d)\s+(.+)$/.exec(text.trim()) ?? []
  const windows = rest === 'closed' ? [] : rest.split(',').map((each) => /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(each.trim()))
  if (!date || windows.includes(null))
    throw usageError(`“${text}” is not an exception.`, 'Write "2030-01-08 10:00-12:00" or "2030-01-08 closed".')
  return { date, windows: windows.map((match) => ({ start: match?.[1] ?? '', end: match?.[2] ?? '' })) }
}

interface Hours {
  weekly: readonly { days: readonly string[]; start: string; end: string }[]
  overrides: readonly DateOverride[]
}

export function hoursText({ weekly }: Pick<Hours, 'weekly'>): string {
  return weekly.map(({ days, start, end }) => `${daysText(days)} ${start}–${end}`).join('\n')
}

export function overridesText({ overrides }: Pick<Hours, 'overrides'>): string {
  const times = (windows: DateOverride['windows']) => windows.map(({ start, end }) => `${start}–${end}`).join(', ')
  return overrides.map(({ date, windows }) => `${date} ${windows.length > 0 ? times(windows) : 'closed'}`).join('\n')
}

function dayRange(text: string): Day[] {
  const [first = '', last = first] = text.split('-').map((day) => day.slice(0, 3))
  const from = DAYS.indexOf(oneOf('hours', first, DAYS))
  const to = DAYS.indexOf(oneOf('hours', last, DAYS))
  return from <= to ? DAYS.slice(from, to + 1) : [...DAYS.slice(from), ...DAYS.slice(0, to + 1)]
}

/** `mon–fri` where days follow each other, else `mon, wed`. */
function daysText(days: readonly string[]): string {
  const at = days.map((day) => ORDER.indexOf(day)).sort((a, b) => a - b)
  const inARow = at.length > 2 && at.every((day, index) => index === 0 || day === (at[index - 1] ?? 0) + 1)
  return inARow ? `${DAYS[at[0] ?? 0]}–${DAYS[at.at(-1) ?? 0]}` : at.map((day) => DAYS[day]).join(', ')
}
