/** Words as HTML. */
import { plain, settled } from './plain.ts'

/** Somebody else's words, for text and for attributes. */
export function escapeHtml(value: string): string {
  return escapeAll(plain(value))
}

/** Values with their line breaks; a name that `isolated` marked keeps its direction. */
export function lines(value: string): string {
  return directed(escapeAll(settled(value.trim()))).replaceAll('\n', '<br>')
}

/** A sentence of ours with the names in it, each with a direction of its own; these addresses in it can be followed. */
export function prose(value: string, links: readonly string[] = []): string {
  const longestFirst = [...links].sort((a, b) => b.length - a.length)
  const pieces = longestFirst.reduce<string[]>(
    (split, url) => split.flatMap((piece) => (links.includes(piece) ? [piece] : apart(piece, url))),
    [settled(value.trim())],
  )
  return pieces
    .map((piece) => (links.includes(piece) && link(piece) ? anchor(piece) : directed(escapeAll(piece))))
    .join('')
    .replaceAll('\n', '<br>')
}

/** Only links that a mail may hold; anything else, `javascript:` above all, is no link. */
export function link(url: string | undefined): string {
  return url && /^(https?:\/\/|mailto:)/i.test(url) ? escapeHtml(url) : ''
}

function apart(text: string, url: string): string[] {
  return url === '' ? [text] : text.split(url).flatMap((part, i) => (i === 0 ? [part] : [url, part]))
}

function anchor(url: string): string {
  return `<a class="lm-text" href="${link(url)}" style="color:inherit">${escapeHtml(url)}</a>`
}

function directed(html: string): string {
  return html.replace(/\u2068([^\u2068\u2069]*)\u2069/g, '<span dir="auto">$1</span>').replace(/[\u2068\u2069]/g, '')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeAll(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
