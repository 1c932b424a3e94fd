import { accountOf } from './account.ts'
import { html } from './html.ts'
import type { Answer, Visit } from './visit.ts'

/** `GET /` */
export async function showWelcome(visit: Visit): Promise<Answer> {
  if (await accountOf(visit)) return { redirect: '/dashboard' }
  return {
    title: 'LetsMeet',
    description: 'Scheduling for developers.',
    main: html`<section class="card notice">
<h1>LetsMeet</h1>
<p>To book a time, open the link that your host gave you.</p>
<p class="buttons"><a class="button" href="/dashboard/sign-in">Sign in</a></p>
</section>`,
  }
}
