import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Brand } from '../email/brand.ts'
import { bookingMail } from './mail.ts'
import type { BookingMailData, BookingMailKind, Participant, Recipient } from './mail-data.ts'

const brand: Brand = { color: '#2f5bea', name: 'Analytical Engines', poweredBy: true }
const ada: Participant = { name: 'Ada Lovelace', email: 'ada@example.org', timezone: 'Europe/Berlin' }
const alan: Participant = { name: 'Alan Turing', email: 'alan@example.org', timezone: 'Europe/London' }
const data: BookingMailData = {
  title: 'Intro call',
  start: new Date('2030-01-08T09:00:00Z'),
  end: new Date('2030-01-08T09:30:00Z'),
  guest: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York', locale: 'en-US' },
  additionalGuests: ['howard@example.com'],
  hosts: [ada],
  location: 'https://meet.example.org/room',
  answers: [{ label: 'Company', value: 'Remington Rand' }],
  notes: 'Five minutes late at most.',
  manageUrl: 'https://meet.example.org/booking/secret',
  dashboardUrl: 'https://meet.example.org/dashboard/bookings/bk_1',
  uid: 'bk_1@meet.example.org',
  sequence: 0,
  stampedAt: new Date('2029-12-01T08:00:00Z'),
  createdAt: new Date('2029-12-01T08:00:00Z'),
}
const guest: Recipient = { role: 'guest' }
const host: Recipient = { role: 'host', host: ada }
const howard: Recipient = { role: 'additional_guest', email: 'howard@example.com' }

describe('a mail about a booking', () => {
  test('tells the guest when, where, with whom, and how to change it', () => {
    const { subject, text, html, replyTo } = bookingMail('confirmed', data, guest, brand)

    expect(subject).toBe('Confirmed: Intro call with Ada Lovelace, Tue, Jan 8 4:00 AM')
    expect(text).toContain('When: Tuesday, January 8, 2030, 4:00 – 4:30 AM (America/New_York, GMT-5)\n')
    for (const part of [text, html]) {
      for (const words of ['Ada Lovelace', 'https://meet.example.org/room', 'Remington Rand', data.manageUrl ?? '']) {
        expect(part).toContain(words)
      }
      expect(part).not.toContain('dashboard')
    }
    expect(replyTo).toEqual({ name: 'Ada Lovelace', email: 'ada@example.org' })
  })

  test('tells a host who comes, and what hour it is for the guest', () => {
    const { subject, text, replyTo } = bookingMail('confirmed', data, host, brand)

    expect(subject).toBe('New booking: Intro call with Grace Hopper, Tue 8 Jan 10:00')
    expect(text).toContain('When: Tuesday, 8 January 2030, 10:00–10:30 (Europe/Berlin, GMT+1)\n')
    expect(text).toContain('For the guest: Tuesday, 8 January 2030, 04:00–04:30 (America/New_York, GMT-5)\n')
    expect(text).toContain('Guest: Grace Hopper · grace@example.com\n')
    expect(replyTo).toEqual({ name: 'Grace Hopper', email: 'grace@example.com' })
  })

  test('never shows the guest’s secret page to anybody else', () => {
    for (const kind of kinds) {
      for (const recipient of [host, howard, { role: 'former_host', host: alan } as const]) {
        expect(JSON.stringify(bookingMail(kind, data, recipient, brand))).not.toContain('booking/secret')
      }
    }
  })

  test('keeps what the guest wrote from whom the guest brought along', () => {
    const mail = JSON.stringify(bookingMail('confirmed', data, howard, brand))
    expect(mail).not.toContain('Remington Rand')
    expect(mail).not.toContain('Five minutes')
  })

  test('asks a host to decide, with a link for each answer', () => {
    const links = { confirmUrl: 'https://x.test/confirm', declineUrl: 'https://x.test/decline' }
    const { subject, text } = bookingMail('requested', { ...data, ...links, pending: true }, host, brand)
    expect(subject).toMatch(/^Please confirm: Intro call with Grace Hopper/)
    expect(text).toContain('Confirm:\nhttps://x.test/confirm\n\nDecline:\nhttps://x.test/decline\n')
    expect(bookingMail('requested', data, host, brand).text).toContain(
      'Confirm or decline:\nhttps://meet.example.org/dash',
    )
  })

  test('shows the old time beside the new one', () => {
    const moved = { ...data, sequence: 1, by: 'guest', previousStart: new Date('2030-01-07T09:00:00Z') } as const
    const { subject, text, html } = bookingMail('rescheduled', moved, host, brand)
    expect(subject).toMatch(/^New time: /)
    expect(text).toContain('Grace Hopper moved “Intro call”.')
    expect(text).toContain('Before: Monday, 7 January 2030, 10:00–10:30 (Europe/Berlin, GMT+1)\n')
    expect(html).toContain('<s>Monday, 7 January 2030')
  })

  test('says who cancelled, and why', () => {
    const off = { ...data, sequence: 1, reason: 'Ill.\nSorry!' }
    expect(bookingMail('cancelled', { ...off, by: 'host' }, guest, brand).text).toContain('Ada Lovelace cancelled')
    expect(bookingMail('cancelled', { ...off, by: 'guest' }, guest, brand).text).toContain('You cancelled')
    const { text } = bookingMail('cancelled', { ...off, by: 'guest' }, host, brand)
    expect(text).toContain('Grace Hopper cancelled')
    expect(text).toContain('Reason:\n  Ill.\n  Sorry!\n')
  })

  test('lists every date of a series', () => {
    const { subject, text } = bookingMail('confirmed', { ...data, series }, guest, brand)
    expect(subject).toBe('Confirmed: Intro call with Ada Lovelace, 3 dates from Tue, Jan 8 4:00 AM')
    expect(text).toContain(
      'When (America/New_York):\n  Tuesday, January 8, 2030, 4:00 – 4:30 AM\n  Tuesday, January 15, 2030, 4:00 – 4:30 AM\n',
    )
  })

  test('falls back to English and never fails over a strange locale', () => {
    for (const locale of ['', 'xx-nonsense', 'en_US', '../../etc']) {
      const { text } = bookingMail('confirmed', { ...data, guest: { ...data.guest, locale } }, guest, brand)
      expect(text).toContain('Tuesday, 8 January 2030, 04:00–04:30 (America/New_York, GMT-5)')
    }
    const german = bookingMail('confirmed', { ...data, guest: { ...data.guest, locale: 'de' } }, guest, brand)
    expect(german.text).toContain('Dienstag, 8. Januar 2030, 04:00–04:30 Uhr (America/New_York, GMT-5)')
  })

  test('names both days of a meeting across midnight', () => {
    const night = { ...data, end: new Date('2030-01-09T00:30:00Z') }
    const { text } = bookingMail('confirmed', night, host, brand)
    expect(text).toContain('Tuesday, 8 January 2030, 10:00 – Wednesday, 9 January 2030, 01:30 (Europe/Berlin, GMT+1)')
  })

  test('cannot be made to say something else by a guest', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&\r\nBcc: eve@example.com\u202e'
    const person = { ...data.guest, name: evil }
    for (const kind of kinds) {
      for (const recipient of [guest, host, howard]) {
        const words = { title: evil, guest: person, location: evil, notes: evil, reason: evil }
        const { subject, text, html, calendar } = bookingMail(
          kind,
          { ...data, ...words, answers: [{ label: evil, value: evil }] },
          recipient,
          brand,
        )
        expect(html).not.toContain('<img')
        expect(subject + html + text + (calendar?.content ?? '').replaceAll('\r\n', '')).not.toMatch(/[\r\u202e]/)
        expect(subject).not.toContain('\n')
        expect(text).not.toMatch(/^Bcc/m)
      }
    }
  })

  test('has a short subject whatever the names are', () => {
    const long = { ...data, title: 'T'.repeat(10_000), hosts: [{ ...ada, name: 'é'.repeat(500) }, alan, alan, alan] }
    const { subject } = bookingMail('confirmed', long, guest, brand)
    expect(subject.length).toBeLessThan(210)
    expect(subject).toContain('… and 3 others, Tue')
  })
})

describe('its invitation', () => {
  test('puts the meeting into both calendars under one UID', () => {
    for (const recipient of [guest, host]) {
      const { method, events } = calendar('confirmed', data, recipient)
      expect(method).toBe('REQUEST')
      expect(events.map((event) => event.getFirstPropertyValue('uid'))).toEqual([data.uid])
      expect(events[0]?.getFirstProperty('organizer')?.getFirstValue()).toBe('mailto:ada@example.org')
      expect(attendees(events[0])).toEqual(['ada@example.org', 'grace@example.com', 'howard@example.com'])
    }
  })

  test('is missing until a host agrees', () => {
    for (const recipient of [guest, host, howard]) {
      for (const kind of ['requested', 'declined'] as const) {
        expect(bookingMail(kind, data, recipient, brand).calendar).toBeUndefined()
      }
      for (const kind of ['rescheduled', 'cancelled'] as const) {
        expect(bookingMail(kind, { ...data, pending: true }, recipient, brand).calendar).toBeUndefined()
      }
      expect(bookingMail('request_confirmed', data, recipient, brand).calendar?.method).toBe('REQUEST')
    }
  })

  test('moves the meeting with a higher SEQUENCE and takes it back with CANCEL', () => {
    const moved = calendar('rescheduled', { ...data, sequence: 1 }, guest)
    expect([moved.method, moved.events[0]?.getFirstPropertyValue('sequence')]).toEqual(['REQUEST', 1])

    const off = calendar('cancelled', { ...data, sequence: 2 }, guest)
    expect([off.method, off.events[0]?.getFirstPropertyValue('sequence')]).toEqual(['CANCEL', 2])
    expect(off.events[0]?.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  test('goes from the old host’s calendar to the new one’s', () => {
    const handed = { ...data, sequence: 1, hosts: [alan], previousHosts: [ada] }
    const old = calendar('reassigned', handed, { role: 'former_host', host: ada })
    expect(old.method).toBe('CANCEL')
    expect(old.events[0]?.getFirstProperty('organizer')?.getFirstValue()).toBe('mailto:ada@example.org')
    expect(attendees(old.events[0])).toContain('ada@example.org')

    const fresh = calendar('reassigned', handed, { role: 'host', host: alan })
    expect(fresh.method).toBe('REQUEST')
    expect(attendees(fresh.events[0])).toContain('alan@example.org')
    expect(bookingMail('reassigned', handed, guest, brand).text).toContain('Alan Turing will meet you')
  })

  test('holds every meeting of a series', () => {
    const { method, events } = calendar('confirmed', { ...data, series }, guest)
    expect(method).toBe('PUBLISH')
    expect(events.map((event) => event.getFirstPropertyValue('uid'))).toEqual(series.map(({ uid }) => uid))

    const off = calendar('cancelled', { ...data, series }, guest)
    expect(off.events.map((event) => event.getFirstPropertyValue('status'))).toEqual(Array(3).fill('CANCELLED'))
  })

  test('shows no guest another guest of a seated session', () => {
    const seated = { ...data, hideGuests: true }
    const own = bookingMail('confirmed', seated, guest, brand)
    expect(JSON.stringify(own)).not.toContain('howard')
    const other = bookingMail('confirmed', seated, howard, brand)
    expect(JSON.stringify(other)).not.toMatch(/grace/i)
    expect(attendees(calendar('confirmed', seated, howard).events[0])).toEqual([
      'ada@example.org',
      'howard@example.com',
    ])
  })
})

const kinds: readonly BookingMailKind[] = [
  'confirmed',
  'requested',
  'request_confirmed',
  'declined',
  'rescheduled',
  'cancelled',
  'reassigned',
]

const series = [0, 7, 14].map((days) => ({
  uid: `bk_${days}@meet.example.org`,
  sequence: 0,
  start: new Date(data.start.getTime() + days * 86_400_000),
  end: new Date(data.end.getTime() + days * 86_400_000),
}))

function calendar(kind: BookingMailKind, from: BookingMailData, recipient: Recipient) {
  const part = bookingMail(kind, from, recipient, brand).calendar ?? expect.fail('no calendar part')
  const file = new ICAL.Component(ICAL.parse(part.content))
  expect(file.getFirstPropertyValue('method')).toBe(part.method)
  return { method: part.method, events: file.getAllSubcomponents('vevent') }
}

function attendees(event: ICAL.Component | undefined) {
  return event?.getAllProperties('attendee').map((attendee) => String(attendee.getFirstValue()).slice('mailto:'.length))
}
