import { expect, test } from 'vitest'
import { forbiddenReason, unwrapped } from './forbidden.ts'

test.each([
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['::1', 'loopback'],
  ['0:0:0:0:0:0:0:1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::FFFF:7F00:1', 'loopback'],
  ['0:0:0:0:0:ffff:7f00:0001', 'loopback'],
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['::', 'unspecified'],
  ['::ffff:0.0.0.0', 'unspecified'],
  ['169.254.169.254', 'cloud metadata'],
  ['::ffff:169.254.169.254', 'cloud metadata'],
  ['fd00:ec2::254', 'cloud metadata'],
  ['168.63.129.16', 'cloud metadata'],
  ['169.254.0.1', 'link-local'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local'],
  ['febf:ffff::1', 'link-local'],
  ['10.0.0.0', 'private network'],
  ['10.255.255.255', 'private network'],
  ['172.16.0.1', 'private network'],
  ['172.31.255.255', 'private network'],
  ['192.168.1.1', 'private network'],
  ['::ffff:a00:1', 'private network'],
  ['fc00::1', 'private network'],
  ['fdff:ffff::1', 'private network'],
  ['fec0::1', 'private network'],
  ['100.64.0.1', 'shared by a carrier'],
  ['100.127.255.255', 'shared by a carrier'],
  ['255.255.255.255', 'broadcast'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.250', 'multicast'],
  ['ff02::1', 'multicast'],
  ['192.0.2.1', 'documentation'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.255', 'documentation'],
  ['2001:db8::1', 'documentation'],
  ['3fff::1', 'documentation'],
  ['3fff:fff:ffff::1', 'documentation'],
  ['198.18.0.1', 'benchmarking'],
  ['198.19.255.255', 'benchmarking'],
  ['100::1', 'discarded'],
  ['5f00::1', 'segment routing'],
  ['192.88.99.1', '6to4'],
  ['2002:7f00:1::', '6to4'],
  ['2001::1', 'Teredo'],
  ['64:ff9b::7f00:1', 'NAT64'],
  ['64:ff9b::8.8.8.8', 'NAT64'],
  ['64:ff9b:1::a00:1', 'NAT64'],
  ['::127.0.0.1', 'IPv4-compatible'],
  ['::8.8.8.8', 'IPv4-compatible'],
  ['::ffff:0:127.0.0.1', 'IPv4-translated'],
  ['192.0.0.1', 'reserved'],
  ['240.0.0.1', 'reserved'],
  ['2001:10::1', 'reserved'],
  ['1::1', 'reserved'],
  ['4000::1', 'reserved'],
  ['e000::1', 'reserved'],
])('refuses %s, which is %s', (ip, reason) => {
  expect(forbiddenReason(ip)).toBe(reason)
})

test.each(['', 'localhost', '127.1', '2130706433', '0x7f.0.0.1', '127.0.0.01', '[::1]', '127.0.0.1/8', '1.1.1.1 '])(
  'refuses %j, which is no address',
  (text) => {
    expect(forbiddenReason(text)).toBe('not an IP address')
  },
)

test.each([
  ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...['128.0.0.0', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '191.255.255.255'],
  ...['192.0.1.0', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
  ...['::ffff:8.8.8.8', '2001:200::1', '2001:4860:4860::8888', '2606:4700:4700::1111', '2a00:1450::1', '3ffe::1'],
])('lets %s pass, which is public', (ip) => {
  expect(forbiddenReason(ip)).toBeNull()
})

test('unwraps what is mapped into IPv6 and nothing else', () => {
  expect(unwrapped('::ffff:7f00:1')).toBe('127.0.0.1')
  expect(unwrapped('0:0:0:0:0:FFFF:10.1.2.3')).toBe('10.1.2.3')
  expect(unwrapped('::10.1.2.3')).toBe('::10.1.2.3')
  expect(unwrapped('FE80:0::1%eth0')).toBe('fe80::1')
  expect(unwrapped('10.1.2.3')).toBe('10.1.2.3')
})
