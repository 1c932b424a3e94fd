/** What the simulation believes: its people, and all that it did and was told. Nothing here is read from the server's rules. */
import type { Event, LetsMeet } from '@letsmeet/sdk'
import type { Counts } from './counts.ts'
import type { Dice } from './dice.ts'
import type { Receiver } from './receiver.ts'
import type { Trace } from './trace.ts'

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export interface Hours {
  zone: string
  weekly: { days: Weekday[]; start: string; end: string }[]
  overrides: { date: string; windows: { start: string; end: string }[] }[]
}

export interface Limits {
  bookings?: { day?: number; week?: number }
  minutes?: { day?: number; week?: number }
}

export interface Host {
  name: string
  id: string
  email: string
  username: string
  scheduleId: string
  hours: Hours
  limits: Limits
}

export interface Step {
  id: string
  offsetMinutes: number
  channel: 'email' | 'webhook'
  recipient: 'guest' | 'hosts' | 'both'
}

export interface Workflow {
  name: string
  id: string
  steps: Step[]
}

/** An event type. */
export interface Kind {
  name: string
  id: string
  slug: string
  owner: Host
  hosts: Host[]
  scheduling: 'individual' | 'collective' | 'round_robin'
  minutes: number
  before: number
  after: number
  notice: number
  /** How many days ahead it may be booked; null where that is for its link to say. */
  windowDays: number | null
  seats: number
  limits: Limits
  /** In which its limits count. */
  zone: string
  asks: boolean
  workflow: Workflow | null
}

export interface Guest {
  name: string
  email: string
  zone: string
}

export interface Reminding {
  key: string
  at: number
  stepId: string
  channel: Step['channel']
  /** `guest`, a host's id, or `endpoints`. */
  who: string
  /** The address. */
  to: string
  isFollowUp: boolean
}

export interface Meeting {
  name: string
  id: string
  kind: Kind
  hosts: Host[]
  /** What their hours were then. */
  hours: Hours[]
  guest: string
  start: number
  end: number
  before: number
  after: number
  status: 'pending' | 'confirmed' | 'declined' | 'cancelled'
  noShow: boolean
  link: Link | null
  /** The secret of the guest's own page, where it was told. */
  token: string | null
  /** What is to be sent. */
  pending: Reminding[]
  /** What was sent, or will never be. */
  settled: Set<string>
}

export interface Hold {
  name: string
  id: string
  kind: Kind
  hosts: Host[]
  hours: Hours[]
  start: number
  end: number
  until: number
}

export interface Absence {
  name: string
  id: string
  host: Host
  sort: 'time off' | 'busy block'
  start: number
  end: number
}

export interface Link {
  name: string
  id: string
  token: string
  sort: 'one_off' | 'share'
  kind: Kind
  /** The only starts on offer. */
  starts: number[] | null
  most: number | null
  expiresAt: number | null
  isRevoked: boolean
  rearms: boolean
  uses: number
}

/** Something that the log must tell. */
export interface Expected {
  type: string
  subjectId: string
  at: number
}

export interface World {
  seed: number
  now: number
  step: number
  endsAt: number
  /** The sandbox, with the key of its owner. */
  api: LetsMeet
  /** The same server, as guests reach it. */
  open: LetsMeet
  receiver: Receiver
  dice(stream: string): Dice
  trace: Trace
  counts: Counts
  hosts: Host[]
  kinds: Kind[]
  guests: Guest[]
  workflows: Workflow[]
  /** The one that holds where nothing nearer is chosen, and those of hosts. */
  fallback: Workflow
  ofHost: Map<string, Workflow>
  meetings: Meeting[]
  holds: Hold[]
  absences: Absence[]
  links: Link[]
  /** Since when each endpoint hears what happens, in the log's count, and when it was last down. */
  endpoints: Endpoint[]
  log: Event[]
  expected: Expected[]
  /** How much of the log was compared with what was expected. */
  compared: number
}

export interface Endpoint {
  name: string
  path: string
  types: readonly string[]
  ordering: 'none' | 'per_booking'
  since: number
  downUntil: number | null
  restUntil: number
}

export const isOpen = ({ status }: Meeting): boolean => status === 'pending' || status === 'confirmed'

/** `b12`: by the order in which things appear, so that no id is in a trace. */
export const nameIn = (list: readonly unknown[], letter: string): string => `${letter}${list.length + 1}`
