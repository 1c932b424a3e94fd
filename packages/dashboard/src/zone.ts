import { offsetName, zoneName } from './dates.ts'
import { byId, element } from './element.ts'

const chosenKey = 'lm_timezone_chosen'

/** The zone to begin with: the one in the address, the one chosen in this tab, else the browser's own. */
export function firstZone(written: string): string {
  if (new URLSearchParams(location.search).has('timezone') || sessionStorage.getItem(chosenKey)) return written
  return browserZone() ?? written
}

function browserZone(): string | null {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return timeZone && timeZone !== 'Etc/Unknown' ? timeZone : null
}

/** Told to the server too, so that the next page comes in this zone right away. */
export function rememberZone(zone: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http and in Firefox.
  document.cookie = `lm_timezone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`
}

export const nameZone = (zone: string, at: number): void => {
  byId('zone-name', HTMLElement).textContent = zoneName(zone, at)
}

/** Turns the plain list of zones into one that can be searched. */
export function enhanceZones(at: () => number, choose: (zone: string) => void): void {
  const details = byId('zone', HTMLDetailsElement)
  const input = element('input', {
    type: 'search',
    id: 'zone-search',
    placeholder: 'Search city or region',
    'aria-label': 'Search time zones',
    'aria-controls': 'zone-list',
    autocomplete: 'off',
  })
  const list = element('ul', { id: 'zone-list', 'aria-label': 'Time zones' })
  const fill = () => {
    const words = input.value.toLowerCase().split(/[\s_/]+/)
    const items = zones(at()).filter(({ text }) => words.every((word) => text.includes(word)))
    list.replaceChildren(...items.map(({ item }) => item))
    if (items.length === 0) list.append(element('li', { class: 'empty' }, 'No zone of this name'))
  }
  const close = () => {
    details.open = false
    details.querySelector('summary')?.focus()
  }
  details.querySelector('form')?.replaceWith(element('div', { class: 'zone-panel' }, input, list))
  details.addEventListener('toggle', () => {
    if (!details.open) return
    input.value = ''
    fill()
    input.focus()
  })
  input.addEventListener('input', fill)
  list.addEventListener('click', (event) => {
    const zone = event.target instanceof Element && event.target.closest('button')?.value
    if (!zone) return
    sessionStorage.setItem(chosenKey, '1')
    choose(zone)
    close()
  })
  details.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    if (event.key === 'Enter' && event.target === input) {
      event.preventDefault()
      list.querySelector('button')?.click()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event, input, list)
  })
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false
  })
}

function step(event: KeyboardEvent, input: HTMLElement, list: HTMLElement): void {
  event.preventDefault()
  const stops: (Element | null)[] = [input, ...list.querySelectorAll('button')]
  const at = stops.indexOf(document.activeElement)
  const next = stops[Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))]
  if (next instanceof HTMLElement) next.focus()
}

let made: { text: string; item: HTMLElement }[] | undefined

/** Written when the list is first opened: four hundred offsets take a moment. */
function zones(at: number): { text: string; item: HTMLElement }[] {
  made ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => {
    const [name, offset] = [zone.replaceAll('_', ' '), offsetName(at, zone)]
    const button = element('button', { type: 'button', value: zone }, name, element('small', {}, offset))
    return { text: `${name} ${offset}`.toLowerCase(), item: element('li', {}, button) }
  })
  return made
}
