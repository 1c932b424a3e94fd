/** How values stand in the cells of a CSV file: safe to open in a spreadsheet, and read back as they were. */

/** What a spreadsheet would take for a formula, however many apostrophes protect it already. */
const formula = /^'*[=+\-@\t\r\n]/

/** A text as a cell: with an apostrophe before it where a spreadsheet would calculate. */
const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The text of a cell again. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell

/** One line of a CSV file (RFC 4180). */
export const lineOf = (values: readonly string[]): string =>
  `${values.map((value) => quoted(guarded(value))).join(',')}\r\n`

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Tags in one cell; what parts them elsewhere gets a backslash. */
export const joinTags = (tags: readonly string[]): string =>
  tags.map((tag) => tag.replace(/[\\;,:*]/g, '\\$&')).join('; ')

/** The tags of a cell, parted by semicolons, commas or, as Google does, by `:::`; without Google's label for everybody. */
export const splitTags = (cell: string): string[] =>
  (cell.match(/(?:\\[\s\S]|(?!:::)[^;,\\]|\\$)+/g) ?? [])
    .map((tag) => tag.trim().replace(/^:+/, '').trim())
    .filter((tag) => tag !== '' && tag !== '* myContacts')
    .map((tag) => tag.replace(/\\([\s\S])/g, '$1'))
