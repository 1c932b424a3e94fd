import type { Brand } from '../email/brand.ts'
import { renderLetter } from '../email/layout.ts'
import type { Block } from '../email/letter.ts'
import type { Content } from '../email/message.ts'
import { calendarPart } from './invitation.ts'
import type { BookingMailData, BookingMailKind, Recipient } from './mail-data.ts'
import { actions, facts } from './mail-facts.ts'
import { words } from './mail-words.ts'

/** The mail that tells one recipient what happened to a booking, its iCalendar part included where one belongs. */
export function bookingMail(kind: BookingMailKind, data: BookingMailData, recipient: Recipient, brand: Brand): Content {
  const { subject, heading, lead } = words(kind, data, recipient)
  const shown = facts(kind, data, recipient)
  const letter = {
    lang: 'en',
    preheader: shown
      .map(({ value }) => value)
      .slice(0, 2)
      .join(' · '),
    heading,
    blocks: [
      { kind: 'paragraph', text: lead },
      { kind: 'facts', facts: shown },
      { kind: 'actions', actions: actions(kind, data, recipient) },
      ...announced(kind, data, recipient),
    ],
  } as const
  const replyTo = repliesTo(data, recipient)
  const calendar = calendarPart(kind, data, recipient)
  return { subject, ...renderLetter(letter, brand), ...(replyTo && { replyTo }), ...(calendar && { calendar }) }
}

const announcing: readonly BookingMailKind[] = ['confirmed', 'request_confirmed', 'rescheduled']

function announced(kind: BookingMailKind, { reminders }: BookingMailData, { role }: Recipient): Block[] {
  return reminders && role === 'guest' && announcing.includes(kind) ? [{ kind: 'small', text: reminders }] : []
}

/** An answer to a mail reaches the other side of the meeting. */
function repliesTo(data: BookingMailData, recipient: Recipient): Content['replyTo'] {
  const other = recipient.role === 'host' ? data.guest : data.hosts[0]
  return other && { name: other.name, email: other.email }
}
