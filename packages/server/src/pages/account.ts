import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { httpOf } from '../http/app.ts'
import { refuseForeignWrites, sessionCookie } from '../http/auth.ts'
import type { SignedIn } from '../sessions/service.ts'
import { authenticateSession } from '../sessions/service.ts'
import { whoAmI } from '../users/service.ts'
import { type Html, html } from './html.ts'
import type { Answer, Handler, Visit } from './visit.ts'

/** A page for people with an account; everybody else signs in first and comes back. */
export const forAccount =
  (handle: Handler): Handler =>
  async (visit) => {
    const { http } = visit
    refuseForeignWrites(http, visit.ctx.publicUrl)
    const ctx = await accountOf(visit)
    if (ctx) return handle({ ...visit, ctx })
    const next = http.method === 'GET' ? `?next=${encodeURIComponent(http.url)}` : ''
    return { redirect: `/dashboard/sign-in${next}` }
  }

/** Who is signed in in this browser, if anybody is. */
export async function accountOf({ http, ctx }: Visit): Promise<Context | null> {
  const token = http.cookies.get(sessionCookie)
  if (!token) return null
  try {
    return { ...ctx, ...(await authenticateSession(ctx, token)), scopes: ['*'], source: 'dashboard' }
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') return null
    throw error
  }
}

/** A form that changes who is signed in must be our own, even where nobody is yet. */
export const ownForm =
  (handle: Handler): Handler =>
  async (visit) => {
    refuseForeignWrites(visit.http, visit.ctx.publicUrl)
    return handle(visit)
  }

const nextCookie = 'lm_next'
const inDashboard = { path: '/dashboard', httpOnly: true, sameSite: 'lax', overwrite: true } as const

/** Where to go after signing in: kept while the mail with the link travels. */
export function rememberNext({ http }: Visit, next: string | null): void {
  if (next !== null) http.cookies.set(nextCookie, safePath(next), { ...inDashboard, maxAge: 15 * 60_000 })
}

/** Begins the session in this browser. */
export function enter({ http }: Visit, { session, token }: SignedIn): Answer {
  httpOf(http).keepSession(token, new Date(session.expiresAt))
  const next = safePath(http.cookies.get(nextCookie) ?? '')
  http.cookies.set(nextCookie, null, inDashboard)
  return { redirect: next }
}

/** Only paths of the dashboard: an address that leads elsewhere leads home. */
export const safePath = (path: string): string =>
  /^\/dashboard(\/bookings\/\w{1,60})?(\?[\w=&-]{0,100})?$/.test(path) ? path : '/dashboard'

/** The bar above every page of an account. */
export async function topBar(ctx: Context): Promise<Html> {
  const { user, organization } = await whoAmI(ctx)
  return html`<header class="top"><div>
<strong>${user.name}<span>${organization.name}</span></strong>
<a href="/dashboard">Bookings</a>
<a href="/${user.username}">Your page</a>
<form method="post" action="/dashboard/sign-out"><button class="link">Sign out</button></form>
</div></header>`
}
