import type { Brand } from '../email/brand.ts'
import { renderLetter } from '../email/layout.ts'
import type { Content } from '../email/message.ts'
import { isolated, oneLine, plain } from '../email/plain.ts'
import { moment } from '../email/when.ts'

export interface Invitation {
  organizationName: string
  inviterName: string
  url: string
  expiresAt: Date
  timezone: string
}

/** The mail that asks somebody to join an organization. */
export function invitationMail(invitation: Invitation, brand: Brand): Content {
  const organization = isolated(oneLine(invitation.organizationName, 80))
  const inviter = isolated(oneLine(invitation.inviterName, 80))
  const until = moment(invitation.expiresAt, invitation.timezone)
  const letter = {
    lang: 'en',
    preheader: `${inviter} invites you to schedule with the team.`,
    heading: `Join ${organization}`,
    blocks: [
      { kind: 'paragraph', text: `${inviter} invites you to join ${organization} and let people book time with you.` },
      { kind: 'actions', actions: [{ label: 'Accept the invitation', url: invitation.url }] },
      { kind: 'small', text: `It can be accepted until ${until}. You do not know ${inviter}? Then ignore this mail.` },
    ],
  } as const
  return { subject: plain(`${inviter} invites you to ${organization}`), ...renderLetter(letter, brand) }
}
