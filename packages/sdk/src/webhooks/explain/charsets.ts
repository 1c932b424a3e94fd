/** The bytes that a text was before it was decoded with a charset of one byte a character. */
export function* bytesOfMisread(text: string): Generator<[charset: string, bytes: Uint8Array]> {
  // ASCII is the same in all of them.
  if (/^\p{ASCII}*$/u.test(text)) return
  const latin1 = bytesBy(text, (character) => character.charCodeAt(0))
  if (latin1) yield ['Latin-1', latin1]
  const decoded = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const windows1252 = bytesBy(text, (character) => decoded.indexOf(character))
  if (windows1252) yield ['Windows-1252', windows1252]
}

function bytesBy(text: string, byteOf: (character: string) => number) {
  const bytes = text.split('').map(byteOf)
  return bytes.every((byte) => byte >= 0 && byte < 256) ? Uint8Array.from(bytes) : undefined
}
