/** The one layout of every mail: a letter of plain values becomes HTML and its plain-text twin. */
import type { Brand } from './brand.ts'
import { htmlLetter } from './html.ts'
import type { Letter } from './letter.ts'
import { cut } from './plain.ts'
import { textLetter } from './text.ts'

/** Gmail shows 102 kB of a mail and hides the rest, buttons and footer too. */
const clippedAt = 100_000

/** To how many characters a fact is cut where the mail would be clipped. */
const lengths = [2000, 500, 80]

/** Renders a letter in a brand; both parts say the same. */
export function renderLetter(letter: Letter, brand: Brand): { html: string; text: string } {
  let shown = letter
  let html = htmlLetter(shown, brand)
  for (const length of lengths) {
    if (Buffer.byteLength(html) <= clippedAt) break
    shown = shortened(letter, length)
    html = htmlLetter(shown, brand)
  }
  return { html, text: textLetter(shown, brand) }
}

function shortened(letter: Letter, length: number): Letter {
  const blocks = letter.blocks.map((block) =>
    block.kind === 'facts'
      ? { ...block, facts: block.facts.map((fact) => ({ ...fact, value: cut(fact.value, length) })) }
      : block,
  )
  return { ...letter, blocks }
}
