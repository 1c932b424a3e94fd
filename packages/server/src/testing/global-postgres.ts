import { startPostgres } from './postgres.ts'

/** Runs once, before the first file of the project `postgres`; set LETSMEET_TEST_POSTGRES to bring your own server. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.LETSMEET_TEST_POSTGRES) return undefined
  const { url, stop } = await startPostgres()
  process.env.LETSMEET_TEST_POSTGRES = url
  return stop
}
