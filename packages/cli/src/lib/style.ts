import { styleText } from 'node:util'

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'plain'

// styleText knows NO_COLOR, FORCE_COLOR, TERM=dumb and whether the stream is a terminal.
export const onStdout = (style: Style, text: string) => paint(style, text, process.stdout)
export const onStderr = (style: Style, text: string) => paint(style, text, process.stderr)

function paint(style: Style, text: string, stream: NodeJS.WriteStream): string {
  return style === 'plain' || text === '' ? text : styleText(style, text, { stream })
}

/** How many columns a text takes: East Asian letters and emoji take two, marks none. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : ZERO.test(segment) ? 0 : 1
  return width
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Script=Han}/u
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** The width to write for; wide enough for ids where nobody looks. */
export const columns = () => process.stdout.columns || Number(process.env.COLUMNS) || 80
