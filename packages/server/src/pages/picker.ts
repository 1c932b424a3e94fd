import { within } from '../sandboxes/clock.ts'
import { instantInput } from '../shapes.ts'
import { localDate } from '../zones.ts'
import { type LoadSlots, type Month, monthAfter, nextOpen, readMonth, type Slot, today } from './month.ts'
import { queryOf, type Visit } from './visit.ts'

/** What is open, what is looked at, and how to look at something else. */
export interface Picker {
  zone: string
  hostZone: string
  locale: string
  firstDay: number
  today: string
  duration: number
  durations: readonly number[]
  month: Month
  date: string | null
  /** The slot that was chosen, if it is open. */
  slot: Slot | null
  /** A form without an open start, or an address with one that is not open. */
  missed: 'in address' | 'in form' | null
  /** Where the next opening is, when this month has none. */
  next: Slot | null
  /** The address of this page with other parameters. */
  link(changes: Record<string, string | null>): string
}

interface Choices {
  /** Whose page it is, and so whose clock says what day it is. */
  organizationId: string
  path: string
  hostZone: string
  durations: readonly number[]
  duration: number
  load: LoadSlots
  /** What a form sent, where it differs from the address. */
  sent?: URLSearchParams
}

export async function readPicker({ http, ctx, visitor }: Visit, choices: Choices): Promise<Picker> {
  const query = queryOf(http)
  const asked = (name: string) => choices.sent?.get(name) ?? query.get(name)
  const zone = visitor.zone ?? choices.hostZone
  const { now } = await within(ctx, choices.organizationId)
  const day = today(now(), zone)
  const wanted = Number(asked('duration'))
  const duration = choices.durations.includes(wanted) ? wanted : choices.duration
  const start = instantInput.safeParse(asked('start')).data ?? null
  const date = start ? localDate(Math.floor(start.getTime() / 60_000), zone) : dateOf(asked('date'))
  const named = date?.slice(0, 7) ?? monthOf(asked('month'))
  const read = (name: string) => readMonth(choices.load, name, zone, duration)
  const inReach = named && named >= day.slice(0, 7) && named <= monthAfter(day, 120) ? named : null
  let month = await read(inReach ?? day.slice(0, 7))
  let next = month.days.size === 0 ? await nextOpen(choices.load, month.name, zone, duration) : null
  if (next && !inReach) {
    month = await read(next.date.slice(0, 7))
    next = null
  }
  const open = date && month.days.has(date) ? date : (month.days.keys().next().value ?? null)
  const slot = start && open ? month.days.get(open)?.find((one) => Date.parse(one.start) === start.getTime()) : null
  return {
    zone,
    hostZone: choices.hostZone,
    locale: visitor.locale,
    firstDay: visitor.firstDay,
    today: day,
    duration,
    durations: choices.durations,
    month,
    date: open,
    slot: slot ?? null,
    missed: slot ? null : choices.sent ? 'in form' : start ? 'in address' : null,
    next,
    link: (changes) => linkTo(choices.path, query, changes),
  }
}

/** Everything else in the address stays: the zone, and what a link filled in for the guest. */
function linkTo(path: string, query: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(query)
  for (const name of ['month', 'date', 'start']) next.delete(name)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString().replaceAll('%3A', ':').replaceAll('%2F', '/')
  return text === '' ? path : `${path}?${text}`
}

const monthOf = (text: string | null) => (text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null)

const dateOf = (text: string | null) =>
  text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
