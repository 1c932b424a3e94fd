import { getTableName } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import type { Tx } from '../db/database.ts'
import { startTestApp } from '../testing/app.ts'
import { openSandbox } from '../testing/sandbox.ts'
import { allTables } from '../testing/whole-database.ts'
import { removeAll } from './remove.ts'

/** What is kept under the hash of something, names nobody, and goes by itself. */
const nobodys = ['idempotency_keys', 'link_visits', 'rate_buckets']

test('a sandbox that goes takes its rows of every table with it, also of a table that is new', async () => {
  const app = await startTestApp()
  onTestFinished(() => app.close())
  const sandbox = await openSandbox(app)
  const emptied = new Set<string>()
  const noting = (tx: Tx): Tx['delete'] => {
    return (table) => {
      emptied.add(getTableName(table))
      return tx.delete(table)
    }
  }

  await app.services.db.transaction((tx) => removeAll({ ...tx, delete: noting(tx) }, sandbox.organizationId))

  const all = (await allTables()).map(([, table]) => getTableName(table))
  expect([...emptied, ...nobodys].sort()).toEqual(all.sort())
})
