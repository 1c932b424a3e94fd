import type { Brand } from './brand.ts'
import type { Block, Fact, Letter, Link } from './letter.ts'
import { cut, plain, settled } from './plain.ts'

/** The plain-text twin of a letter: the same words in the same order, every link written out. */
export function textLetter(letter: Letter, brand: Brand): string {
  const parts = [settled(letter.heading), ...letter.blocks.map(textBlock), footer(brand)]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`.replaceAll('\u00a0', ' ')
}

function textBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return settled(block.text)
    case 'small':
      return [settled(block.text), ...(block.link ? [textLink(block.link)] : [])].join('\n')
    case 'facts':
      return block.facts.map(textFact).join('\n')
    case 'actions':
      return block.actions.map(textLink).join('\n\n')
  }
}

function textLink({ label, url }: Link): string {
  return plain(`${label}:\n${url}`)
}

/** Values of several lines are indented, so that a guest's words cannot pass for ours. */
function textFact({ label, value, href = '' }: Fact): string {
  const target = plain(href.replace(/^mailto:/i, ''))
  const lines = settled(value).trim().split('\n')
  const shown = lines.join('\n').includes(target) ? lines : [...lines, target]
  const title = /[:?!.]$/.test(label) ? plain(label) : `${plain(label)}:`
  return shown.length === 1 ? `${title} ${shown[0]}` : [title, ...shown.map((line) => `  ${line}`)].join('\n')
}

function footer(brand: Brand): string {
  const lines = [brand.name, cut(brand.footerText ?? '', 200), brand.poweredBy ? 'Powered by LetsMeet' : undefined]
  const signature = lines.filter((line) => line !== undefined && line !== '')
  return signature.length === 0 ? '' : plain(['-- ', ...signature].join('\n'))
}
