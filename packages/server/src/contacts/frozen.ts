import type { ContactRow, FrozenContact } from './model.ts'

/** A contact as JSON keeps it. */
export const freeze = (row: ContactRow): FrozenContact => ({
  ...row,
  archivedAt: row.archivedAt?.getTime() ?? null,
  createdAt: row.createdAt.getTime(),
  updatedAt: row.updatedAt.getTime(),
})

/** The same as a row again. */
export const thaw = (kept: FrozenContact): ContactRow => ({
  ...kept,
  archivedAt: kept.archivedAt === null ? null : new Date(kept.archivedAt),
  createdAt: new Date(kept.createdAt),
  updatedAt: new Date(kept.updatedAt),
})
