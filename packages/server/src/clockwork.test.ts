import { afterAll, beforeAll, expect, test } from 'vitest'
import { startClockwork } from './clockwork.ts'
import { noSms } from './reminders/sms.ts'
import { guest, startTestApp, type TestApp } from './testing/app.ts'
import { createGuard } from './webhooks/guard.ts'
import { createPoster } from './webhooks/post.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ now: '2030-01-07T08:00:00Z' })
})
afterAll(() => app.close())

test('what was told to stop settles no more, however much is due: a server that is closed meanwhile ends', async () => {
  await app.post('/webhook-endpoints', { url: 'http://127.0.0.1:1/' })
  await app.post('/bookings', { eventTypeId: app.eventTypeId, start: '2030-01-08T09:00:00Z', guest })
  app.pass('2030-01-08T08:30:00Z')
  let looks = 0
  const now = () => {
    // A loop that never waits for anything would never end the test either.
    if (++looks > 500) throw new Error('It looks for ever.')
    return app.services.now()
  }
  const guard = createGuard({ allowCidrs: [], publicUrl: app.url, ownAddress: () => null })
  const work = await startClockwork(
    { ...app.services, now },
    {
      kinds: {},
      reminders: { mailer: null, host: 'localhost', sms: noSms },
      webhooks: { poster: createPoster({ guard, now }) },
      ticks: 'by hand',
      giveWay: async () => undefined,
    },
  )

  await work.stop()

  expect((await work.nextDue())?.getTime()).toBeLessThan(app.services.now().getTime())
  for (const part of [work.jobs, work.reminders, work.webhooks]) await expect(part.settle()).resolves.toBeUndefined()
  await expect(work.settle()).resolves.toEqual(await work.nextDue())
})
