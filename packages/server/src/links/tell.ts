import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { EventKind } from '../events/model.ts'
import { emit } from '../events/service.ts'
import { eventTypeIdsOf } from './directory.ts'
import type { Link, LinkRow } from './model.ts'
import { factOf } from './present.ts'

/** Writes the fact of a link that changed, without its guests; `previous` holds the fields that differ. */
export async function tell(
  tx: Tx,
  ctx: Context,
  event: EventKind,
  row: LinkRow,
  before: LinkRow | Partial<Link>,
  more: { bookingId?: string } = {},
): Promise<void> {
  const ids = (await eventTypeIdsOf(tx, [row.id])).get(row.id) ?? []
  const after = factOf(row, ids, ctx.now())
  const shown = 'hash' in before ? factOf(before, ids, ctx.now()) : before
  await emit(tx, ctx, event, row.id, { ...after, ...more }, differences(shown, after))
}

function differences(before: object, after: object): Record<string, unknown> {
  const same = new Map(Object.entries(after).map(([key, value]) => [key, JSON.stringify(value)]))
  const changed = Object.entries(before).filter(([key, value]) => JSON.stringify(value) !== same.get(key))
  return Object.fromEntries(changed.filter(([key]) => key !== 'updatedAt'))
}
