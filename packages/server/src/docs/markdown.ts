import { Marked, type Token, type Tokens } from 'marked'
import { html } from '../pages/html.ts'
import { slugOf } from '../shapes.ts'

export interface Heading {
  id: string
  text: string
  depth: number
}

export interface Rendered {
  html: string
  headings: Heading[]
}

/** The text of our own guides as HTML: headings with anchors, code with what the copy button needs. */
export function renderMarkdown(source: string): Rendered {
  headings = []
  const blocks = grouped(marked.lexer(source)).map((tokens) => {
    const [first, ...others] = tokens
    const isGroup = first?.type === 'code' && others.length > 0
    // Tables scroll by themselves, so that the page never does.
    const frame = isGroup ? 'snippets' : first?.type === 'table' ? 'table' : null
    const inner = marked.parser(tokens)
    return frame ? `<div class="${frame}">\n${inner}</div>\n` : inner
  })
  return { html: blocks.join(''), headings }
}

/** Those of the text that is being rendered: the renderer is made once, as it costs more than a short text. */
let headings: Heading[] = []

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      const id = freeId(slugOf(text), headings)
      headings.push({ id, text: text.replaceAll('`', ''), depth })
      const inner = this.parser.parseInline(tokens)
      if (depth === 1) return `<h1>${inner}</h1>\n`
      const anchor = `<a class="anchor" href="#${id}" aria-label="Link to this section">#</a>`
      return `<h${depth} id="${id}">${inner} ${anchor}</h${depth}>\n`
    },
    code: (token) => codeBlock(token),
    // A short command that breaks at its dashes is hard to read.
    codespan: ({ text }) => html`<code${text.length < 30 && html` class="short"`}>${text}</code>`.text,
    link({ href, tokens }) {
      return `<a href="${html`${pageOf(href)}`.text}">${this.parser.parseInline(tokens)}</a>`
    },
  },
})

/** Code blocks that follow each other and say what they are for (`sh curl`, `ts SDK`) are ways to do one thing. */
function grouped(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = []
  for (const token of tokens) {
    if (token.type === 'space') continue
    const last = groups.at(-1)
    if (last && surfaceOf(token) && surfaceOf(last[0])) last.push(token)
    else groups.push([token])
  }
  return groups
}

const surfaceOf = (token: Token | undefined): string | undefined =>
  token?.type === 'code' ? String(token.lang ?? '').split(' ')[1] : undefined

function codeBlock(token: Tokens.Code): string {
  const surface = surfaceOf(token)
  const caption = surface ? html`<figcaption>${surface}</figcaption>` : null
  return html`<figure class="code">${caption}<pre tabindex="0"><code>${token.text}</code></pre></figure>\n`.text
}

/** Guides link to each other's files, which works in any viewer; here they are pages. */
const pageOf = (href: string): string => href.replace(/^(?:\.\/)?([\w-]+)\.md(?=#|$)/, (_, slug) => pathOf(slug))

export const pathOf = (slug: string): string => (slug === 'index' ? '/docs' : `/docs/${slug}`)

function freeId(wanted: string, taken: readonly Heading[]): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.some((heading) => heading.id === id)) return id
  }
}
