import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'

// The program as it is installed; `npm run build` makes it.
const bin = join(import.meta.dirname, '../bin/letsmeet.js')
// Every run is a new process, and machines that test are busy.
vi.setConfig({ testTimeout: 60_000 })

const home = mkdtempSync(join(tmpdir(), 'letsmeet-bin-'))
let app: TestApp
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  expect(existsSync(join(bin, '../../dist/main.js')), 'Build the command line first: npm run build').toBe(true)
  app = await startTestApp()
  const { PATH, LANG } = process.env
  env = { PATH, LANG, HOME: home, TZ: 'UTC', NODE_ENV: 'test' }
})

afterAll(() => app.close())

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

function letsmeet(
  args: string[],
  { input = '', ...more }: NodeJS.ProcessEnv & { input?: string } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...args], { env: { ...env, ...more } }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    )
    child.stdin?.end(input)
  })
}

const asOwner = () => ({ LETSMEET_URL: app.url, LETSMEET_API_KEY: app.apiKey })

/** Other systems have another `script`. */
const onLinux = test.skipIf(process.platform !== 'linux')

/** In a terminal of its own, as somebody sits at. */
const inTerminal = (command: string, more: NodeJS.ProcessEnv) =>
  spawn('script', ['-qec', `stty cols 100; ${process.execPath} ${bin} ${command}`, '/dev/null'], {
    env: { ...env, TERM: 'xterm-256color', ...more },
  })

test('--version answers at once', async () => {
  const { version } = JSON.parse(readFileSync(join(bin, '../../package.json'), 'utf8'))
  for (const flag of ['--version', '-v'])
    expect(await letsmeet([flag])).toEqual({
      code: 0,
      stdout: `letsmeet/${version} ${process.platform}-${process.arch} node-${process.version}\n`,
      stderr: '',
    })
})

test('log in from a pipe, use the profile, log out', async () => {
  const first = await letsmeet(['whoami'])
  expect([first.code, first.stderr]).toEqual([
    4,
    expect.stringContaining('There is no API key for http://localhost:3000.'),
  ])
  const wrong = await letsmeet(['login', '--url', app.url, '--with-key'], { input: 'lm_live_wrong\n' })
  expect([wrong.code, existsSync(join(home, '.config/letsmeet/config.json'))]).toEqual([4, false])

  const login = await letsmeet(['login', '--url', app.url, '--with-key', '--json'], { input: `${app.apiKey}\n` })
  expect(JSON.parse(login.stdout)).toMatchObject({
    profile: 'default',
    url: app.url,
    user: { email: 'ada@example.com' },
  })
  expect(login.stdout + login.stderr).not.toContain(app.apiKey)
  const file = join(home, '.config/letsmeet/config.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    current: 'default',
    profiles: { default: { url: app.url, apiKey: app.apiKey } },
  })

  expect((await letsmeet(['whoami'])).stdout).toMatch(/^Profile +default$/m)
  await letsmeet(['login', '--profile', 'work', '--url', app.url, '--with-key'], { input: app.apiKey })
  expect((await letsmeet(['profiles', 'list'])).stdout).toMatch(/^work +http\S+ +yes$/m)
  expect((await letsmeet(['profiles', 'use', 'wrok'])).stderr).toContain('Did you mean work?')
  expect((await letsmeet(['logout', '--profile', 'work'])).code).toBe(0)

  // The key belongs to one server: another one must not see it.
  const elsewhere = await letsmeet(['whoami', '--url', 'http://localhost:65530'])
  expect([elsewhere.code, elsewhere.stderr]).toEqual([
    4,
    expect.stringContaining('There is no API key for http://localhost:65530.'),
  ])
  await letsmeet(['logout'])
  expect((await letsmeet(['whoami'])).code).toBe(4)
})

test('a server that is not there is said at once, and a broken one too', async () => {
  const started = Date.now()
  const nobody = await letsmeet(['whoami'], { LETSMEET_URL: 'http://localhost:65530', LETSMEET_API_KEY: 'lm_live_x' })
  expect([nobody.code, nobody.stdout]).toEqual([8, ''])
  expect(nobody.stderr).toBe(
    'Error: No LetsMeet server answers at http://localhost:65530.\nStart one with `npx letsmeet serve`, or choose another with --url.\n',
  )
  const call = await letsmeet(['api', 'GET', '/me', '--url', 'http://localhost:65530'], {
    LETSMEET_API_KEY: 'lm_live_x',
  })
  expect([call.code, call.stderr]).toEqual([8, nobody.stderr])
  expect(Date.now() - started).toBeLessThan(4000)

  const agents: (string | undefined)[] = []
  const busy = createServer((request, response) => {
    agents.push(request.headers['user-agent'])
    response.writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '300' })
    response.end('{"code":"quota_exceeded","title":"Too many requests","detail":"Too many requests.","status":429}')
  }).listen(0)
  await once(busy, 'listening')
  const address = busy.address()
  const port = typeof address === 'object' ? address?.port : 0
  const limited = await letsmeet(['whoami'], {
    LETSMEET_URL: `http://localhost:${port}`,
    LETSMEET_API_KEY: 'lm_live_x',
  })
  busy.close()
  expect([limited.code, limited.stderr]).toEqual([7, 'Error: Too many requests.\nTry again in 300 s.\n'])
  expect(agents).toEqual([expect.stringMatching(/^letsmeet-cli\/\d/)])
})

onLinux('output to a program has no colours, a terminal has them and hints, NO_COLOR takes them away', async () => {
  const args = ['bookings', 'create', '30min', '--name', 'Grace', '--email', 'grace@example.com', '--at']
  const piped = await letsmeet([...args, '2030-01-08T09:00Z'], asOwner())
  expect([piped.code, piped.stderr]).toEqual([0, ''])
  expect(piped.stdout).not.toContain('\u001b')
  const seen = await screenOf(inTerminal(`${args.join(' ')} 2030-01-08T10:00Z`, asOwner()))
  expect(seen).toContain('\u001b[32mconfirmed')
  expect(seen).toContain('Booked.')
  const plain = await screenOf(inTerminal('bookings list', { ...asOwner(), NO_COLOR: '1' }))
  expect(plain).toContain('confirmed')
  expect(plain).not.toContain('\u001b[32m')
})

test('Ctrl-C ends a tail with 130, and a reader that has enough ends it too', async () => {
  const tail = spawn(process.execPath, [bin, 'events', 'tail', '--last', '1'], { env: { ...env, ...asOwner() } })
  await once(tail.stdout, 'data')
  tail.kill('SIGINT')
  expect((await once(tail, 'exit'))[0]).toBe(130)

  const pipe = spawn('sh', ['-c', `"${process.execPath}" "${bin}" events tail --last 2 | head -1`], {
    env: { ...env, ...asOwner() },
  })
  await once(pipe.stdout, 'data')
  await app.post('/bookings', {
    eventTypeId: app.eventTypeId,
    start: '2030-01-09T09:00:00Z',
    guest: { name: 'Grace', email: 'grace@example.com', timezone: 'UTC' },
  })
  expect((await once(pipe, 'exit'))[0]).toBe(0)
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

async function screenOf(child: ReturnType<typeof spawn>): Promise<string> {
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  await once(child, 'close')
  return text
}

function watch(child: ReturnType<typeof spawn>) {
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  return {
    /** Waits for words that were not on the screen before. */
    async shows(words: string): Promise<void> {
      for (let tries = 0; !text.includes(words); tries++) {
        if (tries > 200) throw new Error(`The screen never showed “${words}”:\n${text}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      text = text.slice(text.indexOf(words) + words.length)
      // The question is on the screen a moment before it listens.
      await new Promise((resolve) => setTimeout(resolve, 100))
    },
  }
}
