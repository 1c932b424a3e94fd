import type { PagePromise } from '@letsmeet/sdk'

interface ListFlags {
  limit?: number | undefined
  all?: boolean | undefined
  cursor?: string | undefined
}

export interface Listed<T> {
  data: T[]
  nextCursor: string | null
}

const USUAL = 25
const PAGE = 100

/** As much of a list as the flags ask for, in as few pages as the server allows. */
export async function collect<T>(
  flags: ListFlags,
  read: (page: { limit: number; cursor: string | undefined }) => PagePromise<T>,
): Promise<Listed<T>> {
  const wanted = flags.all ? Infinity : (flags.limit ?? USUAL)
  const data: T[] = []
  let cursor = flags.cursor
  do {
    const page = await read({ limit: Math.min(PAGE, wanted - data.length), cursor })
    data.push(...page.data)
    cursor = page.nextCursor ?? undefined
  } while (cursor && data.length < wanted)
  return { data, nextCursor: cursor ?? null }
}

/** The whole of a list that knows no limits. */
export async function all<T>(list: PagePromise<T>): Promise<Listed<T>> {
  return { data: await list.toArray(), nextCursor: null }
}
