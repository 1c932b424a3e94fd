import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { requestMagicLink, signInByLink, signUp } from './links.ts'
import { MagicLinkRequest, MagicLinkSignIn, NewPassword, PasswordSignIn, Session, SignUp } from './model.ts'
import { listSessions, revokeSession, setPassword, signIn, signOut } from './service.ts'

export const sessionRoutes = [
  route({
    method: 'POST',
    path: '/public/sessions',
    id: 'sessions.create',
    replayable: false,
    signsIn: true,
    summary: 'Sign in with a password',
    description: 'Sets the dashboard cookie (HttpOnly, SameSite=Lax). API clients use keys instead.',
    scope: null,
    body: PasswordSignIn,
    status: 201,
    returns: Session,
    errors: ['unauthenticated'],
    handle: async (ctx, { body }, http) => {
      const { session, token } = await signIn(ctx, body, http)
      http.keepSession(token, new Date(session.expiresAt))
      return session
    },
  }),
  route({
    method: 'POST',
    path: '/public/magic-links',
    id: 'sessions.requestMagicLink',
    summary: 'Ask for a sign-in link by mail',
    description: 'Answers the same whether or not the address has an account.',
    scope: null,
    body: MagicLinkRequest,
    status: 202,
    returns: z.object({ sent: z.literal(true) }),
    handle: async (ctx, { body }) => {
      await requestMagicLink(ctx, body.email)
      return { sent: true as const }
    },
  }),
  route({
    method: 'POST',
    path: '/public/sign-up',
    id: 'sessions.signUp',
    summary: 'Open an account',
    description:
      'Mails a link that opens it. Only where `LETSMEET_SIGN_UP` is `open`; every address gets the same answer.',
    scope: null,
    body: SignUp,
    status: 202,
    returns: z.object({ sent: z.literal(true) }),
    errors: ['sign_up_closed'],
    handle: async (ctx, { body }) => {
      await signUp(ctx, body)
      return { sent: true as const }
    },
  }),
  route({
    method: 'POST',
    path: '/public/sessions/magic-link',
    id: 'sessions.createByMagicLink',
    replayable: false,
    signsIn: true,
    summary: 'Sign in with a link from a mail',
    description: 'Sets the dashboard cookie. A link works once, for 15 minutes.',
    scope: null,
    body: MagicLinkSignIn,
    status: 201,
    returns: Session,
    errors: ['gone', 'email_taken'],
    handle: async (ctx, { body }, http) => {
      const { session, token } = await signInByLink(ctx, body.token, http)
      http.keepSession(token, new Date(session.expiresAt))
      return session
    },
  }),
  route({
    method: 'POST',
    path: '/public/sessions/sign-out',
    id: 'sessions.signOut',
    replayable: false,
    summary: 'Sign out of this browser',
    description: 'Ends the session of the cookie and clears it; without a cookie nothing happens.',
    scope: null,
    handle: async (ctx, _, http) => {
      await signOut(ctx, http.sessionToken)
      http.keepSession(null)
    },
  }),
  route({
    method: 'GET',
    path: '/sessions',
    id: 'sessions.list',
    summary: 'List your signed-in browsers',
    description: 'Where you are signed in, with address and browser; `current` is the one that asks.',
    scope: 'sessions:read',
    query: listQuery({}),
    returns: listOf(Session),
    handle: (ctx, { query }, http) => listSessions(ctx, query, http.sessionToken),
  }),
  route({
    method: 'DELETE',
    path: '/sessions/:id',
    id: 'sessions.revoke',
    summary: 'Sign a browser out',
    description: 'Ends the session; that browser has to sign in again.',
    scope: 'sessions:write',
    params: ById,
    errors: ['not_found'],
    handle: (ctx, { params }) => revokeSession(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/me/password',
    id: 'me.setPassword',
    summary: 'Set your password',
    description: 'Every other session of yours ends.',
    scope: 'sessions:write',
    body: NewPassword,
    errors: ['forbidden'],
    handle: (ctx, { body }, http) => setPassword(ctx, body, http.sessionToken),
  }),
]
