import { hours, longDay, zoneName } from './dates.ts'
import { element } from './element.ts'

/** What everybody who sees a booking may know of it. */
export interface Facts {
  title: string
  start: string
  end: string
  hosts: { name: string }[]
  location: { kind: string; value?: string } | null
  notes: string | null
}

/** In which zone, and how, times are written. */
interface Shown {
  zone: string
  locale: string
}

/** What, when, with whom and where. */
export function factsOf({ zone, locale }: Shown, booking: Facts): HTMLElement {
  const [start, end] = [Date.parse(booking.start), Date.parse(booking.end)]
  const when = [
    element('strong', {}, longDay(start, zone, locale)),
    `\n${hours(start, end, zone, locale)}, ${zoneName(zone, start)}`,
  ]
  const rows: [string, (Node | string)[]][] = [
    ['What', [booking.title]],
    ['When', when],
    ['With', [booking.hosts.map(({ name }) => name).join(', ')]],
    ['Where', placeOf(booking.location)],
    ['Notes', booking.notes ? [booking.notes] : []],
  ]
  const shown = rows.filter(([, value]) => value.length > 0)
  const items = shown.map(([label, value]) => element('div', {}, element('dt', {}, label), element('dd', {}, ...value)))
  return element('dl', { class: 'table' }, ...items)
}

const placeNames: Record<string, string> = {
  phone: 'By phone: you call',
  guest_phone: 'By phone: the host calls you',
  video: 'Video call',
  in_person: 'In person',
}

/** An address of the web becomes a link, anything else stays text. */
function placeOf(place: Facts['location']): (Node | string)[] {
  if (!place) return []
  const { kind, value } = place
  if (value && /^https?:\/\//i.test(value) && URL.canParse(value))
    return [element('a', { href: value, rel: 'noreferrer' }, value)]
  const name = placeNames[kind]
  if (!value) return name === undefined ? [] : [name]
  return [name === undefined || kind === 'in_person' ? value : `${name} (${value})`]
}
