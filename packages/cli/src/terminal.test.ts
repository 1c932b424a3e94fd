import { once } from 'node:events'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { guest, startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { startReceiver } from '../../server/src/testing/webhook-receiver.ts'
import { asOwner, inTerminal, letsmeet, screenOf, watch } from './testing/spawn.ts'

// Every run is a new process, and machines that test are busy.
vi.setConfig({ testTimeout: 60_000 })

/** Other systems have another `script`. */
const onLinux = test.skipIf(process.platform !== 'linux')

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(() => app.close())

onLinux('output to a program has no colours, a terminal has them and hints, NO_COLOR takes them away', async () => {
  const args = ['bookings', 'create', '30min', '--name', 'Grace', '--email', 'grace@example.com', '--at']
  const piped = await letsmeet([...args, '2030-01-08T09:00Z'], asOwner(app))
  expect([piped.code, piped.stderr]).toEqual([0, ''])
  expect(piped.stdout).not.toContain('\u001b')
  const seen = await screenOf(inTerminal(`${args.join(' ')} 2030-01-08T10:00Z`, asOwner(app)))
  expect(seen).toContain('\u001b[32mconfirmed')
  expect(seen).toContain('Booked.')
  const plain = await screenOf(inTerminal('bookings list', { ...asOwner(app), NO_COLOR: '1' }))
  expect(plain).toContain('confirmed')
  expect(plain).not.toContain('\u001b[32m')
})

onLinux('a person is asked step by step, may go back, and Ctrl-C books nothing', async () => {
  const today = await startTestApp({ now: new Date().toISOString() })
  const owner = { LETSMEET_URL: today.url, LETSMEET_API_KEY: today.apiKey }
  const wizard = inTerminal('bookings create --timezone UTC', owner)
  const screen = watch(wizard)
  const answers = ['\r', '\r', '\r', 'Grace\u001b', '\r', 'Grace Hopper\r', 'grace\r', '@example.com\r', '\r', '\r']
  const questions = [
    'Event type',
    'Day',
    'Start (UTC)',
    'name',
    'Start (UTC)',
    'name',
    'e-mail',
    'Type an e-mail',
    'time zone',
    'Book it?',
  ]
  for (const [at, answer] of answers.entries()) {
    await screen.shows(questions[at] ?? '')
    for (const key of answer) wizard.stdin.write(key)
  }
  await screen.shows('Booked.')
  const [booking] = (await today.get('/bookings')).body.data
  expect(booking).toMatchObject({
    guest: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'UTC' },
    source: 'cli',
  })

  const second = inTerminal('bookings create', owner)
  await watch(second).shows('Event type')
  second.stdin.write('\u0003')
  expect((await once(second, 'exit'))[0]).toBe(130)
  await today.close()
})

onLinux('a person sees in colour how an endpoint does, and is asked before a window is sent again', async () => {
  const receiver = await startReceiver(500)
  const { id } = (await app.post('/webhook-endpoints', { url: receiver.url, eventTypes: ['booking.*'] })).body
  await app.post('/bookings', { eventTypeId: app.eventTypeId, start: '2030-01-08T12:00:00Z', guest })
  await app.settle()

  const list = await screenOf(inTerminal('webhooks list', asOwner(app)))
  const recover = inTerminal(`webhooks recover ${id} --since 2030-01-07`, asOwner(app))
  await watch(recover).shows(`Send 1 delivery to ${id} again? [y/N]`)
  recover.stdin.write('n\r')
  const [code] = await once(recover, 'exit')
  await app.settle()
  await receiver.close()

  expect(list).toContain('\u001b[33mfailing')
  expect(code).toBe(1)
  expect(receiver.received).toHaveLength(1)
})

onLinux('a link is handed to the terminal to copy, and its host is asked before it is revoked', async () => {
  const { id } = (await app.post('/links', { kind: 'one_off', eventTypeId: app.eventTypeId })).body

  const screen = await screenOf(inTerminal('links create 30min --copy', asOwner(app)))
  const revoke = inTerminal(`links revoke ${id}`, asOwner(app))
  await watch(revoke).shows(`Revoke the link ${id} for good? [y/N]`)
  revoke.stdin.write('n\r')
  const [code] = await once(revoke, 'exit')

  const [url = ''] = /http:\S+\/l\/\w+/.exec(screen) ?? []
  expect(screen).toContain(`\u001b]52;c;${btoa(url)}\u0007`)
  expect([code, (await app.get(`/links/${id}`)).body.state]).toEqual([1, 'active'])
})

onLinux('nobody is erased until their address is typed', async () => {
  const { id } = (await app.post('/contacts', { email: 'vera@example.com', name: 'Vera' })).body
  const erase = async (typed: string) => {
    const child = inTerminal('contacts erase vera@example.com', asOwner(app))
    await watch(child).shows('Type vera@example.com to go on:')
    child.stdin.write(`${typed}\r`)
    const [code] = await once(child, 'exit')
    return [code, (await app.get(`/contacts/${id}`)).status]
  }

  const careless = await erase('y')
  const sure = await erase('Vera@example.com')

  expect(careless).toEqual([1, 200])
  expect(sure[0]).toBe(0)
  expect(sure[1]).toBeGreaterThan(403)
})
