import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { brandOf, sendLater } from '../email/service.ts'
import { findOrganization } from '../organizations/service.ts'
import { users } from '../users/model.ts'
import { warningMail } from './mail.ts'
import type { EndpointRow } from './model.ts'

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
  for (const admin of admins) {
    const content = warningMail({ endpoint, warning, timezone: admin.timezone }, brandOf(organization))
    await sendLater(tx, inside, 'webhook.warning', { ...content, to: { name: admin.name, email: admin.email } })
  }
}
