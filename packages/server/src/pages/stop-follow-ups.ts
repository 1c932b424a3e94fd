import { askToStop, stopFollowUps } from '../reminders/stop.ts'
import { html } from './html.ts'
import { secret } from './manage.ts'
import type { Answer, Visit } from './visit.ts'

/** `GET /reminders/stop/{token}` asks first: programs that look for viruses open links too. */
export async function showStop({ ctx, params }: Visit): Promise<Answer> {
  const token = params.token ?? ''
  const { email, organization } = await askToStop(ctx, token)
  return secret(
    'Stop these messages?',
    html`<section class="card panel">
<header>
<h1>Stop these messages?</h1>
<p class="muted">${organization} would send no more messages after meetings to ${email}. Confirmations and reminders of your bookings still come.</p>
</header>
<form method="post" action="/reminders/stop/${token}">
<div class="buttons"><button class="button">Stop them</button></div>
</form>
</section>`,
  )
}

/** `POST /reminders/stop/{token}`: the button, and the one click of a mail program (RFC 8058). */
export async function stop({ ctx, params }: Visit): Promise<Answer> {
  const { email, organization } = await stopFollowUps(ctx, params.token ?? '')
  return secret(
    'No more of these messages',
    html`<section class="card notice">
<h1>No more of these messages</h1>
<p>${organization} sends no more messages after meetings to ${email}. Confirmations and reminders of your bookings still come.</p>
</section>`,
  )
}
