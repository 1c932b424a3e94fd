import type { Table } from 'drizzle-orm'

/** So many answers are kept at most; then the cache starts over. */
const most = 500

interface Entry {
  stamp: number
  value: unknown
}

/**
 * Answers that stay true until somebody writes one of the tables they were read from.
 * Only sound where every write of this file passes through one process or is noticed by it.
 */
export class Memo {
  private readonly versions = new Map<Table, number>()
  private readonly entries = new Map<string, Entry>()
  /** Raised when anybody may have changed anything. */
  private epoch = 0

  /** The kept answer, or a new one; `key` names the question among those of all tables. */
  async get<T>(tables: readonly Table[], key: string, load: () => Promise<T>): Promise<T> {
    const stamp = this.stampOf(tables)
    const kept = this.entries.get(key)
    // The key names one question, and each question has one type of answer.
    if (kept?.stamp === stamp) return kept.value as T
    const value = await load()
    if (this.entries.size >= most) this.entries.clear()
    // A commit that slipped in while loading makes the stamp old, so such an answer is never served.
    this.entries.set(key, { stamp, value })
    return value
  }

  written(tables: Iterable<Table>): void {
    for (const table of tables) this.versions.set(table, (this.versions.get(table) ?? 0) + 1)
  }

  forgetAll(): void {
    this.epoch++
    this.entries.clear()
  }

  // All parts only ever rise, so the sum is the same only if none has.
  private stampOf(tables: readonly Table[]): number {
    return tables.reduce((sum, table) => sum + (this.versions.get(table) ?? 0), this.epoch)
  }
}
