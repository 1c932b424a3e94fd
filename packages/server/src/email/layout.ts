/** The one layout of every mail: a letter of plain values becomes HTML and its plain-text twin. */
import { htmlLetter } from './html.ts'
import type { Brand, Letter } from './letter.ts'
import { textLetter } from './text.ts'

/** Renders a letter in a brand; both parts say the same. */
export function renderLetter(letter: Letter, brand: Brand): { html: string; text: string } {
  return { html: htmlLetter(letter, brand), text: textLetter(letter, brand) }
}
