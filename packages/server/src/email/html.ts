import { htmlBlock, small } from './blocks.ts'
import type { Brand } from './brand.ts'
import { darkColors, light, validColor } from './colors.ts'
import type { Letter } from './letter.ts'
import { escapeHtml, lines, link, prose } from './markup.ts'
import { cut } from './plain.ts'

/**
 * The HTML of a letter: inline styles because many clients drop `<style>`, tables because Outlook pads nothing else
 * and ignores `max-width`, and a dark palette for the clients that ask for it.
 */
export function htmlLetter(letter: Letter, brand: Brand): string {
  const lang = escapeHtml(letter.lang)
  const title = escapeHtml(letter.heading)
  return `<!doctype html>
<html lang="${lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title}</title>
<style>:root { color-scheme: light dark; supported-color-schemes: light dark }
${onPhones}${darkColors}</style>
</head>
<body class="lm-page" style="margin:0;padding:0;background:${light.page};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(letter.preheader)}${afterPreheader}</div>
<table role="presentation" class="lm-page" width="100%" cellpadding="0" cellspacing="0" bgcolor="${light.page}" style="background:${light.page}">
<tr><td align="center" style="padding:32px 12px">
<!--[if mso]><table role="presentation" width="560"><tr><td><![endif]-->
<div role="article" aria-roledescription="email" aria-label="${title}" lang="${lang}" style="${page}">
${header(brand)}<div class="lm-card" style="background:${light.card};border-radius:12px;overflow:hidden">
<div style="height:4px;line-height:4px;font-size:0;background:${validColor(brand.color)}"></div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed">
<tr><td class="lm-inside" style="padding:28px 28px 16px">
<h1 class="lm-text" dir="auto" style="${heading}">${prose(letter.heading)}</h1>
${letter.blocks.map((block) => htmlBlock(block, brand)).join('\n')}
</td></tr>
</table>
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
const heading = `margin:0 0 12px;font-size:24px;line-height:1.25;color:${light.text};overflow-wrap:anywhere;word-break:break-word;text-align:start`

const onPhones = `@media (max-width: 480px) {
  .lm-inside { padding: 24px 20px 12px !important }
  .lm-inset { padding: 4px 16px 16px !important }
  .lm-button { display: block !important; margin-right: 0 !important }
}
`

/** Inboxes that have room left after the preheader would else show the mail's first words twice. */
const afterPreheader = '&#847;&zwnj;&nbsp;'.repeat(60)

function header(brand: Brand): string {
  const name = escapeHtml(brand.name ?? '')
  const logo = link(brand.logoUrl)
  if (logo)
    return `<div style="padding:0 4px 20px"><img class="lm-logo" src="${logo}" alt="${name}" style="${image}"></div>\n`
  return name && `<p class="lm-muted" dir="auto" style="margin:0;padding:0 4px 16px;${small}">${name}</p>\n`
}

/** The colours are those of its text, for who loads no images. */
const image = `display:inline-block;max-height:36px;max-width:240px;border:0;font-size:16px;color:${light.text}`

function footer(brand: Brand): string {
  const powered = brand.poweredBy ? 'Powered by LetsMeet' : ''
  return [cut(brand.footerText ?? '', 200), powered]
    .filter((line) => line !== '')
    .map((line) => `<p class="lm-muted" dir="auto" style="margin:0;padding:16px 4px 0;${small}">${lines(line)}</p>\n`)
    .join('')
}
