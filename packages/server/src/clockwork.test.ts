import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Parts, startClockwork } from './clockwork.ts'
import { createLog } from './log.ts'
import { noSms } from './reminders/sms.ts'
import { guest, startTestApp, type TestApp } from './testing/app.ts'
import { createGuard } from './webhooks/guard.ts'
import { createPoster } from './webhooks/post.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ now: '2030-01-07T08:00:00Z' })
})
afterAll(() => app.close())

function partsAt(now: () => Date): Parts {
  const guard = createGuard({ allowCidrs: [], publicUrl: app.url, ownAddress: () => null })
  return {
    kinds: {},
    reminders: { mailer: null, host: 'localhost', sms: noSms },
    webhooks: { poster: createPoster({ guard, now }) },
    ticks: 'by hand',
    giveWay: async () => undefined,
  }
}

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
  const work = await startClockwork({ ...app.services, now }, partsAt(now))

  await work.stop()

  expect((await work.nextDue())?.getTime()).toBeLessThan(app.services.now().getTime())
  for (const part of [work.jobs, work.reminders, work.webhooks]) await expect(part.settle()).resolves.toBeUndefined()
  await expect(work.settle()).resolves.toEqual(await work.nextDue())
})

test('what can not be written is not tried for ever: whoever settles hears of it', async () => {
  await app.post('/webhook-endpoints', { url: 'http://127.0.0.1:1/' })
  await app.post('/bookings', { eventTypeId: app.eventTypeId, start: '2030-01-08T12:00:00Z', guest })
  app.pass('2030-01-08T11:30:00Z')
  const full = async () => {
    throw new Error('The disk is full.')
  }
  let isFull = false
  const { db } = app.services
  const transaction: typeof db.transaction = (write) => (isFull ? full() : db.transaction(write))
  const work = await startClockwork(
    { ...app.services, db: { ...db, transaction }, log: createLog('silent') },
    partsAt(app.services.now),
  )

  isFull = true

  for (const part of [work.jobs, work.reminders, work.webhooks, work]) {
    await expect(part.settle()).rejects.toThrow('The disk is full.')
  }
  isFull = false
  await work.stop()
})
