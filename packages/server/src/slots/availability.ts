/**
 * What the slot engine computes from and what it answers: plain values, no database, no clock.
 * Every time is a whole UTC epoch minute; every interval is half-open, `[start, end)`.
 * Whoever loads rows rounds a busy start down and a busy end up to the minute.
 */

export type Minute = number

export interface Interval {
  start: Minute
  end: Minute
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** Weekly hours and date overrides in one IANA zone; `start` and `end` are `HH:MM`, `24:00` is a valid end. */
export interface Hours {
  timezone: string
  weekly: readonly { days: readonly Weekday[]; start: string; end: string }[]
  overrides: readonly { date: string; windows: readonly { start: string; end: string }[] }[]
}

/** Time that is taken, and by what: `id` and `label` reappear in explanations. */
export interface Busy extends Interval {
  kind: 'booking' | 'hold' | 'block' | 'time_off' | 'calendar'
  id: string
  label?: string
}

/** A booking (or one session of seated bookings) of a host, or a hold on one, with the buffers stored when it was made. */
export interface BusyBooking extends Busy {
  kind: 'booking' | 'hold'
  /** `start` minus its own before-buffer, `end` plus its own after-buffer. */
  paddedStart: Minute
  paddedEnd: Minute
  /** Bookings of one seated session share it; used to let a guest join a session that still has seats. */
  sessionId: string
}

export interface PeriodLimits {
  day?: number
  week?: number
  month?: number
  year?: number
}

/** Limits of an event type or of a host: at least 1 each. */
export interface Limits {
  bookings?: PeriodLimits
  minutes?: PeriodLimits
}

/** A session that counts towards a limit: its start decides the period, its length counts minutes. */
export interface Counted {
  start: Minute
  minutes: number
}

export interface HostAvailability {
  userId: string
  /** What explanations call the host; the id where there is none. */
  name?: string
  /** False for a suspended host: nothing is offered. */
  active: boolean
  /** Null when the host has no schedule: nothing is offered. */
  hours: Hours | null
  bookings: readonly BusyBooking[]
  /** Busy blocks and calendars: kept clear by the new booking's own buffers. */
  busy: readonly Busy[]
  /** Time off: buffers may lie inside it. */
  timeOff: readonly Busy[]
  /** The busy source that could not be read, if any: then the host has no slots. */
  unreadableSource?: string
  limits?: Limits
  /** The zone of this host's limits: the host's default schedule's. */
  limitZone: string
  /** What counts towards this host's limits: each session once, any event type. */
  counted: readonly Counted[]
}

export type Window =
  | { kind: 'rolling'; days: number }
  | { kind: 'rolling_business'; days: number }
  | { kind: 'range'; start: string; end: string }
  | { kind: 'unlimited' }

/** A seated session that exists: same event type. `taken` counts the seats that are held. */
export interface Session extends Interval {
  sessionId: string
  taken: number
  hostIds: readonly string[]
}

/** The event type's side. */
export interface Rules {
  scheduling: 'individual' | 'collective' | 'round_robin'
  durationMinutes: number
  intervalMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  minNoticeMinutes: number
  window: Window
  limits?: Limits
  /** Where booking window and limits count their days: the schedule's zone. */
  zone: string
  weekStart: 'monday' | 'sunday'
  /** What counts towards the event type's limits: each session once. */
  counted: readonly Counted[]
  /** 1 for an ordinary meeting. */
  seats: number
  sessions: readonly Session[]
  /** What a link leaves of all this. */
  narrowed?: Narrowed
}

/** A link's narrower hours and last minute filter and never move the grid; starts of its own take the grid's place. */
export interface Narrowed {
  /** They need neither grid nor hours: the host named them. */
  starts?: readonly Minute[]
  hours?: Hours
  through?: Minute
}

/** Which starts are asked for: `start` inclusive, `end` exclusive. `nowMs` is the clock in epoch milliseconds. */
export interface Asked extends Interval {
  nowMs: number
  /** The list ends after so many slots. */
  most?: number
}

export interface OpenSlot extends Interval {
  /** Hosts that can take it: all of them for collective, the free ones for round robin, in the order given. */
  hostIds: readonly string[]
  /** Only when `seats` > 1. */
  seatsLeft?: number
  /** The session a guest would join, if one exists at this start. */
  sessionId?: string
}

export const removalCodes = [
  'outside_hours',
  'override',
  'busy',
  'buffer',
  'notice',
  'window',
  'limit',
  'seats_full',
  'host_inactive',
  'source_unavailable',
] as const
export type RemovalCode = (typeof removalCodes)[number]

/** A start that is not offered and the first rule that removed it, in the order of `removalCodes`. */
export interface Removed {
  start: Minute
  code: RemovalCode
  /** A sentence for people: whose block, which limit, until when. */
  detail: string
}
