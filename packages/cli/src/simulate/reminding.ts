/** What is to be sent for a booking: straight from the promises of the guide, beside the server's own rules. */
import { minuteMs } from './wall.ts'
import type { Kind, Meeting, Reminding, Step, Workflow, World } from './world.ts'

/** The nearest workflow replaces the others. */
export const workflowOf = ({ ofHost, fallback }: Pick<World, 'ofHost' | 'fallback'>, kind: Kind): Workflow =>
  kind.workflow ?? ofHost.get(kind.owner.id) ?? fallback

/** What is left to be sent from now on: nothing twice, nothing late, nothing for what is not agreed. */
export function plan(world: World, meeting: Meeting): void {
  const wanted =
    meeting.status === 'confirmed'
      ? workflowOf(world, meeting.kind).steps.flatMap((step) => remindings(meeting, step))
      : []
  meeting.pending = wanted.filter((one) => one.at > world.now && !meeting.settled.has(one.key))
}

/** A workflow changed: bookings to come follow it, and those over that still wait for a follow-up. */
export function planAnew(world: World, concerns: (kind: Kind) => boolean): void {
  for (const meeting of world.meetings) {
    if (!concerns(meeting.kind) || meeting.status !== 'confirmed') continue
    if (meeting.start > world.now || meeting.pending.length > 0) plan(world, meeting)
  }
}

/** What falls due up to an instant, and goes out. */
export function dueUntil(meetings: readonly Meeting[], until: number): { meeting: Meeting; one: Reminding }[] {
  return meetings.flatMap((meeting) => {
    const due = meeting.pending.filter((one) => one.at <= until)
    meeting.pending = meeting.pending.filter((one) => one.at > until)
    for (const one of due) meeting.settled.add(one.key)
    // Nobody is thanked for a meeting they missed.
    return due.filter((one) => !(one.isFollowUp && meeting.noShow)).map((one) => ({ meeting, one }))
  })
}

function remindings(meeting: Meeting, step: Step): Reminding[] {
  const isFollowUp = step.offsetMinutes > 0
  const at = (isFollowUp ? meeting.end : meeting.start) + step.offsetMinutes * minuteMs
  return recipientsOf(meeting, step).map(({ who, to }) => ({
    key: `${step.id} ${meeting.start} ${who}`,
    at,
    stepId: step.id,
    channel: step.channel,
    who,
    to,
    isFollowUp,
  }))
}

function recipientsOf({ guest, hosts }: Meeting, { channel, recipient }: Step): { who: string; to: string }[] {
  if (channel === 'webhook') return [{ who: 'endpoints', to: 'endpoints' }]
  const all = hosts.map((host) => ({ who: host.id, to: host.email }))
  return [...(recipient === 'hosts' ? [] : [{ who: 'guest', to: guest }]), ...(recipient === 'guest' ? [] : all)]
}
