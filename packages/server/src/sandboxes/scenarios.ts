/** What `seed` can put into a sandbox. */
export const scenarios = ['busy-week', 'dst-weekend', 'full-seat', 'round-robin', 'reminders'] as const
export type Scenario = (typeof scenarios)[number]
