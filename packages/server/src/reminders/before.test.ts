import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { dialect } from '../config.ts'
import { migrationsFolder } from '../db/migrations.ts'
import { jobs } from '../jobs/model.ts'
import { startTestApp } from '../testing/app.ts'
import { addSolo, booked, everyDay, good, weekly } from '../testing/factories.ts'
import { createDatabase } from '../testing/postgres.ts'
import { reminders } from './model.ts'

const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const step of undo.reverse()) await step()
})

/** A server, and how its database is reached from beside it. */
async function startHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-before-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const database = dialect === 'postgres' ? await createDatabase() : null
  if (database) undo.push(() => database.drop())
  const app = await startTestApp({ env: { DATABASE_URL: database?.url ?? `sqlite:${join(folder, 'letsmeet.db')}` } })
  undo.push(() => app.close())
  const run = async (sql: string) => {
    if (!database) return void new Database(join(folder, 'letsmeet.db')).exec(sql).close()
    const client = new pg.Client(database.url)
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  return { app, run }
}

test('bookings that were there before reminders were get theirs after the upgrade, once', async () => {
  const { app, run } = await startHouse()
  const { typeId } = await addSolo(app, { weekly: weekly('00:00-24:00', everyDay) })
  const coming = (await booked(app, typeId, '2030-02-05T10:00Z')).body
  const past = (await booked(app, typeId, '2030-01-07T10:00Z')).body
  await app.travel('2030-01-08T08:00:00Z')
  const { db } = app.services
  await db.transaction(async (tx) => {
    for (const { id } of [coming, past]) await tx.delete(reminders).where(eq(reminders.bookingId, id))
  })

  await run(readFileSync(join(migrationsFolder(dialect), '0013_reminders_before.sql'), 'utf8'))
  await app.settle()

  const dues = async ({ id }: { id: string }) =>
    (await good(app.get(`/bookings/${id}/reminders`), 200)).body.data.map((one: { dueAt: string }) => one.dueAt)
  expect(await dues(coming)).toEqual(['2030-02-04T10:00:00.000Z', '2030-02-05T09:00:00.000Z'])
  expect(await dues(past)).toEqual([])
  expect(await db.read.select().from(jobs).where(eq(jobs.kind, 'reminders.plan'))).toEqual([])
})
