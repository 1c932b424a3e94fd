import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import { onTestFinished } from 'vitest'

export interface Receiver {
  port: number
  /** What came in, a text for each connection. */
  heard: string[]
  sockets: Socket[]
}

/** A server that says to each chunk of a request whatever it likes, HTTP or not, for the rest of the test. */
export function receiver(reply: (socket: Socket, received: string) => void, tls?: TlsOptions): Promise<Receiver> {
  const heard: string[] = []
  const sockets: Socket[] = []
  const listen = (socket: Socket) => {
    const place = sockets.push(socket) - 1
    heard[place] = ''
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      heard[place] += chunk.toString('latin1')
      reply(socket, heard[place] ?? '')
    })
  }
  return started(tls ? createTlsServer(tls, listen) : createServer(listen), heard, sockets)
}

async function started(server: Server, heard: string[], sockets: Socket[]): Promise<Receiver> {
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const { port } = server.address() as AddressInfo
  return { port, heard, sockets }
}

/** Answers each request with this text, and leaves the connection open. */
export const saying = (text: string) => (socket: Socket) => void socket.write(text, 'latin1')

/** An answer with a length, as any server writes it. */
export function answer(status: number, headers: Record<string, string> = {}, body = ''): string {
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body) })
  return [`HTTP/1.1 ${status} X`, ...lines.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n')
}
