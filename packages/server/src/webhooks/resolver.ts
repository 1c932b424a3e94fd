import { promises as dns, type LookupAddress } from 'node:dns'

/** All addresses of a name; rejects when there are none. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

/** As every program on this machine resolves names, `/etc/hosts` included. */
export const resolveBySystem: Resolve = shared((hostname) => dns.lookup(hostname, { all: true, order: 'verbatim' }))

/** Asks these DNS servers (`ip[:port]`) and nobody else. */
export function resolverAt(servers: readonly string[]): Resolve {
  const resolver = new dns.Resolver({ timeout: 2000, tries: 2 })
  resolver.setServers(servers)
  return async (hostname) => {
    const [ipv4, ipv6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
    if (ipv4.status === 'rejected' && ipv6.status === 'rejected') throw ipv4.reason
    return [
      ...(ipv4.status === 'fulfilled' ? ipv4.value.map((address) => ({ address, family: 4 })) : []),
      ...(ipv6.status === 'fulfilled' ? ipv6.value.map((address) => ({ address, family: 6 })) : []),
    ]
  }
}

/** Those who ask for a name while it is being resolved wait for one answer: the system resolves four at a time. */
export function shared(resolve: Resolve): Resolve {
  const asked = new Map<string, Promise<LookupAddress[]>>()
  return (hostname) => {
    const known = asked.get(hostname)
    if (known) return known
    const answer = resolve(hostname).finally(() => asked.delete(hostname))
    asked.set(hostname, answer)
    return answer
  }
}
