import type { SQL } from 'drizzle-orm'
import { count } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Read } from '../db/database.ts'
import { AppError } from '../errors.ts'

export const plans = ['free', 'pro', 'enterprise'] as const
export type Plan = (typeof plans)[number]

/** What each plan gives; the one table that every surface asks. */
const table = {
  free: {
    eventTypes: 3,
    activeLinks: 5,
    apiKeys: 1,
    requestsPerMinute: 60,
    teamScheduling: false,
    webhooks: false,
    shareLinks: false,
    customReminders: false,
    sandbox: false,
    sandboxes: 0,
  },
  pro: {
    eventTypes: Number.POSITIVE_INFINITY,
    activeLinks: Number.POSITIVE_INFINITY,
    apiKeys: 10,
    requestsPerMinute: 600,
    teamScheduling: false,
    webhooks: true,
    shareLinks: true,
    customReminders: true,
    sandbox: true,
    sandboxes: 10,
  },
  enterprise: {
    eventTypes: Number.POSITIVE_INFINITY,
    activeLinks: Number.POSITIVE_INFINITY,
    apiKeys: 100,
    requestsPerMinute: 3000,
    teamScheduling: true,
    webhooks: true,
    shareLinks: true,
    customReminders: true,
    sandbox: true,
    sandboxes: 100,
  },
} as const satisfies Record<Plan, Record<string, number | boolean>>

type Feature = {
  [K in keyof (typeof table)['free']]: (typeof table)['free'][K] extends boolean ? K : never
}[keyof (typeof table)['free']]
type Cap = Exclude<keyof (typeof table)['free'], Feature>

const words: Record<Feature | Cap, string> = {
  eventTypes: 'event types',
  activeLinks: 'active one-off links',
  apiKeys: 'API keys',
  requestsPerMinute: 'requests a minute',
  teamScheduling: 'Event types with several hosts',
  webhooks: 'Webhooks',
  shareLinks: 'Share links',
  customReminders: 'Reminder workflows of your own',
  sandbox: 'Sandboxes',
  sandboxes: 'sandboxes',
}

export const quotaOf = (plan: Plan): number => table[plan].requestsPerMinute

export const hasFeature = (plan: Plan, feature: Feature): boolean => table[plan][feature]

/** Refuses a feature that the plan lacks, naming the plan that has it. */
export function requireFeature(plan: Plan, feature: Feature): void {
  if (!table[plan][feature])
    throw planRequired(
      plan,
      feature,
      plans.find((one) => table[one][feature]),
      `${words[feature]} need`,
    )
}

/** Refuses one more of what the plan counts; `where` says which rows count. */
export async function requireRoom(
  db: Read,
  plan: Plan,
  cap: Cap,
  rows: PgTable,
  where: SQL | undefined,
): Promise<void> {
  const most = table[plan][cap]
  if (most === Number.POSITIVE_INFINITY) return
  const [used] = await db.select({ n: count() }).from(rows).where(where)
  if ((used?.n ?? 0) < most) return
  const next = plans.find((one) => table[one][cap] > most)
  throw planRequired(
    plan,
    cap,
    next,
    `The ${plan} plan has ${most} ${words[cap].replace(/s$/, most === 1 ? '' : 's')}; more need`,
  )
}

function planRequired(plan: Plan, feature: string, requiredPlan: Plan | undefined, sentence: string): AppError {
  return new AppError('plan_required', `${sentence} the ${requiredPlan ?? 'enterprise'} plan.`, {
    feature,
    plan,
    requiredPlan,
  })
}
