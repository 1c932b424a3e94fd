import { expect, test } from 'vitest'
import { invitationMail } from './mail.ts'

test('an invitation names who invites, where to, and until when', () => {
  const { subject, html, text } = invitationMail(
    {
      organizationName: 'Engines',
      inviterName: 'Ada Lovelace',
      url: 'https://meet.example.org/invitation/token',
      expiresAt: new Date('2030-01-08T09:00:00Z'),
      timezone: 'Europe/Berlin',
    },
    { color: '#2f5bea', poweredBy: true },
  )
  expect(subject).toBe('Ada Lovelace invites you to Engines')
  expect(html).toContain('href="https://meet.example.org/invitation/token"')
  expect(text).toContain('Accept the invitation:\nhttps://meet.example.org/invitation/token\n')
  expect(text).toContain('until Tuesday, 8 January 2030, 10:00 (Europe/Berlin, GMT+1)')
})
