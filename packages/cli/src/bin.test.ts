import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { asOwner, bin, env, home, letsmeet } from './testing/spawn.ts'

// Every run is a new process, and machines that test are busy.
vi.setConfig({ testTimeout: 60_000 })

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(() => app.close())

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

test('Ctrl-C ends a tail of the request log with 130 and no complaint', async () => {
  const tail = spawn(process.execPath, [bin, 'logs', 'tail', '--last', '1'], { env: { ...env, ...asOwner(app) } })
  let complaints = ''
  tail.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  await app.get('/me')
  await once(tail.stdout, 'data')
  tail.kill('SIGINT')

  expect((await once(tail, 'exit'))[0]).toBe(130)
  expect(complaints).toBe('')
})

test('Ctrl-C ends a tail with 130, and a reader that has enough ends it too', async () => {
  const tail = spawn(process.execPath, [bin, 'events', 'tail', '--last', '1'], { env: { ...env, ...asOwner(app) } })
  await once(tail.stdout, 'data')
  tail.kill('SIGINT')
  expect((await once(tail, 'exit'))[0]).toBe(130)

  const pipe = spawn('sh', ['-c', `"${process.execPath}" "${bin}" events tail --last 2 | head -1`], {
    env: { ...env, ...asOwner(app) },
  })
  await once(pipe.stdout, 'data')
  await app.post('/bookings', {
    eventTypeId: app.eventTypeId,
    start: '2030-01-09T09:00:00Z',
    guest: { name: 'Grace', email: 'grace@example.com', timezone: 'UTC' },
  })
  expect((await once(pipe, 'exit'))[0]).toBe(0)
})
