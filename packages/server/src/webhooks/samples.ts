import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { isWebhookType, type WebhookType, webhookTypes } from './catalogue.ts'
import { requireEnabled } from './deliveries.ts'
import type { Announcement } from './envelope.ts'
import { deliver } from './fan-out.ts'
import type { WebhookDelivery } from './model.ts'
import { presentDelivery } from './present.ts'
import { sampleData } from './sample-data.ts'
import { findReceiver } from './service.ts'

/** Sends a sample to one endpoint; it is in no event log, since nothing happened. */
export async function sendTest(ctx: Context, endpointId: string, type: string): Promise<WebhookDelivery> {
  if (!isWebhookType(type)) {
    const detail = `There is no event type “${type}”; choose one of ${webhookTypes.join(', ')}.`
    throw new AppError('invalid_request', detail, {}, [{ pointer: '#/type', code: 'unknown_type', detail }])
  }
  return ctx.db.transaction(async (tx) => {
    const endpoint = await findReceiver(tx, ctx, endpointId)
    requireEnabled(endpoint)
    return presentDelivery(await deliver(tx, ctx, endpoint, sampleOf(ctx, type), 'test'))
  })
}

/** An event of a type as it could have happened just now. */
function sampleOf(ctx: Context, type: WebhookType): Announcement {
  const now = ctx.now()
  const { data, previous } = sampleData(type, now)
  return {
    id: ctx.newId('evt'),
    organizationId: ctx.organizationId,
    seq: 0,
    type,
    mode: 'test',
    actorType: ctx.actor.type,
    actorId: ctx.actor.id,
    subjectId: String(data.id ?? ctx.newId('test')),
    data,
    previous,
    createdAt: now,
  }
}
