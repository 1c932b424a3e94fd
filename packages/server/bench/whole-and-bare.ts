// The whole server, and beside it in the same process a bare Koa that calls the same handlers. A process of its own.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { readConfig } from '../src/config.ts'
import type { Context } from '../src/context.ts'
import { firstRun, makeDataFolder, readSecret } from '../src/first-run.ts'
import { routes, startServer } from '../src/server.ts'

const config = readConfig()
makeDataFolder(config)
const whole = await startServer(config, { secret: readSecret(config) })
const made = await firstRun(whole.services, config)
if (!made) throw new Error('The bench wants a folder of its own.')

const ctx: Context = {
  ...whole.services,
  actor: { type: 'api_key', id: 'key_bench', userId: made.owner.id, role: 'owner' },
  organizationId: made.owner.organizationId,
  plan: 'enterprise',
  source: 'api',
  scopes: ['*'],
}
const handlerOf = (id: string) => {
  const handle = routes.find((route) => route.id === id)?.handle
  if (!handle) throw new Error(`There is no route ${id}.`)
  return handle
}
const getMe = handlerOf('me.get')
const getEventType = handlerOf('eventTypes.get')
const http = {
  ip: '127.0.0.1',
  idempotencyKey: () => undefined,
  userAgent: '',
  sessionToken: null,
  keepSession: () => {},
  upload: () => {
    throw new Error('Nothing is sent.')
  },
}

const app = new Koa()
app.use(async (request) => {
  const id = request.path.split('/')[4]
  request.body =
    id === undefined
      ? await getMe(ctx, { params: undefined, query: undefined, body: undefined }, http)
      : await getEventType(ctx, { params: { id }, query: undefined, body: undefined }, http)
})
const bare = createServer(app.callback())
bare.listen(0, '127.0.0.1', () => {
  const { port } = bare.address() as AddressInfo
  process.stdout.write(`Both are ready on http://localhost:${port} and ${whole.url}\n`)
})
process.on('SIGTERM', () => process.exit(0))
