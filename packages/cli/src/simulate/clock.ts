/** Moves the sandbox's clock, and holds what happened on the way against what had to. */
import { must } from './attempt.ts'
import { type Reminded, reminded } from './checks/reminders.ts'
import { checkFreed } from './given-back.ts'
import { compareLog, nameOf } from './log.ts'
import { dueUntil } from './reminding.ts'
import { refuse } from './violation.ts'
import type { World } from './world.ts'

export async function moveClock(world: World, target: number): Promise<void> {
  const from = world.now
  for (let isThere = false; !isThere; ) {
    const moved = await must('the clock', world.api.sandboxes.clock.move('current', { now: new Date(target) }))
    isThere = moved.arrived
  }
  world.now = target
  expectEnds(world, from)
  const due = dueUntil(world.meetings, target)
  for (const { meeting, one } of due) {
    const recipient = one.channel === 'webhook' ? 'endpoints' : one.who
    world.expected.push({ type: 'reminder.sent', subjectId: `${meeting.id} ${one.stepId} ${recipient}`, at: one.at })
  }
  const mailed = due.filter(({ one }) => one.channel === 'email')
  world.counts.reminders += due.length
  await compareLog(world)
  const expected = mailed.map(({ meeting, one }) => ({
    meeting: meeting.name,
    to: one.to,
    at: one.at,
    isFollowUp: one.isFollowUp,
  }))
  refuse(reminded(expected, await remindersSince(world, from)))
  const over = world.holds.filter((one) => one.until <= target)
  world.holds = world.holds.filter((one) => one.until > target)
  for (const one of over) await checkFreed(world, one)
}

/** Confirmed meetings end at their ends; requests that nobody answered just pass. */
function expectEnds(world: World, from: number): void {
  for (const { id, end, status } of world.meetings) {
    if (status === 'confirmed' && end > from && end <= world.now) {
      world.expected.push({ type: 'booking.ended', subjectId: id, at: end })
    }
  }
}

/** Reminders and follow-ups that came into the mailbox after an instant. */
async function remindersSince(world: World, from: number): Promise<Reminded[]> {
  const seen: Reminded[] = []
  for await (const mail of world.api.sandboxes.mailbox.list('current', { limit: 100 })) {
    const at = Date.parse(mail.createdAt)
    if (at <= from) break
    if (mail.kind !== 'booking.reminder' && mail.kind !== 'booking.follow_up') continue
    const meeting = nameOf(world, mail.subjectId ?? '')
    seen.push({
      meeting,
      to: mail.to.email,
      at: Date.parse(mail.sentAt ?? ''),
      isFollowUp: mail.kind === 'booking.follow_up',
    })
  }
  return seen
}
