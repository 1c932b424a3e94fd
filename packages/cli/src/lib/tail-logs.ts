import type { LetsMeet, LoggedRequest, LogsListQuery } from '@letsmeet/sdk'
import { type FollowOptions, follow } from './follow.ts'

export interface TailLogsOptions extends FollowOptions {
  filter: Pick<LogsListQuery, 'status' | 'method' | 'path' | 'actorId'>
  /** How many of the newest ones to show first. */
  last: number
}

/** The server writes its log in handfuls, and several servers side by side: what is new may be this much older. */
const latenessMs = 10_000

/** Requests as they are answered, none twice and none left out, also over a lost connection. */
export async function* tailLogs(
  letsmeet: LetsMeet,
  { filter, last, ...options }: TailLogsOptions,
): AsyncGenerator<LoggedRequest, void, undefined> {
  const seen = new Map<string, number>()
  let since: Date | undefined
  /** What was not seen before, the oldest first. */
  const unseen = async (most: number): Promise<LoggedRequest[]> => {
    const list = letsmeet.logs.list({ ...filter, 'createdAt[gte]': since, limit: Math.min(100, most) })
    const found = (await list.toArray({ limit: most })).filter(({ id }) => !seen.has(id))
    for (const { id, createdAt } of found) seen.set(id, Date.parse(createdAt))
    if (seen.size > 0) since = new Date(Math.max(...seen.values()) - latenessMs)
    for (const [id, at] of seen) if (since && at < since.getTime()) seen.delete(id)
    return found.reverse()
  }
  const past = [...(await unseen(Math.max(1, last))), ...(await unseen(Infinity))]
  past.sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  yield* past.slice(past.length - Math.min(last, past.length))
  yield* follow(async function* () {
    yield* await unseen(Infinity)
  }, options)
}
