import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { NewEventType } from '../event-types/model.ts'
import { insertEventType } from '../event-types/service.ts'
import { insertOrganization } from '../organizations/service.ts'
import type { UserRow } from '../users/model.ts'
import { insertUser } from '../users/service.ts'
import type { SignUp } from './model.ts'

/** An account of one's own: an organization, its owner, and one event type so that the page can be booked at once. */
export async function openAccount(
  tx: Tx,
  ctx: Context,
  input: SignUp,
  plan: Context['defaultPlan'] = ctx.defaultPlan,
): Promise<UserRow> {
  const organizationId = ctx.newId('org')
  const inside: Context = { ...ctx, organizationId, actor: { type: 'system', id: 'sign-up' }, plan }
  const { name, timezone, email } = input
  await insertOrganization(tx, inside, { id: organizationId, name: `${name}'s organization`, timezone, plan })
  const owner = await insertUser(tx, inside, { email, name, timezone, role: 'owner', signIn: true })
  const meeting = { title: '30 minute meeting', slug: '30min', durationMinutes: 30, ownerId: owner.id }
  await insertEventType(tx, inside, NewEventType.parse(meeting))
  return owner
}
