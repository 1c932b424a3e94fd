import type { Booking } from '../../bookings/model.ts'
import { listSlots } from '../../slots/service.ts'
import { NewMember } from '../../users/model.ts'
import { addMember } from '../../users/service.ts'
import { at, attend, guestOf, nextMonday, offer, type Scene, type Stage } from './stage.ts'

const team = [
  { name: 'Mary Jackson', timezone: 'America/New_York' },
  { name: 'Konrad Zuse', timezone: 'Europe/Berlin' },
]

/** A team of three in three zones takes turns; the owner counts double. */
export async function roundRobin(stage: Stage): Promise<Scene> {
  const { ctx, owner, now } = stage
  const added: string[] = []
  for (const person of team) {
    const email = `${person.name.split(' ')[0]}.${ctx.newId('x').slice(-6)}@team.example`.toLowerCase()
    added.push((await addMember(ctx, NewMember.parse({ ...person, email, signIn: false }))).id)
  }
  const demo = await offer(stage, {
    title: 'Product demo',
    durationMinutes: 30,
    scheduling: 'round_robin',
    hosts: [{ userId: owner.id, weight: 2 }, ...added.map((userId) => ({ userId, weight: 1 }))],
  })
  const monday = nextMonday(now, owner.timezone)
  const range = { start: at(monday, '00:00', owner.timezone), end: at(monday + 12, '00:00', owner.timezone) }
  const bookings: Booking[] = []
  const free = (await listSlots(ctx, demo.id, range)).data.filter((_, i) => i % 4 === 0).slice(0, 12)
  for (const slot of free) bookings.push(await attend(stage, demo, slot.start, guestOf(bookings.length)))
  return {
    eventTypes: [demo],
    bookings,
    made: { members: team.length },
    story: 'Three hosts in three zones take turns, the owner twice as often: book on, and see who is chosen.',
  }
}
