import { and, eq, isNull, lt } from 'drizzle-orm'
import { createKey } from '../api-keys/key.ts'
import { findBooking } from '../bookings/directory.ts'
import type { Context, Services } from '../context.ts'
import type { Read } from '../db/database.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, invalidField, notFound } from '../errors.ts'
import { findEventType } from '../event-types/directory.ts'
import { emit } from '../events/service.ts'
import { isAdmin, requireSelfOrAdmin, userOf } from '../permissions.ts'
import { publicEventTypeOf } from '../public/service.ts'
import { hashToken } from '../secrets.ts'
import { findUser, findUserAt } from '../users/directory.ts'
import {
  type BrowserSession,
  type BrowserSessionRow,
  browserSessions,
  type CreatedBrowserSession,
  type CurrentBrowserSession,
  type NewBrowserSession,
} from './model.ts'
import { scopesBehind } from './pins.ts'

const keptDays = 30

/** A short-lived right to one thing, for a browser; its token is shown once. */
export async function createBrowserSession(ctx: Context, input: NewBrowserSession): Promise<CreatedBrowserSession> {
  const readOnly = input.readOnly ?? false
  const beyond = scopesBehind(input.kind, readOnly).filter(
    (scope) => !ctx.scopes.includes('*') && !ctx.scopes.includes(scope),
  )
  if (beyond.length > 0) {
    throw new AppError('forbidden', `A session can't give more than its maker has: ${beyond.join(', ')}.`)
  }
  return ctx.db.transaction(async (tx) => {
    const subject = await subjectOf(tx, ctx, input)
    const token = createKey('browser')
    // The browser that holds it lives by the server's clock, whatever a sandbox shows.
    const now = ctx.serverNow()
    const row: BrowserSessionRow = {
      id: ctx.newId('bs'),
      organizationId: ctx.organizationId,
      kind: input.kind,
      hash: hashToken(token),
      eventTypeId: subject.eventTypeId ?? null,
      userId: subject.userId ?? null,
      bookingId: subject.bookingId ?? null,
      guest: input.guest ?? null,
      readOnly,
      createdBy: userOf(ctx),
      expiresAt: new Date(now.getTime() + input.expiresInSeconds * 1000),
      revokedAt: null,
      createdAt: now,
    }
    await tx.insert(browserSessions).values(row)
    const shown = present(row)
    await emit(tx, ctx, 'browser_session.created', row.id, shown)
    return { ...shown, token, url: `${subject.page}#session=${token}` }
  })
}

/** An admin sees all of the organization, a member those they made. */
export async function listBrowserSessions(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<BrowserSession>> {
  const page = pageOf('browser-sessions', asked)
  const rows = await ctx.db.read
    .select()
    .from(browserSessions)
    .where(and(reachable(ctx), page.after(browserSessions.createdAt, browserSessions.id)))
    .orderBy(...page.order(browserSessions.createdAt, browserSessions.id))
    .limit(page.fetch)
  return page.of(rows, present)
}

export async function getBrowserSession(ctx: Context, id: string): Promise<BrowserSession> {
  return present(await find(ctx.db.read, ctx, id))
}

/** What the token that asks is for: all that a page needs to begin. */
export async function currentBrowserSession(ctx: Context): Promise<CurrentBrowserSession> {
  const pins = ctx.browserSession
  const db = ctx.db.read
  const [row] = pins ? await db.select().from(browserSessions).where(eq(browserSessions.id, pins.id)) : []
  if (!row) throw new AppError('not_found', 'Only the token of a browser session has one; this is another sign-in.')
  const offer = row.kind === 'booker' ? await findEventType(db, ctx, row.eventTypeId ?? '') : null
  const user = row.userId === null ? null : await findUser(db, ctx, row.userId)
  return {
    ...present(row),
    eventType: offer && (await publicEventTypeOf(ctx, offer)),
    user: user && { id: user.id, name: user.name, timezone: user.timezone },
    now: ctx.now().toISOString(),
  }
}

/** It stops working at once; revoking twice changes nothing. */
export async function revokeBrowserSession(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await find(tx, ctx, id)
    if (row.revokedAt) return
    const revokedAt = ctx.serverNow()
    await tx
      .update(browserSessions)
      .set({ revokedAt })
      .where(and(eq(browserSessions.id, id), isNull(browserSessions.revokedAt)))
    await emit(tx, ctx, 'browser_session.revoked', id, present({ ...row, revokedAt }), { revokedAt: null })
  })
}

/** Forgets sessions a month after their end. */
export async function pruneBrowserSessions({ db, now }: Services): Promise<void> {
  const before = new Date(now().getTime() - keptDays * 86_400_000)
  await db.transaction(
    async (tx) => void (await tx.delete(browserSessions).where(lt(browserSessions.expiresAt, before))),
  )
}

interface Subject {
  eventTypeId?: string
  userId?: string
  bookingId?: string
  /** The page of this server that uses the session. */
  page: string
}

/** The one thing, found and allowed; fields of other kinds are refused by name. */
async function subjectOf(db: Read, ctx: Context, input: NewBrowserSession): Promise<Subject> {
  const { kind, eventTypeId, bookingId } = input
  const fits = { booker: ['eventTypeId', 'guest'], host: ['userId', 'readOnly'], booking: ['bookingId'] }[kind]
  for (const name of ['eventTypeId', 'guest', 'userId', 'readOnly', 'bookingId'] as const) {
    if (input[name] !== undefined && !fits.includes(name))
      throw invalidField(`#/${name}`, 'not_allowed', `A session of the kind “${kind}” takes no ${name}.`)
  }
  if (kind === 'host') {
    const userId = input.userId === undefined ? userOf(ctx) : (await findUserAt(db, ctx, input.userId, '#/userId')).id
    requireSelfOrAdmin(ctx, userId, 'make a host’s session')
    return { userId, page: `${ctx.publicUrl}/embed` }
  }
  if (kind === 'booking') {
    if (bookingId === undefined) throw required('bookingId', 'Say which booking the session is for.')
    return { bookingId: (await findBooking(db, ctx, bookingId)).id, page: `${ctx.publicUrl}/embed` }
  }
  if (eventTypeId === undefined) throw required('eventTypeId', 'Say which event type the session books.')
  const offer = await findEventType(db, ctx, eventTypeId)
  return { eventTypeId: offer.id, page: (await publicEventTypeOf(ctx, offer)).url }
}

const required = (name: string, detail: string) => invalidField(`#/${name}`, 'required', detail)

const reachable = (ctx: Context) =>
  and(
    eq(browserSessions.organizationId, ctx.organizationId),
    isAdmin(ctx) ? undefined : eq(browserSessions.createdBy, userOf(ctx)),
  )

async function find(db: Read, ctx: Context, id: string): Promise<BrowserSessionRow> {
  const [row] = await db
    .select()
    .from(browserSessions)
    .where(and(eq(browserSessions.id, id), reachable(ctx)))
  if (!row) throw notFound('browser session', id)
  return row
}

function present(row: BrowserSessionRow): BrowserSession {
  return {
    id: row.id,
    kind: row.kind,
    eventTypeId: row.eventTypeId,
    userId: row.userId,
    bookingId: row.bookingId,
    guest: row.guest && { ...row.guest, timezone: row.guest.timezone ?? null, locale: row.guest.locale ?? null },
    readOnly: row.readOnly,
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}
