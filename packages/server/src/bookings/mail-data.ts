/** What the mails about bookings are written from: plain values, nothing looked up. */

export type BookingMailKind =
  /** Booked, and nobody had to agree. */
  | 'confirmed'
  /** Booked, and a host has to agree. */
  | 'requested'
  /** A host agreed. */
  | 'request_confirmed'
  | 'declined'
  | 'rescheduled'
  | 'cancelled'
  /** Another host took over. */
  | 'reassigned'

/** Times are written in the zone; the locale (BCP 47) decides how. */
export interface Participant {
  name: string
  email: string
  timezone: string
  locale?: string
}

export interface BookingMailData {
  title: string
  start: Date
  end: Date
  /** Where it was, once it has moved. */
  previousStart?: Date
  guest: Participant
  additionalGuests: readonly string[]
  /** The first one is the organizer in calendars. */
  hosts: readonly Participant[]
  /** Who the hosts were, once another took over. */
  previousHosts?: readonly Participant[]
  location?: string
  answers: readonly { label: string; value: string }[]
  notes?: string
  /** Why it was declined, moved, cancelled or handed over, in the words of whoever did it. */
  reason?: string
  /** Which reminders will come, in a sentence. */
  reminders?: string
  /** Who moved or cancelled it. */
  by?: 'guest' | 'host'
  /** The guest's secret page: only the guest's own mail shows it. */
  manageUrl?: string
  dashboardUrl?: string
  /** Pages that ask the host once more before they act; without them a request links to `dashboardUrl`. */
  confirmUrl?: string
  declineUrl?: string
  uid: string
  sequence: number
  stampedAt: Date
  createdAt: Date
  updatedAt?: Date
  /** All meetings of a recurring series, this one included: one mail lists them. */
  series?: readonly Meeting[]
  /** Still a request: no calendar has it yet, so no calendar part goes out. */
  pending?: boolean
  /** Seated sessions: guests never see each other. */
  hideGuests?: boolean
}

export interface Meeting {
  uid: string
  sequence: number
  start: Date
  end: Date
}

/** Who a mail is for: it decides zone, locale, words, and what they may see. */
export type Recipient =
  | { role: 'guest' }
  | { role: 'additional_guest'; email: string }
  | { role: 'host'; host: Participant }
  /** A host who handed the booking over. */
  | { role: 'former_host'; host: Participant }
