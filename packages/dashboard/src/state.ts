/** What the server wrote into the page, so that nothing has to be fetched before the first click. */
export interface State {
  kind: 'book' | 'move'
  /** Slots are read and bookings are made below this address. */
  api: string
  zone: string
  hostZone: string
  locale: string
  language: string | null
  /** 1 for Monday to 7 for Sunday. */
  firstDay: number
  /** The server's today: the browser's clock decides nothing. */
  today: string
  duration: number
  month: string
  date: string | null
  start: string | null
  /** Steps between the starts in minutes since 1970, and the seats that are left, each as `[value, times, …]`. */
  slots: { steps: number[]; seats?: number[] }
}

export function readState(): State | null {
  const text = document.getElementById('state')?.textContent
  return text ? JSON.parse(text) : null
}
