import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '@letsmeet/sdk/webhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { catalogue } from '../../server/src/webhooks/catalogue.ts'
import { type Receiver, startReceiver } from './testing/receiver.ts'
import { cliFor, runWith } from './testing/run.ts'

const secret = `whsec_${btoa('a secret of thirty-two bytes, 012')}`
/** No server, no account: nothing but the command. */
const offline = (...args: string[]) => runWith({ XDG_CONFIG_HOME: '/nonexistent', TZ: 'UTC' }, ['trigger', ...args])

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answers({ status: 200, body: 'ok' })
})
afterAll(() => receiver.close())

const last = () => {
  const [request] = receiver.received.slice(-1)
  if (!request) throw new Error('Nothing was received.')
  return request
}

describe('without a server', () => {
  test('signs and sends a sample of every type, which a receiver accepts', async () => {
    for (const type of Object.keys(catalogue)) {
      const { code, stdout } = await offline(type, '--to', receiver.url, '--secret', secret)
      const { method, headers, body } = last()

      expect([code, stdout]).toEqual([0, expect.stringMatching(/^200 {2}\d+ ms\nok\n$/)])
      expect([method, headers['content-type'], headers['webhook-attempt']]).toEqual(['POST', 'application/json', '1'])
      const event = await unwrap(body, { ...headers }, secret)
      expect(event).toMatchObject({ type, id: headers['webhook-id'], mode: 'test', data: expect.any(Object) })
    }
  })

  test('changes fields of the sample', async () => {
    const set = ['data.guest.email=lin@example.com', 'data.hosts.0.name=Lin', 'data.noShow=true', 'data.revision=7']

    await offline(
      'booking.created',
      '--to',
      `:${receiver.port}/hooks`,
      '--secret',
      secret,
      ...set.flatMap((one) => ['--set', one]),
    )

    expect(JSON.parse(last().body).data).toMatchObject({
      guest: { name: 'Grace Hopper', email: 'lin@example.com' },
      hosts: [{ name: 'Lin' }],
      noShow: true,
      revision: 7,
    })
  })

  test('sends a body of your own byte for byte, under its own id', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'letsmeet-trigger-')), 'body.json')
    const body = '{ "id": "evt_mine",\n  "text": "é" }\n'
    writeFileSync(file, body)

    const { code } = await offline('--body', `@${file}`, '--to', receiver.url, '--secret', secret)

    expect([code, last().body, last().headers['webhook-id']]).toEqual([0, body, 'evt_mine'])
    expect(await unwrap(last().body, { ...last().headers }, secret)).toEqual(JSON.parse(body))
  })

  test('shows what the receiver says, and fails when it does not accept', async () => {
    receiver.answers({ status: 500, body: 'TypeError: \u001b[31mx is undefined' })

    const refused = await offline('ping', '--to', receiver.url, '--secret', secret)
    const asJson = await offline('ping', '--to', receiver.url, '--secret', secret, '--json')

    expect([refused.code, refused.stdout]).toEqual([
      1,
      expect.stringMatching(/^500 {2}\d+ ms\nTypeError: x is undefined\n$/),
    ])
    expect([asJson.code, asJson.json]).toEqual([1, expect.objectContaining({ status: 500, error: null })])
    expect(asJson.json.request.body).toBe(last().body)
  })

  test('follows no redirect, and says when nobody listens', async () => {
    receiver.answers({ status: 302, headers: { location: receiver.url } })
    const moved = await offline('ping', '--to', receiver.url, '--secret', secret)
    expect([moved.code, receiver.received.length]).toEqual([1, 1])

    const nobody = await offline('ping', '--to', 'localhost:65530', '--secret', secret)
    expect([nobody.code, nobody.stderr]).toEqual([
      1,
      'http://localhost:65530/ did not answer: nobody listens there (ECONNREFUSED).\n',
    ])
  })

  test('takes the secret from WEBHOOK_SECRET', async () => {
    const { code } = await runWith({ WEBHOOK_SECRET: secret }, ['trigger', 'ping', '--to', receiver.url])

    expect(code).toBe(0)
    await expect(unwrap(last().body, { ...last().headers }, secret)).resolves.toMatchObject({ type: 'ping' })
  })

  test('lists every type with when it is sent', async () => {
    const { stdout } = await offline('--list')
    for (const [type, description] of Object.entries(catalogue))
      expect(stdout).toContain(`${type.padEnd(25)}  ${description}`)
    const { data } = (await offline('--list', '--json')).json
    expect(data).toContainEqual({ type: 'booking.ended', description: catalogue['booking.ended'] })
  })

  test.each([
    [['boking.created', '--to', '3000', '--secret', secret], 'Did you mean booking.created?'],
    [['--to', '3000', '--secret', secret], 'It is not said what to trigger.'],
    [['ping', '--to', '3000'], 'There is no secret to sign with.'],
    [['ping', '--to', '3000', '--secret', 'hunter2!'], 'The secret cannot sign.'],
    [['ping', '--to', 'ftp://x', '--secret', secret], '--to needs an address'],
    [['ping', '--set', 'data.x=1'], '--set and --body need --to'],
    [
      ['ping', '--to', '3000', '--secret', secret, '--set', 'guest.email=x'],
      'Its resource is in data: --set data.guest.email=…',
    ],
  ])('%j is refused with a way out', async (args, sentence) => {
    const { code, stderr } = await offline(...args)

    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)])
  })
})

describe('with a server', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ env: { LETSMEET_WEBHOOK_ALLOW_CIDRS: '127.0.0.0/8' }, options: { ticks: 'ticking' } })
  })
  afterAll(() => app.close())

  test('has a sample sent to the only endpoint, or to one that is named', async () => {
    const letsmeet = cliFor(app)
    const none = await letsmeet('trigger', 'ping')
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('There is no webhook endpoint yet.')])
    const { body: endpoint } = await app.post('/webhook-endpoints', { url: receiver.url })

    const only = await letsmeet.json('trigger', 'booking.created')
    expect(only).toMatchObject({
      delivery: { eventType: 'booking.created', status: 'succeeded', endpointId: endpoint.id },
    })
    expect(await unwrap(last().body, { ...last().headers }, endpoint.secret)).toMatchObject({ type: 'booking.created' })

    receiver.answers({ status: 503 })
    await app.post('/webhook-endpoints', { url: receiver.url, eventTypes: ['ping'] })
    expect((await letsmeet('trigger', 'ping')).stderr).toContain('There are several webhook endpoints.')
    const named = await letsmeet('trigger', 'ping', '--endpoint', endpoint.id)
    expect([named.code, named.stdout]).toEqual([1, expect.stringContaining('503')])
  })
})
