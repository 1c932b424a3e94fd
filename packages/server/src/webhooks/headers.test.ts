import { expect, test } from 'vitest'
import { headerFault, redacted } from './headers.ts'

test.each([
  ...['host', 'Host', 'content-length', 'Content-Type', 'content-encoding', 'User-Agent', 'transfer-encoding', 'TE'],
  ...['trailer', 'Connection', 'keep-alive', 'Upgrade', 'expect', 'Cookie', 'set-cookie', 'Proxy-Authorization'],
  ...['proxy-connection', 'webhook-id', 'Webhook-Signature', 'webhook-', 'X-Forwarded-For', 'forwarded', 'Via'],
])('refuses %s, which is ours or the connection’s', (name) => {
  expect(headerFault(name, 'value')).toMatch(/leave it out|choose another/)
})

test.each(['', 'a b', 'a:b', 'ä', 'a\r\nb', 'a\0', '(a)', '"a"', 'x'.repeat(101)])('refuses %j as a name', (name) => {
  expect(headerFault(name, 'value')).toContain('A header name is')
})

test.each(['', ' a', 'a ', 'a\r\nx-evil: 1', 'a\nb', 'a\tb', 'a\0', 'é', '\u{1F4C5}', '\x7f'])(
  'refuses %j as a value',
  (value) => {
    expect(headerFault('x-team', value)).toContain('printable ASCII')
  },
)

test('takes what is left, up to 1 KiB', () => {
  expect(headerFault('Authorization', 'Bearer abc.def')).toBeNull()
  expect(headerFault("x!#$%&'*+.^_`|~-9", 'a')).toBeNull()
  expect(headerFault('x-team', 'a'.repeat(1024))).toBeNull()
  expect(headerFault('x-team', 'a'.repeat(1025))).toContain('1,024')
})

test('shows of credentials their last characters at most', () => {
  const shown = redacted({
    Authorization: 'Bearer 0123456789abcdefghij',
    'X-Api-Key': 'k-123456789abc',
    'x-auth-TOKEN': 'short',
    'x-shared-secret': '',
    'x-passwd': 'hunter2hunter2hunter2hunter2',
    cookie: 'a=b',
    'x-environment': 'production',
  })

  expect(shown).toEqual({
    Authorization: '…ghij',
    'X-Api-Key': '…bc',
    'x-auth-TOKEN': '…',
    'x-shared-secret': '…',
    'x-passwd': '…ter2',
    cookie: '…',
    'x-environment': 'production',
  })
})
