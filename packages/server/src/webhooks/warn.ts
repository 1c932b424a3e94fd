import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { brandOf } from '../email/brand.ts'
import { sendLater } from '../email/service.ts'
import { findOrganization } from '../organizations/service.ts'
import { users } from '../users/model.ts'
import { warningMail } from './mail.ts'
import { type EndpointRow, queues } from './model.ts'

export type Warning = { kind: 'failing' | 'disabled' | 'gone'; since: Date }

/** Tells the people who run the organization by mail, in the same transaction. */
export async function warn(tx: Tx, ctx: Context, endpoint: EndpointRow, warning: Warning): Promise<void> {
  const inside = { ...ctx, organizationId: endpoint.organizationId }
  const organization = await findOrganization(tx, inside)
  const admins = await tx
    .select()
    .from(users)
    .where(
      and(
        eq(users.organizationId, endpoint.organizationId),
        inArray(users.role, ['owner', 'admin']),
        eq(users.status, 'active'),
      ),
    )
  const failingSince = warning.kind === 'failing' ? warning.since : await failingSinceOf(tx, endpoint.id, warning.since)
  const told = { kind: warning.kind, at: warning.since, failingSince }
  for (const admin of admins) {
    const content = warningMail({ endpoint, warning: told, timezone: admin.timezone }, brandOf(organization))
    await sendLater(tx, inside, 'webhook.warning', { ...content, to: { name: admin.name, email: admin.email } })
  }
}

async function failingSinceOf(db: Read, endpointId: string, otherwise: Date): Promise<Date> {
  const [queue] = await db.select({ ms: queues.failingSinceMs }).from(queues).where(eq(queues.endpointId, endpointId))
  return queue?.ms == null ? otherwise : new Date(Number(queue.ms))
}
