import { crc32 } from 'node:zlib'
import { base62, randomText } from '../ids.ts'

const shape = /^lm_(live|test)_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/

/** `lm_live_` or `lm_test_`, 30 random base62 digits (178 bits), 6 of CRC-32 over what stands before them. */
export function createKey(mode: 'live' | 'test'): string {
  const head = `lm_${mode}_${randomText(30)}`
  return head + checksum(head)
}

/** True for a well-formed key with the right checksum: a typo never reaches the database. */
export function isWellFormedKey(key: string): boolean {
  const match = shape.exec(key)
  return match !== null && checksum(key.slice(0, -6)) === match[3]
}

const checksum = (head: string) => base62(crc32(head), 6)
