import type { Invitation, Member, Organization, Session } from '@letsmeet/sdk'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const memberColumns: Column<Member>[] = [
  { header: 'NAME', cell: ({ name }) => name, whenNarrow: 'cut' },
  { header: 'E-MAIL', cell: ({ email }) => email },
  { header: 'ROLE', cell: ({ role }) => role },
  { header: 'STATUS', cell: memberStatus },
  { header: 'ZONE', cell: ({ timezone }) => timezone },
  { header: 'ID', cell: ({ id }) => id },
]

export const memberCard = (member: Member): string =>
  card([
    ['Member', member.id],
    ['Name', { text: member.name, style: 'bold' }],
    ['E-mail', member.email],
    ['Page', `/${member.username}`],
    ['Role', member.role],
    ['Status', memberStatus(member)],
    ['Signs in', member.signIn ? 'yes' : 'no: a host only'],
    ['Time zone', member.timezone],
    ['Your id', member.externalId],
  ])

export const organizationCard = (organization: Organization): string =>
  card([
    ['Organization', organization.id],
    ['Name', { text: organization.name, style: 'bold' }],
    ['Slug', organization.slug],
    ['Plan', organization.plan],
    ['Mode', organization.mode],
    ['Time zone', organization.timezone],
    ['Weeks start', organization.weekStart],
    ['Allowed origins', organization.allowedOrigins.join('\n')],
  ])

export const invitationColumns = (zone: string): Column<Invitation>[] => [
  { header: 'E-MAIL', cell: ({ email }) => email },
  { header: 'ROLE', cell: ({ role }) => role },
  { header: 'STATE', cell: ({ state }) => ({ text: state, style: state === 'pending' ? 'yellow' : 'plain' }) },
  { header: `EXPIRES (${zone})`, cell: ({ expiresAt }) => moment(expiresAt, zone) },
  { header: 'ID', cell: ({ id }) => id },
]

export const sessionColumns = (zone: string): Column<Session>[] => [
  { header: `LAST SEEN (${zone})`, cell: ({ lastSeenAt }) => moment(lastSeenAt, zone) },
  { header: 'BROWSER', cell: ({ userAgent }) => userAgent, whenNarrow: 'cut' },
  { header: 'IP', cell: ({ ip }) => ip },
  { header: 'ID', cell: ({ id }) => id },
]

function memberStatus({ status }: Member): Cell {
  return { text: status, style: status === 'active' ? 'green' : 'red' }
}
