import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { AppError, invalidField } from '../errors.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { requireFeature } from '../plans/plans.ts'
import { findSchedule } from '../schedules/service.ts'
import { findUserAt } from '../users/directory.ts'
import type { UserRow } from '../users/model.ts'
import type { HostRow, NewEventType } from './model.ts'

export interface HostChoice {
  hosts: Pick<HostRow, 'userId' | 'weight' | 'scheduleId'>[]
  scheduleId: string | null
}

/** Who is met and by which hours, after checking that all of them are this organization's to name. */
export async function checkHosts(db: Read, ctx: Context, owner: UserRow, input: NewEventType): Promise<HostChoice> {
  const listed = input.hosts ?? [{ userId: owner.id, weight: 1 }]
  if (input.scheduling === 'individual' && listed.length > 1) {
    throw invalidField(
      '#/hosts',
      'too_many',
      'An individual event type has one host; choose collective or round_robin.',
    )
  }
  if (input.scheduling !== 'individual') requireFeature(ctx.plan, 'teamScheduling')
  const hosts: HostChoice['hosts'] = []
  for (const [i, host] of listed.entries()) {
    const user = await findUserAt(db, ctx, host.userId, `#/hosts/${i}/userId`)
    if (user.id !== owner.id || user.id !== userIdOf(ctx)) refuseOthers(ctx)
    if (hosts.some((one) => one.userId === user.id)) {
      throw invalidField(`#/hosts/${i}/userId`, 'duplicate', `${user.name} is listed twice.`)
    }
    const scheduleId = await checkSchedule(db, ctx, host.scheduleId, `#/hosts/${i}/scheduleId`, user.id)
    hosts.push({ userId: user.id, weight: host.weight, scheduleId })
  }
  return { hosts, scheduleId: await checkSchedule(db, ctx, input.scheduleId, '#/scheduleId', undefined) }
}

function refuseOthers(ctx: Context): void {
  if (!isAdmin(ctx)) throw new AppError('forbidden', 'You may list yourself as host; ask an admin to list others.')
}

async function checkSchedule(
  db: Read,
  ctx: Context,
  id: string | null | undefined,
  pointer: string,
  userId: string | undefined,
): Promise<string | null> {
  if (id === null || id === undefined) return null
  const schedule = await findSchedule(db, ctx, id).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, error.message, {}, [{ pointer, code: error.code, detail: error.message }])
  })
  if (!isAdmin(ctx) && schedule.userId !== (userId ?? userIdOf(ctx))) {
    throw new AppError('forbidden', 'You may use your own schedules; ask an admin to use others.')
  }
  return schedule.id
}

const userIdOf = (ctx: Context) => (ctx.actor.type === 'system' ? null : userOf(ctx))
