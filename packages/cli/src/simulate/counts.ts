/** How much a simulation tried, for whoever reads its outcome. */
export interface Counts {
  people: number
  bookings: number
  refusals: number
  moves: number
  cancellations: number
  races: number
  reminders: number
  events: number
  deliveries: number
  retries: number
}

export const nothingYet = (people: number): Counts => ({
  people,
  bookings: 0,
  refusals: 0,
  moves: 0,
  cancellations: 0,
  races: 0,
  reminders: 0,
  events: 0,
  deliveries: 0,
  retries: 0,
})
