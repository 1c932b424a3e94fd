import { randomBytes, randomInt } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** `bk_` and the like, then 9 base62 digits of time and 11 random ones: new rows land at an index's end. */
export function createId(prefix: string, nowMs: number): string {
  return `${prefix}_${base62(nowMs, 9)}${randomText(11)}`
}

/** Uniform base62 text; 22 characters carry 130 bits. */
export function randomText(length: number): string {
  let text = ''
  for (const byte of randomBytes(length * 2)) {
    // 248 is the largest multiple of 62 below 256: above it the draw would be biased.
    if (byte < 248) text += alphabet[byte % 62]
    if (text.length === length) return text
  }
  return text + Array.from({ length: length - text.length }, () => alphabet[randomInt(62)]).join('')
}

/** A number as base62, most significant digit first, padded with zeros. */
export function base62(value: number, width: number): string {
  let text = ''
  for (let rest = value; text.length < width; rest = Math.floor(rest / 62)) text = alphabet[rest % 62] + text
  return text
}
