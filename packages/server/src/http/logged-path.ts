/** A path as logs may keep it: what a guest's secret address is made of is left out. */
export const loggedPath = (path: string): string => path.replace(secretPart, '$1…')

const secretPart =
  /^(\/(?:l|s|booking|invitations|reminders\/stop|api\/v1\/public\/(?:links|bookings|invitations))\/)[^/]+/i
