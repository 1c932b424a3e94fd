import { BlockList, isIP, isIPv4, isIPv6, SocketAddress } from 'node:net'

/** What is not the public internet, by what it is. The first that fits is named, so the narrow ones come first. */
const ranges: [kind: string, cidrs: string[]][] = [
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['unspecified', ['0.0.0.0/8', '::/128']],
  ['cloud metadata', ['169.254.169.254/32', 'fd00:ec2::254/128', '168.63.129.16/32']],
  ['link-local', ['169.254.0.0/16', 'fe80::/10']],
  ['private network', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fec0::/10']],
  ['shared by a carrier', ['100.64.0.0/10']],
  ['broadcast', ['255.255.255.255/32']],
  ['multicast', ['224.0.0.0/4', 'ff00::/8']],
  ['documentation', ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20']],
  ['benchmarking', ['198.18.0.0/15', '2001:2::/48']],
  ['discarded', ['100::/64']],
  ['segment routing', ['5f00::/16']],
  // An IPv4 address inside an IPv6 one may be any of those above.
  ['6to4', ['192.88.99.0/24', '2002::/16']],
  ['Teredo', ['2001::/32']],
  ['NAT64', ['64:ff9b::/96', '64:ff9b:1::/48']],
  ['IPv4-compatible', ['::/96']],
  ['IPv4-translated', ['::ffff:0:0:0/96']],
  // Of IPv6, only 2000::/3 is given out; of that, 2001::/23 is kept for protocols.
  ['reserved', ['192.0.0.0/24', '240.0.0.0/4', '2001::/23', '::/3', '4000::/2', '8000::/1']],
]

const kinds = ranges.map(([kind, cidrs]) => ({ kind, holds: holderOf(cidrs) }))
const isForbidden = holderOf(ranges.flatMap(([, cidrs]) => cidrs))

/** Why an address is not the public internet, in a few words; null when it is. */
export function forbiddenReason(ip: string): string | null {
  if (isIP(ip) === 0) return 'not an IP address'
  const address = unwrapped(ip)
  if (!isForbidden(address)) return null
  return kinds.find(({ holds }) => holds(address))?.kind ?? 'reserved'
}

/** The address as everybody else writes it: without a zone, and as IPv4 when it is IPv4 mapped into IPv6. */
export function unwrapped(ip: string): string {
  if (!isIPv6(ip)) return ip
  const { address } = new SocketAddress({ address: ip, family: 'ipv6' })
  const inner = address.replace(/^::ffff:/, '')
  return isIPv4(inner) ? inner : address
}

/** A list for each family: in one for both, `::/3` would hold every IPv4 address, as a mapped one. */
function holderOf(cidrs: string[]): (ip: string) => boolean {
  const ipv4 = new BlockList()
  const ipv6 = new BlockList()
  for (const cidr of cidrs) {
    const [network = '', bits] = cidr.split('/')
    if (isIPv4(network)) ipv4.addSubnet(network, Number(bits), 'ipv4')
    else ipv6.addSubnet(network, Number(bits), 'ipv6')
  }
  return (ip) => (isIPv4(ip) ? ipv4.check(ip, 'ipv4') : ipv6.check(ip, 'ipv6'))
}
