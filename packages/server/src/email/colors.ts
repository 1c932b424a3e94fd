/** The colour of brands that have none of their own. */
export const productColor = '#2f5bea'

/** The brand's colour when it is `#rrggbb`, else the product's: nothing else may reach a style attribute. */
export function validColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : productColor
}

/** White or black, whichever reads better on the colour (WCAG 2.2 contrast; at least 4.5:1 for every colour). */
export function textOn(color: string): string {
  return contrastWithWhite(validColor(color)) >= 4.5 ? '#ffffff' : '#000000'
}

/** Classes for clients in dark mode, the second set of selectors for Outlook's. */
export const darkColors = `@media (prefers-color-scheme: dark) {
  .lm-page { background: #111113 !important }
  .lm-card { background: #1c1c1f !important }
  .lm-panel { background: #27272b !important }
  .lm-text { color: #f4f4f5 !important }
  .lm-muted { color: #a9a9b2 !important }
  .lm-quiet { background: #3a3a40 !important; color: #f4f4f5 !important }
}
[data-ogsc] .lm-text { color: #f4f4f5 !important }
[data-ogsc] .lm-muted { color: #a9a9b2 !important }
`

function contrastWithWhite(color: string): number {
  return 1.05 / (luminance(color) + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
