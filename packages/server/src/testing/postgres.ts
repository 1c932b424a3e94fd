import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'

/** Starts a real PostgreSQL that ends with this process; the address is its administrator's. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  // A group of its own: Ctrl-C must reach this process first, which then ends the server in order.
  const server = spawn(process.execPath, [join(import.meta.dirname, 'postgres-server.ts')], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  server.stdin.on('error', () => {})
  const [url] = await Promise.race([once(createInterface(server.stdout), 'line'), ended])
  if (typeof url !== 'string') throw new Error('The tests need PostgreSQL; the reason it did not start is above.')
  return {
    url,
    async stop() {
      server.stdin.end()
      await ended
    },
  }
}

/** An empty database of its own, on the PostgreSQL that the test run started. */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = process.env.LETSMEET_TEST_POSTGRES
  if (!admin) throw new Error('There is no PostgreSQL here: run this through the vitest project `postgres`.')
  const name = `test_${randomBytes(8).toString('hex')}`
  await run(admin, `create database ${name}`)
  const url = new URL(admin)
  url.pathname = name
  return { url: url.href, drop: () => run(admin, `drop database ${name} with (force)`) }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
