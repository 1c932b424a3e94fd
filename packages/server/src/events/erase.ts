import { eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { blanked, scrubbed } from '../erasure/scrub.ts'
import { inParts, type Traces } from '../erasure/traces.ts'
import { events } from './model.ts'
import type { Fact } from './service.ts'

type Erased = (tx: Tx, ctx: Context, fact: Fact) => Promise<void>

/** Takes somebody out of the log: every fact stays in its place and tells of nobody. `then` hears of each of them. */
export const eraseFacts =
  (then: Erased) =>
  async (tx: Tx, ctx: Context, traces: Traces): Promise<void> => {
    const along = new Set(traces.alongIds)
    for (const some of inParts([...traces.subjectIds, ...traces.contactIds])) {
      // By what they are about alone: asked for the organization too, SQLite would read its whole log.
      const facts = await tx.select().from(events).where(inArray(events.subjectId, some))
      for (const fact of facts) {
        if (fact.organizationId !== ctx.organizationId) continue
        const blank = along.has(fact.subjectId) ? keep : blanked
        const data = scrubbed(blank(fact.type, fact.data), traces)
        const previous = scrubbed(blank(fact.type, fact.previous), traces)
        await tx.update(events).set({ data, previous }).where(eq(events.id, fact.id))
        await then(tx, ctx, { ...fact, data, previous })
      }
    }
  }

const keep = <T>(_: string, data: T): T => data
