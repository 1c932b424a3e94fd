// Takes demos and hears what became of them.
//
//   LETSMEET_URL=http://localhost:3000 LETSMEET_API_KEY=lm_live_… WEBHOOK_SECRET=whsec_… PORT=4000 node server.ts
import { LetsMeet } from '@letsmeet/sdk'
import { createApp } from './app.ts'
import { FollowUps } from './follow-ups.ts'

const webhookSecret = process.env.WEBHOOK_SECRET
if (!webhookSecret) throw new Error('Set WEBHOOK_SECRET to the whsec_… that the endpoint was made with.')
const port = Number(process.env.PORT ?? 4000)
const app = createApp({
  letsmeet: new LetsMeet(),
  webhookSecret,
  followUps: new FollowUps(),
  now: () => new Date(),
})
app.listen(port, () => console.log(`Takes demos at http://localhost:${port}/demos`))
