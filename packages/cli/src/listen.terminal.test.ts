import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { unwrap } from '@letsmeet/sdk/webhooks'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { type Receiver, startReceiver } from './testing/receiver.ts'
import { asOwner, bin, env, inTerminal, watch } from './testing/spawn.ts'

// Every run is a new process, and machines that test are busy.
vi.setConfig({ testTimeout: 60_000 })

/** Other systems have another `script`. */
const onLinux = test.skipIf(process.platform !== 'linux')

let app: TestApp
let receiver: Receiver

beforeAll(async () => {
  app = await startTestApp()
  receiver = await startReceiver()
})
afterAll(async () => {
  receiver.close()
  await app.close()
})

const book = (start: string) =>
  app.post('/bookings', {
    eventTypeId: app.eventTypeId,
    start,
    guest: { name: 'Grace', email: 'grace@example.com', timezone: 'UTC' },
  })

onLinux('an event is shown as it comes, opened, sent once more with a new signature, and q quits', async () => {
  receiver.answers({ status: 500, body: '{"why":"not yet"}' })
  const terminal = inTerminal(`listen --forward-to ${receiver.port} --events "booking.*"`, asOwner(app))
  let all = ''
  terminal.stdout.on('data', (chunk) => {
    all += chunk
  })
  const screen = watch(terminal)
  await screen.shows('connected')
  const [, secret = ''] = /Signing secret (whsec_[\w+/=]+)/.exec(all) ?? []
  const [, session = ''] = /Listening as (we_\w+)/.exec(all) ?? []

  await book('2030-01-08T09:00:00Z')
  await screen.shows('booking.created')
  await screen.shows('1 not accepted')
  terminal.stdin.write('o')
  await screen.shows('"why": "not yet"')
  terminal.stdin.write('o')
  await screen.shows('o opens')
  receiver.answers({ status: 200 })
  terminal.stdin.write('r')
  await screen.shows('200')
  const [first, second] = receiver.received
  expect([first?.headers['webhook-attempt'], second?.headers['webhook-attempt']]).toEqual(['1', '2'])
  expect(await unwrap(second?.body ?? '', { ...second?.headers }, secret)).toMatchObject({ type: 'booking.created' })

  terminal.stdin.write('q')
  expect((await once(terminal, 'exit'))[0]).toBe(0)
  expect((await app.delete(`/listen-sessions/${session}`)).status).toBe(404)
  const { data } = (await app.get(`/webhook-deliveries?endpointId=${session}`)).body
  expect(data).toEqual([expect.objectContaining({ status: 'succeeded', attemptCount: 2 })])
})

test('Ctrl-C ends a pipe with 130, and the session with it', async () => {
  const listening = spawn(process.execPath, [bin, 'listen', '--json'], { env: { ...env, ...asOwner(app) } })
  const [chunk] = await once(listening.stdout, 'data')
  const { id } = JSON.parse(String(chunk).split('\n')[0] ?? '')
  await book('2030-01-08T11:00:00Z')
  await once(listening.stdout, 'data')
  listening.kill('SIGINT')

  expect((await once(listening, 'exit'))[0]).toBe(130)
  expect((await app.delete(`/listen-sessions/${id}`)).status).toBe(404)
})
