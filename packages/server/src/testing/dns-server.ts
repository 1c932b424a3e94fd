import { createSocket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import { onTestFinished } from 'vitest'

const types: Record<number, 'A' | 'AAAA'> = { 1: 'A', 28: 'AAAA' }

/** Addresses of a name; null is a name that does not exist. */
export type Zone = (name: string, type: 'A' | 'AAAA') => string[] | null

/** A DNS server on loopback for the rest of the test; its address, as `setServers` takes it. */
export async function dnsServer(zone: Zone): Promise<string> {
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => socket.send(answerTo(query, zone), from.port, from.address))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  onTestFinished(() => void socket.close())
  return `127.0.0.1:${socket.address().port}`
}

/** RFC 1035: the question again, and a record for each address. */
function answerTo(query: Buffer, zone: Zone): Buffer {
  const labels: string[] = []
  let at = 12
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  const questionEnd = at + 5
  const type = types[query.readUInt16BE(at + 1)]
  const found = type ? zone(labels.join('.').toLowerCase(), type) : []
  const addresses = (found ?? []).filter((address) => isIPv6(address) === (type === 'AAAA'))
  const header = Buffer.from(query.subarray(0, 12))
  header.writeUInt16BE(found === null ? 0x8183 : 0x8180, 2)
  header.writeUInt16BE(addresses.length, 6)
  header.fill(0, 8, 12)
  return Buffer.concat([header, query.subarray(12, questionEnd), ...addresses.map(recordOf)])
}

/** The name is a pointer to the question's; nobody may remember the answer. */
function recordOf(address: string): Buffer {
  const bytes = isIPv6(address) ? bytesOfIPv6(address) : Buffer.from(address.split('.').map(Number))
  const head = Buffer.from([0xc0, 0x0c, 0, isIPv6(address) ? 28 : 1, 0, 1, 0, 0, 0, 0, 0, bytes.length])
  return Buffer.concat([head, bytes])
}

function bytesOfIPv6(address: string): Buffer {
  // As a URL writes it: without the dots of a mapped address.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [left = '', right = ''] = canonical.split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const zeros = Array<string>(8 - groups(left).length - groups(right).length).fill('0')
  const hex = [...groups(left), ...zeros, ...groups(right)].map((group) => group.padStart(4, '0')).join('')
  return Buffer.from(hex, 'hex')
}
