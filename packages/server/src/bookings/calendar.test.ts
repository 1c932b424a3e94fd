import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type Attendee, calendarFile, type Invite, type Method, seriesFile } from './calendar.ts'

const invite: Invite = {
  uid: 'bk_1@meet.example.org',
  sequence: 2,
  stampedAt: new Date('2029-12-01T08:00:00.123Z'),
  createdAt: new Date('2029-11-30T08:00:00Z'),
  updatedAt: new Date('2029-12-01T08:00:00Z'),
  start: new Date('2030-01-08T09:00:00Z'),
  end: new Date('2030-01-08T09:30:00Z'),
  title: 'Intro call',
  description: 'Bring questions.',
  location: 'Room 1',
  url: 'https://meet.example.org/booking/abc',
  organizer: { name: 'Ada Lovelace', email: 'ada@example.org' },
  attendees: [{ name: 'Grace Hopper', email: 'grace@example.com', status: 'accepted', role: 'required' }],
  status: 'confirmed',
}

describe('a calendar file', () => {
  test('says which meeting it is, when, and for whom', () => {
    const event = read(calendarFile(invite, 'REQUEST'))

    expect(event.getFirstPropertyValue('uid')).toBe('bk_1@meet.example.org')
    expect(event.getFirstPropertyValue('sequence')).toBe(2)
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2030-01-08T09:00:00Z')
    expect(String(event.getFirstPropertyValue('dtend'))).toBe('2030-01-08T09:30:00Z')
    expect(String(event.getFirstPropertyValue('dtstamp'))).toBe('2029-12-01T08:00:00Z')
    expect(event.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(event.getFirstPropertyValue('url')).toBe('https://meet.example.org/booking/abc')
    expect(event.getFirstProperty('organizer')?.getParameter('cn')).toBe('Ada Lovelace')
    expect(event.getFirstProperty('organizer')?.getFirstValue()).toBe('mailto:ada@example.org')
    const guest = event.getFirstProperty('attendee')
    expect(guest?.getParameter('partstat')).toBe('ACCEPTED')
    expect(guest?.getParameter('role')).toBe('REQ-PARTICIPANT')
    expect(guest?.getParameter('rsvp')).toBe('FALSE')
  })

  test('asks for an answer only where one is missing', () => {
    const statuses = ['accepted', 'declined', 'tentative', 'needs_action'] as const
    const attendees = statuses.map((status): Attendee => ({ email: `${status}@example.com`, status, role: 'optional' }))
    const read = strictly(calendarFile({ ...invite, attendees }, 'REQUEST')).filter((line) =>
      line.startsWith('ATTENDEE'),
    )

    expect(read.map((line) => /PARTSTAT=([A-Z-]+);RSVP=([A-Z]+)/.exec(line)?.slice(1))).toEqual([
      ['ACCEPTED', 'FALSE'],
      ['DECLINED', 'FALSE'],
      ['TENTATIVE', 'FALSE'],
      ['NEEDS-ACTION', 'TRUE'],
    ])
  })

  test('cancels under the same UID, and frees the time', () => {
    const event = read(calendarFile({ ...invite, sequence: 3 }, 'CANCEL'))

    expect(event.getFirstPropertyValue('uid')).toBe(invite.uid)
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(event.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  })

  test('invites nobody when it is published', () => {
    expect(read(calendarFile(invite, 'PUBLISH')).getAllProperties('attendee')).toEqual([])
  })

  test('holds a series as one event for each meeting', () => {
    const file = seriesFile([
      invite,
      { ...invite, uid: 'bk_2@meet.example.org', start: invite.end, end: new Date('2030-01-08T10:00:00Z') },
    ])
    strictly(file)

    const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')
    expect(events.map((event) => event.getFirstPropertyValue('uid'))).toEqual([invite.uid, 'bk_2@meet.example.org'])
  })
})

describe('words from outside', () => {
  test('fold into lines of at most 75 octets without breaking a character', () => {
    for (const title of [
      'é'.repeat(400),
      '日本'.repeat(300),
      `x${'👩🏽‍🚀'.repeat(200)}`,
      'a'.repeat(10_000),
      ' '.repeat(300),
    ]) {
      const event = read(calendarFile({ ...invite, title, description: title }, 'REQUEST'))
      expect(event.getFirstPropertyValue('summary')).toBe(title)
      expect(event.getFirstPropertyValue('description')).toBe(title)
    }
  })

  test.each([
    ['a line break that would start a property', 'Hi\r\nATTENDEE:mailto:eve@example.com\r\nEND:VEVENT'],
    ['quotes, commas, semicolons, colons and backslashes', 'a "b", c; d: e\\n \\, ^n ^^ ^\''],
    ['a spreadsheet formula', '=HYPERLINK("https://evil.example","x")'],
    ['emoji and right-to-left text', '👩🏽‍🚀 שלום \u202Eevil\u202C عدا'],
    ['line ends that only some readers know', 'one\u2028two\u2029three\u0085four\vfive'],
    ['control characters', 'a\u0000b\u0007c\u001bd\u007fe'],
    ['half a character', 'a\ud83dz'],
  ])('survive as text: %s', (_, words) => {
    expectRoundTrip(words)
  })

  test('survive at random', () => {
    const random = generator(20300108)
    for (let run = 0; run < 300; run += 1) expectRoundTrip(randomText(random))
  })

  test('never become another address', () => {
    const email = 'a,b"<eve@example.com>;c d@exämple.com'
    const event = read(calendarFile({ ...invite, organizer: { email } }, 'REQUEST'))

    expect(event.getFirstProperty('organizer')?.getFirstValue()).toBe(
      'mailto:a%2Cb%22%3Ceve%40example.com%3E%3Bc%20d@ex%C3%A4mple.com',
    )
    expect(calendarFile({ ...invite, organizer: { email: 'ada+calls@example.org' } }, 'REQUEST')).toContain(
      ':mailto:ada+calls@example.org\r\n',
    )
  })

  test('are no link unless they are an address on the web', () => {
    for (const url of ['javascript:alert(1)', 'nonsense', '']) {
      expect(calendarFile({ ...invite, url }, 'REQUEST')).not.toContain('URL')
    }
    expect(calendarFile({ ...invite, url: 'https://exämple.org/ä b\r\nX:1' }, 'REQUEST')).toContain(
      'URL:https://xn--exmple-cua.org/%C3%A4%20bX:1\r\n',
    )
  })
})

/** Every text of an event comes back as it went in, save what no line may hold. */
function expectRoundTrip(words: string) {
  const kept = words
    .toWellFormed()
    .replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
  const person = { name: words, email: 'a@example.com' }
  const texts = { title: words, description: words, location: words, organizer: person }
  const file = calendarFile({ ...invite, ...texts, attendees: [{ ...person, ...accepted }] }, 'REQUEST')
  const event = read(file)
  for (const name of ['summary', 'description', 'location']) expect(event.getFirstPropertyValue(name) ?? '').toBe(kept)
  const shown = words === '' ? person.email : kept
  expect(strictly(file).flatMap(commonName)).toEqual([shown, shown])
}

const accepted = { status: 'accepted', role: 'chair' } as const

/** Read by hand, because ical.js takes a backslash in a parameter for an escape, which RFC 6868 does not. */
function commonName(line: string): string[] {
  const quoted = /^(?:ORGANIZER|ATTENDEE);CN="([^"]*)"/.exec(line)?.[1]
  return quoted === undefined ? [] : [quoted.replace(/\^[n'^]/g, (caret) => ({ '^n': '\n', "^'": '"' })[caret] ?? '^')]
}

/** The one event of a file that two strict readers accept. */
function read(file: string) {
  strictly(file)
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')
  expect(events).toHaveLength(1)
  return events[0] ?? expect.fail('no event')
}

const once = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'SUMMARY', 'STATUS', 'ORGANIZER', 'TRANSP', 'CREATED']

/** The unfolded lines of a file that keeps RFC 5545's rules of form, and RFC 5546's for its method. */
function strictly(file: string): string[] {
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[^\P{Cc}\t]/u)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(file))).toBe(file)

  const lines = file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
  for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^";:,]*))*:/)
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
  for (const name of ['PRODID', 'CALSCALE', 'METHOD']) expect(named(lines, name)).toHaveLength(1)

  const method: string | undefined = named(lines, 'METHOD')[0]?.slice('METHOD:'.length)
  for (const event of lines.join('\r\n').split('BEGIN:VEVENT').slice(1)) expectEvent(event.split('\r\n'), method)
  return lines
}

function expectEvent(lines: readonly string[], method: string | undefined) {
  for (const name of once) expect(named(lines, name), name).toHaveLength(1)
  for (const name of ['DTSTAMP', 'DTSTART', 'DTEND', 'CREATED', 'LAST-MODIFIED']) {
    expect(named(lines, name)[0]).toMatch(/^[A-Z-]+:\d{8}T\d{6}Z$/)
  }
  if (method === ('PUBLISH' satisfies Method)) expect(named(lines, 'ATTENDEE')).toEqual([])
  else expect(named(lines, 'ATTENDEE').length).toBeGreaterThan(0)
}

function named(lines: readonly string[], name: string): string[] {
  return lines.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
}

/** Numbers in [0, 1) that are the same in every run. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const spiky = [
  '\r\n',
  '\n',
  '"',
  '\\',
  '\\n',
  ';',
  ',',
  ':',
  '^',
  "^'",
  '^n',
  ' ',
  '\t',
  '\ud800',
  '👩🏽‍🚀',
  '\u202e',
  'é',
  '=',
  '%',
  '\0',
]

function randomText(random: () => number): string {
  const length = Math.floor(random() * 120)
  return Array.from({ length }, () => {
    if (random() < 0.5) return spiky[Math.floor(random() * spiky.length)]
    return String.fromCodePoint(Math.floor(random() * (random() < 0.5 ? 0x7f : 0x10ffff)))
  }).join('')
}
