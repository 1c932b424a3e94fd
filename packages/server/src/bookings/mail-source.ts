import type { UserRow } from '../users/model.ts'
import type { BookingMailData, Meeting, Participant } from './mail-data.ts'
import type { BookingRow } from './model.ts'

interface Source {
  booking: BookingRow
  hosts: readonly UserRow[]
  now: Date
  manageUrl: string
  publicUrl: string
}

/** What a mail or calendar file about a booking is written from. */
export function mailData({ booking, hosts, now, manageUrl, publicUrl }: Source): BookingMailData {
  const location = booking.location?.value ?? locationWords[booking.location?.kind ?? '']
  return {
    title: booking.title,
    ...meetingOf(booking),
    guest: {
      name: booking.guestName,
      email: booking.guestEmail,
      timezone: booking.guestTimezone,
      ...(booking.guestLocale && { locale: booking.guestLocale }),
    },
    additionalGuests: booking.additionalGuests,
    hosts: hosts.map(participantOf),
    ...(location && { location }),
    answers: booking.questions.flatMap(({ key, label }) =>
      booking.answers[key] === undefined ? [] : [{ label, value: words(booking.answers[key]) }],
    ),
    ...(booking.notes && { notes: booking.notes }),
    manageUrl,
    dashboardUrl: `${publicUrl}/dashboard/bookings/${booking.id}`,
    stampedAt: now,
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
    hideGuests: booking.seats > 1,
  }
}

/** The sequence counts up with every change, as calendars want it (RFC 5545, 3.8.7.4). */
export const meetingOf = (booking: BookingRow): Meeting => ({
  uid: booking.uid,
  sequence: booking.revision - 1,
  start: booking.startsAt,
  end: booking.endsAt,
})

export const participantOf = (user: UserRow): Participant => ({
  name: user.name,
  email: user.email,
  timezone: user.timezone,
})

const locationWords: Record<string, string> = {
  phone: 'By phone',
  guest_phone: 'By phone',
  in_person: 'In person',
  video: 'Video call',
}

function words(answer: unknown): string {
  if (Array.isArray(answer)) return answer.join(', ')
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No'
  return String(answer)
}
