import { darkColors, textOn, validColor } from './colors.ts'
import type { Action, Block, Brand, Fact, Letter } from './letter.ts'
import { plain } from './plain.ts'

/**
 * The HTML of a letter: inline styles because many clients drop `<style>`, one table because Outlook ignores
 * `max-width`, and a dark palette for the clients that ask for it.
 */
export function htmlLetter(letter: Letter, brand: Brand): string {
  const lang = escapeHtml(letter.lang)
  return `<!doctype html>
<html lang="${lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(letter.heading)}</title>
<style>:root { color-scheme: light dark; supported-color-schemes: light dark }
${darkColors}</style>
</head>
<body class="lm-page" style="margin:0;padding:0;background:#f4f4f5;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(letter.preheader)}</div>
<table role="presentation" class="lm-page" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f4f5">
<tr><td align="center" style="padding:32px 12px">
<!--[if mso]><table role="presentation" width="560"><tr><td><![endif]-->
<div style="max-width:560px;margin:0 auto;text-align:left;${font}">
${header(brand)}<main class="lm-card" style="${card}border-top:4px solid ${validColor(brand.color)}">
<h1 class="lm-text" style="margin:0 0 12px;font-size:24px;line-height:1.25;color:#18181b">${escapeHtml(letter.heading)}</h1>
${letter.blocks.map((block) => htmlBlock(block, brand)).join('\n')}
</main>
${footer(brand)}</div>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`
}

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const card = 'display:block;background:#ffffff;border-radius:12px;padding:32px 28px 28px;'

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
      return `<p class="lm-text" dir="auto" style="margin:0 0 20px;${body}">${lines(block.text)}</p>`
    case 'small':
      return `<p class="lm-muted" style="margin:20px 0 0;${small}">${lines(block.text)}</p>`
    case 'facts':
      return `<dl class="lm-panel" style="${panel}">\n${block.facts.map(htmlFact).join('\n')}\n</dl>`
    case 'actions':
      return block.actions.map((action, index) => button(action, index === 0 ? brand.color : undefined)).join('\n')
  }
}

const body = 'font-size:16px;line-height:1.5;color:#18181b;overflow-wrap:anywhere'
const panel = 'margin:0 0 24px;padding:4px 20px 16px;background:#f7f7f8;border-radius:8px'

function htmlFact({ label, value, href, former }: Fact): string {
  const target = link(href)
  const shown = former ? `<s>${lines(value)}</s>` : lines(value)
  const content = target ? `<a class="lm-text" href="${target}" style="color:#18181b">${shown}</a>` : shown
  return `<dt class="lm-muted" style="margin:12px 0 2px;${small}">${escapeHtml(label)}</dt>
<dd class="${former ? 'lm-muted' : 'lm-text'}" dir="auto" style="margin:0;${body}">${content}</dd>`
}

function button({ label, url }: Action, color: string | undefined): string {
  const fill = color ? `background:${validColor(color)};color:${textOn(color)}` : 'background:#ececee;color:#18181b'
  const style = `display:inline-block;padding:12px 20px;border-radius:8px;font-size:16px;font-weight:600;line-height:1.25`
  const name = color ? 'lm-button' : 'lm-second'
  return `<a class="${name}" href="${link(url)}" style="${style};text-decoration:none;margin:0 8px 8px 0;${fill}">${escapeHtml(label)}</a>`
}

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
