import { findBooking } from '../bookings/directory.ts'
import type { BrowserSessionPins, Context } from '../context.ts'
import { AppError, notFound } from '../errors.ts'
import { findEventType } from '../event-types/directory.ts'
import { userOf } from '../permissions.ts'
import { findSchedule } from '../schedules/service.ts'
import type { BrowserSessionKind } from './model.ts'

interface Input {
  params: unknown
  query: unknown
  body: unknown
}

const reading = ['bookings:read', 'event-types:read', 'schedules:read', 'time-off:read', 'busy-blocks:read', 'me:read']
const writing = ['bookings:write', 'schedules:write', 'time-off:write', 'busy-blocks:write']

/** What a session may do by scope; a guest's is held to single operations instead. */
export function scopesOf(kind: BrowserSessionKind, readOnly: boolean): string[] {
  if (kind !== 'host') return []
  return readOnly ? reading : [...reading, ...writing]
}

/** The scopes that whoever makes such a session must have: nobody gives more than they have. */
export function scopesBehind(kind: BrowserSessionKind, readOnly: boolean): string[] {
  return kind === 'host' ? scopesOf(kind, readOnly) : ['event-types:read', 'bookings:read', 'bookings:write']
}

type Check = (ctx: Context, pins: BrowserSessionPins, input: Input) => Promise<void>

/** What a session may ask, and how each request is held to its one thing; a host may ask more, by scope. */
const operations: Record<BrowserSessionKind, Record<string, Check>> = {
  booker: {
    'browserSessions.current': async () => {},
    'eventTypes.slots': async (ctx, pins, { params, query }) => {
      await requireEventType(ctx, pins.eventTypeId, at(params, 'id'))
      refuseFields(query, ['rescheduleBookingId', 'explain', 'at'])
    },
    'bookings.create': (ctx, pins, { body }) => requireEventType(ctx, pins.eventTypeId, at(body, 'eventTypeId')),
    'holds.create': (ctx, pins, { body }) => requireEventType(ctx, pins.eventTypeId, at(body, 'eventTypeId')),
    // A hold is found only by whoever made it.
    'holds.get': async () => {},
    'holds.renew': async () => {},
    'holds.release': async () => {},
  },
  booking: {
    'browserSessions.current': async () => {},
    'bookings.get': requireBooking,
    'bookings.calendar': requireBooking,
    'bookings.cancel': async (ctx, pins, input) => {
      await requireBooking(ctx, pins, input)
      if (at(input.body, 'scope') !== 'following') return
      throw new AppError('forbidden', 'This browser session is for one booking; it can’t cancel the ones that follow.')
    },
    'bookings.reschedule': requireBooking,
    'eventTypes.slots': async (ctx, pins, { query }) => {
      await requireBooking(ctx, pins, { query, body: undefined, params: { id: at(query, 'rescheduleBookingId') } })
      refuseFields(query, ['explain', 'at'])
    },
  },
  host: {
    'eventTypes.get': (ctx, _, { params }) => requireHosted(ctx, at(params, 'id')),
    'eventTypes.slots': async (ctx, _, { params, query }) => {
      await requireHosted(ctx, at(params, 'id'))
      // Reasons name each host and what keeps them busy.
      if (!(await isAlone(ctx, at(params, 'id')))) refuseFields(query, ['explain', 'at'])
    },
    'bookings.create': (ctx, _, { body }) => requireHosted(ctx, at(body, 'eventTypeId')),
    'bookings.preview': (ctx, _, { body }) => requireHosted(ctx, at(body, 'eventTypeId')),
    'bookings.reassign': async () => {
      throw new AppError('forbidden', "A host's browser session can't give bookings to others; ask an admin.")
    },
    'schedules.get': requireOwnSchedule,
    'schedules.update': requireOwnSchedule,
    'schedules.delete': requireOwnSchedule,
  },
}

/** True where the session's kind says it, whatever the scopes say. */
export function mayAsk(pins: BrowserSessionPins, operation: string): boolean {
  if (pins.kind === 'host') return operation === 'browserSessions.current'
  return operation in operations[pins.kind]
}

/** Refuses a request of a session that is about another thing than its own. */
export async function pin(ctx: Context, operation: string, input: Input): Promise<void> {
  const pins = ctx.browserSession
  if (pins) await operations[pins.kind][operation]?.(ctx, pins, input)
}

/** A booker is who the customer's server says: the page may leave the guest out, and cannot name another. */
export function fillGuest(pins: BrowserSessionPins | undefined, operation: string, body: unknown): unknown {
  if (operation !== 'bookings.create' || !pins?.guest || !isRecord(body)) return body
  return { ...body, guest: { ...(isRecord(body.guest) ? body.guest : {}), ...pins.guest } }
}

/** What the customer's server keeps with a booking is not for the browser. */
export function withhold(pins: BrowserSessionPins | undefined, answer: unknown): unknown {
  if (!pins || pins.kind === 'host' || !isRecord(answer) || !('metadata' in answer)) return answer
  return {
    ...answer,
    metadata: {},
    apiKeyId: null,
    ...(Array.isArray(answer.series) && { series: answer.series.map((one) => withhold(pins, one)) }),
  }
}

async function requireEventType(ctx: Context, own: string | null, asked: unknown): Promise<void> {
  if ((await findEventType(ctx.db.read, ctx, String(asked))).id !== own) throw notFound('event type', String(asked))
}

async function requireBooking(ctx: Context, pins: BrowserSessionPins, { params }: Input): Promise<void> {
  const asked = at(params, 'id')
  if (asked === undefined) {
    const detail = 'Send rescheduleBookingId: this session is for moving one booking.'
    throw new AppError('invalid_request', detail, {}, [{ parameter: 'rescheduleBookingId', code: 'required', detail }])
  }
  if ((await findBooking(ctx.db.read, ctx, String(asked))).id !== pins.bookingId)
    throw notFound('booking', String(asked))
}

async function requireHosted(ctx: Context, asked: unknown): Promise<void> {
  const { ownerId, hosts } = await findEventType(ctx.db.read, ctx, String(asked))
  if (ownerId === userOf(ctx) || hosts.some((host) => host.userId === userOf(ctx))) return
  throw notFound('event type', String(asked))
}

async function isAlone(ctx: Context, asked: unknown): Promise<boolean> {
  const { hosts } = await findEventType(ctx.db.read, ctx, String(asked))
  return hosts.every((host) => host.userId === userOf(ctx))
}

async function requireOwnSchedule(ctx: Context, _: BrowserSessionPins, { params }: Input): Promise<void> {
  const asked = String(at(params, 'id'))
  if ((await findSchedule(ctx.db.read, ctx, asked)).userId !== userOf(ctx)) throw notFound('schedule', asked)
}

function refuseFields(query: unknown, names: readonly string[]): void {
  const [name] = names.filter((one) => at(query, one) !== undefined)
  if (name === undefined) return
  throw new AppError('forbidden', `A browser session of this kind can't ask with “${name}”.`)
}

const at = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
