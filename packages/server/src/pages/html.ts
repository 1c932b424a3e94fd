/** Markup that is safe to send: what was written in code, with every value escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Value = string | number | Html | null | undefined | false | readonly Value[]

/** A template whose values are escaped, unless they are Html themselves; lists are joined, nothing is left out. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = parts[0] ?? ''
  for (const [i, value] of values.entries()) text += textOf(value) + (parts[i + 1] ?? '')
  return new Html(text)
}

/** Attributes of a tag: `true` stands alone, nothing stands for nothing. */
export function attributes(some: Record<string, string | number | boolean | null | undefined>): Html {
  const given = Object.entries(some).filter(([, value]) => value !== false && value !== null && value !== undefined)
  return html`${given.map(([name, value]) => (value === true ? html` ${name}` : html` ${name}="${String(value)}"`))}`
}

/** Data for a script, as JSON that no closing tag or comment can break out of. */
export function jsonScript(id: string, data: unknown): Html {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, unicode)
  return new Html(`<script type="application/json" id="${escapeHtml(id)}">${json}</script>`)
}

/** Paragraphs of what somebody typed: blank lines part them, single line breaks stay. */
export function paragraphs(text: string): Html[] {
  const blocks = text.trim().split(/\n\s*\n/)
  return blocks.map((block) => html`<p>${block.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}</p>`)
}

/** The address if it may stand in a link; `javascript:` and the like are no addresses here. */
export function webAddress(text: string | null | undefined): string | null {
  if (!text || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  return new URL(text).href
}

function textOf(value: Value): string {
  if (value instanceof Html) return value.text
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  return Array.isArray(value) ? value.map(textOf).join('') : ''
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

const unicode = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
