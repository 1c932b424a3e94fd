import { Html, html } from './html.ts'

/** Every zone by its name, the chosen one selected; the script of the pages makes it searchable. */
export function zoneOptions(chosen: string): Html {
  const option = html`<option>${chosen}</option>`.text
  const selected = html`<option selected>${chosen}</option>`.text
  // The list is long and the same on every page, so it is written once.
  all ??= html`${zones().map((zone) => html`<option>${zone}</option>`)}`.text
  return new Html(all.includes(option) ? all.replace(option, selected) : selected + all)
}

let all: string | undefined

const zones = () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
