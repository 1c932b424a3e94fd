import type { IncomingMessage } from 'node:http'
import { addressList } from '../addresses.ts'

export type ClientIp = (request: IncomingMessage) => string

/** Who is calling: `X-Forwarded-For` counts only as far as trusted proxies wrote it, from right to left. */
export function createClientIp(trustedCidrs: readonly string[]): ClientIp {
  const isTrusted = addressList(trustedCidrs)
  return (request) => {
    let ip = plain(request.socket.remoteAddress ?? '')
    const header = request.headers['x-forwarded-for']
    if (header === undefined) return ip
    const forwarded = String(header)
      .split(',')
      .map((part) => plain(part.trim()))
      .filter(Boolean)
    while (forwarded.length > 0 && isTrusted(ip)) ip = forwarded.pop() ?? ip
    return ip
  }
}

/** `::ffff:127.0.0.1` is 127.0.0.1. */
const plain = (ip: string) => ip.replace(/^::ffff:(?=\d+\.)/i, '')
