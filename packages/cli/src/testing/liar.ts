import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A LetsMeet that lists every start a minute late: all else is passed on. */
export async function startLiar(target: string): Promise<{ url: string; close(): void }> {
  const http = createServer(async (request, response) => {
    const answer = await fetch(target + request.url, await passedOn(request))
    const body = Buffer.from(await answer.arrayBuffer())
    const isList = request.url?.includes('/slots?') && answer.ok
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
    response.end(isList ? late(String(body)) : body)
  }).listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () => {
      http.close()
      http.closeAllConnections()
    },
  }
}

function late(body: string): string {
  const list: { data: { start: string }[] } = JSON.parse(body)
  const data = list.data.map((slot) => ({ ...slot, start: new Date(Date.parse(slot.start) + 60_000).toISOString() }))
  return JSON.stringify({ ...list, data })
}

async function passedOn(request: IncomingMessage): Promise<RequestInit> {
  const { method = 'GET', headers } = request
  const { host: _, connection: __, 'content-length': ___, ...kept } = headers
  const body = await buffer(request)
  const sent = Object.entries(kept).map(([name, value]): [string, string] => [name, String(value)])
  return { method, headers: sent, ...(body.length > 0 && { body }) }
}
