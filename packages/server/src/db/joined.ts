import type { Database, Tx } from './database.ts'

/** A database inside an open transaction: what a verb reads and writes belongs to it. */
export function joined(db: Database, tx: Tx): Database {
  const inside: Database = {
    ...db,
    read: tx,
    transaction: (work) => work(tx),
    get lazy() {
      return inside
    },
  }
  return inside
}
