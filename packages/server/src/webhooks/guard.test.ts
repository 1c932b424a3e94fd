import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { dnsServer } from '../testing/dns-server.ts'
import { createGuard, targetOf } from './guard.ts'
import { resolverAt } from './resolver.ts'

const production = createGuard({
  allowCidrs: [],
  publicUrl: 'https://book.example.com',
  ownAddress: () => ({ address: '127.0.0.1', port: 3000 }),
})
const listed = createGuard({
  allowCidrs: ['10.1.0.0/16', 'fd12:3456::/32', '127.0.0.0/8', '::1'],
  publicUrl: 'https://book.example.com:8443',
  ownAddress: () => ({ address: '0.0.0.0', port: 3000 }),
})
const development = createGuard({
  allowCidrs: [],
  publicUrl: 'http://localhost:3000',
  ownAddress: () => ({ address: '127.0.0.1', port: 3000 }),
})
const codeOf = (guard: typeof production, url: string) => guard.refusal(new URL(url))?.code ?? null

test.each([
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '017700000001', '0x7f000001', '0x7F.0.0.1', '0177.0.0.1'],
  ...['127.0.0.1.', '0x7f.1', '00000177.1', '１２７.０.０.１', '127。0。0。1', '%31%32%37.0.0.1', '①②⑦.0.0.1'],
  ...['localhost', 'LOCALHOST', 'localhost.', 'foo.localhost', 'ⓛocalhost', '0', '0.0.0.0', '0x0', '[::]', '[::1]'],
  ...['[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::FFFF:7f00:1]', '[::127.0.0.1]', '[::ffff:0:127.0.0.1]'],
  ...['169.254.169.254', '2852039166', '0xa9fea9fe', '[::ffff:a9fe:a9fe]', '[fd00:ec2::254]', '0251.0376.0251.0376'],
  ...['10.0.0.1', '167772161', '012.1', '172.16.0.1', '192.168.0.1', '192.168.257', '100.64.0.1', '198.18.0.1'],
  ...['192.0.0.8', '192.0.2.1', '224.0.0.1', '255.255.255.255', '4294967295', '[fe80::1]', '[fec0::1]', '[fc00::1]'],
  ...['[ff02::1]', '[2001:db8::1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::]', '[2001::1]', '[100::1]'],
  ...['user:pass@127.0.0.1', 'hooks.example.com@127.0.0.1', 'a%40b:c@[::1]', '127.0.0.1:8443', '127.0.0.1:65535'],
  ...['hooks.example.com:80@10.0.0.1', '127.0.0.1#@hooks.example.com', '127.0.0.1\\@hooks.example.com'],
])('refuses https://%s, which is not the public internet', (host) => {
  expect(codeOf(production, `https://${host}/`)).toBe('private_address')
  expect(production.checkUrl(new URL(`https://${host}/`))).toMatch(/\(.+\); use a public one\.$/)
})

test.each([
  ...['https://hooks.example.com/letsmeet', 'https://HOOKS.example.com.', 'https://user:pass@hooks.example.com/'],
  ...[
    'https://hooks.example.com:8443/?a=b#c',
    'https://hooks.example.com:22',
    'https://münchen.example/',
    'https://xn--p1ai/',
  ],
  ...['https://127.0.0.1.nip.io/', 'https://127.0.0.1@hooks.example.com/', 'https://localhost.example.com/'],
  ...['https://8.8.8.8/', 'https://134744072/', 'https://[2606:4700:4700::1111]/', 'https://[::ffff:8.8.8.8]/'],
  ...['HTTPS:\\\\hooks.example.com', 'https:hooks.example.com', 'https://book.example.com:444/'],
])('lets %s pass, as far as can be told without asking DNS', (url) => {
  expect(codeOf(production, url)).toBeNull()
})

test.each([
  'http://[::1%25lo]',
  'http://[fe80::1%eth0]',
  'http://127.0.0.1%00',
  'http://1.2.3.4.5',
  'http://256.1.1.1',
  'http://a b',
])('%s is no URL to begin with', (url) => {
  expect(URL.canParse(url)).toBe(false)
})

test.each([
  'ftp://hooks.example.com',
  'file:///etc/passwd',
  'gopher://a.example',
  'javascript:alert(1)',
  'data:,a',
  'unix:/a',
])('refuses %s, which is no web address', (url) => {
  expect(codeOf(production, url)).toBe('invalid_url')
})

test('plain http is for allow-listed targets and for development', () => {
  expect(codeOf(production, 'http://hooks.example.com/')).toBe('insecure_url')
  expect(codeOf(production, 'http://8.8.8.8/')).toBe('insecure_url')
  expect(codeOf(listed, 'http://8.8.8.8/')).toBe('insecure_url')
  expect(codeOf(listed, 'http://10.1.2.3/')).toBeNull()
  expect(codeOf(listed, 'http://[::ffff:10.1.2.3]/')).toBeNull()
  expect(codeOf(listed, 'http://[fd12:3456::1]/')).toBeNull()
  expect(codeOf(listed, 'http://name.example/')).toBeNull()
  expect(codeOf(development, 'http://hooks.example.com/')).toBeNull()
  expect(codeOf(development, 'http://8.8.8.8/')).toBeNull()
})

test('an allow-list opens what it names and nothing next to it', () => {
  expect(codeOf(listed, 'https://10.1.255.255/')).toBeNull()
  expect(codeOf(listed, 'https://[::ffff:a01:203]/')).toBeNull()
  expect(codeOf(listed, 'https://10.2.0.0/')).toBe('private_address')
  expect(codeOf(listed, 'https://[fd12:3457::1]/')).toBe('private_address')
  expect(codeOf(listed, 'https://169.254.169.254/')).toBe('private_address')
})

test('a development start reaches its own machine and no other private one', () => {
  expect(codeOf(development, 'http://localhost:4000/')).toBeNull()
  expect(codeOf(development, 'http://127.8.8.8:4000/')).toBeNull()
  expect(codeOf(development, 'http://[::1]:4000/')).toBeNull()
  expect(codeOf(development, 'http://0.0.0.0:4000/')).toBe('private_address')
  expect(codeOf(development, 'http://192.168.1.1/')).toBe('private_address')
})

test('the server itself is refused by all its names, even when its address is allowed', () => {
  const machine = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const own = machine.map(({ address, family }) => (family === 'IPv6' ? `[${address.split('%')[0]}]` : address))
  const names = ['localhost', 'LocalHost.', 'a.localhost', '127.0.0.1', '127.9.9.9', '2130706433', '[::1]', '0.0.0.0']

  for (const host of [...names, '[::]', '[::ffff:127.0.0.1]', ...own]) {
    expect(codeOf(development, `http://${host}:3000/api`)).toBe('own_address')
    expect(codeOf(listed, `https://user@${host}:3000/`)).toBe('own_address')
  }
  expect(codeOf(production, 'https://book.example.com/')).toBe('own_address')
  expect(codeOf(production, 'https://BOOK.example.com.:443/hooks')).toBe('own_address')
  expect(codeOf(listed, 'https://book.example.com:8443')).toBe('own_address')
  expect(codeOf(listed, 'https://book.example.com')).toBeNull()
})

test('names are judged by every address that they lead to', async () => {
  const zones: Record<string, string[]> = {
    'public.example': ['93.184.215.14', '2606:4700::1111'],
    'mixed.example': ['93.184.215.14', '10.0.0.1'],
    'mixed6.example': ['93.184.215.14', 'fd00::1'],
    'mapped.example': ['::ffff:127.0.0.1'],
    'metadata.example': ['169.254.169.254'],
    'inside.example': ['10.1.2.3'],
    'here.example': ['127.0.0.1'],
    'empty.example': [],
  }
  const server = await dnsServer(
    (name, type) => zones[name]?.filter((ip) => ip.includes(':') === (type === 'AAAA')) ?? null,
  )
  const guardWith = (allowCidrs: string[]) =>
    createGuard({
      allowCidrs,
      publicUrl: 'https://book.example.com',
      ownAddress: () => ({ address: '127.0.0.1', port: 3000 }),
      resolve: resolverAt([server]),
    })
  const result = (url: string, allowCidrs: string[] = []) =>
    guardWith(allowCidrs)
      .addressesOf(targetOf(new URL(url)))
      .then(
        (addresses) => addresses.map(({ address }) => address),
        (error) => error.code,
      )

  expect(await result('https://public.example')).toEqual(['93.184.215.14', '2606:4700::1111'])
  expect(await result('https://PUBLIC.example.')).toHaveLength(2)
  expect(await result('https://mixed.example')).toBe('private_address')
  expect(await result('https://mixed6.example')).toBe('private_address')
  expect(await result('https://mapped.example')).toBe('private_address')
  expect(await result('https://metadata.example', ['127.0.0.0/8', '::1'])).toBe('private_address')
  expect(await result('https://mapped.example', ['127.0.0.0/8'])).toEqual(['::ffff:127.0.0.1'])
  expect(await result('http://inside.example', ['10.0.0.0/8'])).toEqual(['10.1.2.3'])
  expect(await result('http://mixed.example', ['10.0.0.0/8'])).toBe('insecure_url')
  expect(await result('https://here.example:3000', ['127.0.0.0/8'])).toBe('own_address')
  expect(await result('https://here.example:3001', ['127.0.0.0/8'])).toEqual(['127.0.0.1'])
  expect(await result('https://missing.example')).toBe('dns_failed')
  expect(await result('https://empty.example')).toBe('dns_failed')
  expect(await result('https://127.0.0.1')).toBe('private_address')
})
