import { AppError } from '../errors.ts'
import { parseAs } from '../http/parse.ts'
import { bookThroughLink } from '../links/book.ts'
import type { LinkKind } from '../links/model.ts'
import { NewLinkBooking } from '../links/public-model.ts'
import { announcedByUid } from '../reminders/announce.ts'
import { bodyOf, fieldOf, typedGuest, unnamedGuest } from './booking-form.ts'
import { nothingWrong, readForm, taken, type Wrong, wrongOf } from './form.ts'
import { webAddress } from './html.ts'
import { whileOpen } from './link-again.ts'
import { bookedPage } from './link-booked.ts'
import { choicePage } from './link-choice.ts'
import { orClosed } from './link-closed.ts'
import { isOther } from './link-guest.ts'
import { type Chosen, type Opened, openedLink, pickerOfLink } from './link-opened.ts'
import { linkPage } from './link-page.ts'
import { type Answer, type Handler, queryOf, type Visit, zoneOf } from './visit.ts'

/** `GET /l/{token}`, `/s/{token}` and `/s/{token}/{eventTypeId}` */
export const showLink = (kind: LinkKind): Handler =>
  orClosed(async (visit) => {
    const opened = await openedLink(visit, kind)
    if (!isChosen(opened)) return choicePage(opened)
    const picker = await pickerOfLink(visit, opened)
    return linkPage(opened, picker, { values: queryOf(visit.http), wrong: nothingWrong }, visit.visitor.language)
  })

/** `POST` to the same addresses: the way without a script. */
export const bookLink = (kind: LinkKind): Handler =>
  orClosed(async (visit) => {
    const form = await readForm(visit.http)
    const opened = await openedLink(visit, kind)
    return isChosen(opened) ? book(visit, opened, form) : choicePage(opened)
  })

async function book(visit: Visit, chosen: Chosen, form: URLSearchParams): Promise<Answer> {
  const { ctx, visitor } = visit
  const { link, offer, token, home } = chosen
  const zone = zoneOf(form.get('timezone')) ?? offer.timezone
  const from = { zone, language: visitor.language }
  const known = link.guest !== null && !isOther(form)
  try {
    const guest = known ? unnamedGuest(from) : typedGuest(form, from)
    const body = { ...bodyOf(form, offer), eventTypeId: offer.id, guest }
    const made = await bookThroughLink(ctx, token, parseAs(NewLinkBooking, body, 'body'))
    const elsewhere = webAddress(made.redirectUrl)
    if (elsewhere) return { redirect: elsewhere }
    if (!made.manageUrl) {
      const reminders = await announcedByUid(ctx, made.uid)
      return bookedPage(made, { zone, locale: visitor.locale, reminders, again: await whileOpen(ctx, home) })
    }
    return { redirect: `${new URL(made.manageUrl).pathname}?new=1&again=${home}` }
  } catch (error) {
    const wrong = explain(error, known)
    const picker = await pickerOfLink({ ...visit, visitor: { ...visitor, zone } }, chosen, form)
    const status = error instanceof AppError ? error.status : 400
    return { ...linkPage(chosen, picker, { values: form, wrong }, visitor.language), status }
  }
}

function explain(error: unknown, known: boolean): Wrong {
  if (error instanceof AppError) {
    if (error.code === 'not_found' || error.code === 'gone') throw error
    if (error.code === 'slot_unavailable') return { ...nothingWrong, general: taken }
    if (error.code === 'seat_taken' && !known) return { general: null, fields: new Map([['email', error.message]]) }
  }
  return wrongOf(error, fieldOf)
}

const isChosen = (opened: Opened): opened is Chosen => opened.offer !== null
