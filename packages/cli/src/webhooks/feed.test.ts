import { ApiError } from '@letsmeet/sdk'
import { expect, test } from 'vitest'
import { type FeedUpdate, feed } from './feed.ts'

const ready = (missed: number) => `event: ready\ndata: {"missed":${missed}}\n\n`
const sent = (seq: number) =>
  `id: ${seq}\nevent: ping\ndata: {"deliveryId":"wd_${seq}","headers":{"webhook-id":"evt_${seq}"},"body":"{}"}\n\n`

type Step = string | Error

/** Each connection as the text that it brings before it ends, or as the error that there is instead. */
function serverOf(steps: Step[]) {
  const stop = new AbortController()
  const asked: (string | undefined)[] = []
  const waits: number[] = []
  const open = async (lastEventId: string | undefined) => {
    asked.push(lastEventId)
    const step = steps.shift()
    if (steps.length === 0) stop.abort()
    if (step instanceof Error) throw step
    return new Blob([step ?? '']).stream()
  }
  const read = async () => {
    const updates: FeedUpdate[] = []
    const settings = { open, signal: stop.signal, silenceMs: 1000 }
    const backoffMs = (attempt: number) => {
      waits.push(attempt)
      return 1
    }
    for await (const update of feed({ ...settings, backoffMs })) updates.push(update)
    return updates
  }
  return { read, asked, waits }
}

const brief = (update: FeedUpdate) => {
  if (update.kind === 'delivery') return update.delivery.id
  return update.kind === 'lost' ? `lost ${update.attempt}` : `${update.kind} ${update.missed}`
}

test('goes on after the last one that it saw, and says when what was missed has come', async () => {
  const server = serverOf([ready(0) + sent(1) + sent(2), ready(2) + sent(3) + sent(4) + sent(5), ready(0)])

  expect((await server.read()).map(brief)).toEqual([
    ...['connected 0', 'wd_1', 'wd_2', 'lost 1'],
    ...['connected 2', 'wd_3', 'wd_4', 'caught_up 2', 'wd_5', 'lost 1'],
    'connected 0',
  ])
  expect(server.asked).toEqual([undefined, '2', '5'])
})

test('tries for ever, and counts anew once it was connected', async () => {
  const down = new TypeError('fetch failed')
  const server = serverOf([down, down, down, ready(0), down, ready(0)])

  expect((await server.read()).map(brief)).toEqual([
    ...['lost 1', 'lost 2', 'lost 3', 'connected 0', 'lost 1', 'lost 2', 'connected 0'],
  ])
  expect(server.waits).toEqual([1, 2, 3, 1, 2])
})

test('ends where trying again is of no use', async () => {
  const gone = new ApiError({ type: 'about:blank', title: 'Gone', status: 404, code: 'not_found' }, new Headers())
  const server = serverOf([ready(0), gone, ready(0)])

  await expect(server.read()).rejects.toBe(gone)
})
