/** The parts of a letter as HTML. */
import type { Brand } from './brand.ts'
import { edgeOf, light, textOn, validColor } from './colors.ts'
import type { Action, Block, Fact } from './letter.ts'
import { escapeHtml, lines, link, prose } from './markup.ts'

export function htmlBlock(block: Block, brand: Brand): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="lm-text" dir="auto" style="margin:0 0 20px;text-align:start;${body}">${prose(block.text, block.links)}</p>`
    case 'small':
      return `<p class="lm-muted" dir="auto" style="margin:12px 0;text-align:start;${small}">${prose(block.text)}${textLink(block.link)}</p>`
    case 'facts':
      return boxed(`<dl style="margin:0">\n${block.facts.map(htmlFact).join('\n')}\n</dl>`)
    case 'actions':
      return `<div>${block.actions.map((action) => button(action, brand)).join('\n')}</div>`
  }
}

const breaking = 'overflow-wrap:anywhere;word-break:break-word'
const body = `font-size:16px;line-height:1.5;color:${light.text};${breaking}`
/** For what stands at the edge of a mail. */
export const small = `font-size:13px;line-height:1.5;color:${light.muted};${breaking}`

function textLink(to: { label: string; url: string } | undefined): string {
  const target = link(to?.url)
  if (!to || !target) return ''
  return ` <a class="lm-muted" href="${target}" style="color:${light.muted};text-decoration:underline">${escapeHtml(to.label)}</a>`
}

/** A cell, because Outlook pads nothing else. */
function boxed(content: string): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 24px;table-layout:fixed">
<tr><td class="lm-panel lm-inset" bgcolor="${light.panel}" style="padding:4px 20px 16px;background:${light.panel};border-radius:8px">${content}</td></tr>
</table>`
}

function htmlFact({ label, value, href, lang, main, former, code }: Fact): string {
  const target = link(href)
  const shown = code ? command(value) : lines(value).replace(hours, '<span style="white-space:nowrap">$&</span>')
  const words = former ? `<s>${shown}</s>` : shown
  const content = target ? `<a class="lm-text" href="${target}" style="color:${light.text}">${words}</a>` : words
  const spoken = lang ? ` lang="${escapeHtml(lang)}"` : ''
  const weight = main ? ';font-weight:600' : ''
  return `<dt class="lm-muted" style="margin:12px 0 2px;${small}">${escapeHtml(label)}</dt>
<dd class="lm-text" dir="${code ? 'ltr' : 'auto'}"${spoken} style="margin:0;${body}${weight}">${content}</dd>`
}

/** `4:00 – 4:30 AM`, which holds no ordinary space. */
const hours = /(?<=^|[ >])\d[^ <>&]{0,20}–[^ <>&]{0,20}/g

/** Broken between words alone, if they are not too long: a line must not end within `--since`. */
function command(value: string): string {
  const words = value
    .split(' ')
    .map((word) =>
      word.length > 26 ? escapeHtml(word) : `<span style="white-space:nowrap">${escapeHtml(word)}</span>`,
    )
  return `<code style="font-family:ui-monospace,Menlo,Consolas,monospace;font-size:14px">${words.join(' ')}</code>`
}

/** A link that is a finger high; what Outlook alone reads stands for the padding that it ignores. */
function button({ label, url, quiet }: Action, { color }: Brand): string {
  const [fill, words, edge] = quiet
    ? [light.quiet, light.text, light.quiet]
    : [validColor(color), textOn(color), edgeOf(color)]
  const look = `${buttonShape};border:1px solid ${edge};background:${fill};color:${words}`
  const open = `<a class="lm-button${quiet ? ' lm-quiet' : ''}" href="${link(url)}" style="${look}">`
  return `${open}${outlookBefore}${escapeHtml(label)}${outlookAfter}</a>`
}

const buttonShape =
  'display:inline-block;margin:0 8px 12px 0;padding:12px 20px;border-radius:8px;font-size:16px;font-weight:600;line-height:22px;text-align:center;text-decoration:none;mso-padding-alt:0'
const outlookBefore =
  '<!--[if mso]><i style="mso-font-width:200%;mso-text-raise:24px" hidden>&emsp;</i><span style="mso-text-raise:12px"><![endif]-->'
const outlookAfter = '<!--[if mso]></span><i style="mso-font-width:200%" hidden>&emsp;&#8203;</i><![endif]-->'
