import { route } from '../http/route.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { BrowserSession, CreatedBrowserSession, CurrentBrowserSession, NewBrowserSession } from './model.ts'
import {
  createBrowserSession,
  currentBrowserSession,
  getBrowserSession,
  listBrowserSessions,
  revokeBrowserSession,
} from './service.ts'

export const browserSessionRoutes = [
  route({
    method: 'GET',
    path: '/browser-sessions',
    id: 'browserSessions.list',
    summary: 'List browser sessions',
    description: "An admin sees the organization's, a member those they made; ended ones for a month. Newest first.",
    scope: 'browser-sessions:read',
    query: listQuery({}),
    returns: listOf(BrowserSession),
    handle: (ctx, { query }) => listBrowserSessions(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/browser-sessions',
    id: 'browserSessions.create',
    summary: 'Create a browser session',
    description:
      "Your server makes it, and hands the token to a page: a booker's, a host's, or one for a single booking. It works only from the organization's `allowedOrigins` and this server's own pages.",
    scope: 'browser-sessions:write',
    body: NewBrowserSession,
    status: 201,
    returns: CreatedBrowserSession,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { body }) => createBrowserSession(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/browser-sessions/current',
    id: 'browserSessions.current',
    summary: 'Get the session that asks',
    description: 'For the page that holds a token: what it is for, until when, and the event type as guests see it.',
    scope: 'browser-sessions:read',
    returns: CurrentBrowserSession,
    errors: ['not_found', 'origin_not_allowed'],
    handle: (ctx) => currentBrowserSession(ctx),
  }),
  route({
    method: 'GET',
    path: '/browser-sessions/:id',
    id: 'browserSessions.get',
    summary: 'Get a browser session',
    description: 'What it is for and until when; never the token.',
    scope: 'browser-sessions:read',
    params: ById,
    returns: BrowserSession,
    errors: ['not_found'],
    handle: (ctx, { params }) => getBrowserSession(ctx, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/browser-sessions/:id',
    id: 'browserSessions.revoke',
    summary: 'Revoke a browser session',
    description: 'It stops working at once. Revoking twice changes nothing.',
    scope: 'browser-sessions:write',
    params: ById,
    errors: ['not_found'],
    handle: (ctx, { params }) => revokeBrowserSession(ctx, params.id),
  }),
]
