import { expect, test } from 'vitest'
import { magicLinkMail, signUpMail } from './mail.ts'

const brand = { color: '#2f5bea', poweredBy: true }
const url = 'https://meet.example.org/sign-in/token'

test('a sign-in mail has the link, and how long it works', () => {
  const { subject, html, text } = magicLinkMail(
    { name: 'Ada', url, expiresInMinutes: 15, organizationName: 'Engines' },
    brand,
  )
  expect(subject).toBe('Sign in to Engines')
  expect(html).toContain(`href="${url}"`)
  expect(text).toContain(`Sign in:\n${url}\n`)
  expect(text).toContain('works once, for 15 minutes')
})

test('a person without a name is greeted without one', () => {
  const { text } = magicLinkMail({ name: ' ', url, expiresInMinutes: 1, organizationName: 'Engines' }, brand)
  expect(text).toContain('Hello, this link')
  expect(text).toContain('for one minute')
})

test('a sign-up mail says that the link opens an account', () => {
  const { subject, text } = signUpMail({ name: 'Ada', url, expiresInMinutes: 15 }, brand)
  expect(subject).toBe('Open your LetsMeet account')
  expect(text).toContain('Hello Ada, this link confirms your address and opens your account.')
  expect(text).toContain(`Open my account:\n${url}\n`)
})
