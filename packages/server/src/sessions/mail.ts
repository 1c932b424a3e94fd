import type { Brand } from '../email/brand.ts'
import { renderLetter } from '../email/layout.ts'
import type { Content } from '../email/message.ts'
import { isolated, oneLine, plain } from '../email/plain.ts'

interface OneTimeLink {
  name: string
  url: string
  expiresInMinutes: number
}

export interface MagicLink extends OneTimeLink {
  organizationName: string
}

/** The mail whose button signs a person in. */
export function magicLinkMail({ organizationName, ...link }: MagicLink, brand: Brand): Content {
  const organization = isolated(oneLine(organizationName, 80))
  const letter = {
    lang: 'en',
    preheader: `The link works once, for ${minutes(link)}.`,
    heading: `Sign in to ${organization}`,
    blocks: [
      { kind: 'paragraph', text: `${greeting(link)}, this link signs you in. It works once, for ${minutes(link)}.` },
      { kind: 'actions', actions: [{ label: 'Sign in', url: link.url }] },
      { kind: 'small', text: 'You did not ask for this? Then ignore it: without the link nobody gets in.' },
    ],
  } as const
  return { subject: plain(letter.heading), ...renderLetter(letter, brand) }
}

/** The mail whose button opens an account for whoever reads at the address. */
export function signUpMail(link: OneTimeLink, brand: Brand): Content {
  const letter = {
    lang: 'en',
    preheader: `The link works once, for ${minutes(link)}.`,
    heading: 'Open your LetsMeet account',
    blocks: [
      {
        kind: 'paragraph',
        text: `${greeting(link)}, this link confirms your address and opens your account. It works once, for ${minutes(link)}.`,
      },
      { kind: 'actions', actions: [{ label: 'Open my account', url: link.url }] },
      { kind: 'small', text: 'You did not sign up? Then ignore it: without the link there is no account.' },
    ],
  } as const
  return { subject: letter.heading, ...renderLetter(letter, brand) }
}

function greeting({ name }: OneTimeLink): string {
  return `Hello ${isolated(oneLine(name, 80))}`.trimEnd()
}

function minutes({ expiresInMinutes }: OneTimeLink): string {
  return expiresInMinutes === 1 ? 'one minute' : `${expiresInMinutes} minutes`
}
