import { and, eq, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { AppError, notFound } from '../errors.ts'
import type { EventTypeRow } from '../event-types/model.ts'
import { findOrganization } from '../organizations/service.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { hasFeature } from '../plans/plans.ts'
import { builtIn, type WorkflowRow, workflows } from './model.ts'
import { type Choices, nearest, type Workflow } from './nearest.ts'

type Tenant = Pick<Context, 'organizationId'>

/** One workflow that the caller may see: the organization's, and a member's own; all others are a 404. */
export async function findWorkflow(db: Read, ctx: Context, id: string): Promise<WorkflowRow> {
  const [row] = await db
    .select()
    .from(workflows)
    .where(and(eq(workflows.id, id), eq(workflows.organizationId, ctx.organizationId), visibleWorkflows(ctx)))
  if (!row) throw notFound('reminder workflow', id)
  return row
}

export const visibleWorkflows = (ctx: Context) =>
  isAdmin(ctx) ? undefined : or(eq(workflows.scope, 'organization'), eq(workflows.userId, userOf(ctx)))

/** Refuses a workflow that an event type may not name. */
export async function requireWorkflow(db: Read, ctx: Context, id: string): Promise<void> {
  if (id === builtIn.id) return
  await findWorkflow(db, ctx, id).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    const pointer = '#/reminderWorkflowId'
    throw new AppError(error.code, error.message, {}, [{ pointer, code: error.code, detail: error.message }])
  })
}

/**
 * What holds for an event type: a plan without workflows of one's own leaves the built-in one. `instead` is a workflow
 * as it would be if it were saved.
 */
export async function workflowFor(
  db: Read,
  tenant: Tenant,
  eventType: Pick<EventTypeRow, 'ownerId' | 'reminderWorkflowId'>,
  instead?: WorkflowRow,
): Promise<Workflow> {
  const { ownerId, reminderWorkflowId } = eventType
  if (!hasFeature((await findOrganization(db, tenant)).plan, 'customReminders')) return builtIn
  const key = `reminder-workflow:${tenant.organizationId}:${ownerId}:${reminderWorkflowId}`
  const candidates = await db.memo([workflows], key, () =>
    db
      .select()
      .from(workflows)
      .where(
        and(
          eq(workflows.organizationId, tenant.organizationId),
          or(
            and(eq(workflows.isDefault, true), or(eq(workflows.scope, 'organization'), eq(workflows.userId, ownerId))),
            reminderWorkflowId === null ? undefined : eq(workflows.id, reminderWorkflowId),
          ),
        ),
      ),
  )
  return nearest(chosen(instead ? withInstead(candidates, instead) : candidates, eventType))
}

/** One that becomes the default takes the place of the one that was. */
function withInstead(candidates: readonly WorkflowRow[], instead: WorkflowRow): WorkflowRow[] {
  const isOusted = (one: WorkflowRow) =>
    instead.isDefault && one.isDefault && one.scope === instead.scope && one.userId === instead.userId
  const others = candidates.filter((one) => one.id !== instead.id)
  return [instead, ...others.map((one) => (isOusted(one) ? { ...one, isDefault: false } : one))]
}

/** Groups hand over their default here once there are any. */
function chosen(
  candidates: readonly WorkflowRow[],
  { ownerId, reminderWorkflowId }: Pick<EventTypeRow, 'ownerId' | 'reminderWorkflowId'>,
): Choices {
  const defaults = candidates.filter((one) => one.isDefault)
  return {
    eventType: reminderWorkflowId === builtIn.id ? builtIn : candidates.find((one) => one.id === reminderWorkflowId),
    user: defaults.find((one) => one.scope === 'user' && one.userId === ownerId),
    organization: defaults.find((one) => one.scope === 'organization'),
  }
}
