import { book } from '../bookings/create.ts'
import type { CreatedBooking } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { GuestBookingView } from '../public/model.ts'
import { viewOf } from '../public/service.ts'
import { contactBehind, type Filled, filledGuest } from './guest.ts'
import { chosenOffer, lookInside } from './open.ts'
import type { NewLinkBooking } from './public-model.ts'

/** Books through a link: what it offers, under its host's rules, as one of its uses. */
export async function bookThroughLink(ctx: Context, token: string, input: NewLinkBooking): Promise<GuestBookingView> {
  const { eventTypeId, guest: typed, ...wish } = input
  return ctx.db.transaction(async (tx) => {
    const { link, host, offers, inside } = await lookInside(tx, ctx, token)
    const offer = chosenOffer(offers, eventTypeId, { pointer: '#/eventTypeId' })
    const filled = filledGuest(typed, await contactBehind(tx, link), host.timezone)
    const made = await book(tx, inside, offer, { ...wish, guest: filled.guest }).catch((error: unknown) => {
      throw withoutAddress(error, filled)
    })
    return withhold({ ...viewOf(made, offer, ''), ...secretsOf(made) }, filled)
  })
}

const secretsOf = (made: CreatedBooking) => ({
  manageUrl: made.manageUrl,
  ...(made.series && { series: made.series.map(({ start, end }) => ({ start, end })) }),
})

/** Whoever holds a share link sees no more of its contact than before; the contact gets the rest by mail. */
function withhold(view: GuestBookingView, { shown }: Filled): GuestBookingView {
  if (Object.keys(shown).length === 0) return view
  // The guest's own page shows all that is withheld here.
  return { ...view, guest: { ...view.guest, ...shown }, manageUrl: null }
}

function withoutAddress(error: unknown, { shown }: Filled): unknown {
  if (!(error instanceof AppError) || shown.email === undefined || error.code !== 'seat_taken') return error
  return new AppError('seat_taken', `${shown.email} already has a seat in this session.`)
}
