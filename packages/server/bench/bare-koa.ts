// The baseline: Koa and its router answering one ready object. Started as a process of its own.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Router from '@koa/router'
import Koa from 'koa'

const body: unknown = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const router = new Router()
router.get('/slots', (http) => {
  http.body = body
})
const app = new Koa()
app.use(router.routes())
const server = createServer(app.callback())
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Koa is ready on http://localhost:${(server.address() as AddressInfo).port}\n`)
})
