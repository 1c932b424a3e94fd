// Receives webhooks with Koa.
//
//   WEBHOOK_SECRET=whsec_… PORT=4000 node server.ts
import Koa from 'koa'
import { bytesOf } from './lib/bytes.ts'
import { receive } from './lib/receive.ts'

const app = new Koa()

// Before any body parser: it would leave nothing of the bytes that were signed.
app.use(async (ctx, next) => {
  if (ctx.path !== '/webhooks/letsmeet') return next()
  if (ctx.method !== 'POST') ctx.throw(405)
  const body = await bytesOf(ctx.req)
  if (!body) return ctx.throw(413)
  const { status, text } = await receive(body, ctx.req.headers)
  ctx.status = status
  ctx.body = text
})

const server = app.listen(Number(process.env.PORT ?? 4000), () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  console.log(`Receives webhooks at http://localhost:${port}/webhooks/letsmeet`)
})
