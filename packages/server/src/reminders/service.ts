import { and, eq, isNull, or, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, invalidField } from '../errors.ts'
import { eventTypes } from '../event-types/model.ts'
import { emit, holdLog } from '../events/service.ts'
import { requireAdmin, requireSelfOrAdmin, userOf } from '../permissions.ts'
import { requireFeature } from '../plans/plans.ts'
import { findUserAt } from '../users/directory.ts'
import { findWorkflow, visibleWorkflows } from './directory.ts'
import {
  builtIn,
  type ChangedReminderWorkflow,
  type NewReminderWorkflow,
  type ReminderStep,
  type ReminderStepInput,
  type ReminderWorkflow,
  type ReminderWorkflowChange,
  type WorkflowRow,
  workflows,
} from './model.ts'
import { replan } from './replan.ts'

export async function createWorkflow(ctx: Context, input: NewReminderWorkflow): Promise<ChangedReminderWorkflow> {
  return ctx.db.transaction(async (tx) => {
    requireFeature(ctx.plan, 'customReminders')
    const userId = input.scope === 'organization' ? null : await ownerOf(tx, ctx, input.userId)
    requireMayChange(ctx, { userId })
    await holdLog(tx, ctx.organizationId)
    const now = ctx.now()
    const row: WorkflowRow = {
      id: ctx.newId('rwf'),
      organizationId: ctx.organizationId,
      name: input.name,
      scope: input.scope,
      userId,
      isDefault: input.isDefault,
      steps: stepsOf(ctx, input.steps, []),
      createdAt: now,
      updatedAt: now,
    }
    if (row.isDefault) await unsetDefault(tx, row)
    await tx.insert(workflows).values(row)
    const shown = present(row)
    await emit(tx, ctx, 'reminder_workflow.created', row.id, shown)
    return { ...shown, replanCount: row.isDefault ? await replan(tx, ctx, heldBy(row)) : 0 }
  })
}

/** An admin sees all, a member the organization's and their own. */
export async function listWorkflows(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined; scope?: ReminderWorkflow['scope'] | undefined },
): Promise<Page<ReminderWorkflow>> {
  const page = pageOf('reminder-workflows', asked, { scope: asked.scope })
  const rows = await ctx.db.read
    .select()
    .from(workflows)
    .where(
      and(
        eq(workflows.organizationId, ctx.organizationId),
        visibleWorkflows(ctx),
        asked.scope && eq(workflows.scope, asked.scope),
        page.after(workflows.createdAt, workflows.id),
      ),
    )
    .orderBy(...page.order(workflows.createdAt, workflows.id))
    .limit(page.fetch)
  return page.of(rows, present)
}

/** One by its id; the built-in one has an id too. */
export async function getWorkflow(ctx: Context, id: string): Promise<ReminderWorkflow> {
  return id === builtIn.id ? builtIn : present(await findWorkflow(ctx.db.read, ctx, id))
}

/** Changes a workflow and the reminders of bookings to come; a trial changes nothing and says how many there are. */
export async function changeWorkflow(
  ctx: Context,
  id: string,
  change: ReminderWorkflowChange,
  how: 'save' | 'trial',
): Promise<ChangedReminderWorkflow> {
  return ctx.db.transaction(async (tx) => {
    const before = await changeable(tx, ctx, id)
    requireFeature(ctx.plan, 'customReminders')
    if (change.isDefault && before.scope === 'event_type') {
      throw invalidField('#/isDefault', 'not_allowed', 'A workflow for event types is nobody’s default.')
    }
    await holdLog(tx, ctx.organizationId)
    const after: WorkflowRow = {
      ...before,
      name: change.name ?? before.name,
      isDefault: change.isDefault ?? before.isDefault,
      steps: change.steps ? stepsOf(ctx, change.steps, before.steps) : before.steps,
      updatedAt: ctx.now(),
    }
    const which = or(heldBy(before), heldBy(after))
    if (how === 'trial') return { ...present(after), replanCount: await replan(tx, ctx, which, after) }
    if (after.isDefault && !before.isDefault) await unsetDefault(tx, after)
    await tx.update(workflows).set(after).where(eq(workflows.id, before.id))
    await emit(tx, ctx, 'reminder_workflow.updated', before.id, present(after), present(before))
    return { ...present(after), replanCount: await replan(tx, ctx, which) }
  })
}

/** Deletes what no event type names; what it was the default of follows the next one. */
export async function deleteWorkflow(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await changeable(tx, ctx, id)
    await holdLog(tx, ctx.organizationId)
    const [user] = await tx
      .select({ title: eventTypes.title })
      .from(eventTypes)
      .where(and(eq(eventTypes.organizationId, ctx.organizationId), eq(eventTypes.reminderWorkflowId, row.id)))
      .limit(1)
    if (user) {
      throw new AppError('in_use', `The event type “${user.title}” names this workflow; give it another one first.`)
    }
    await tx.delete(workflows).where(eq(workflows.id, row.id))
    await emit(tx, ctx, 'reminder_workflow.deleted', row.id, present(row))
    if (row.isDefault) await replan(tx, ctx, heldBy(row))
  })
}

const present = ({ organizationId: _, ...row }: WorkflowRow): ReminderWorkflow => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

async function changeable(tx: Tx, ctx: Context, id: string): Promise<WorkflowRow> {
  if (id === builtIn.id) {
    throw new AppError('conflict', 'This workflow is built in; make one of your own and set it as the default.')
  }
  const row = await findWorkflow(tx, ctx, id)
  requireMayChange(ctx, row)
  return row
}

function requireMayChange(ctx: Context, { userId }: Pick<WorkflowRow, 'userId'>): void {
  if (userId === null) requireAdmin(ctx, 'change its reminder workflows')
  else requireSelfOrAdmin(ctx, userId, 'change reminder workflows')
}

const ownerOf = async (tx: Tx, ctx: Context, userId: string | undefined): Promise<string> =>
  (await findUserAt(tx, ctx, userId ?? userOf(ctx), '#/userId')).id

/** A step that was there keeps its id, and with it what was sent of it. */
function stepsOf(
  ctx: Context,
  steps: readonly ReminderStepInput[],
  known: readonly ReminderStep[],
): WorkflowRow['steps'] {
  const taken = new Set<string>()
  return steps.map(({ id, subject, body, ...step }, i) => {
    if (id !== undefined && (taken.has(id) || !known.some((one) => one.id === id))) {
      const detail = taken.has(id) ? `The step ${id} is there twice.` : `This workflow has no step ${id}; leave out id.`
      throw invalidField(`#/steps/${i}/id`, taken.has(id) ? 'duplicate' : 'unknown_step', detail)
    }
    const own = id ?? ctx.newId('rws')
    taken.add(own)
    return { id: own, ...step, subject: subject ?? null, body: body || null }
  })
}

/** One default for the organization, and one for each member. */
async function unsetDefault(tx: Tx, { organizationId, scope, userId }: WorkflowRow): Promise<void> {
  const same = and(eq(workflows.organizationId, organizationId), eq(workflows.scope, scope))
  const whose = userId === null ? isNull(workflows.userId) : eq(workflows.userId, userId)
  await tx
    .update(workflows)
    .set({ isDefault: false })
    .where(and(same, whose, eq(workflows.isDefault, true)))
}

/** The event types that it may hold for. */
function heldBy({ id, scope, userId, isDefault }: WorkflowRow): SQL | undefined {
  const named = eq(eventTypes.reminderWorkflowId, id)
  if (!isDefault) return named
  const whose = scope === 'user' && userId !== null ? eq(eventTypes.ownerId, userId) : undefined
  return or(named, and(isNull(eventTypes.reminderWorkflowId), whose))
}
