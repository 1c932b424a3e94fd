import { Readable } from 'node:stream'
import type Koa from 'koa'
import type { EventStream, Listener, Message } from './route.ts'

/** Sends an answer that goes on (HTML, section 9.2). Nothing is gathered for a reader who does not read. */
export function sendStream(
  http: Koa.Context,
  stream: EventStream,
  { stopping, renew }: { stopping: AbortSignal; renew: Listener['renew'] },
): void {
  const hungUp = new AbortController()
  http.res.once('close', () => hungUp.abort())
  if (http.res.closed) hungUp.abort()
  const listener: Listener = {
    lastEventId: http.get('last-event-id'),
    signal: AbortSignal.any([hungUp.signal, stopping]),
    renew,
  }
  // Whoever does not read cannot be told the end.
  const cut = () => void setTimeout(() => http.res.destroy(), 1000).unref()
  stopping.addEventListener('abort', cut, { once: true })
  http.res.once('close', () => stopping.removeEventListener('abort', cut))
  http.status = 200
  http.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Proxies may neither keep, nor pack, nor gather it.
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
    Connection: 'close',
  })
  http.body = Readable.from(lines(stream.begin(listener)), { objectMode: true, highWaterMark: 1 })
}

async function* lines(messages: AsyncIterable<Message | null>): AsyncGenerator<string> {
  for await (const message of messages) yield message === null ? ':\n\n' : textOf(message)
}

/** JSON has no line breaks of its own, so one `data` line holds it. */
const textOf = ({ id, event, data }: Message): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
