import { expect, test } from 'vitest'
import { loggedPath } from './logged-path.ts'

test('logs hold no secret address, and everything else as it is', () => {
  const secrets = ['/l/abc', '/s/abc/et_1', '/booking/abc/cancel', '/invitations/abc', '/API/v1/public/links/abc/slots']

  expect(secrets.map(loggedPath)).toEqual([
    '/l/…',
    '/s/…/et_1',
    '/booking/…/cancel',
    '/invitations/…',
    '/API/v1/public/links/…/slots',
  ])
  expect(['/ada/30min', '/api/v1/public/users/ada/30min', '/api/v1/bookings/bk_1'].map(loggedPath)).toEqual([
    '/ada/30min',
    '/api/v1/public/users/ada/30min',
    '/api/v1/bookings/bk_1',
  ])
})
