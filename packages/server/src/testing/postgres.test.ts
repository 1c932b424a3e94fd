import pg from 'pg'
import { expect, test } from 'vitest'
import { createDatabase } from './postgres.ts'

test('a test database is empty, real and gone afterwards', async () => {
  const database = await createDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const version = await client.query('show server_version_num')
  const tables = await client.query("select from pg_tables where schemaname = 'public'")
  await client.end()
  await database.drop()

  expect(Number(version.rows[0].server_version_num)).toBeGreaterThan(180_000)
  expect(tables.rowCount).toBe(0)
  await expect(new pg.Client({ connectionString: database.url }).connect()).rejects.toThrow('does not exist')
})
