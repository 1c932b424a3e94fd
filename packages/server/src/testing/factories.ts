/** What tests need around a booking, made through the API of a real server; made up only where the API has no way. */
import { sql } from 'drizzle-orm'
import { insertKey } from '../api-keys/service.ts'
import { bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import { mails } from '../email/model.ts'
import { events } from '../events/model.ts'
import { insertOrganization } from '../organizations/service.ts'
import { insertUser } from '../users/service.ts'
import type { Answer, TestApp } from './app.ts'

export interface Window {
  start: string
  end: string
}

export interface Weekly extends Window {
  days: string[]
}

export interface Override {
  date: string
  windows: Window[]
}

export interface Host {
  id: string
  name: string
  email: string
  scheduleId: string
}

export const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
export const workdays = everyDay.slice(0, 5)

let made = 0
const next = (): number => {
  made += 1
  return made
}

/** `09:00-12:00 13:00-17:00` as windows; nothing for an empty text. */
export const windows = (text: string): Window[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((window) => ({ start: window.slice(0, 5), end: window.slice(6) }))

/** The same hours on the days that are named, on every day unless some are. */
export const weekly = (text: string, days = everyDay): Weekly[] =>
  windows(text).map((window) => ({ days: [...days], ...window }))

/** `{ '2030-01-08': '09:00-12:00' }` as date overrides; an empty text closes the day. */
export const overrides = (byDate: Record<string, string>): Override[] =>
  Object.entries(byDate).map(([date, text]) => ({ date, windows: windows(text) }))

/** A clock to be set without running what falls due: mail and the like take their time, and some tests have no use for it. */
export function stillClock(from: string): { options: { now(): Date }; set(instant: string): void } {
  let now = new Date(from)
  return {
    options: { now: () => now },
    set: (instant) => {
      now = new Date(instant)
    },
  }
}

/** A member who never signs in, with one schedule of their own as the default: 09:00–17:00 each day unless given. */
export async function addHost(
  app: TestApp,
  hours: { timezone?: string; weekly?: Weekly[]; overrides?: Override[]; limits?: unknown; name?: string } = {},
): Promise<Host> {
  const n = next()
  const timezone = hours.timezone ?? 'UTC'
  const name = hours.name ?? `Host ${n}`
  const email = `host${n}@example.com`
  const limits = hours.limits ? { limits: hours.limits } : {}
  const member = await good(app.post('/organization/members', { email, name, timezone, signIn: false, ...limits }), 201)
  const schedule = await good(
    app.post('/schedules', {
      userId: member.body.id,
      timezone,
      weekly: hours.weekly ?? weekly('09:00-17:00'),
      overrides: hours.overrides ?? [],
      isDefault: true,
    }),
    201,
  )
  return { id: member.body.id, name, email, scheduleId: schedule.body.id }
}

/** An hour with these hosts, with no window, unless `changes` say otherwise. */
export async function addType(app: TestApp, hosts: readonly Host[], changes: object = {}): Promise<string> {
  const type = await good(
    app.post('/event-types', {
      title: `Meeting ${next()}`,
      durationMinutes: 60,
      window: { kind: 'unlimited' },
      ownerId: hosts[0]?.id,
      hosts: hosts.map((host) => ({ userId: host.id })),
      ...changes,
    }),
    201,
  )
  return type.body.id
}

/** An event type of one host of its own. */
export async function addSolo(
  app: TestApp,
  hours: Parameters<typeof addHost>[1] = {},
  changes: object = {},
): Promise<{ host: Host; typeId: string }> {
  const host = await addHost(app, hours)
  return { host, typeId: await addType(app, [host], changes) }
}

/** Someone else each time, so that no seat is taken twice by chance. */
export const someone = (): { name: string; email: string; timezone: string } => {
  const n = next()
  return { name: `Guest ${n}`, email: `guest${n}@example.net`, timezone: 'America/New_York' }
}

export const book = (app: TestApp, typeId: string, start: string, more: object = {}): Promise<Answer> =>
  app.post('/bookings', { eventTypeId: typeId, start: full(start), guest: someone(), ...more })

/** Books what must succeed. */
export const booked = (app: TestApp, typeId: string, start: string, more: object = {}): Promise<Answer> =>
  good(book(app, typeId, start, more), 201)

/** The answer to a question about slots, from one instant to another. */
export const askSlots = (app: TestApp, typeId: string, range: readonly [string, string], query = ''): Promise<Answer> =>
  app.get(`/event-types/${typeId}/slots?start=${full(range[0])}&end=${full(range[1])}${query}`)

/** The starts that are listed, written as `2030-01-08T09:00Z`. */
export async function listed(
  app: TestApp,
  typeId: string,
  range: readonly [string, string],
  query = '',
): Promise<string[]> {
  const { body } = await good(askSlots(app, typeId, range, query), 200)
  return body.data.map((slot: { start: string }) => brief(slot.start))
}

/** `2030-01-08T09:00Z` of `2030-01-08T09:00:00.000Z`. */
export const brief = (instant: string): string => instant.replace(/(T\d\d:\d\d):00(\.000)?Z$/, '$1Z')

/** RFC 3339 wants the seconds too. */
export const full = (instant: string): string => instant.replace(/T(\d\d:\d\d)Z$/, 'T$1:00Z')

/** `at('2030-01-08', '09:00 10:30')` is both instants in UTC. */
export const at = (date: string, clocks: string): string[] =>
  clocks
    .split(' ')
    .filter(Boolean)
    .map((clock) => `${date}T${clock}Z`)

/** An answer that must have this status; the test fails with the body otherwise. */
export async function good(call: Promise<Answer>, status: number): Promise<Answer> {
  const answer = await call
  if (answer.status !== status) throw new Error(`${answer.status}, not ${status}: ${JSON.stringify(answer.body)}`)
  return answer
}

/** How many bookings, events and mails there are, in all organizations. */
export async function written(app: TestApp): Promise<{ bookings: number; events: number; mails: number }> {
  const count = { n: sql<number>`cast(count(*) as integer)` }
  const { read } = app.services.db
  const [b] = await read.select(count).from(bookings)
  const [e] = await read.select(count).from(events)
  const [m] = await read.select(count).from(mails)
  return { bookings: Number(b?.n), events: Number(e?.n), mails: Number(m?.n) }
}

/** Another organization on the same server, with an owner, a key, and a meeting that can be booked. */
export async function addOrganization(
  app: TestApp,
  settings: { name?: string; timezone?: string } = {},
): Promise<{ id: string; ownerId: string; apiKey: string; headers: { authorization: string }; eventTypeId: string }> {
  const timezone = settings.timezone ?? 'UTC'
  const name = settings.name ?? `Organization ${next()}`
  const id = app.services.newId('org')
  const plan = 'enterprise' as const
  const ctx: Context = {
    ...app.services,
    ...{ plan },
    actor: { type: 'system', id: 'tests' },
    organizationId: id,
    source: 'api',
    scopes: ['*'],
  }
  const owner = await app.services.db.transaction(async (tx) => {
    await insertOrganization(tx, ctx, { id, name, timezone, plan })
    const email = `owner${next()}@example.org`
    const user = await insertUser(tx, ctx, { email, name: 'Olive Owner', timezone, role: 'owner', signIn: true })
    const { key } = await insertKey(tx, ctx, user.id, { name: 'Tests', scopes: ['*'] })
    return { id: user.id, key }
  })
  const headers = { authorization: `Bearer ${owner.key}` }
  const type = await good(app.post('/event-types', { title: 'Theirs', durationMinutes: 30 }, headers), 201)
  return { id, ownerId: owner.id, apiKey: owner.key, headers, eventTypeId: type.body.id }
}
