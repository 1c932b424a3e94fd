import { crc32 } from 'node:zlib'
import { base62, randomText } from '../ids.ts'

const shape = /^lm_(?:live|test|browser)_[0-9A-Za-z]{30}([0-9A-Za-z]{6})$/

/** `lm_live_`, `lm_test_` or `lm_browser_`, 30 random base62 digits (178 bits), 6 of CRC-32 over what is before them. */
export function createKey(use: 'live' | 'test' | 'browser'): string {
  const head = `lm_${use}_${randomText(30)}`
  return head + checksum(head)
}

/** True for a well-formed key with the right checksum: a typo never reaches the database. */
export const isWellFormedKey = (key: string): boolean => shape.exec(key)?.[1] === checksum(key.slice(0, -6))

/** True for the token of a browser session, well-formed or not. */
export const isBrowserToken = (key: string): boolean => key.startsWith('lm_browser_')

const checksum = (head: string) => base62(crc32(head), 6)
