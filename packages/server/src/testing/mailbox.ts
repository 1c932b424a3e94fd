import ICAL from 'ical.js'
import { expect } from 'vitest'
import type { TestApp } from './app.ts'
import { good } from './factories.ts'

export interface Invitation {
  method: string
  events: {
    uid: string
    sequence: number
    status: string
    start: string
    end: string
    organizer: string
    attendees: string[]
  }[]
}

export interface Received {
  id: string
  kind: string
  to: string
  subject: string
  text: string
  html: string
  invitation: Invitation | null
}

/** Every mail about a resource that was captured so far, oldest first. */
export async function mailsAbout(app: TestApp, subjectId: string): Promise<Received[]> {
  await app.settle()
  const { body } = await good(app.get(`/mail?limit=100&subjectId=${subjectId}`), 200)
  const mails: { id: string }[] = body.data
  return Promise.all(
    mails.reverse().map(async ({ id }) => {
      const mail = (await good(app.get(`/mail/${id}`), 200)).body
      expect(mail.subject).not.toMatch(/[\r\n]/)
      return {
        id,
        kind: mail.kind,
        to: mail.to.email,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        invitation: mail.calendar && strictly(mail.calendar.content, mail.calendar.method),
      }
    }),
  )
}

/** Reads an iCalendar file as the strictest reader would: RFC 5545's lines, and nothing missing that it demands. */
export function strictly(content: string, method: string): Invitation {
  expect(content.endsWith('\r\n')).toBe(true)
  expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const calendar = new ICAL.Component(ICAL.parse(content))
  expect(calendar.name).toBe('vcalendar')
  expect(one(calendar, 'version')).toBe('2.0')
  expect(one(calendar, 'prodid')).toMatch(/./)
  expect(one(calendar, 'method')).toBe(method)
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => one(zone, 'tzid'))
  const events = calendar.getAllSubcomponents('vevent').map((event) => {
    for (const name of ['uid', 'dtstamp', 'dtstart', 'sequence', 'summary', 'organizer']) one(event, name)
    expect(event.getFirstProperty('dtstamp')?.toICALString()).toMatch(/^DTSTAMP:\d{8}T\d{6}Z$/)
    return {
      uid: one(event, 'uid'),
      sequence: Number(one(event, 'sequence')),
      status: one(event, 'status'),
      start: instantOf(event, 'dtstart', zones),
      end: instantOf(event, 'dtend', zones),
      organizer: one(event, 'organizer').replace(/^mailto:/i, ''),
      attendees: event
        .getAllProperties('attendee')
        .map((attendee) => String(attendee.getFirstValue()).replace(/^mailto:/i, '')),
    }
  })
  expect(events.length).toBeGreaterThan(0)
  return { method, events }
}

/** The value of a property that must be there exactly once. */
function one(component: ICAL.Component, name: string): string {
  const found = component.getAllProperties(name)
  expect(found, `${name} of ${component.name}`).toHaveLength(1)
  return String(found[0]?.getFirstValue())
}

/** UTC, or a wall time whose zone the file itself explains. */
function instantOf(event: ICAL.Component, name: string, zones: string[]): string {
  const property = event.getFirstProperty(name)
  const line = property?.toICALString() ?? ''
  const tzid = property?.getParameter('tzid')
  const value = /:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/.exec(line)
  expect(value, line).not.toBeNull()
  const [, year, month, date, hour, minute, second, utc] = value ?? []
  const wall = `${year}-${month}-${date}T${hour}:${minute}:${second}`
  if (utc === 'Z') return `${wall}.000Z`
  expect(zones).toContain(tzid)
  const zoned = Temporal.PlainDateTime.from(wall).toZonedDateTime(String(tzid))
  return new Date(zoned.epochMilliseconds).toISOString()
}
