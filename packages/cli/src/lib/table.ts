import { cleanLine, cleanText } from './clean.ts'
import { columns, onStdout, type Style, widthOf } from './style.ts'

/** Text, cleaned when it is drawn; an object gives it a colour. */
export type Cell = string | { text: string; style: Style }

export interface Column<T> {
  header: string
  cell: (row: T) => Cell
}

/** Aligned columns under a header; on a terminal that is too narrow for them, a block for each row. */
export function table<T>(rows: readonly T[], layout: readonly Column<T>[]): string {
  const cells = rows.map((row) => layout.map((column) => flat(column.cell(row))))
  // A column that says nothing about any row only takes room.
  const shown = layout.map((_, at) => at).filter((at) => cells.some((row) => row[at]?.text !== ''))
  const widths = layout.map(({ header }, at) =>
    Math.max(widthOf(header), ...cells.map((row) => widthOf(row[at]?.text ?? ''))),
  )
  const total = shown.reduce((sum, at) => sum + (widths[at] ?? 0) + 2, -2)
  if (process.stdout.isTTY && total > columns()) return blocks(cells, layout, shown)
  const line = (texts: readonly Flat[]) => {
    const parts = shown.map((at, place) => {
      const { text, style } = texts[at] ?? { text: '', style: 'plain' }
      const padding = place < shown.length - 1 ? ' '.repeat((widths[at] ?? 0) - widthOf(text)) : ''
      return onStdout(style, text) + padding
    })
    return parts.join('  ').trimEnd()
  }
  const header = layout.map((column): Flat => ({ text: column.header, style: 'dim' }))
  return [header, ...cells].map(line).join('\n')
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

function flat(cell: Cell): Flat {
  const { text, style } = typeof cell === 'string' ? { text: cell, style: 'plain' as const } : cell
  return { text: cleanLine(text), style }
}

function blocks<T>(cells: readonly Flat[][], layout: readonly Column<T>[], shown: readonly number[]): string {
  return cells.map((row) => card(shown.map((at) => [layout[at]?.header ?? '', row[at]]))).join('\n\n')
}
