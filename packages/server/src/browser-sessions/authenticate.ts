import { eq, sql } from 'drizzle-orm'
import { isWellFormedKey } from '../api-keys/key.ts'
import type { Context, Services } from '../context.ts'
import { AppError } from '../errors.ts'
import { organizations } from '../organizations/model.ts'
import { hashToken } from '../secrets.ts'
import { users } from '../users/model.ts'
import { type BrowserSessionRow, browserSessions } from './model.ts'
import { scopesOf } from './pins.ts'

/** Where a request came from, as its browser says it. */
export interface Sender {
  origin: string
  /** True where the browser says that the page is this server's own. */
  fromHere: boolean
}

type Found = { session: BrowserSessionRow; plan: Context['plan']; allowedOrigins: string[]; status: string | null }

/** The one thing that a browser session is for, as a context. `tell` hears its allowed origins, whatever follows. */
export async function authenticateBrowserSession(
  services: Services,
  token: string,
  sender: Sender,
  tell: (origins: readonly string[]) => void,
): Promise<Pick<Context, 'actor' | 'organizationId' | 'scopes' | 'plan' | 'browserSession'>> {
  const found = isWellFormedKey(token) ? await find(services, token) : undefined
  if (!found) throw new AppError('unauthenticated', 'This browser session is not known here; ask for a new one.')
  const { session, allowedOrigins, plan } = found
  tell(allowedOrigins)
  if (session.revokedAt) throw new AppError('unauthenticated', 'This browser session was revoked; ask for a new one.')
  if (session.expiresAt <= services.now())
    throw new AppError('unauthenticated', 'This browser session has expired; ask for a new one.')
  if (session.userId !== null && found.status !== 'active')
    throw new AppError('unauthenticated', 'The member whose session this is has been suspended.')
  requireAllowed(services, allowedOrigins, sender)
  const { id, kind, eventTypeId, bookingId, guest, userId } = session
  return {
    actor: userId === null ? { type: 'guest', id } : { type: 'browser_session', id, userId, role: 'member' },
    organizationId: session.organizationId,
    scopes: scopesOf(kind, session.readOnly),
    plan,
    browserSession: { id, kind, eventTypeId, bookingId, guest },
  }
}

async function find(services: Services, token: string): Promise<Found | undefined> {
  const hash = hashToken(token)
  const { read } = services.db
  const [found] = await read.memo([browserSessions, organizations, users], `browser-session:${hash}`, () =>
    read.compiled('browser-session', { hash }, () =>
      read
        .select({
          session: browserSessions,
          plan: organizations.plan,
          allowedOrigins: organizations.allowedOrigins,
          status: users.status,
        })
        .from(browserSessions)
        .innerJoin(organizations, eq(organizations.id, browserSessions.organizationId))
        .leftJoin(users, eq(users.id, browserSessions.userId))
        .where(eq(browserSessions.hash, sql.placeholder('hash'))),
    ),
  )
  return found
}

function requireAllowed(services: Services, allowed: readonly string[], { origin, fromHere }: Sender): void {
  if (origin === '' ? fromHere : origin === new URL(services.publicUrl).origin || allowed.includes(origin)) return
  const page = origin === '' ? 'This request names no origin' : `Pages of ${origin} are not allowed`
  throw new AppError(
    'origin_not_allowed',
    `${page}; a browser session works on the organization's allowedOrigins, and servers use an API key.`,
  )
}
