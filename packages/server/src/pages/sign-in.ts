import { AppError } from '../errors.ts'
import { httpOf } from '../http/app.ts'
import { guardSignIn } from '../http/auth.ts'
import { parseAs } from '../http/parse.ts'
import { requestMagicLink, signInByLink } from '../sessions/links.ts'
import { MagicLinkRequest, PasswordSignIn } from '../sessions/model.ts'
import { type SignedIn, signIn, signOut } from '../sessions/service.ts'
import { accountOf, enter, rememberNext } from './account.ts'
import { generalError, type Typed, textField } from './fields.ts'
import { nothingWrong, readForm, wrongOf } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { type Answer, queryOf, type Visit } from './visit.ts'

/** `GET /dashboard/sign-in`, by mail or by password; with `token`, where the link in the mail leads. */
export async function showSignIn(visit: Visit): Promise<Answer> {
  const query = queryOf(visit.http)
  const token = query.get('token')
  if (token !== null) return enterPage(token)
  rememberNext(visit, query.get('next'))
  if (await accountOf(visit)) return { redirect: '/dashboard' }
  if (query.has('sent')) return sentPage(visit)
  return signInPage(visit, { values: query, wrong: nothingWrong })
}

/** `POST /dashboard/sign-in` */
export async function postSignIn(visit: Visit): Promise<Answer> {
  const { ctx, http } = visit
  const form = await readForm(http)
  const token = form.get('token')
  const guarded = (attempt: () => Promise<SignedIn>) => guardSignIn(visit.buckets, http.ip, attempt)
  try {
    if (token !== null) return enter(visit, await guarded(() => signInByLink(ctx, token, httpOf(http))))
    const email = form.get('email') ?? ''
    if (form.get('with') === 'password') {
      const input = parseAs(PasswordSignIn, { email, password: form.get('password') ?? '' }, 'body')
      return enter(visit, await guarded(() => signIn(ctx, input, httpOf(http))))
    }
    await requestMagicLink(ctx, parseAs(MagicLinkRequest, { email }, 'body').email)
    return { redirect: '/dashboard/sign-in?sent=1' }
  } catch (error) {
    const wrong = wrongOf(error, (pointer) => pointer.slice(2))
    const status = error instanceof AppError ? error.status : 400
    return { ...signInPage(visit, { values: form, wrong }), status }
  }
}

/** `POST /dashboard/sign-out` */
export async function postSignOut({ ctx, http }: Visit): Promise<Answer> {
  const { sessionToken, keepSession } = httpOf(http)
  await signOut(ctx, sessionToken)
  keepSession(null)
  return { redirect: '/dashboard/sign-in' }
}

export const accountPage = (title: string, main: Html): Page => ({
  title: `${title} · LetsMeet`,
  secrecy: 'account',
  main,
})

/** Where no mail leaves the machine, its owner reads it on the command line. */
export const mailHint = ({ ctx }: Visit): Html | false =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(ctx.publicUrl).hostname) &&
  html`<p class="muted">No mail server here? <code>npx letsmeet mail</code> shows what was sent.</p>`

/** Mail scanners follow every link, so only a press of the button signs in. */
function enterPage(token: string): Page {
  const main = html`<section class="card notice">
<h1>Sign in to LetsMeet</h1>
<p class="muted">The link from your mail works once.</p>
<form method="post" action="/dashboard/sign-in">
<input type="hidden" name="token" value="${token}">
<button class="button" autofocus>Sign in</button>
</form>
</section>`
  return accountPage('Sign in', main)
}

function signInPage({ ctx }: Visit, typed: Typed): Page {
  const byPassword = typed.values.get('with') === 'password'
  const password = { name: 'password', label: 'Password', type: 'password', required: true } as const
  const other = byPassword
    ? html`<a href="/dashboard/sign-in">Get a link by mail instead</a>`
    : html`<a href="/dashboard/sign-in?with=password">Use a password instead</a>`
  return accountPage(
    'Sign in',
    html`<section class="card panel">
<header><h1>Sign in</h1></header>
<form method="post" action="/dashboard/sign-in">
${generalError(typed)}
<input type="hidden" name="with" value="${byPassword ? 'password' : 'link'}">
${textField(typed, { name: 'email', label: 'E-mail', type: 'email', required: true, autocomplete: 'username' })}
${byPassword && textField(typed, { ...password, autocomplete: 'current-password' })}
<button class="button">${byPassword ? 'Sign in' : 'Send me a sign-in link'}</button>
</form>
<p>${other}</p>
${ctx.signUp === 'open' && html`<p>New here? <a href="/dashboard/sign-up">Open an account</a></p>`}
</section>`,
  )
}

function sentPage(visit: Visit): Page {
  return accountPage(
    'Check your mail',
    html`<section class="card notice">
<h1>Check your mail</h1>
<p>If the address has an account here, a sign-in link is on its way. It works once, for 15 minutes.</p>
${mailHint(visit)}
<p><a href="/dashboard/sign-in">Back</a></p>
</section>`,
  )
}
