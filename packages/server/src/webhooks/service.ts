import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, invalidField, notFound } from '../errors.ts'
import { findEventType } from '../event-types/directory.ts'
import { emit } from '../events/service.ts'
import { requireAdmin } from '../permissions.ts'
import { requireFeature } from '../plans/plans.ts'
import { apiVersion } from './catalogue.ts'
import { disable, enable } from './disable.ts'
import {
  type CreatedWebhookEndpoint,
  deliveries,
  type EndpointRow,
  endpoints,
  type NewWebhookEndpoint,
  queues,
  type RotateSecret,
  type WebhookEndpoint,
  type WebhookEndpointChange,
} from './model.ts'
import { presentEndpoint } from './present.ts'
import { heldQueue } from './queue.ts'
import { newKeyPair, newSecret } from './sign.ts'

const what = 'manage webhooks'

/** A place that events are sent to; its secret is shown once. */
export async function createEndpoint(ctx: Context, input: NewWebhookEndpoint): Promise<CreatedWebhookEndpoint> {
  requireAdmin(ctx, what)
  requireFeature(ctx.plan, 'webhooks')
  requireReachable(ctx, input.url)
  return ctx.db.transaction(async (tx) => {
    const secret = newSecret()
    const row = await insertEndpoint(tx, ctx, { ...input, kind: 'url', secret })
    const shown = presentEndpoint(ctx, row)
    await emit(tx, ctx, 'webhook_endpoint.created', row.id, shown)
    return { ...shown, secret }
  })
}

/** Writes an endpoint and its queue. */
export async function insertEndpoint(
  tx: Tx,
  ctx: Context,
  input: NewWebhookEndpoint & { kind: EndpointRow['kind']; secret: string },
): Promise<EndpointRow> {
  const now = ctx.now()
  const row: EndpointRow = {
    id: ctx.newId('we'),
    organizationId: ctx.organizationId,
    kind: input.kind,
    url: input.url,
    description: input.description ?? null,
    eventTypes: input.eventTypes,
    filter: (await checkedFilter(tx, ctx, input.filter)) ?? null,
    headers: sealHeaders(ctx, input.headers),
    ordering: input.ordering,
    maxPerSecond: input.maxPerSecond ?? null,
    apiVersion,
    enabled: input.enabled,
    disabledReason: input.enabled ? null : 'manual',
    disabledAt: input.enabled ? null : now,
    secret: ctx.secrets.seal(input.secret),
    previousSecret: null,
    previousSecretExpiresAt: null,
    ...keysOf(ctx, input.asymmetric),
    createdBy: ctx.actor.id,
    seenAt: input.kind === 'listen' ? ctx.serverNow() : null,
    deletedAt: null,
    createdAt: now,
    updatedAt: now,
  }
  await tx.insert(endpoints).values(row)
  const counters = { seq: 0, failures: 0, windowTotal: 0, windowFailed: 0, opened: 0, warned: 0 }
  await tx.insert(queues).values({ endpointId: row.id, clock: ctx.clock, ...counters })
  return row
}

export async function listEndpoints(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<WebhookEndpoint>> {
  requireAdmin(ctx, what)
  const page = pageOf('webhook-endpoints', asked)
  const rows = await ctx.db.read
    .select()
    .from(endpoints)
    .where(and(here(ctx), page.after(endpoints.createdAt, endpoints.id)))
    .orderBy(...page.order(endpoints.createdAt, endpoints.id))
    .limit(page.fetch)
  const states = await ctx.db.read
    .select()
    .from(queues)
    .where(
      inArray(
        queues.endpointId,
        rows.map((row) => row.id),
      ),
    )
  return page.of(rows, (row) =>
    presentEndpoint(
      ctx,
      row,
      states.find((one) => one.endpointId === row.id),
    ),
  )
}

export async function getEndpoint(ctx: Context, id: string): Promise<WebhookEndpoint> {
  return shown(ctx.db.read, ctx, await findEndpoint(ctx.db.read, ctx, id))
}

export async function changeEndpoint(
  ctx: Context,
  id: string,
  change: WebhookEndpointChange,
): Promise<WebhookEndpoint> {
  if (change.url !== undefined) requireReachable(ctx, change.url)
  return ctx.db.transaction(async (tx) => {
    const before = await heldEndpoint(tx, ctx, id)
    const after: EndpointRow = {
      ...before,
      ...(change.url !== undefined && { url: change.url }),
      ...(change.description !== undefined && { description: change.description }),
      ...(change.eventTypes !== undefined && { eventTypes: change.eventTypes }),
      ...(change.filter !== undefined && { filter: (await checkedFilter(tx, ctx, change.filter)) ?? null }),
      ...(change.headers !== undefined && { headers: sealHeaders(ctx, change.headers) }),
      ...(change.ordering !== undefined && { ordering: change.ordering }),
      ...(change.maxPerSecond !== undefined && { maxPerSecond: change.maxPerSecond }),
      ...(change.asymmetric !== undefined &&
        change.asymmetric !== (before.privateKey !== null) &&
        keysOf(ctx, change.asymmetric)),
      updatedAt: ctx.now(),
    }
    const { id: _, enabled: __, disabledReason: ___, disabledAt: ____, ...written } = after
    await tx.update(endpoints).set(written).where(eq(endpoints.id, before.id))
    await emit(
      tx,
      ctx,
      'webhook_endpoint.updated',
      before.id,
      presentEndpoint(ctx, after),
      presentEndpoint(ctx, before),
    )
    if (after.ordering === 'none' && before.ordering === 'per_booking') await unblockAll(tx, ctx, before.id)
    if (change.enabled === false && before.enabled) await disable(tx, ctx, after, 'manual')
    if (change.enabled === true && !before.enabled) await enable(tx, ctx, after)
    return shown(tx, ctx, await findEndpoint(tx, ctx, before.id))
  })
}

/** Sends what was held, in its order, and forgets the failures. */
export async function enableEndpoint(ctx: Context, id: string): Promise<WebhookEndpoint> {
  return ctx.db.transaction(async (tx) => {
    const row = await heldEndpoint(tx, ctx, id)
    return shown(tx, ctx, row.enabled ? row : await enable(tx, ctx, row))
  })
}

/** Sends nothing more; what was delivered stays in the log until it is 30 days old. */
export async function deleteEndpoint(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await heldEndpoint(tx, ctx, id)
    await emit(tx, ctx, 'webhook_endpoint.deleted', row.id, presentEndpoint(ctx, row))
    await retire(tx, ctx, row.id)
  })
}

/** Ends an endpoint; what it was not sent by now, it never is. */
export async function retire(tx: Tx, { now }: Pick<Context, 'now'>, id: string): Promise<void> {
  await tx.update(endpoints).set({ deletedAt: now(), enabled: false }).where(eq(endpoints.id, id))
  await heldQueue(tx, id)
  await tx
    .update(deliveries)
    .set({ status: 'failed', dueMs: null, blocked: false, errorCode: 'endpoint_deleted' })
    .where(and(eq(deliveries.endpointId, id), inArray(deliveries.status, ['pending', 'held'])))
  await tx.update(deliveries).set({ dueMs: null, leasedBy: null }).where(eq(deliveries.endpointId, id))
  await tx.update(queues).set({ dueMs: null }).where(eq(queues.endpointId, id))
}

/** A new secret; the old one signs too while the overlap lasts. */
export async function rotateSecret(ctx: Context, id: string, input: RotateSecret): Promise<CreatedWebhookEndpoint> {
  return ctx.db.transaction(async (tx) => {
    const before = await heldEndpoint(tx, ctx, id)
    const now = ctx.now()
    const open = before.previousSecretExpiresAt
    if (open && open > now && !input.force) {
      throw new AppError(
        'conflict',
        `The overlap of the last rotation lasts until ${open.toISOString()}; revoke the previous secret, wait, or send force.`,
      )
    }
    const secret = newSecret()
    const after: EndpointRow = {
      ...before,
      secret: ctx.secrets.seal(secret),
      previousSecret: input.overlapSeconds === 0 ? null : before.secret,
      previousSecretExpiresAt:
        input.overlapSeconds === 0 ? null : new Date(now.getTime() + input.overlapSeconds * 1000),
      updatedAt: now,
    }
    await saveSecrets(tx, after)
    await emit(tx, ctx, 'webhook_endpoint.secret_rotated', before.id, presentEndpoint(ctx, after))
    return { ...(await shown(tx, ctx, after)), secret }
  })
}

/** Ends the overlap of a rotation at once. */
export async function revokePreviousSecret(ctx: Context, id: string): Promise<WebhookEndpoint> {
  return ctx.db.transaction(async (tx) => {
    const before = await heldEndpoint(tx, ctx, id)
    if (before.previousSecret === null) return shown(tx, ctx, before)
    const after: EndpointRow = {
      ...before,
      previousSecret: null,
      previousSecretExpiresAt: null,
      updatedAt: ctx.now(),
    }
    await saveSecrets(tx, after)
    await emit(
      tx,
      ctx,
      'webhook_endpoint.updated',
      before.id,
      presentEndpoint(ctx, after),
      presentEndpoint(ctx, before),
    )
    return shown(tx, ctx, after)
  })
}

/** One endpoint of this organization; deleted ones and those of others are a 404. */
export async function findEndpoint(db: Read, ctx: Context, id: string): Promise<EndpointRow> {
  const row = await findReceiver(db, ctx, id)
  if (row.kind !== 'url') throw notFound('webhook endpoint', id)
  return row
}

/** The same, or a program that listens. */
export async function findReceiver(db: Read, ctx: Context, id: string): Promise<EndpointRow> {
  requireAdmin(ctx, what)
  const [row] = await db
    .select()
    .from(endpoints)
    .where(and(eq(endpoints.id, id), ours(ctx)))
  if (!row) throw notFound('webhook endpoint', id)
  return row
}

/** The same, held until the commit. */
export async function heldEndpoint(tx: Tx, ctx: Context, id: string): Promise<EndpointRow> {
  await lockRows(tx, 'webhook_endpoints', [id])
  return findEndpoint(tx, ctx, id)
}

async function shown(db: Read, ctx: Context, row: EndpointRow): Promise<WebhookEndpoint> {
  const [state] = await db.select().from(queues).where(eq(queues.endpointId, row.id))
  return presentEndpoint(ctx, row, state)
}

const saveSecrets = (tx: Tx, row: EndpointRow) =>
  tx
    .update(endpoints)
    .set({
      secret: row.secret,
      previousSecret: row.previousSecret,
      previousSecretExpiresAt: row.previousSecretExpiresAt,
      updatedAt: row.updatedAt,
    })
    .where(eq(endpoints.id, row.id))

async function unblockAll(tx: Tx, ctx: Context, endpointId: string): Promise<void> {
  await heldQueue(tx, endpointId)
  const blocked = and(eq(deliveries.endpointId, endpointId), eq(deliveries.blocked, true))
  const dueMs = ctx.now().getTime()
  await tx
    .update(deliveries)
    .set({ dueMs })
    .where(and(blocked, eq(deliveries.status, 'pending')))
  await tx.update(deliveries).set({ blocked: false }).where(blocked)
  await tx.update(queues).set({ dueMs }).where(eq(queues.endpointId, endpointId))
}

function requireReachable(ctx: Context, url: string): void {
  const refusal = ctx.refuseTarget(new URL(url))
  if (refusal !== null) throw invalidField('#/url', 'url_not_allowed', refusal)
}

/** The filter with real ids: an unknown event type would silence the endpoint for ever. */
async function checkedFilter(db: Read, ctx: Context, filter: NewWebhookEndpoint['filter'] | null) {
  if (!filter) return filter
  const eventTypeIds: string[] = []
  for (const [i, id] of (filter.eventTypeIds ?? []).entries()) {
    const found = await findEventType(db, ctx, id).catch(() => null)
    if (!found) throw invalidField(`#/filter/eventTypeIds/${i}`, 'not_found', `There is no event type ${id}.`)
    eventTypeIds.push(found.id)
  }
  // There are no groups yet, and one that is unknown would silence the endpoint as well.
  const [group] = filter.groupIds ?? []
  if (group !== undefined) throw invalidField('#/filter/groupIds/0', 'not_found', `There is no group ${group}.`)
  return { ...filter, ...(filter.eventTypeIds && { eventTypeIds }) }
}

const sealHeaders = (ctx: Context, headers: Record<string, string> | null | undefined) =>
  headers && Object.keys(headers).length > 0 ? ctx.secrets.seal(JSON.stringify(headers)) : null

function keysOf(ctx: Context, asymmetric: boolean): Pick<EndpointRow, 'privateKey' | 'publicKey'> {
  if (!asymmetric) return { privateKey: null, publicKey: null }
  const { privateKey, publicKey } = newKeyPair()
  return { privateKey: ctx.secrets.seal(privateKey), publicKey }
}

const here = (ctx: Context) => and(ours(ctx), eq(endpoints.kind, 'url'))

const ours = (ctx: Context) => and(eq(endpoints.organizationId, ctx.organizationId), isNull(endpoints.deletedAt))
