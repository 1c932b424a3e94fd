import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as passed } from 'node:timers/promises'
import { unwrap } from '@letsmeet/sdk/webhooks'
import { hashOf } from './dice.ts'
import type { Fault } from './violation.ts'

/** One request that came for an endpoint. */
export interface Arrival {
  path: string
  id: string
  type: string
  seq: number
  timestamp: string
  body: string
  subjectId: string
  attempt: number
  isTaken: boolean
}

/** A customer's program: it verifies, and it fails on purpose. */
export interface Receiver {
  url: string
  arrivals: Arrival[]
  faults: Fault[]
  secrets: Map<string, string>
  /** Paths that take nothing at present. */
  down: Set<string>
  close(): Promise<void>
}

type Answer = 'take' | 'slowly' | 'fail' | 'hang up'

export async function startReceiver(seed: number): Promise<Receiver> {
  const arrivals: Arrival[] = []
  const faults: Fault[] = []
  const secrets = new Map<string, string>()
  const down = new Set<string>()
  const http = createServer((request, response) => void receive(request, response).catch(() => response.destroy()))

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    const body = await text(request)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const event = await unwrap(body, headers, secrets.get(path) ?? '').catch((error: unknown) => String(error))
    if (typeof event === 'string') {
      faults.push({ promise: 'Webhooks are signed', expected: 'a signature that fits', seen: event })
      response.writeHead(401).end()
      return
    }
    const attempt = Number(headers['webhook-attempt'])
    const answer = answerTo(seed, path, { seq: event.seq, attempt, isDown: down.has(path) })
    if (headers['webhook-id'] !== event.id) {
      faults.push({ promise: 'webhook-id is the event’s', expected: event.id, seen: String(headers['webhook-id']) })
    }
    arrivals.push({
      path,
      id: event.id,
      type: event.type,
      seq: event.seq,
      timestamp: event.timestamp,
      body,
      subjectId: subjectOf(event.data),
      attempt,
      isTaken: answer === 'take' || answer === 'slowly',
    })
    if (answer === 'slowly') await passed(20)
    if (answer === 'hang up') request.socket.destroy()
    else response.writeHead(answer === 'fail' ? 500 : 200).end()
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    arrivals,
    faults,
    secrets,
    down,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

/** By the seed and what is sent, not by when it comes: retries have a jitter that no seed repeats. */
function answerTo(
  seed: number,
  path: string,
  { seq, attempt, isDown }: { seq: number; attempt: number; isDown: boolean },
): Answer {
  const share = hashOf(`${seed} ${path} ${seq} ${attempt}`) % 100
  if (isDown) return share < 50 ? 'fail' : 'hang up'
  // Bad luck has an end, so that everything arrives.
  if (attempt > 3 || share >= 14) return 'take'
  if (share < 8) return 'fail'
  return share < 11 ? 'hang up' : 'slowly'
}

function subjectOf(data: unknown): string {
  const id = typeof data === 'object' && data !== null ? Reflect.get(data, 'id') : undefined
  return typeof id === 'string' ? id : ''
}
