import { dialect } from '../config.ts'
import type { Database } from './database.ts'

/** Only the engine in use is loaded. */
export async function openDatabase(url: string): Promise<Database> {
  if (dialect === 'postgres') return (await import('./postgres.ts')).openPostgres(url)
  return (await import('./sqlite.ts')).openSqlite(url)
}
