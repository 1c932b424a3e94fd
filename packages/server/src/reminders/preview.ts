import { findBooking } from '../bookings/directory.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../errors.ts'
import { findOrganization } from '../organizations/service.ts'
import { userOf } from '../permissions.ts'
import { findUser } from '../users/directory.ts'
import { writeReminder } from './letter.ts'
import type { ReminderPreview, ReminderPreviewInput } from './model.ts'
import { type Occasion, occasionsOf } from './occasion.ts'
import { planned } from './plan.ts'
import { recipientOf } from './recipient.ts'
import { sampleOccasion } from './sample.ts'
import { getWorkflow } from './service.ts'
import { stopUrl } from './stop.ts'

/** What a workflow would send for a booking, or for a sample of one; nothing is written. */
export async function previewWorkflow(ctx: Context, id: string, asked: ReminderPreviewInput): Promise<ReminderPreview> {
  const { steps } = await getWorkflow(ctx, id)
  const chosen = steps.filter((step) => asked.stepId === undefined || step.id === asked.stepId)
  if (chosen.length === 0) {
    throw invalidField('#/stepId', 'unknown_step', `This workflow has no step ${asked.stepId}.`)
  }
  const occasion = await occasionOf(ctx, asked.bookingId)
  const { startsAt, endsAt } = occasion.booking
  const { additionalGuests } = occasion.booking
  const meeting = { startsAt, endsAt, hostIds: occasion.hosts.map((host) => host.id), additionalGuests }
  const now = ctx.now()
  const messages = chosen.flatMap((step) =>
    planned({ id, steps: [step] }, meeting).flatMap(({ recipient, channel, dueAt }) => {
      const isStoppable = recipient === 'guest' && channel === 'email' && step.offsetMinutes > 0
      // A link that is there to be seen stops nothing.
      const stop = isStoppable ? stopUrl(ctx, 'preview') : null
      const written = writeReminder(ctx, step, occasion, { recipient, stopUrl: stop })
      if (!written) return []
      const { to, subject, text, html } = written.message
      return {
        stepId: step.id,
        channel,
        recipient: recipientOf(recipient).recipient,
        to: channel === 'email' ? to.email : null,
        timezone: written.timezone,
        dueAt: dueAt.toISOString(),
        isPast: dueAt <= now,
        subject,
        text,
        html: channel === 'email' ? html : null,
      }
    }),
  )
  return { bookingId: asked.bookingId === undefined ? null : occasion.booking.id, messages }
}

async function occasionOf(ctx: Context, bookingId: string | undefined): Promise<Occasion> {
  if (bookingId === undefined) {
    const host = await findUser(ctx.db.read, ctx, userOf(ctx))
    return sampleOccasion(ctx, host, await findOrganization(ctx.db.read, ctx))
  }
  const { id } = await findBooking(ctx.db.read, ctx, bookingId)
  const occasion = (await occasionsOf(ctx.db.read, [id])).get(id)
  if (!occasion) throw new Error('A booking that was found has no occasion.')
  return occasion
}
