import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { addressList } from '../addresses.ts'
import { codeOf, Failure } from './failure.ts'
import { forbiddenReason, unwrapped } from './forbidden.ts'
import { type Resolve, resolveBySystem } from './resolver.ts'

/** Where a connection goes; `host` is lower case, without brackets and without a dot at its end. */
export interface Target {
  protocol: string
  host: string
  port: number
}

export interface Guard {
  /** Why webhooks may not go there, and what to do; null when they may, as far as is known without asking DNS. */
  checkUrl(url: URL): string | null
  /** The same, as what an attempt reports. */
  refusal(url: URL): Failure | null
  /** The addresses to dial, every one of them checked; throws a `Failure`. Dialing these alone defeats rebinding. */
  addressesOf(target: Target): Promise<LookupAddress[]>
}

interface Rules {
  /** What the operator lets webhooks reach besides the public internet. */
  allowCidrs: readonly string[]
  publicUrl: string
  /** Where this server listens; null before it does. */
  ownAddress: () => { address: string; port: number } | null
  resolve?: Resolve
}

const loopback = ['127.0.0.0/8', '::1']

export function createGuard({ allowCidrs, publicUrl, ownAddress, resolve = resolveBySystem }: Rules): Guard {
  const own = targetOf(new URL(publicUrl))
  const isDevelopment = isLoopback(own.host)
  const isListed = addressList(isDevelopment ? [...allowCidrs, ...loopback] : allowCidrs)
  const isAllowed = (ip: string) => isListed(unwrapped(ip))
  const isPlainAllowed = (ip: string) => isDevelopment || isAllowed(ip)

  function isOwn(ip: string, port: number): boolean {
    const listening = ownAddress()
    if (listening?.port !== port) return false
    const address = unwrapped(ip)
    return isHere(address) || address === unwrapped(listening.address) || machineAddresses().includes(address)
  }

  /** Of an address that is about to be saved or dialed. */
  function addressFailure({ protocol, host, port }: Target, ip: string): Failure | null {
    if (isOwn(ip, port)) return ownFailure()
    const reason = isAllowed(ip) ? null : forbiddenReason(ip)
    if (reason) {
      const means = host === ip ? 'is' : 'leads to'
      const sentence = `${host} ${means} an address that webhooks may not reach (${reason}); use a public one.`
      return new Failure('private_address', sentence)
    }
    return protocol === 'http:' && !isPlainAllowed(ip) ? insecureFailure() : null
  }

  function refusal(url: URL): Failure | null {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      return new Failure('invalid_url', 'Webhooks go to https URLs; send one that starts with https://.')
    }
    const target = targetOf(url)
    if (target.host === own.host && target.port === own.port) return ownFailure()
    if (isLocalName(target.host)) return addressFailure(target, '127.0.0.1')
    if (isIP(target.host) !== 0) return addressFailure(target, target.host)
    // Whether a name leads to what the operator allows is known when it is dialed.
    const mayBePlain = isDevelopment || allowCidrs.length > 0
    return url.protocol === 'http:' && !mayBePlain ? insecureFailure() : null
  }

  return {
    refusal,
    checkUrl: (url) => refusal(url)?.message ?? null,
    async addressesOf(target) {
      const addresses = await lookUp(target.host, resolve)
      for (const { address } of addresses) {
        const failure = addressFailure(target, address)
        if (failure) throw failure
      }
      return addresses
    },
  }
}

export function targetOf(url: { protocol: string; hostname: string; port: string }): Target {
  return {
    protocol: url.protocol,
    host: url.hostname.toLowerCase().replace(/^\[|\]$|\.$/g, ''),
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
  }
}

async function lookUp(host: string, resolve: Resolve): Promise<LookupAddress[]> {
  const family = isIP(host)
  if (family !== 0) return [{ address: host, family }]
  const addresses = await resolve(host).catch((cause: unknown) => {
    throw new Failure('dns_failed', `${host} could not be resolved (${codeOf(cause) || 'no answer'}).`, { cause })
  })
  if (addresses.length === 0) throw new Failure('dns_failed', `${host} has no address.`)
  return addresses
}

const ownFailure = () => new Failure('own_address', 'That is this LetsMeet server itself; webhooks go to your own.')
const insecureFailure = () => new Failure('insecure_url', 'Webhooks go out encrypted; use a URL with https://.')

const isLocalName = (host: string) => host === 'localhost' || host.endsWith('.localhost')
const isLoopback = (host: string) => isLocalName(host) || forbiddenReason(host) === 'loopback'
/** Dialed, either leads to this machine. */
const isHere = (ip: string) => ['loopback', 'unspecified'].includes(forbiddenReason(ip) ?? '')

function machineAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => unwrapped(address)))
}
