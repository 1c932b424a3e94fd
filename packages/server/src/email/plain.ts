/** Words that came from outside, made safe to stand among ours. */

/** Without control characters, and without the marks that turn the direction of the text after them. */
export function plain(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
}

/** As one line of at most `limit` characters, for names, titles and headers. */
export function oneLine(value: string, limit: number): string {
  const line = plain(value).replace(/\s+/g, ' ').trim()
  const characters = line.length > limit ? [...line] : []
  return characters.length > limit
    ? `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
    : line
}
