import { expect, test } from 'vitest'
import { type SentEvent, sentEvents } from './sse.ts'

const encoder = new TextEncoder()

function streamOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
      controller.close()
    },
  })
}

async function read(stream: ReadableStream<Uint8Array>): Promise<SentEvent[]> {
  const events: SentEvent[] = []
  for await (const event of sentEvents(stream, { silenceMs: 1000 })) events.push(event)
  return events
}

const booked = { id: '7', type: 'booking.created', data: '{"deliveryId":"wd_1"}' }
const written = 'id: 7\nevent: booking.created\ndata: {"deliveryId":"wd_1"}\n\n'

test('reads ids, types and data, and passes comments by', async () => {
  const stream = streamOf(': connected\n\nevent: ready\ndata: {"missed":0}\n\n: ping\n\n', written)

  expect(await read(stream)).toEqual([{ id: undefined, type: 'ready', data: '{"missed":0}' }, booked])
})

test('reads the same however the bytes are cut and the lines are ended', async () => {
  for (const text of [written, written.replaceAll('\n', '\r\n'), written.replaceAll('\n', '\r')]) {
    const bytes = encoder.encode(`${text}${text.replace('wd_1', 'wd_é')}:\n`)
    expect(await read(streamOf(...Array.from(bytes, (byte) => Uint8Array.of(byte))))).toEqual([
      booked,
      { ...booked, data: '{"deliveryId":"wd_é"}' },
    ])
  }
})

test('joins several lines of data, and takes the space after the colon away, once', async () => {
  expect(await read(streamOf('data:  two\ndata\ndata:lines: here\nretry: 5\n\n'))).toEqual([
    { id: undefined, type: 'message', data: ' two\n\nlines: here' },
  ])
})

test('drops an event that was cut short', async () => {
  expect(await read(streamOf(written, written.trimEnd()))).toEqual([booked])
})

test('gives up on a connection that is silent, and lets go of it', async () => {
  let isCancelled = false
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(written)),
    cancel: () => {
      isCancelled = true
    },
  })
  const events = sentEvents(stream, { silenceMs: 10 })

  expect((await events.next()).value).toEqual(booked)
  await expect(events.next()).rejects.toThrow('nothing was heard')
  expect(isCancelled).toBe(true)
})
