import { AppError } from '../errors.ts'
import { httpOf } from '../http/app.ts'
import { parseAs } from '../http/parse.ts'
import { acceptInvitation, readInvitation } from '../organizations/invitations.ts'
import { AcceptedInvitation } from '../organizations/model.ts'
import { makeSignInLink, signInByLink } from '../sessions/links.ts'
import { enter } from './account.ts'
import { generalError, type Typed, textField } from './fields.ts'
import { nothingWrong, readForm, wrongOf } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { accountPage } from './sign-in.ts'
import { personFields } from './sign-up.ts'
import { type Answer, queryOf, type Visit } from './visit.ts'

type Invited = NonNullable<Awaited<ReturnType<typeof readInvitation>>>

/** `GET /invitations/{token}`: join an organization. */
export async function showInvitation({ ctx, params, http, visitor }: Visit): Promise<Answer> {
  const invited = await invitationOf(ctx, params.token)
  const values = queryOf(http)
  if (visitor.zone) values.set('timezone', visitor.zone)
  return invitationPage(invited, params.token ?? '', { values, wrong: nothingWrong })
}

/** `POST /invitations/{token}` joins and signs in: who holds the mailed link has shown whose address it is; a sandbox is only joined. */
export async function accept(visit: Visit): Promise<Answer> {
  const { ctx, params, http } = visit
  const token = params.token ?? ''
  const invited = await invitationOf(ctx, token)
  const form = await readForm(http)
  const password = form.get('password')
  try {
    const fields = { name: form.get('name') ?? '', timezone: form.get('timezone') ?? '', ...(password && { password }) }
    const member = await acceptInvitation(ctx, token, parseAs(AcceptedInvitation, fields, 'body'))
    if (!invited.signsIn) return joinedPage(invited)
    const link = await ctx.db.transaction((tx) => makeSignInLink(tx, ctx, { userId: member.id }))
    const once = new URL(link).searchParams.get('token') ?? ''
    return enter(visit, await signInByLink(ctx, once, httpOf(http)))
  } catch (error) {
    const wrong = wrongOf(error, (pointer) => pointer.slice(2))
    const status = error instanceof AppError ? error.status : 400
    return { ...invitationPage(invited, token, { values: form, wrong }), status }
  }
}

async function invitationOf(ctx: Visit['ctx'], token = ''): Promise<Invited> {
  const invited = await readInvitation(ctx, token)
  if (invited) return invited
  throw new AppError('gone', 'This invitation was used, taken back or has expired. Ask for a new one.')
}

function joinedPage({ organization, email }: Invited): Page {
  const main = html`<section class="card notice">
<h1>You joined ${organization}</h1>
<p>It is a sandbox: nobody signs in there. Whoever has its key sees ${email} among its members.</p>
</section>`
  return accountPage(`Joined ${organization}`, main)
}

function invitationPage({ organization, email, signsIn }: Invited, token: string, typed: Typed): Page {
  const main = html`<section class="card panel">
<header>
<h1>Join ${organization}</h1>
<p class="muted">${signsIn ? 'You will sign in' : 'It is a sandbox, which you join'} as ${email}.</p>
</header>
<form method="post" action="/invitations/${token}">
${generalError(typed)}
<input type="hidden" name="username" value="${email}" autocomplete="username">
${personFields(typed)}
${textField(typed, {
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'new-password',
  hint: 'At least 10 characters; leave it empty to sign in with links by mail',
})}
<button class="button">Join</button>
</form>
</section>`
  return { ...accountPage(`Join ${organization}`, main), scripts: ['zone-select.ts'] }
}
