import type { Block, Brand, Fact, Letter } from './letter.ts'
import { plain } from './plain.ts'

/** The plain-text twin of a letter: the same words in the same order, every link written out. */
export function textLetter(letter: Letter, brand: Brand): string {
  const parts = [letter.heading, ...letter.blocks.map(textBlock), footer(brand)]
  return plain(`${parts.filter((part) => part !== '').join('\n\n')}\n`).replaceAll('\u00a0', ' ')
}

function textBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'small':
      return block.text
    case 'facts':
      return block.facts.map(textFact).join('\n')
    case 'actions':
      return block.actions.map(({ label, url }) => `${label}:\n${url}`).join('\n\n')
  }
}

/** Values of several lines are indented, so that a guest's words cannot pass for ours. */
function textFact({ label, value }: Fact): string {
  const lines = plain(value).trim().split('\n')
  const title = /[:?!.]$/.test(label) ? label : `${label}:`
  return lines.length === 1 ? `${title} ${lines[0]}` : [title, ...lines.map((line) => `  ${line}`)].join('\n')
}

function footer(brand: Brand): string {
  const lines = [brand.name, brand.footerText, brand.poweredBy ? 'Powered by LetsMeet' : undefined]
  const signature = lines.filter((line) => line !== undefined && line !== '')
  return signature.length === 0 ? '' : ['-- ', ...signature].join('\n')
}
