/** What a mail says, as plain values; nothing in here is HTML, so nothing a guest types can become HTML. */

export interface Letter {
  lang: string
  /** What an inbox shows behind the subject. */
  preheader: string
  heading: string
  blocks: readonly Block[]
}

export type Block =
  /** `links` are addresses that may stand in the text and can be followed there. */
  | { kind: 'paragraph'; text: string; links?: readonly string[] }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'actions'; actions: readonly Action[] }
  | { kind: 'small'; text: string; link?: Link }

export interface Link {
  label: string
  url: string
}

export interface Fact {
  label: string
  value: string
  href?: string
  /** The language of the value where it is not the letter's: dates are written in the reader's. */
  lang?: string
  /** What the reader looks for first. */
  main?: true
  /** No longer true: shown crossed out. */
  former?: true
  /** To be typed as it stands: a command, a record. */
  code?: true
}

export interface Action extends Link {
  /** At hand, but not what the mail is about. */
  quiet?: true
}
