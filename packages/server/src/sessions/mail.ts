import { renderLetter } from '../email/layout.ts'
import type { Brand } from '../email/letter.ts'
import type { Content } from '../email/message.ts'
import { oneLine } from '../email/plain.ts'

export interface MagicLink {
  name: string
  url: string
  expiresInMinutes: number
  organizationName: string
}

/** The mail whose button signs a person in. */
export function magicLinkMail({ name, url, expiresInMinutes, organizationName }: MagicLink, brand: Brand): Content {
  const organization = oneLine(organizationName, 80)
  const greeting = `Hello ${oneLine(name, 80)}`.trimEnd()
  const minutes = expiresInMinutes === 1 ? 'one minute' : `${expiresInMinutes} minutes`
  const letter = {
    lang: 'en',
    preheader: `The link works once, for ${minutes}.`,
    heading: `Sign in to ${organization}`,
    blocks: [
      { kind: 'paragraph', text: `${greeting}, this link signs you in. It works once, for ${minutes}.` },
      { kind: 'actions', actions: [{ label: 'Sign in', url }] },
      { kind: 'small', text: 'You did not ask for this? Then ignore it: without the link nobody gets in.' },
    ],
  } as const
  return { subject: `Sign in to ${organization}`, ...renderLetter(letter, brand) }
}
