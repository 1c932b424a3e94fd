import { randomFillSync } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Makes ids such as `bk_…`: 9 base62 digits of time, 2 that count within the millisecond, 9 random ones. They rise
 * in the order they are made, so new rows land at an index's end and lists are stable within a millisecond.
 */
export function createIds(now: () => number): (prefix: string) => string {
  let last = 0
  let count = 0
  return (prefix) => {
    const ms = now()
    count = ms === last ? count + 1 : 0
    last = ms
    return `${prefix}_${base62(ms + Math.floor(count / 3844), 9)}${base62(count % 3844, 2)}${randomText(9)}`
  }
}

/** Uniform base62 text; 22 characters carry 130 bits. */
export function randomText(length: number): string {
  let text = ''
  while (text.length < length) {
    const byte = nextByte()
    // 248 is the largest multiple of 62 below 256: above it the draw would be biased.
    if (byte < 248) text += alphabet[byte % 62]
  }
  return text
}

// Asking the system for random bytes costs more than using them, so they are drawn by the page and never used twice.
const pool = Buffer.alloc(4096)
let used = pool.length

function nextByte(): number {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const byte = pool[used] ?? 0
  pool[used++] = 0
  return byte
}

/** A number as base62, most significant digit first, padded with zeros. */
export function base62(value: number, width: number): string {
  let text = ''
  for (let rest = value; text.length < width; rest = Math.floor(rest / 62)) text = alphabet[rest % 62] + text
  return text
}
