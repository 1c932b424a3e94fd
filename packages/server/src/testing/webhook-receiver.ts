import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  headers: Record<string, string>
  /** The exact bytes as text. */
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
  body: any
}

export interface WebhookReceiver {
  url: string
  received: Received[]
  /** What it answers from now on: a status, or a function that answers itself. */
  answer: number | ((request: IncomingMessage, response: ServerResponse, received: Received) => void)
  close(): Promise<void>
}

/** A real HTTP server on loopback that keeps what it is sent. */
export async function startReceiver(answer: WebhookReceiver['answer'] = 200): Promise<WebhookReceiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const one = { headers, text, body: text.startsWith('{') ? JSON.parse(text) : text }
    receiver.received.push(one)
    if (typeof receiver.answer === 'function') receiver.answer(request, response, one)
    else response.writeHead(receiver.answer).end('thank you')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: [],
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}
