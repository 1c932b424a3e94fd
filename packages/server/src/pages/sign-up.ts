import { AppError } from '../errors.ts'
import { parseAs } from '../http/parse.ts'
import { signUp } from '../sessions/links.ts'
import { SignUp } from '../sessions/model.ts'
import { generalError, selectField, type Typed, textField } from './fields.ts'
import { nothingWrong, readForm, wrongOf } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { accountPage } from './sign-in.ts'
import { type Answer, queryOf, type Visit } from './visit.ts'
import { zoneOptions } from './zone-options.ts'

/** `GET /dashboard/sign-up`, where the server lets people open accounts. */
export async function showSignUp({ ctx, http, visitor }: Visit): Promise<Answer> {
  if (ctx.signUp !== 'open') throw new AppError('sign_up_closed', 'Ask the owner of this server for an invitation.')
  const values = queryOf(http)
  if (visitor.zone) values.set('timezone', visitor.zone)
  return signUpPage({ values, wrong: nothingWrong })
}

/** `POST /dashboard/sign-up` mails the link that opens the account. */
export async function postSignUp({ ctx, http }: Visit): Promise<Answer> {
  const form = await readForm(http)
  try {
    const fields = ['name', 'email', 'timezone'].map((name) => [name, form.get(name)?.trim() ?? ''])
    await signUp(ctx, parseAs(SignUp, Object.fromEntries(fields), 'body'))
    return { redirect: '/dashboard/sign-in?sent=1' }
  } catch (error) {
    const wrong = wrongOf(error, (pointer) => pointer.slice(2))
    return { ...signUpPage({ values: form, wrong }), status: error instanceof AppError ? error.status : 400 }
  }
}

/** The page of the invitation asks the same. */
export function personFields(typed: Typed) {
  const zone = zoneOptions(typed.values.get('timezone') ?? 'UTC')
  const name = { name: 'name', label: 'Your name', required: true, autocomplete: 'name', maxLength: 120 }
  return html`${textField(typed, name)}
<div data-browser-zone>${selectField(typed, { name: 'timezone', label: 'Time zone', required: true }, zone)}</div>`
}

function signUpPage(typed: Typed): Page {
  const main = html`<section class="card panel">
<header><h1>Open an account</h1><p class="muted">A link by mail proves that the address is yours.</p></header>
<form method="post" action="/dashboard/sign-up">
${generalError(typed)}
${textField(typed, { name: 'email', label: 'E-mail', type: 'email', required: true, autocomplete: 'username' })}
${personFields(typed)}
<button class="button">Send me the link</button>
</form>
<p>You have one? <a href="/dashboard/sign-in">Sign in</a></p>
</section>`
  return { ...accountPage('Open an account', main), scripts: ['zone-select.ts'] }
}
