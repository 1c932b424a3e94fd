import { cleanLine, cleanText } from './clean.ts'
import { columns, onStdout, type Style, widthOf } from './style.ts'

/** Text, cleaned when it is drawn; an object gives it a colour. */
export type Cell = string | { text: string; style: Style }

export interface Column<T> {
  header: string
  cell: (row: T) => Cell
  align?: 'right'
  /** What a narrow terminal does to words: cuts them short, or goes on below; what is told elsewhere too it leaves out. */
  whenNarrow?: 'cut' | 'wrap' | 'drop'
}

/** Aligned columns under a header; on a terminal that is too narrow for them, a block for each row. */
export function table<T>(rows: readonly T[], layout: readonly Column<T>[]): string {
  const cells = rows.map((row) => layout.map((column) => flat(column.cell(row))))
  // A column that says nothing about any row only takes room.
  const telling = layout.flatMap((column, at): Placed[] => {
    const texts = cells.map((row) => row[at]?.text ?? '')
    const width = Math.max(widthOf(column.header), ...texts.map(widthOf))
    return texts.some((text) => text !== '') ? [{ ...column, at, width }] : []
  })
  const room = process.stdout.isTTY ? columns() : Infinity
  const least = ({ whenNarrow, width }: Placed) => Math.min(width, whenNarrow ? LEAST[whenNarrow] : width)
  const isTight = totalOf(telling.map((column) => ({ ...column, width: least(column) }))) > room
  const shown = isTight ? telling.filter(({ whenNarrow }) => whenNarrow !== 'drop') : telling
  const excess = () => Math.max(0, totalOf(shown) - room)
  for (const column of shown.toReversed()) {
    column.width = Math.max(least(column), column.width - excess())
  }
  if (excess() > 0)
    return blocks(
      cells,
      layout,
      telling.map(({ at }) => at),
    )
  const header = layout.map((column): Flat => ({ text: column.header, style: 'dim' }))
  return [header, ...cells].map((row) => line(row, shown)).join('\n')
}

/** Labels and values, one below the other; values without text are left out. */
export function card(rows: readonly (readonly [label: string, value: Cell | null | undefined])[]): string {
  const shown = rows.flatMap(([label, value]) => {
    const { text, style } = typeof value === 'object' && value ? value : { text: value ?? '', style: 'plain' as const }
    return text === '' ? [] : [{ label, text: cleanText(text), style }]
  })
  const width = Math.max(...shown.map(({ label }) => widthOf(label)))
  const indent = `\n${' '.repeat(width + 2)}`
  return shown
    .map(({ label, text, style }) => {
      const padded = onStdout('dim', label) + ' '.repeat(width - widthOf(label) + 2)
      return padded + onStdout(style, text).replaceAll('\n', indent)
    })
    .join('\n')
}

interface Flat {
  text: string
  style: Style
}

interface Placed {
  at: number
  width: number
  align?: 'right'
  whenNarrow?: 'cut' | 'wrap' | 'drop'
}

const GAP = 2
const LEAST = { cut: 6, wrap: 24, drop: Infinity }

const totalOf = (shown: readonly Placed[]) => shown.reduce((sum, { width }) => sum + width + GAP, -GAP)

/** One row, of several lines where its words go on below. */
function line(texts: readonly Flat[], shown: readonly Placed[]): string {
  const parts = shown.map(({ at, width, align, whenNarrow }) => {
    const { text, style } = texts[at] ?? { text: '', style: 'plain' }
    const lines = whenNarrow === 'wrap' ? wrap(text, width) : [cut(text, width)]
    return { lines, style, width, align }
  })
  const height = Math.max(...parts.map(({ lines }) => lines.length))
  const drawn = Array.from({ length: height }, (_, row) =>
    parts.map(({ lines, style, width, align }, place) => {
      const text = lines[row] ?? ''
      const padding = ' '.repeat(Math.max(0, width - widthOf(text)))
      if (align === 'right') return padding + onStdout(style, text)
      return onStdout(style, text) + (place < shown.length - 1 ? padding : '')
    }),
  )
  return drawn.map((row) => row.join(' '.repeat(GAP)).trimEnd()).join('\n')
}

function flat(cell: Cell): Flat {
  const { text, style } = typeof cell === 'string' ? { text: cell, style: 'plain' as const } : cell
  return { text: cleanLine(text), style }
}

function blocks<T>(cells: readonly Flat[][], layout: readonly Column<T>[], shown: readonly number[]): string {
  return cells.map((row) => card(shown.map((at) => [layout[at]?.header ?? '', row[at]]))).join('\n\n')
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let short = text
  while (widthOf(short) > width - 1) short = [...short].slice(0, -1).join('')
  return `${short}…`
}

/** Words on as many lines as a width takes. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
