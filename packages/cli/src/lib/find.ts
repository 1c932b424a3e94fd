import type { EventType, LetsMeet, MailWithBody } from '@letsmeet/sdk'
import { notFoundError, usageError } from './failure.ts'
import { nearest } from './suggest.ts'

const isId = (text: string, prefix: string) => text.startsWith(prefix) || text.startsWith('ext:')

/** An event type by its id, `ext:` and your own id, or its slug. */
export async function findEventType(letsmeet: LetsMeet, text: string): Promise<EventType> {
  if (isId(text, 'et_')) return letsmeet.eventTypes.get(text)
  const all = await letsmeet.eventTypes.list({ limit: 100 }).toArray()
  const found = all.filter(({ slug }) => slug === text)
  if (found.length > 1) return ownOf(letsmeet, text, found)
  if (found[0]) return found[0]
  const near = nearest(
    text,
    all.map(({ slug }) => slug),
  )
  const hint = near ? `Did you mean ${near}?` : 'See what there is with `letsmeet event-types list`.'
  throw notFoundError(`There is no event type “${text}”.`, hint)
}

/** The id alone, without asking the server where the text already is one. */
export async function eventTypeId(letsmeet: LetsMeet, text: string): Promise<string> {
  return isId(text, 'et_') ? text : (await findEventType(letsmeet, text)).id
}

/** The id of a booking, from itself or from `ext:` and your own. */
export async function bookingId(letsmeet: LetsMeet, text: string): Promise<string> {
  return text.startsWith('ext:') ? (await letsmeet.bookings.get(text)).id : text
}

/** A member by id, `ext:` and your own id, e-mail address, or `me`. */
export async function memberId(letsmeet: LetsMeet, text: string): Promise<string> {
  if (text === 'me') return (await letsmeet.me.get()).user.id
  if (!text.includes('@') || text.startsWith('ext:')) return text
  const [member] = (await letsmeet.organization.members.list({ email: text })).data
  if (member) return member.id
  throw notFoundError(`There is no member with the address ${text}.`, 'See them with `letsmeet members list`.')
}

/** A webhook endpoint by its id, or by its URL where one alone has it. */
export async function endpointId(letsmeet: LetsMeet, text: string): Promise<string> {
  if (text.startsWith('we_')) return text
  const all = await letsmeet.webhookEndpoints.list({ limit: 100 }).toArray()
  const found = all.filter(({ url }) => url === text)
  const [one, another] = found
  const hint = 'See them with `letsmeet webhooks list`.'
  if (!one) throw notFoundError(`There is no webhook endpoint “${text}”.`, hint)
  if (another)
    throw usageError(
      `Several endpoints have the URL ${text}.`,
      `Say which one by its id: ${found.map(({ id }) => id).join(', ')}.`,
    )
  return one.id
}

/** Several people may use one slug; a bare one means your own. */
async function ownOf(letsmeet: LetsMeet, slug: string, found: EventType[]): Promise<EventType> {
  const { user } = await letsmeet.me.get()
  const own = found.find(({ ownerId }) => ownerId === user.id)
  if (own) return own
  const ids = found.map(({ id, title }) => `${id} (${title})`).join(', ')
  throw usageError(`Several event types have the slug “${slug}”.`, `Say which one by its id: ${ids}.`)
}

/** A mail by its id, or the newest one. */
export async function findMail(letsmeet: LetsMeet, text: string): Promise<MailWithBody> {
  if (text !== 'latest') return letsmeet.mail.get(text)
  const [newest] = (await letsmeet.mail.list({ limit: 1 })).data
  if (!newest)
    throw notFoundError('There is no mail yet.', 'Make a booking, and everybody gets some: letsmeet bookings create')
  return letsmeet.mail.get(newest.id)
}
