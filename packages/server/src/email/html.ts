import { darkColors, textOn, validColor } from './colors.ts'
import type { Action, Block, Brand, Fact, Letter } from './letter.ts'
import { plain } from './plain.ts'

/**
 * The HTML of a letter: inline styles because many clients drop `<style>`, one table because Outlook ignores
 * `max-width`, and a dark palette for the clients that ask for it.
 */
export function htmlLetter(letter: Letter, brand: Brand): string {
  const lang = escapeHtml(letter.lang)
  const heading = escapeHtml(letter.heading)
  return `<!doctype html>
<html lang="${lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${heading}</title>
<style>:root { color-scheme: light dark; supported-color-schemes: light dark }
${darkColors}</style>
</head>
<body class="lm-page" style="margin:0;padding:0;background:#f4f4f5;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(letter.preheader)}</div>
<table role="presentation" class="lm-page" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f4f5">
<tr><td align="center" style="padding:32px 12px">
<!--[if mso]><table role="presentation" width="560"><tr><td><![endif]-->
<div role="article" aria-roledescription="email" aria-label="${heading}" lang="${lang}" style="${page}">
${header(brand)}<div class="lm-card" style="background:#ffffff;border-radius:12px;overflow:hidden">
<div style="height:4px;line-height:4px;font-size:0;background:${validColor(brand.color)}"></div>
<div style="padding:28px">
<h1 class="lm-text" style="margin:0 0 12px;font-size:24px;line-height:1.25;color:#18181b">${heading}</h1>
${letter.blocks.map((block) => htmlBlock(block, brand)).join('\n')}
</div>
</div>
${footer(brand)}</div>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`
}

const page =
  "max-width:560px;margin:0 auto;text-align:left;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

function header(brand: Brand): string {
  const name = escapeHtml(brand.name ?? '')
  const logo = link(brand.logoUrl)
  if (logo)
    return `<div style="padding:0 4px 20px"><img src="${logo}" alt="${name}" height="36" style="${image}"></div>\n`
  return name && `<p class="lm-muted" style="margin:0;padding:0 4px 16px;${small}">${name}</p>\n`
}

const image = 'display:block;height:36px;max-width:240px;border:0'
const small = 'font-size:13px;line-height:1.5;color:#52525b;overflow-wrap:anywhere'

function htmlBlock(block: Block, brand: Brand): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="lm-text" style="margin:0 0 20px;${body}">${lines(block.text)}</p>`
    case 'small':
      return `<p class="lm-muted" style="margin:20px 0 0;${small}">${lines(block.text)}</p>`
    case 'facts':
      return `<dl class="lm-panel" style="${panel}">\n${block.facts.map(htmlFact).join('\n')}\n</dl>`
    case 'actions':
      return block.actions.map((action) => button(action, brand)).join('\n')
  }
}

const body = 'font-size:16px;line-height:1.5;color:#18181b;overflow-wrap:anywhere'
const panel = 'margin:0 0 24px;padding:4px 20px 16px;background:#f7f7f8;border-radius:8px'

function htmlFact({ label, value, href, main, former, code }: Fact): string {
  const target = link(href)
  const words = former ? `<s>${lines(value)}</s>` : code ? command(value) : lines(value)
  const content = target ? `<a class="lm-text" href="${target}" style="color:#18181b">${words}</a>` : words
  return `<dt class="lm-muted" style="margin:12px 0 2px;${small}">${escapeHtml(label)}</dt>
<dd class="lm-text" dir="auto" style="margin:0;${body}${main ? ';font-weight:600' : ''}">${content}</dd>`
}

/** Broken between words alone: a line must not end within `--since`. */
function command(value: string): string {
  const words = value.split(' ').map((word) => `<span style="white-space:nowrap">${escapeHtml(word)}</span>`)
  return `<code style="font-family:ui-monospace,Menlo,Consolas,monospace;font-size:14px">${words.join(' ')}</code>`
}

function button({ label, url, quiet }: Action, { color }: Brand): string {
  const fill = quiet ? '#ececee;color:#18181b' : `${validColor(color)};color:${textOn(color)}`
  const open = `<a class="${quiet ? 'lm-quiet' : 'lm-button'}" href="${link(url)}"`
  return `${open} style="${buttonShape};background:${fill}">${escapeHtml(label)}</a>`
}

const buttonShape =
  'display:inline-block;margin:0 8px 8px 0;padding:12px 20px;border-radius:8px;font-size:16px;font-weight:600;line-height:1.25;text-decoration:none'

function footer(brand: Brand): string {
  const powered = brand.poweredBy ? 'Powered by LetsMeet' : ''
  return [brand.footerText ?? '', powered]
    .filter((line) => line !== '')
    .map((line) => `<p class="lm-muted" dir="auto" style="margin:0;padding:16px 4px 0;${small}">${lines(line)}</p>\n`)
    .join('')
}

function lines(value: string): string {
  return escapeHtml(value.trim()).replaceAll('\n', '<br>')
}

/** Only links that a mail may hold; anything else, `javascript:` above all, is no link. */
function link(url: string | undefined): string {
  return url && /^(https?:\/\/|mailto:)/i.test(url) ? escapeHtml(url) : ''
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(value: string): string {
  return plain(value).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
