import type { Database, Tx } from './database.ts'

/** A database inside an open transaction: what a verb reads and writes belongs to it. */
export const joined = (db: Database, tx: Tx): Database => ({
  ...db,
  read: tx,
  transaction: (work) => work(tx),
})
