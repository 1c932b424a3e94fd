/** How the visitor writes dates, and what day it is on the server: the browser's clock decides nothing. */
export interface Habits {
  locale: string
  /** 1 for Monday to 7 for Sunday. */
  firstDay: number
  today: string
}

/** What the server wrote into the page, so that nothing has to be fetched before the first click. */
export interface State extends Habits {
  kind: 'book' | 'move'
  /** Slots are read and bookings are made below this address. */
  api: string
  zone: string
  hostZone: string
  language: string | null
  duration: number
  month: string
  date: string | null
  start: string | null
  /** Steps between the starts in minutes since 1970, and the seats that are left, each as `[value, times, …]`; null where they are still to be read. */
  slots: { steps: number[]; seats?: number[] } | null
  /** On the page of a link: which of its event types this is, and where it begins. */
  link?: { eventTypeId: string; home: string }
}

export function readState(): State | null {
  const text = document.getElementById('state')?.textContent
  return text ? JSON.parse(text) : null
}

/** Of a page that cannot know whose it is: what day it is there, the session says. */
export function readHabits(): Omit<Habits, 'today'> {
  return JSON.parse(document.getElementById('state')?.textContent ?? '{}')
}
