import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dialect } from '../config.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { jobs } from './model.ts'
import { takeBackClaims } from './runner.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ now: '2030-01-07T08:00:00Z' })
})
afterAll(() => app.close())

/** A job in the middle of its lease, claimed by a process that may be dead or not. */
async function claimedJob(): Promise<string> {
  const id = app.services.newId('job')
  const createdAt = app.services.now()
  await app.services.db.transaction((tx) =>
    tx.append(jobs, [
      {
        id,
        kind: 'mail.send',
        key: null,
        organizationId: 'org_any',
        clock: '',
        payload: { mailId: 'mail_none' },
        state: 'leased',
        dueAt: new Date(createdAt.getTime() + 100_000),
        leasedBy: 'run_other',
        attempts: 1,
        lastError: null,
        createdAt,
      },
    ]),
  )
  return id
}

test('a start runs what a dead process had claimed where no other can hold it, and leaves it alone elsewhere', async () => {
  const id = await claimedJob()
  const before = await app.services.db.read.select().from(jobs).where(eq(jobs.id, id))
  await takeBackClaims(app.services)
  await app.settle()

  const after = await app.services.db.read.select().from(jobs).where(eq(jobs.id, id))
  expect(before).toHaveLength(1)
  expect(after).toEqual(dialect === 'sqlite' ? [] : before)
})
