import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

export interface Received {
  method: string | undefined
  headers: IncomingHttpHeaders
  body: string
}

export interface Answering {
  status: number
  headers?: Record<string, string>
  body?: string
}

export interface Receiver {
  url: string
  port: number
  received: Received[]
  /** What it answers from now on. */
  answers(answering: Answering): void
  close(): void
}

/** A program that receives webhooks. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let next: Answering = { status: 200, body: 'ok' }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push({ method: request.method, headers: request.headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(next.status, next.headers).end(next.body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    port,
    received,
    answers: (answering) => {
      next = answering
    },
    close: () => server.close(),
  }
}
