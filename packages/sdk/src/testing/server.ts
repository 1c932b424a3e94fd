import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { type ClientOptions, LetsMeet } from '../index.ts'

/** What the server says; nothing at all when it is `silence`. A body that is no string is sent as JSON. */
export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}
/** Takes the request and never answers. */
export const silence = Symbol('silence')
/** Takes the request and cuts the connection. */
export const hangUp = Symbol('hangUp')
type Answer = Reply | typeof silence | typeof hangUp

export interface Received {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

/** A real server on loopback that gives these answers in turn, the last one again and again, and remembers requests. */
export async function serve(...answers: Answer[]) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    received.push({ method, url, headers, body: await text(request) })
    const answer = answers[Math.min(received.length, answers.length) - 1] ?? {}
    if (answer === silence) return
    if (answer === hangUp) return void request.socket.destroy()
    const { status = 200, headers: extra, body } = answer
    const isText = typeof body === 'string'
    const type = isText ? 'text/html' : status < 400 ? 'application/json' : 'application/problem+json'
    response.writeHead(status, { ...(body !== undefined && { 'content-type': type }), ...extra })
    response.end(isText ? body : JSON.stringify(body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const close = () => new Promise((closed) => server.close(closed).closeAllConnections())
  onTestFinished(async () => void (await close()))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { url: `http://127.0.0.1:${port}`, received, close }
}

/** A client that notes how long it would have waited, and does not wait. */
export function impatient(baseUrl: string, options: ClientOptions = {}) {
  const waits: number[] = []
  const sleep = async (ms: number) => void waits.push(ms)
  return { letsmeet: new LetsMeet({ apiKey: 'lm_test_key', baseUrl, sleep, ...options }), waits }
}

export function problem(status: number, code: string, more: object = {}): Reply {
  return {
    status,
    headers: { 'request-id': 'req_1' },
    body: { type: 'about:blank', title: 'A title', status, code, ...more },
  }
}
