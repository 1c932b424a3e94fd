import { stripVTControlCharacters } from 'node:util'

// Control characters but for line breaks and tabs, and the marks that turn the direction of text around.
const COMMANDING = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Somebody else's words, without what a terminal would obey. */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text.replace(/\r\n?/g, '\n')).replace(COMMANDING, '')
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s*[\n\t]\s*/g, ' ')
}

/** JSON that a terminal can show: what JSON leaves unescaped and terminals obey is escaped, the value is the same. */
export function cleanJson(value: unknown, indent = 2): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return (JSON.stringify(value, null, indent) ?? 'null').replace(/[^\P{Cc}\n]/gu, escaped)
}
