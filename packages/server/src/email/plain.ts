/** Words that came from outside, made safe to stand among ours. */

/** Without control characters, and without the marks that turn the direction of the text after them. */
export function plain(value: string): string {
  return settled(value).replace(/[\u2068\u2069]/g, '')
}

/** The same for sentences of ours, in which what `isolated` marked stays marked. */
export function settled(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066\u2067]/gu, '')
}

/** As one line of at most `limit` characters, for names, titles and headers. */
export function oneLine(value: string, limit: number): string {
  return cut(plain(value).replace(/\s+/g, ' ').trim(), limit)
}

/** At most `limit` characters, the last one an ellipsis where there were more. */
export function cut(value: string, limit: number): string {
  const characters = value.length > limit ? [...value] : []
  return characters.length > limit
    ? `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
    : value
}

/** A name in a sentence of ours: one that runs from right to left keeps its direction to itself. */
export function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
