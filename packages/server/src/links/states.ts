import { and, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { type LinkState, links } from './model.ts'

const hasUses = or(isNull(links.maxUses), lt(links.uses, links.maxUses))
const lives = (now: Date) => or(isNull(links.expiresAt), gt(links.expiresAt, now))

/** The links in a state, as `stateOf` tells it of one. */
export function inState(state: LinkState, now: Date): SQL | undefined {
  switch (state) {
    case 'revoked':
      return isNotNull(links.revokedAt)
    case 'used':
      return and(isNull(links.revokedAt), sql`${links.uses} >= ${links.maxUses}`)
    case 'expired':
      return and(isNull(links.revokedAt), hasUses, lte(links.expiresAt, now))
    default:
      return and(isNull(links.revokedAt), hasUses, lives(now))
  }
}
