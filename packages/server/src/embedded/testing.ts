/** `@letsmeet/server/testing`. */
import { chooseSqlite } from '../engine-choice.ts'

// `DATABASE_URL` names the database of the program under test: the engine is chosen before the tables are declared.
chooseSqlite()
const { start } = await import('./start.ts')

export const startLetsMeet: typeof import('../../testing.d.ts').startLetsMeet = start
