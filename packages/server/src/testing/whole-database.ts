import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { is, Table } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { idempotencyKeys } from '../http/model.ts'
import type { TestApp } from './app.ts'

const source = join(import.meta.dirname, '..')
const models = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('model.ts'))

/** Every table that is declared, with the name of what declares it. */
export async function allTables(): Promise<[name: string, table: Table][]> {
  const exported = await Promise.all(models.map(async (file) => Object.entries(await import(join(source, file)))))
  return exported.flat().filter((one): one is [string, Table] => is(one[1], Table))
}

/** Every row of every table as text, by the table's name. */
export async function wholeDatabase(app: TestApp): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const [name, table] of await allTables()) {
    const rows = await app.services.db.read.select().from(table as PgTable)
    texts.set(name, JSON.stringify(rows))
  }
  const kept = await app.services.db.read.select().from(idempotencyKeys)
  texts.set('answers', kept.map((row) => (row.answer ? app.services.secrets.open(row.answer) : '')).join('\n'))
  return texts
}

/** In which tables one of these texts stands. */
export async function tablesWith(app: TestApp, ...sought: string[]): Promise<string[]> {
  const found = [...(await wholeDatabase(app))].filter(([, text]) =>
    sought.some((one) => text.toLowerCase().includes(one.toLowerCase())),
  )
  return found.map(([name]) => name).sort()
}
