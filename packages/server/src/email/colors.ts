/** The colours of every mail, by day and by night. */

/** The colour of brands that have none of their own. */
export const productColor = '#2f5bea'

/** Words and what they stand on differ so much in lightness that they still read where a client turns it around. */
export const light = {
  page: '#f4f4f5',
  card: '#ffffff',
  panel: '#f4f4f6',
  quiet: '#e8e8eb',
  text: '#18181b',
  muted: '#52525b',
}

const dark: typeof light = {
  page: '#111113',
  card: '#1c1c1f',
  panel: '#27272b',
  quiet: '#3a3a40',
  text: '#f4f4f5',
  muted: '#b4b4bd',
}

/** The brand's colour when it is `#rrggbb`, else the product's: nothing else may reach a style attribute. */
export function validColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : productColor
}

/** White or black, whichever reads better on the colour (WCAG 2.2 contrast; at least 4.5:1 for every colour). */
export function textOn(color: string): string {
  return contrast('#ffffff', validColor(color)) >= 4.5 ? '#ffffff' : '#000000'
}

/** The edge of a button: its own colour, or a grey where the button would else be lost on a white or a black card. */
export function edgeOf(color: string): string {
  const fill = validColor(color)
  const isLost = [light.card, dark.card].some((card) => contrast(fill, card) < 1.5)
  return isLost ? '#85858f' : fill
}

/** Classes for clients in dark mode, the second set of selectors for Outlook's. */
export const darkColors = `@media (prefers-color-scheme: dark) {
  .lm-page { background: ${dark.page} !important }
  .lm-card { background: ${dark.card} !important }
  .lm-panel { background: ${dark.panel} !important }
  .lm-quiet { background: ${dark.quiet} !important; border-color: ${dark.quiet} !important; color: ${dark.text} !important }
  .lm-text { color: ${dark.text} !important }
  .lm-muted { color: ${dark.muted} !important }
  .lm-logo { background: #ffffff !important; padding: 6px 8px !important; border-radius: 6px !important }
}
[data-ogsb] .lm-page { background: ${dark.page} !important }
[data-ogsb] .lm-card { background: ${dark.card} !important }
[data-ogsb] .lm-panel { background: ${dark.panel} !important }
[data-ogsb] .lm-quiet { background: ${dark.quiet} !important }
[data-ogsc] .lm-text, [data-ogsc] .lm-quiet { color: ${dark.text} !important }
[data-ogsc] .lm-muted { color: ${dark.muted} !important }
`

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
