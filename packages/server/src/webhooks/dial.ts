import { isIP, connect as netConnect, type Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { Failure, failureOf, tlsFailureOf } from './failure.ts'
import { unwrapped } from './forbidden.ts'
import type { Guard, Target } from './guard.ts'

/** One connection, as it came to be. Instants are those of `performance.now()`. */
export interface Line {
  startedAt: number
  resolvedAt: number | null
  connectedAt: number | null
  securedAt: number | null
  /** The address in use, or the first one tried. */
  remoteAddress: string | null
  host: string
  /** How many requests it has carried. */
  carried: number
}

export interface DialSettings {
  guard: Guard
  /** For name, connection and handshake together. */
  connectMs: number
  /** Authorities to trust instead of the usual ones. */
  ca?: string | undefined
  /** Those that are not open yet, for whoever shuts down. */
  dialing: Set<Socket>
}

export const newLine = (): Line => ({
  startedAt: 0,
  resolvedAt: null,
  connectedAt: null,
  securedAt: null,
  remoteAddress: null,
  host: '',
  carried: 0,
})

/** Opens a connection to an address that the guard has let pass, and writes down on the line how it went. */
export function dial(target: Target, line: Line, { guard, connectMs, ca, dialing }: DialSettings): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  Object.assign(line, newLine(), { startedAt: performance.now(), host: target.host })
  let socket: Socket | undefined
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    reject(new Failure('timeout', `No connection within ${connectMs / 1000} s: still ${stageOf(line)}.`))
    socket?.destroy()
  }, connectMs)
  guard.addressesOf(target).then((addresses) => {
    if (isLate) return
    if (isIP(target.host) === 0) line.resolvedAt = performance.now()
    line.remoteAddress = addresses[0] ? unwrapped(addresses[0].address) : null
    const opened = open(target, addresses, ca)
    socket = opened
    dialing.add(opened)
    opened.setNoDelay(true)
    opened.once('connect', () => {
      line.connectedAt = performance.now()
      line.remoteAddress = unwrapped(opened.remoteAddress ?? '') || line.remoteAddress
      if (target.protocol === 'http:') resolve(opened)
    })
    opened.once('secureConnect', () => {
      line.securedAt = performance.now()
      resolve(opened)
    })
    // It stays for as long as the socket does: what fails later is reported by whoever uses it.
    opened.on('error', (error) => reject(line.connectedAt === null ? failureOf(error) : tlsFailureOf(error)))
    opened.once('close', () => reject(failureOf(undefined)))
  }, reject)
  return promise.finally(() => {
    clearTimeout(timer)
    if (socket) dialing.delete(socket)
  })
}

/** What a line is busy with, for a sentence. */
export function stageOf(line: Line): string {
  if (line.remoteAddress === null) return `resolving ${line.host}`
  if (line.connectedAt === null) return 'waiting for the connection'
  return 'in the TLS handshake'
}

function open(
  { protocol, host, port }: Target,
  addresses: { address: string; family: number }[],
  ca: string | undefined,
) {
  const options = {
    host,
    port,
    highWaterMark: 65_536,
    // Node asks for all of them, to try both families.
    autoSelectFamily: true,
    lookup: (_host: string, _options: object, callback: (error: null, found: typeof addresses) => void) =>
      callback(null, addresses),
  }
  if (protocol === 'http:') return netConnect(options)
  return tlsConnect({ ...options, ca, servername: isIP(host) === 0 ? host : '', ALPNProtocols: ['http/1.1'] })
}
