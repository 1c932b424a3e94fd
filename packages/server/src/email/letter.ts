/** What a mail says, as plain values; nothing in here is HTML, so nothing a guest types can become HTML. */

/** How a mail looks and who signs it; `color` is `#rrggbb`, `name` the organization's. */
export interface Brand {
  color: string
  name?: string
  logoUrl?: string
  footerText?: string
  poweredBy: boolean
}

export interface Letter {
  lang: string
  /** What an inbox shows behind the subject. */
  preheader: string
  heading: string
  blocks: readonly Block[]
}

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'actions'; actions: readonly Action[] }
  | { kind: 'small'; text: string }

export interface Fact {
  label: string
  value: string
  href?: string
  /** What the reader looks for first. */
  main?: true
  /** No longer true: shown crossed out. */
  former?: true
  /** To be typed as it stands: a command. */
  code?: true
}

export interface Action {
  label: string
  url: string
  /** At hand, but not what the mail is about. */
  quiet?: true
}
