import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { slugOf } from '../shapes.ts'
import { users } from './model.ts'

/** First path segments that belong to the server. */
const reserved = new Set(
  (
    'about account admin api app assets auth billing blog booking bookings contact dashboard demo docs embed errors events ' +
    'favicon.ico g group groups healthz help invitations l legal link links llms login logout mail manage me metrics new ' +
    'openapi org organization organizations pricing privacy public readyz reminders robots.txt s scim settings share sign-in ' +
    'sign-up signin signup static status support system team teams terms user users webhooks well-known'
  ).split(' '),
)

export const isReserved = (username: string): boolean => reserved.has(username)

/** A name for the public page: from the person's name, else their address, numbered when taken. */
export async function freeUsername(
  db: Read,
  { clock }: Pick<Context, 'clock'>,
  { name, email }: { name: string; email: string },
): Promise<string> {
  const own = slugOf(name) || slugOf(email.split('@')[0] ?? '') || 'host'
  // Names are the whole server's: people of a sandbox leave the plain ones to those outside.
  const wanted = clock === '' ? own : `${own}-sandbox`
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? wanted : `${wanted}-${n}`
    if (isReserved(candidate)) continue
    const [taken] = await db.select({ id: users.id }).from(users).where(eq(users.username, candidate))
    if (!taken) return candidate
  }
}
