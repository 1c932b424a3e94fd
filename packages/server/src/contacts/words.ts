import type { ContactRow } from './model.ts'

/** So many words of one contact are kept at most, and so many characters of each. */
const mostWords = 60
const longestWord = 40

/** Letters that have no accent to take away, as people type them who have no such key. */
const plain: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ς: 'σ' }

/** A text without case and accents: NFKD, marks taken off, upper and lower case made one. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    // By way of upper case ß becomes ss.
    .toUpperCase()
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øłđðþæœıς]/g, (letter) => plain[letter] ?? letter)

/** The words of a text, folded, each once. */
export const wordsOf = (text: string): string[] => [
  ...new Set((fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => [...word].slice(0, longestWord).join(''))),
]

/** The words by which a contact is found, and its whole tags, as `contact_words` keeps them. */
export function keysOf(contact: Pick<ContactRow, 'name' | 'email' | 'company' | 'tags'>): string[] {
  const words = wordsOf([contact.name ?? '', contact.email, contact.company ?? '', ...contact.tags].join(' '))
  return [...new Set([...words.slice(0, mostWords).map(hex), ...contact.tags.map(tagKey)])]
}

/** A stretch of `contact_words`: from `from`, before `to`. */
export interface Term {
  from: string
  to: string
}

/** What a search asks for: words that begin so, all of them, and a whole tag. */
export const termsOf = (asked: { q?: string | undefined; tag?: string | undefined }): Term[] => [
  ...distinct(wordsOf(asked.q ?? '')).map((word) => ({ from: hex(word), to: `${hex(word)}g` })),
  ...(asked.tag === undefined ? [] : [{ from: tagKey(asked.tag), to: `${tagKey(asked.tag)}0` }]),
]

/** Where a contact stands in the alphabet: by name, else by address; the id makes it unique. */
export const nameKeyOf = (contact: Pick<ContactRow, 'id' | 'name' | 'email'>): string =>
  `${hex([...fold(contact.name ?? contact.email)].slice(0, 80).join(''))}00${hex(contact.id)}`

// Written in hexadecimal digits, every engine and every collation sorts texts alike, and a prefix stays a prefix. No text
// has a byte 00, so it marks what no word is and sorts before whatever goes on.
const hex = (text: string): string => Buffer.from(text).toString('hex')

const tagKey = (tag: string): string => `00${hex(fold(tag))}`

/** A word that begins another one asks for nothing more. */
const distinct = (words: readonly string[]): string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.startsWith(word))).slice(0, 10)
