import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organizations } from '../organizations/model.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const nameOf = async () => {
  const [row] = await app.services.db.read.select({ name: organizations.name }).from(organizations)
  return row?.name
}

test('what is committed lazily is seen at once, in its order among the others, and undone whole when it fails', async () => {
  const { db } = app.services
  const [organization] = await db.read.select().from(organizations)
  const rename = (to: string, from: 'lazy' | 'prompt', fails = '') =>
    (from === 'lazy' ? db.lazy : db).transaction(async (tx) => {
      await tx
        .update(organizations)
        .set({ name: to })
        .where(eq(organizations.id, organization?.id ?? ''))
      if (fails) throw new Error(fails)
    })

  await rename('First', 'lazy')
  const first = await nameOf()
  await Promise.all([rename('Second', 'prompt'), rename('Third', 'lazy')])
  const failed = await rename('Fourth', 'lazy', 'as it should').catch((error: Error) => error.message)

  expect(first).toBe('First')
  expect(failed).toBe('as it should')
  expect(['Second', 'Third']).toContain(await nameOf())
})

test('a transaction inside a transaction is refused lazily, too', async () => {
  const { db } = app.services

  const nested = db.transaction(() => db.lazy.transaction(async () => undefined))

  await expect(nested).rejects.toThrow('already open')
})
