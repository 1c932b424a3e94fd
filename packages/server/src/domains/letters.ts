/** The mails about domains: to those who run an organization, and to people whose address is on its domain. */
import type { Brand } from '../email/brand.ts'
import { renderLetter } from '../email/layout.ts'
import type { Action, Block, Fact } from '../email/letter.ts'
import type { Content } from '../email/message.ts'
import { isolated, oneLine, plain } from '../email/plain.ts'
import { moment } from '../email/when.ts'

/** What every mail to an organization's admins knows. */
export interface DomainNews {
  domain: string
  organizationName: string
  /** Where they see and change it. */
  domainsUrl: string
  /** The reader's. */
  timezone: string
}

/** The TXT record that proves a domain. */
export interface ProofRecord {
  name: string
  value: string
}

/** A domain was proved. */
export function verifiedMail(news: DomainNews, brand: Brand): Content {
  const { domain, organization } = namesIn(news)
  const lead = `The record was found: ${domain} belongs to ${organization} now.`
  return written(brand, `${domain} is verified`, lead, [
    { kind: 'paragraph', text: `New accounts with a confirmed address on ${domain} join ${organization} as members.` },
    openDomains(news),
    small('Leave the record in place: it is looked up every day.'),
  ])
}

/** Somebody else proved a domain; it stays whose it was if that is proved again in time. */
export function contestedMail(news: DomainNews, contest: { until: Date; record: ProofRecord }, brand: Brand): Content {
  const { domain, organization } = namesIn(news)
  const until = moment(contest.until, news.timezone)
  const lead = `Another organization has proved that it controls ${domain}, which belongs to ${organization}.`
  return written(brand, `Keep ${domain}: verify it again`, lead, [
    { kind: 'paragraph', text: 'To keep it, set this new record and verify the domain once more.' },
    facts({ label: 'Keep it until', value: until, main: true }, ...recordFacts(contest.record)),
    openDomains(news, 'Verify the domain'),
    small('Otherwise the domain moves to the other organization after that. No account and no data move with it.'),
  ])
}

/** The domain went to whoever proved it. */
export function movedMail(news: DomainNews, at: Date, brand: Brand): Content {
  const { domain, organization } = namesIn(news)
  const lead = `${domain} was not verified again in time, so it belongs to another organization now.`
  return written(brand, `${domain} has moved`, lead, [
    facts({ label: 'Moved', value: moment(at, news.timezone) }),
    openDomains(news),
    small(`No account and no data moved with it. What ${organization} set for the domain no longer applies.`),
  ])
}

/** The record was missing once. */
export function lapsingMail(news: DomainNews, miss: { at: Date; lapsesAt: Date; record: ProofRecord }, brand: Brand) {
  const { domain } = namesIn(news)
  const lead = `The record that proves ${domain} is no longer there.`
  return written(brand, `${domain} is about to lapse`, lead, [
    { kind: 'paragraph', text: 'Put it back as it was; there is nothing else to do.' },
    facts(
      { label: 'Put it back before', value: moment(miss.lapsesAt, news.timezone), main: true },
      { label: 'First missing', value: moment(miss.at, news.timezone) },
      ...recordFacts(miss.record),
    ),
    openDomains(news, 'Look again now'),
    small(
      `Until then everything stays as it is. After that new accounts on ${domain} no longer join, and settings are no longer forced; nobody is removed.`,
    ),
  ])
}

/** The record stayed away. */
export function lapsedMail(news: DomainNews, at: Date, brand: Brand): Content {
  const { domain, organization } = namesIn(news)
  const lead = `The record that proves ${domain} has stayed away, so the domain is no longer verified.`
  return written(brand, `${domain} has lapsed`, lead, [
    {
      kind: 'paragraph',
      text: `New accounts on ${domain} no longer join ${organization}, its settings are no longer forced on them, and none are created from your directory.`,
    },
    facts({ label: 'Lapsed', value: moment(at, news.timezone) }),
    openDomains(news, 'Verify it again'),
    small('Nobody was removed and nothing was deleted. To verify it again, set the new record that is shown there.'),
  ])
}

/** To somebody whose account an organization will take in. */
export interface CaptureNotice {
  name: string
  email: string
  domain: string
  organizationName: string
  /** Seven days after the notice. */
  movesAt: Date
  accountUrl: string
  timezone: string
}

/** Seven days' notice of an account's move into the organization that owns its domain. */
export function captureMail(notice: CaptureNotice, brand: Brand): Content {
  const { domain, organization } = namesIn(notice)
  const at = moment(notice.movesAt, notice.timezone)
  const lead = `${greeting(notice)}, your address is on ${domain}, which ${organization} has verified as its own. In seven days your account becomes part of ${organization}.`
  return written(brand, `Your account moves to ${organization}`, lead, [
    facts(
      { label: 'Moves', value: at, main: true },
      { label: 'Account', value: oneLine(notice.email, 300) },
      { label: 'Moves with it', value: 'Event types, bookings and contacts' },
      { label: 'After that', value: `Admins of ${organization} see your account and may set rules for it.` },
    ),
    buttons({ label: 'Open my account', url: notice.accountUrl }),
    small('You do not want that? Give your account another address before then, and it stays your own.'),
  ])
}

/** To somebody who has an account and may join. */
export interface JoinOffer {
  name: string
  email: string
  domain: string
  organizationName: string
  url: string
  expiresAt: Date
  timezone: string
}

/** Asks the owner of an account on the domain to bring it into the organization. */
export function joinMail(offer: JoinOffer, brand: Brand): Content {
  const { domain, organization } = namesIn(offer)
  const lead = `${greeting(offer)}, your address is on ${domain}, which belongs to ${organization}. You can make your account part of it.`
  return written(brand, `Join ${organization} with your account`, lead, [
    facts(
      { label: 'Account', value: oneLine(offer.email, 300) },
      { label: 'Comes along', value: 'Event types, bookings and contacts' },
      { label: 'After that', value: `Admins of ${organization} see your account and may set rules for it.` },
    ),
    buttons({ label: 'Join with my account', url: offer.url }),
    small(
      `It can be accepted until ${moment(offer.expiresAt, offer.timezone)}. Ignore this mail, and nothing changes.`,
    ),
  ])
}

function written(brand: Brand, heading: string, lead: string, blocks: readonly Block[]): Content {
  const letter = {
    lang: 'en',
    preheader: lead,
    heading,
    blocks: [{ kind: 'paragraph' as const, text: lead }, ...blocks],
  }
  return { subject: oneLine(plain(heading), 300), ...renderLetter(letter, brand) }
}

function namesIn({ domain, organizationName }: { domain: string; organizationName: string }) {
  return { domain: isolated(oneLine(domain, 253)), organization: isolated(oneLine(organizationName, 80)) }
}

function greeting({ name }: { name: string }): string {
  return `Hello ${isolated(oneLine(name, 80))}`.trimEnd()
}

function facts(...facts: readonly Fact[]): Block {
  return { kind: 'facts', facts }
}

function recordFacts({ name, value }: ProofRecord): Fact[] {
  return [
    { label: 'TXT record at', value: oneLine(name, 300), code: true },
    { label: 'Value', value: oneLine(value, 300), code: true },
  ]
}

function buttons(...actions: readonly Action[]): Block {
  return { kind: 'actions', actions }
}

function openDomains({ domainsUrl }: DomainNews, label = 'Open domains'): Block {
  return buttons({ label, url: domainsUrl })
}

function small(text: string): Block {
  return { kind: 'small', text }
}
