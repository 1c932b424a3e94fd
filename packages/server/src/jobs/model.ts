import { index, instant, integer, json, table, text, unique } from '../db/columns.ts'

/** A verb that runs later. Finished jobs are deleted; `failed` ones stay to be looked at. */
export const jobs = table(
  'jobs',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    /** At most one waiting job a key: enqueueing it again moves it. */
    key: text(),
    organizationId: text().notNull(),
    /** By whose clock it is due: empty for the server's, else the sandbox organization's. */
    clock: text().notNull().default(''),
    payload: json<Record<string, unknown>>().notNull(),
    state: text().$type<'waiting' | 'leased' | 'failed'>().notNull(),
    /** When it is due, or, while leased, when the lease ends and anyone may claim it again. */
    dueAt: instant().notNull(),
    leasedBy: text(),
    attempts: integer().notNull(),
    lastError: text(),
    createdAt: instant().notNull(),
  },
  (t) => [index('jobs_due').on(t.clock, t.state, t.dueAt), unique('jobs_key').on(t.key)],
)
export type Job = typeof jobs.$inferSelect
