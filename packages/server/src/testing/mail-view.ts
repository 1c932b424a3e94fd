/** What somebody sees of a mail that is open in a browser. */
import type { Page } from 'playwright-core'

export interface MailView {
  /** How wide the content is, in pixels; more than the window is an overflow. */
  width: number
  /** The words that can be seen, with their colour and the one behind them, as `rgb(r, g, b)`. */
  words: { text: string; color: string; background: string }[]
  buttons: { label: string; height: number; width: number }[]
  headings: string[]
  hrefs: string[]
  lang: string
}

/** Reads it off the page as it stands, in the colours and the width of the moment. */
export const viewMail = (page: Page): Promise<MailView> =>
  page.evaluate(() => {
    const backgroundOf = (from: Element): string => {
      for (let at: Element | null = from; at; at = at.parentElement) {
        const color = getComputedStyle(at).backgroundColor
        if (color !== 'rgba(0, 0, 0, 0)') return color
      }
      return 'rgb(255, 255, 255)'
    }
    const words: MailView['words'] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim()
      const holder = node.parentElement
      if (text === '' || !holder || holder.getClientRects().length === 0) continue
      words.push({ text, color: getComputedStyle(holder).color, background: backgroundOf(holder) })
    }
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
    return {
      width: Math.max(document.documentElement.scrollWidth, ...all('td, div, p, dd, a').map((one) => one.scrollWidth)),
      words,
      buttons: all('a.lm-button').map((button) => {
        const { height, width } = button.getBoundingClientRect()
        return { label: button.textContent, height, width }
      }),
      headings: all('h1, h2, h3, h4, h5, h6').map((heading) => heading.tagName),
      hrefs: all('a').map((a) => a.getAttribute('href') ?? ''),
      lang: document.documentElement.lang,
    }
  })

/** The contrast of two colours as a browser names them (WCAG 2.2). */
export const contrastOf = (one: string, other: string): number => ratio(luminanceOf(one), luminanceOf(other))

/** The same in a client that turns all lightness around, as Outlook does (CIELAB, where 0 becomes 100). */
export const contrastInverted = (one: string, other: string): number =>
  ratio(inverted(luminanceOf(one)), inverted(luminanceOf(other)))

/** The same in a negative, as screens make it whose owner asks for turned colours. */
export const contrastNegative = (one: string, other: string): number =>
  ratio(luminanceOf(negative(one)), luminanceOf(negative(other)))

/** The same in a client that turns around light backgrounds and dark words alone, as Gmail does on Android. */
export function contrastHalfInverted(words: string, background: string): number {
  const [front, back] = [luminanceOf(words), luminanceOf(background)]
  return ratio(front < middle ? inverted(front) : front, back > middle ? inverted(back) : back)
}

/** Half as light as white to the eye. */
const middle = 0.184

function ratio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

const negative = (color: string): string => color.replace(/\d+/g, (digits) => String(255 - Number(digits)))

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((digits) => {
    const part = Number(digits) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return red * 0.2126 + green * 0.7152 + blue * 0.0722
}

function inverted(luminance: number): number {
  const lightness = luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : (luminance * 24389) / 27
  const turned = 100 - lightness
  return turned > 8 ? ((turned + 16) / 116) ** 3 : (turned * 27) / 24389
}
