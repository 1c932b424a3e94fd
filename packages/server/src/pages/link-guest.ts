import type { PublicLink } from '../links/public-model.ts'
import { guestFields } from './booking-form.ts'
import { checkField, type Typed } from './fields.ts'
import { type Html, html } from './html.ts'

/** Whether a guest says that the one the link was made for is somebody else. */
export const isOther = (form: URLSearchParams): boolean => form.get('other') === 'true'

/** Whom a share link was made for, told in no more than they know by themselves; another guest types their own. */
export function knownGuestFields(typed: Typed, { firstName, maskedEmail }: NonNullable<PublicLink['guest']>): Html {
  return html`<div class="known">
<p>Booking for ${firstName && html`<strong>${firstName}</strong> `}<span>${maskedEmail}</span></p>
${checkField(typed, { name: 'other', label: 'Not you? Enter other details' })}
</div>
<div class="if-other">${guestFields(typed, 'open')}</div>`
}

/** What greets whoever a link was made for. */
export function greetingOf({ greeting, guest }: PublicLink): string | null {
  return greeting ?? (guest?.firstName ? `Hello ${guest.firstName}, pick a time that suits you.` : null)
}
