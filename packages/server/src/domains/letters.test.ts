import { describe, expect, test } from 'vitest'
import type { Brand } from '../email/brand.ts'
import {
  captureMail,
  contestedMail,
  type DomainNews,
  joinMail,
  lapsedMail,
  lapsingMail,
  movedMail,
  verifiedMail,
} from './letters.ts'

const brand: Brand = { color: '#2f5bea', name: 'Engines', poweredBy: true }
const news: DomainNews = {
  domain: 'engines.example',
  organizationName: 'Engines',
  domainsUrl: 'https://meet.example.org/dashboard/domains',
  timezone: 'Europe/Berlin',
}
const person = { ...news, name: 'Grace Hopper', email: 'grace@engines.example' }
const at = new Date('2030-01-08T09:00:00Z')
const later = new Date('2030-01-11T09:00:00Z')
const record = { name: '_letsmeet.engines.example', value: 'letsmeet-verify=token' }

describe('a mail about a domain', () => {
  test('says that it is verified, and who joins from now on', () => {
    const { subject, text } = verifiedMail(news, brand)

    expect(subject).toBe('engines.example is verified')
    expect(text).toContain('New accounts with a confirmed address on engines.example join Engines as members.')
    expect(text).toContain(`Open domains:\n${news.domainsUrl}\n`)
  })

  test('tells the owner of a contested domain until when, and with which record, it can be kept', () => {
    const { subject, text, html } = contestedMail(news, { until: later, record }, brand)

    expect(subject).toBe('Keep engines.example: verify it again')
    expect(text).toContain('Keep it until: Friday, 11 January 2030, 10:00 (Europe/Berlin, GMT+1)\n')
    expect(text).toContain('TXT record at: _letsmeet.engines.example\nValue: letsmeet-verify=token\n')
    expect(html).toContain('letsmeet-verify=token')
    expect(text).toContain('No account and no data move with it.')
  })

  test('names nobody to whom a domain has gone', () => {
    const { subject, text } = movedMail(news, later, brand)

    expect(subject).toBe('engines.example has moved')
    expect(text).toContain('it belongs to another organization now')
  })

  test('warns while a record is missing, and says what to put back by when', () => {
    const { subject, text } = lapsingMail(news, { at, lapsesAt: later, record }, brand)

    expect(subject).toBe('engines.example is about to lapse')
    expect(text).toContain('Put it back before: Friday, 11 January 2030, 10:00 (Europe/Berlin, GMT+1)\n')
    expect(text).toContain('First missing: Tuesday, 8 January 2030, 10:00')
    expect(text).toContain('letsmeet-verify=token')
  })

  test('says what has stopped with a domain that lapsed, and what has not', () => {
    const { subject, text } = lapsedMail(news, later, brand)

    expect(subject).toBe('engines.example has lapsed')
    expect(text).toContain('no longer join Engines')
    expect(text).toContain('Nobody was removed and nothing was deleted.')
  })

  test('gives notice of a move with its day, what moves, and a way out', () => {
    const { subject, text } = captureMail(
      { ...person, movesAt: later, accountUrl: 'https://meet.example.org/dashboard' },
      brand,
    )

    expect(subject).toBe('Your account moves to Engines')
    expect(text).toContain('Hello Grace Hopper, your address is on engines.example')
    expect(text).toContain('Moves: Friday, 11 January 2030, 10:00')
    expect(text).toContain('Moves with it: Event types, bookings and contacts\n')
    expect(text).toContain('Give your account another address before then')
  })

  test('offers to join, with a link and until when', () => {
    const url = 'https://meet.example.org/join/token'
    const { subject, text } = joinMail({ ...person, url, expiresAt: later }, brand)

    expect(subject).toBe('Join Engines with your account')
    expect(text).toContain(`Join with my account:\n${url}\n`)
    expect(text).toContain('until Friday, 11 January 2030, 10:00 (Europe/Berlin, GMT+1)')
  })

  test('makes no markup and no second line of a name', () => {
    const evil = '<b>x</b>\r\nBcc: eve@example.com\u202e'
    const { subject, html, text } = joinMail(
      { ...person, name: evil, organizationName: evil, url: 'javascript:alert(1)', expiresAt: later },
      brand,
    )

    expect(subject).not.toMatch(/[\r\n]/)
    expect(text).not.toMatch(/^Bcc/m)
    expect(html).not.toMatch(/<b>|javascript:|\u202e/)
  })
})
