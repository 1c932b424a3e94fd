import { html, jsonScript } from './html.ts'
import type { Page } from './layout.ts'
import { secret } from './manage.ts'
import type { Answer, Visit } from './visit.ts'

/** `GET /embed`: what a browser session is for; its token is in the fragment, so only the script can ask. */
export async function showEmbed({ visitor }: Visit): Promise<Answer> {
  const { locale, firstDay } = visitor
  const page: Page = secret(
    'LetsMeet',
    html`<div id="embed" aria-busy="true"><noscript><section class="card notice">
<h1>This page needs JavaScript</h1>
<p>The link that brought you here is read by your browser alone. Switch JavaScript on, or use the links in your mail.</p>
</section></noscript></div>
<p class="visually-hidden" id="announce" aria-live="polite"></p>
${jsonScript('state', { locale, firstDay })}`,
  )
  return { ...page, scripts: ['embed.ts'] }
}
