import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { ReceivedWebhook, WebhookReceiver } from '../../testing.d.ts'
import type { Services } from '../context.ts'
import { endpoints } from '../webhooks/model.ts'
import { sign } from '../webhooks/sign.ts'

/** A program that takes webhooks as a customer's would: verified first, kept, answered as asked. */
export async function startReceiver(
  services: Pick<Services, 'db' | 'secrets'>,
): Promise<WebhookReceiver & { close(): Promise<void> }> {
  const received: ReceivedWebhook[] = []
  let status = 200
  const http = createServer(async (request, response) => {
    const body = await text(request)
    const headers = headersOf(request)
    if (!isSigned(headers, body, await secretsFor(services, url))) {
      response.writeHead(401).end('No endpoint that points here has signed this.')
      return
    }
    const attempt = Number(headers['webhook-attempt'] ?? 1)
    received.push({ ...JSON.parse(body), attempt, answered: status, request: { headers, body } })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/webhooks`
  return {
    url,
    received,
    answer: (next) => {
      status = next
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

/** Both secrets of each endpoint that points here: it may be rotated, or made by the test itself. */
async function secretsFor({ db, secrets }: Pick<Services, 'db' | 'secrets'>, url: string): Promise<string[]> {
  const rows = await db.read.select().from(endpoints)
  return rows
    .filter((row) => row.url?.startsWith(url))
    .flatMap((row) => [row.secret, row.previousSecret, row.privateKey])
    .filter((sealed) => sealed !== null)
    .map((sealed) => secrets.open(sealed))
}

function isSigned(headers: Record<string, string>, body: string, secrets: readonly string[]): boolean {
  const expected = sign(headers['webhook-id'] ?? '', Number(headers['webhook-timestamp']), body, secrets).split(' ')
  return (headers['webhook-signature'] ?? '').split(' ').some((one) => one !== '' && expected.includes(one))
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
