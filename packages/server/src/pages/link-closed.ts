import { AppError } from '../errors.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { secret } from './manage.ts'
import type { Handler } from './visit.ts'

export const unknownLink = (): AppError => new AppError('not_found', 'There is no such link.')

/** A link that opens nothing shows why, and not a word of what it was for. */
export const orClosed =
  (handle: Handler): Handler =>
  async (visit) => {
    try {
      return await handle(visit)
    } catch (error) {
      if (error instanceof AppError && (error.code === 'gone' || error.code === 'not_found')) return closedPage(error)
      throw error
    }
  }

function closedPage({ code, details, status }: AppError): Page {
  const [title, text] = (code === 'gone' && says[String(details.linkState)]) || unknown
  const main = html`<section class="card notice">
<h1>${title}</h1>
<p>${text}</p>
</section>`
  return { ...secret(title, main), status }
}

const unknown: [title: string, text: string] = [
  'This link does not work',
  'Its address may be cut off, or have a typing error. Ask whoever sent it to you for a new one.',
]

const says: Record<string, [title: string, text: string]> = {
  used: [
    'This link has been used',
    'If it was you, the mail about your booking has the way to it. Else ask whoever sent the link to you for a new one.',
  ],
  expired: ['This link has expired', 'Ask whoever sent it to you for a new one.'],
  revoked: ['This link was taken back', 'Ask whoever sent it to you for a new one.'],
}
