import type { Contact, LetsMeet } from '@letsmeet/sdk'
import { notFoundError, usageError } from './failure.ts'

/** The id of a contact, or `ext:` and your own for it, from either of them or an e-mail address. */
export async function contactId(letsmeet: LetsMeet, text: string): Promise<string> {
  return isAddress(text) ? (await withAddress(letsmeet, text)).id : text
}

/** A contact by id, `ext:` and your own id, or e-mail address. */
export async function findContact(letsmeet: LetsMeet, text: string): Promise<Contact> {
  return isAddress(text) ? withAddress(letsmeet, text) : letsmeet.contacts.get(text)
}

/** Several hosts may know the same guest; a bare address means your own contact. */
async function withAddress(letsmeet: LetsMeet, address: string): Promise<Contact> {
  const found = [...(await knownAs(letsmeet, address, false)), ...(await knownAs(letsmeet, address, true))]
  const [one, another] = found
  if (!one)
    throw notFoundError(`There is no contact with the address ${address}.`, 'See them with `letsmeet contacts list`.')
  if (!another) return one
  const { user } = await letsmeet.me.get()
  const own = found.find(({ userId }) => userId === user.id)
  if (own) return own
  const ids = found.map(({ id, userId }) => `${id} (of ${userId})`).join(', ')
  throw usageError(`Several hosts have a contact with the address ${address}.`, `Say which one by its id: ${ids}.`)
}

async function knownAs(letsmeet: LetsMeet, address: string, archived: boolean): Promise<Contact[]> {
  return letsmeet.contacts.list({ email: address.trim(), archived, limit: 100 }).toArray()
}

const isAddress = (text: string) => text.includes('@') && !text.startsWith('ext:')
