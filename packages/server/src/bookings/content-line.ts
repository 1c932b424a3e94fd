/** The grammar of iCalendar's lines and values, RFC 5545 chapter 3, for values that nobody has checked. */

/** One line of the file: folded after at most 75 octets, never inside a character, ended by CRLF (RFC 5545, 3.1). */
export function contentLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

/** A TEXT value (RFC 5545, 3.3.11). */
export function text(value: string): string {
  return printable(value)
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
}

/** A parameter value in double quotes, with what they cannot hold written with carets (RFC 6868). */
export function parameter(value: string): string {
  const escaped = printable(value).replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n')
  return `"${escaped}"`
}

/** A web address in ASCII (RFC 3986); empty when it is none. */
export function uri(value: string): string {
  return /^https?:\/\//i.test(value) && URL.canParse(value) ? new URL(value).href : ''
}

/** A DATE-TIME in UTC (RFC 5545, 3.3.5, form 2). */
export function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Readers split lines at more characters than the RFC does, so every kind of line end becomes one `\n`. */
function printable(value: string): string {
  return (
    value
      .toWellFormed()
      .replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to remove
      .replace(/[\x00-\x08\x0e-\x1f\x7f-\x9f]/g, '')
  )
}
