import { dateOf, hours, lasting, longDay, monthAfter, zoneName } from './dates.ts'
import { byId, element } from './element.ts'
import { isKnown } from './known-guest.ts'
import { daysOf, type ReadSlots, Slots } from './slots.ts'
import type { State } from './state.ts'
import { announce, drawCalendar, drawSlots, startText, type View, walk } from './view.ts'
import { enhanceZones, firstZone, nameZone, rememberZone } from './zone.ts'

export interface Picker {
  begin(): void
  /** The chosen start, as an instant. */
  start(): string | null
  zone(): string
  /** Back to the times, freshly read: the chosen one was taken. */
  retry(): Promise<void>
  /** Takes the choices of the address, whatever the server thought of them. */
  reread(): Promise<void>
  /** Tells of every choice, the present one first. */
  watch(tell: (start: string | null, minutes: number) => void): void
}

const staleAfterMs = 2 * 60_000

/** Calendar, times and zone: every choice is an address, so that links, history and this script mean the same. */
export function createPicker(state: State, read: ReadSlots): Picker {
  const slots = new Slots(state, read)
  let tell: (start: string | null, minutes: number) => void = () => {}
  let { zone, duration, month, date } = state
  let readAt = performance.now()
  let start = state.start === null ? null : Date.parse(state.start)
  const calendar = byId('calendar', HTMLElement)
  const list = byId('slots', HTMLElement)

  const link = (changes: Record<string, string>) => {
    const query = new URLSearchParams(location.search)
    for (const name of ['month', 'date', 'start']) query.delete(name)
    for (const [name, value] of Object.entries(changes)) query.set(name, value)
    return `${location.pathname}?${query}`.replace(/\?$/, '').replaceAll('%3A', ':').replaceAll('%2F', '/')
  }

  const chosen = () => (start === null ? null : startText(start))

  async function draw(): Promise<void> {
    const asked = [month, duration].join()
    const soon = setTimeout(() => calendar.setAttribute('aria-busy', 'true'), 150)
    try {
      const found = await slots.of(month, duration)
      if (asked !== [month, duration].join()) return
      const days = daysOf(found, month, zone)
      if (date === null || !days.has(date)) date = days.keys().next().value ?? null
      const { locale, firstDay, today } = state
      const view: View = { zone, locale, firstDay, today, month, days, date, link }
      drawCalendar(calendar, view)
      drawSlots(list, view)
      markDurations()
      announce(view)
      nameZone(zone, found[0]?.start ?? Date.parse(`${month}-01T12:00:00Z`))
    } catch {
      list.replaceChildren(element('p', { class: 'alert' }, 'The times could not be read. Please try again.'))
    } finally {
      clearTimeout(soon)
      calendar.removeAttribute('aria-busy')
    }
  }

  function showStep(): void {
    const picked = start !== null
    tell(chosen(), duration)
    byId('picker', HTMLElement).hidden = picked
    byId('details', HTMLElement).hidden = !picked
    if (start === null) return
    // The server offered other times in the form; now one is chosen.
    document.querySelector('[data-field="start"]')?.remove()
    byId('notice', HTMLElement).hidden = true
    const end = start + duration * 60_000
    const when = `${hours(start, end, zone, state.locale)}, ${zoneName(zone, start)}`
    const day = element('strong', {}, longDay(start, zone, state.locale))
    byId('chosen', HTMLElement).replaceChildren(day, ' ', element('span', {}, when))
    byId('back', HTMLAnchorElement).href = link({ date: dateOf(start, zone) })
  }

  /** Reads the choices out of an address and shows them. */
  async function show(query: URLSearchParams): Promise<void> {
    const [asked, chosen] = [query.get('month'), query.get('start')]
    start = chosen === null ? null : Date.parse(chosen)
    date = start === null ? (query.get('date') ?? (asked ? null : date)) : dateOf(start, zone)
    month = asked ?? date?.slice(0, 7) ?? month
    const wanted = Number(query.get('duration'))
    if (wanted > 0) duration = state.duration = wanted
    showStep()
    await draw()
  }

  /** The other durations of the day that is shown. */
  function markDurations(): void {
    for (const one of document.querySelectorAll<HTMLAnchorElement>('.durations a')) {
      const minutes = new URL(one.href).searchParams.get('duration') ?? ''
      one.href = link({ ...(date ? { date } : { month }), duration: minutes })
      if (minutes === String(duration)) one.setAttribute('aria-current', 'true')
      else one.removeAttribute('aria-current')
    }
    const chosen = document.getElementById('lasting')
    if (chosen) chosen.textContent = lasting(duration)
  }

  function setZone(next: string): void {
    zone = next
    rememberZone(next)
    if (start !== null) {
      date = dateOf(start, zone)
      showStep()
    }
    void draw()
  }

  /** A page that somebody comes back to after minutes shows what is open now. */
  function refresh(): void {
    if (performance.now() - readAt < staleAfterMs) return
    readAt = performance.now()
    slots.forget()
    void draw()
  }

  /** Whichever of the next twelve months has a time. */
  async function findNext(): Promise<void> {
    for (let i = 1; i <= 12; i++) {
      const name = monthAfter(month, i)
      const days = daysOf(await slots.of(name, duration), name, zone)
      if (days.size === 0) continue
      const target = link({ month: name })
      history.pushState(null, '', target)
      return show(new URL(target, location.href).searchParams)
    }
    byId('find-next', HTMLElement).replaceWith(element('span', {}, 'Nothing is open within a year.'))
  }

  function follow(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return
    if (event.target.id === 'find-next') return void findNext()
    const anchor = event.target.closest('a')
    if (!anchor || anchor.pathname !== location.pathname || anchor.origin !== location.origin) return
    event.preventDefault()
    const query = new URL(anchor.href).searchParams
    // A day is a glance, a time is a step: only steps are kept for the back button.
    if (query.has('start') || anchor.id === 'back') history.pushState(null, '', anchor.href)
    else history.replaceState(null, '', anchor.href)
    void show(query).then(() => moveOn(query))
  }

  function moveOn(query: URLSearchParams): void {
    if (query.has('start')) {
      byId('booking', HTMLElement).scrollIntoView({ block: 'start' })
      const details = byId('details', HTMLElement)
      details.tabIndex = -1
      // On a touch screen a focused field would cover half of the form with a keyboard.
      const typing = matchMedia('(pointer: fine)').matches && !isKnown()
      const field = typing && details.querySelector<HTMLElement>('input:not([type=hidden]), textarea')
      if (field) field.focus()
      else details.focus({ preventScroll: true })
    } else if (query.has('date')) list.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }

  return {
    begin() {
      byId('booking', HTMLElement).addEventListener('click', follow)
      addEventListener('pageshow', (event) => event.persisted && refresh())
      document.addEventListener('visibilitychange', () => document.hidden || refresh())
      addEventListener('popstate', () => void show(new URLSearchParams(location.search)))
      calendar.addEventListener('keydown', walk)
      enhanceZones(() => start ?? Date.parse(`${month}-15T12:00:00Z`), setZone)
      const first = firstZone(zone)
      if (first !== zone) setZone(first)
      // Where the server has drawn nothing yet.
      if (state.slots === null) void show(new URLSearchParams(location.search))
    },
    start: chosen,
    zone: () => zone,
    async retry() {
      slots.forget()
      const target = link(date ? { date } : { month })
      history.replaceState(null, '', target)
      await show(new URL(target, location.href).searchParams)
    },
    reread: () => show(new URLSearchParams(location.search)),
    watch(listener) {
      tell = listener
      tell(chosen(), duration)
    },
  }
}
