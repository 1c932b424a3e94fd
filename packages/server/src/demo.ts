import { eq } from 'drizzle-orm'
import { cancelBooking } from './bookings/cancel.ts'
import { createBooking } from './bookings/create.ts'
import { confirmBooking, markNoShow } from './bookings/decide.ts'
import { rescheduleBooking } from './bookings/reschedule.ts'
import type { Context, Services } from './context.ts'
import { demoEventTypes, demoPeople, guestNames } from './demo-cast.ts'
import { AppError } from './errors.ts'
import { NewEventType } from './event-types/model.ts'
import { createEventType } from './event-types/service.ts'
import { organizations } from './organizations/model.ts'
import { NewSchedule } from './schedules/model.ts'
import { createSchedule } from './schedules/service.ts'
import { listSlots } from './slots/service.ts'
import { users } from './users/model.ts'
import { addMember } from './users/service.ts'

const day = 86_400_000
const weeksBack = 16
const weeksAhead = 6
const wanted = 1500

/** Fills the first organization with people, event types and bookings, all made through the verbs; once. */
export async function seedDemo(services: Services): Promise<string> {
  const [organization] = await services.db.read.select().from(organizations).limit(1)
  const [already] = await services.db.read
    .select({ id: users.id })
    .from(users)
    .where(eq(users.emailKey, demoPeople[0].email))
  if (!organization || already) return ''
  const random = randomFrom(20_300_107)
  const today = services.now().getTime()
  // Mails are not sent for what only seems to have happened, and each booking is made at a time of its own.
  const at = (instant: number): Context => ({
    ...services,
    now: () => new Date(instant),
    newId: services.newId,
    actor: { type: 'system', id: 'demo' },
    organizationId: organization.id,
    source: 'demo',
    scopes: ['*'],
    plan: 'enterprise',
  })
  const types = await seedPeople(at(today - (weeksBack + 1) * 7 * day))
  const guests = Array.from({ length: 300 }, (_, i) => guestOf(i))
  let made = 0
  for (let week = -weeksBack; week < weeksAhead && made < wanted; week++) {
    const share = Math.ceil((wanted - made) / (weeksAhead - week))
    const now = today + week * 7 * day
    made += await seedWeek(at, types, guests, random, { now: Math.min(now, today), from: now, share, today })
  }
  return `  The demo is here: ${demoPeople.length} people, ${types.length} event types, ${made} bookings.\n  Look at ${services.publicUrl}/${demoPeople[0].username}\n\n`
}

interface Week {
  now: number
  from: number
  share: number
  today: number
}

async function seedPeople(ctx: Context): Promise<string[]> {
  const ids: string[] = []
  for (const { hours, ...person } of demoPeople) {
    const member = await addMember(ctx, { ...person, role: 'member', signIn: true })
    await createSchedule(
      ctx,
      NewSchedule.parse({ ...hours, timezone: person.timezone, userId: member.id, isDefault: true }),
    )
    ids.push(member.id)
  }
  const types: string[] = []
  for (const { owner, cohosts, ...type } of demoEventTypes) {
    const listed = cohosts?.map((i) => ({ userId: ids[i] ?? '' }))
    const input = NewEventType.parse({ ...type, ownerId: ids[owner], ...(listed && { hosts: listed }) })
    types.push((await createEventType(ctx, input)).id)
  }
  return types
}

async function seedWeek(
  at: (instant: number) => Context,
  types: readonly string[],
  guests: readonly ReturnType<typeof guestOf>[],
  random: () => number,
  week: Week,
): Promise<number> {
  const open: { id: string; starts: string[] }[] = []
  for (const id of types) {
    const { data } = await listSlots(at(week.now), id, {
      start: new Date(week.from),
      end: new Date(week.from + 7 * day),
    })
    open.push({ id, starts: data.map((slot) => slot.start) })
  }
  let made = 0
  for (let tries = 0; made < week.share && tries < week.share * 4; tries++) {
    const type = open[Math.floor(random() * open.length)]
    const start = type?.starts.splice(Math.floor(random() * type.starts.length), 1)[0]
    const guest = guests[Math.floor(random() * guests.length)]
    if (!type || !start || !guest) continue
    const madeAt = Math.min(week.today, Date.parse(start) - (0.05 + random() * 6) * day)
    if (await seedBooking(at, { type: type.id, start, guest, madeAt, random, today: week.today })) made++
  }
  return made
}

interface Plan {
  type: string
  start: string
  guest: ReturnType<typeof guestOf>
  madeAt: number
  random: () => number
  today: number
}

async function seedBooking(at: (instant: number) => Context, plan: Plan): Promise<boolean> {
  const { type, guest, madeAt, random, today } = plan
  try {
    const start = new Date(plan.start)
    const booking = await createBooking(at(madeAt), {
      eventTypeId: type,
      start,
      guest,
      answers: { topic: 'Getting started' },
    })
    const fate = random()
    if (booking.status === 'pending' && (start.getTime() < today || fate < 0.6))
      await confirmBooking(at(madeAt), booking.id)
    if (fate > 0.92) await cancelBooking(at(madeAt), booking.id, { reason: 'Something came up.', scope: 'this' })
    else if (fate > 0.86) await moveOneDay(at(madeAt), booking.id, start)
    else if (fate > 0.82 && start.getTime() < today) await markNoShow(at(today), booking.id, { noShow: true })
    return true
  } catch (error) {
    // Another booking of this demo was quicker; the next draw finds another time.
    if (error instanceof AppError) return false
    throw error
  }
}

async function moveOneDay(ctx: Context, id: string, start: Date): Promise<void> {
  await rescheduleBooking(ctx, id, { start: new Date(start.getTime() + day) }).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
}

function guestOf(i: number) {
  const { first, last, zones } = guestNames
  const name = `${first[i % first.length]} ${last[Math.floor(i / first.length) % last.length]}`
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${i}@guests.example`
  return { name, email, timezone: zones[i % zones.length] ?? 'UTC' }
}

/** Mulberry32: the same demo every time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
