import { book } from '../bookings/create.ts'
import type { CreatedBooking } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { GuestBookingView } from '../public/model.ts'
import { viewOf } from '../public/service.ts'
import { contactBehind, type Filled, filledGuest, firstNameOf, maskedEmail } from './guest.ts'
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
function withhold(view: GuestBookingView, { guest, withheld }: Filled): GuestBookingView {
  return {
    ...view,
    guest: {
      ...view.guest,
      ...(withheld.name && { name: firstNameOf(guest.name) }),
      ...(withheld.email && { email: maskedEmail(guest.email) }),
    },
    // The guest's own page shows all that is withheld here.
    ...((withheld.name || withheld.email) && { manageUrl: null }),
  }
}

function withoutAddress(error: unknown, { guest, withheld }: Filled): unknown {
  if (!(error instanceof AppError) || !withheld.email || error.code !== 'seat_taken') return error
  return new AppError('seat_taken', `${maskedEmail(guest.email)} already has a seat in this session.`)
}
