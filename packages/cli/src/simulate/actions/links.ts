import { allow, attempt, must } from '../attempt.ts'
import { wonRace } from '../checks/links.ts'
import { listedIsBookable } from '../checks/openness.ts'
import { noteClosed, noteMade } from '../meetings.ts'
import { drawRange } from '../slots.ts'
import { refuse } from '../violation.ts'
import { dayMs, hourMs, instantText } from '../wall.ts'
import { type Guest, type Kind, type Link, nameIn, type World } from '../world.ts'
import { asGuest, hasSeat, reasonOf } from './book.ts'
import { racers } from './race.ts'

/** A host makes a link for one meeting, of an event type or of its own, or shares one with a contact. */
export async function makeLink(world: World): Promise<void> {
  const dice = world.dice('links')
  const sort = dice.pick(['own', 'of a type', 'of a type', 'share'] as const)
  const host = dice.pick(world.hosts)
  const typed = dice.pick(world.kinds.filter((one) => one.scheduling === 'individual'))
  const starts = Array.from({ length: 4 }, (_, place) => hourUp(world.now) + (5 + place * 22) * hourMs)
  const most = dice.pick([1, 1, 1, 2, 3])
  const expiresAt = dice.chance(0.4) ? world.now + dice.between(4, 200) * hourMs : null
  const rearms = dice.chance(0.3)
  const minutes = dice.pick([25, 40])
  const shared = {
    expiresAt: expiresAt === null ? undefined : new Date(expiresAt),
    rearmOnCancel: rearms,
    maxUses: most,
  }
  const name = nameIn(world.links, 'l')
  const wish =
    sort === 'own'
      ? {
          kind: 'one_off' as const,
          userId: host.id,
          title: name,
          durationMinutes: minutes,
          starts: starts.map((at) => new Date(at)),
        }
      : sort === 'of a type'
        ? { kind: 'one_off' as const, userId: typed.owner.id, eventTypeId: typed.id }
        : {
            kind: 'share' as const,
            userId: typed.owner.id,
            eventTypeIds: [typed.id],
            contactId: await contactOf(world, typed, dice.pick(world.guests)),
          }
  const made = await must(`the link ${name}`, world.api.links.create({ ...wish, ...shared }))
  const link: Link = {
    name,
    id: made.id,
    token: made.token,
    sort: sort === 'share' ? 'share' : 'one_off',
    kind: sort === 'own' ? ownKind(name, { host, minutes, id: made.eventTypeId ?? '' }) : typed,
    starts: sort === 'own' ? starts : null,
    most,
    // A share link ends by itself.
    expiresAt: expiresAt ?? (sort === 'share' ? world.now + 30 * dayMs : null),
    isRevoked: false,
    rearms,
    uses: 0,
  }
  world.links.push(link)
  world.trace.add(
    world.now,
    `link ${name}, ${sort}, for ${link.kind.name}: ${most} uses, ends ${link.expiresAt === null ? 'never' : instantText(link.expiresAt)}`,
  )
}

const hourUp = (ms: number) => Math.ceil(ms / hourMs) * hourMs

async function contactOf({ api }: World, { owner }: Kind, { name, email }: Guest): Promise<string> {
  const { made, refused } = await attempt(api.contacts.create({ userId: owner.id, name, email }))
  if (made) return made.id
  allow(refused, `a contact ${email}`, 'contact_exists', 'conflict', 'email_taken')
  const { data } = await must('contacts', api.contacts.list({ userId: owner.id, q: email }))
  const known = data.find((one) => one.email === email)
  if (!known) throw refused
  return known.id
}

/** What a link with a title and a duration of its own books. */
const ownKind = (name: string, { host, minutes, id }: { host: Kind['owner']; minutes: number; id: string }): Kind => ({
  name: `${name} itself`,
  id,
  slug: '',
  owner: host,
  hosts: [host],
  scheduling: 'individual',
  minutes,
  ...{ before: 0, after: 0, notice: 0, windowDays: null, seats: 1, limits: {}, asks: false, workflow: null },
  zone: host.hours.zone,
})

export const isActive = ({ isRevoked, most, uses, expiresAt }: Link, now: number): boolean =>
  !isRevoked && (most === null || uses < most) && (expiresAt === null || expiresAt > now)

/** Somebody opens a link and books; one that is over says so and nothing more. */
export async function bookThroughLink(world: World): Promise<void> {
  const dice = world.dice('book by link')
  if (world.links.length === 0) return
  const link = dice.pick(world.links.slice(-6))
  const guest = dice.pick(world.guests)
  const range = link.starts
    ? { start: new Date(world.now), end: new Date(world.now + 8 * dayMs) }
    : drawRange(world, dice)
  await (dice.chance(0.5) ? attempt(world.open.public.links.get(link.token)) : null)
  const { made: list, refused: over } = await attempt(world.open.public.links.slots(link.token, range))
  const active = isActive(link, world.now)
  refuse(listedIsBookable(`opening ${link.name}`, { isListed: active, refusal: over ? reasonOf(over) : null }))
  if (over) {
    allow(over, link.name, 'gone')
    const { refused } = await attempt(
      world.open.public.links.book(link.token, { start: range.start, guest: asGuest(guest) }),
    )
    refuse(
      listedIsBookable(`booking through ${link.name}, which is over`, {
        isListed: false,
        refusal: refused?.code ?? null,
      }),
    )
    world.trace.add(world.now, `${link.name} is over`)
    return
  }
  if (list.data.length === 0) return
  const start = Date.parse(dice.pick(list.data).start)
  const what = `${link.name} at ${instantText(start)} for ${guest.email}`
  const { made, refused } = await attempt(
    world.open.public.links.book(link.token, { start: new Date(start), guest: asGuest(guest) }),
  )
  if (refused && hasSeat(world, link.kind, { guest, start })) return allow(refused, what, 'seat_taken')
  refuse(listedIsBookable(what, { isListed: true, refusal: refused ? reasonOf(refused) : null }))
  const [meeting] = await noteMade(world, [
    { kind: link.kind, start, guest: guest.email, link, manageUrl: made?.manageUrl ?? null },
  ])
  world.trace.add(world.now, `book ${what}: ${meeting?.name}`)
}

/** Ten guests race through one link, each for a time of their own; whoever won gives it up again. */
export async function raceThroughLink(world: World): Promise<void> {
  const dice = world.dice('race by link')
  const fresh = world.links.filter((one) => isActive(one, world.now) && one.most !== null && one.most - one.uses === 1)
  if (fresh.length === 0) return
  const link = dice.pick(fresh)
  const range = { start: new Date(world.now), end: new Date(world.now + 6 * dayMs) }
  const { data } = await must(`the slots of ${link.name}`, world.open.public.links.slots(link.token, range))
  if (data.length === 0) return
  const guests = racers(world, dice.pick([2, 10]))
  const starts = guests.map((_, place) => Date.parse(data[place % data.length]?.start ?? ''))
  const ends = await Promise.all(
    guests.map((guest, place) =>
      attempt(world.open.public.links.book(link.token, { start: new Date(starts[place] ?? 0), guest: asGuest(guest) })),
    ),
  )
  for (const { refused } of ends) if (refused) allow(refused, link.name, 'gone', 'slot_unavailable')
  const won = guests.flatMap((guest, place) => {
    const made = ends[place]?.made
    return made
      ? [{ kind: link.kind, start: starts[place] ?? 0, guest: guest.email, link, manageUrl: made.manageUrl }]
      : []
  })
  refuse(wonRace(link.name, 1, won.length))
  world.counts.races++
  world.counts.refusals += guests.length - won.length
  const [meeting] = await noteMade(world, won)
  if (!meeting) return
  await must(`cancelling ${meeting.name}`, world.api.bookings.cancel(meeting.id))
  noteClosed(world, meeting, 'cancelled')
  world.trace.add(world.now, `race of ${guests.length} through ${link.name}: ${meeting.name}, cancelled`)
}

export async function revokeLink(world: World): Promise<void> {
  const dice = world.dice('revoke')
  const active = world.links.filter((one) => !one.isRevoked)
  if (active.length === 0) return
  const link = dice.pick(active)
  await must(`revoking ${link.name}`, world.api.links.revoke(link.id))
  link.isRevoked = true
  world.trace.add(world.now, `revoke ${link.name}`)
}
