import { AppError, type ErrorCode, errorCodes, statusOf, titleOf } from '../errors.ts'
import { errorTexts } from './error-texts.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import type { Answer, Visit } from './visit.ts'

/** `GET /errors/{code-with-hyphens}`: where the `type` of a problem leads. */
export async function showErrorCode({ params }: Visit): Promise<Answer> {
  const code = errorCodes.find((one) => one.replaceAll('_', '-') === params.code)
  if (!code) throw new AppError('not_found', 'There is no error of this name.')
  const { cause, cure } = errorTexts[code]
  return {
    title: `${titleOf(code)} · LetsMeet errors`,
    main: html`<article class="card prose">
<p class="muted"><a href="/errors">Errors</a></p>
<h1>${titleOf(code)}</h1>
<p class="muted"><code>${code}</code> · HTTP ${statusOf(code)}</p>
<h2>What it means</h2>
<p>${coded(cause)}</p>
<h2>What to do</h2>
<p>${coded(cure)}</p>
</article>`,
  }
}

/** `GET /errors` */
export async function showErrorCodes(): Promise<Answer> {
  return {
    title: 'LetsMeet errors',
    main: html`<article class="card prose">
<h1>Errors</h1>
<p>Every problem that the API answers with carries one of these codes.</p>
<dl>
${errorCodes.map(entryHtml)}</dl>
</article>`,
  }
}

const entryHtml = (code: ErrorCode) => html`<dt>
<a href="/errors/${code.replaceAll('_', '-')}"><code>${code}</code></a> <span class="muted">${statusOf(code)}</span>
</dt><dd>${titleOf(code)}</dd>
`

/** What a browser shows when a page could not be shown. */
export function errorPage(error: AppError, path: string): Page {
  const [title, text] = says[error.code] ?? [titleOf(error.code), error.message]
  return {
    title,
    status: error.status,
    secrecy: /^\/(booking|l|s)\//.test(path) ? 'link' : 'account',
    main: html`<section class="card notice">
<p class="status">${error.status}</p>
<h1>${title}</h1>
<p>${text ?? error.message}</p>
</section>`,
  }
}

/** For people who followed a link, not for programs. */
const says: Partial<Record<ErrorCode, [title: string, text: string | null]>> = {
  not_found: [
    'There is nothing here',
    'The address may have a typing error, or the page was renamed. Ask whoever gave it to you for the current link.',
  ],
  gone: ['This is no longer available', null],
  internal: ['Something went wrong', 'It is not your fault, and nothing was changed. Please try again in a moment.'],
  unavailable: ['Back in a moment', 'The server can not answer right now. Please try again soon.'],
}

/** Words between backticks are set as code. */
function coded(text: string): Html[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))
}
