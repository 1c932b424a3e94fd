import { index, instant, integer, real, table, text } from '../db/columns.ts'

/** The first answer to a request that carried an `Idempotency-Key`, written in the transaction of its effect. */
export const idempotencyKeys = table(
  'idempotency_keys',
  {
    /** Hash of organization and key. */
    id: text().primaryKey(),
    fingerprint: text().notNull(),
    status: integer().notNull(),
    /** Media type and body, encrypted: an answer may hold a secret that is shown once. */
    answer: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('idempotency_keys_expiry').on(t.expiresAt)],
)

/** How full a token bucket is, shared by all servers of one PostgreSQL: epoch milliseconds at which it will be full. */
export const rateBuckets = table('rate_buckets', { id: text().primaryKey(), fullAt: real().notNull() })
