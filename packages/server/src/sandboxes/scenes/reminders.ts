import type { Booking } from '../../bookings/model.ts'
import { NewReminderWorkflow } from '../../reminders/model.ts'
import { createWorkflow } from '../../reminders/service.ts'
import { listSlots } from '../../slots/service.ts'
import { at, attend, guestOf, localDay, offer, type Scene, type Stage } from './stage.ts'

/** Meetings over the next days with three messages each: a day before, an hour before, and a thank-you after. */
export async function reminders(stage: Stage): Promise<Scene> {
  const { ctx, owner, now } = stage
  const workflow = await createWorkflow(
    ctx,
    NewReminderWorkflow.parse({
      name: 'Before and after',
      scope: 'event_type',
      userId: owner.id,
      steps: [{ offsetMinutes: -1440 }, { offsetMinutes: -60, recipient: 'both' }, { offsetMinutes: 60 }],
    }),
  )
  const checkup = await offer(stage, { title: 'Check-up', durationMinutes: 45, reminderWorkflowId: workflow.id })
  const today = localDay(now, owner.timezone)
  const range = { start: new Date(now.getTime() + 2 * 3_600_000), end: at(today + 21, '00:00', owner.timezone) }
  const bookings: Booking[] = []
  const free = (await listSlots(ctx, checkup.id, range)).data.filter((_, i) => i % 5 === 0).slice(0, 8)
  for (const slot of free) bookings.push(await attend(stage, checkup, slot.start, guestOf(bookings.length)))
  return {
    eventTypes: [checkup],
    bookings,
    made: { workflows: 1 },
    story: 'Move the clock by a few days and read the mailbox: a day before, an hour before, and a thank-you after.',
  }
}
