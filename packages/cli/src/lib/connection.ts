import { readFileSync } from 'node:fs'
import { LetsMeet } from '@letsmeet/sdk'
import { exitCodes, Failure, usageError } from './failure.ts'
import { type Profile, readProfiles } from './profiles.ts'
import { nearest } from './suggest.ts'

/** What every command that talks to a server may be told about it. */
export interface ConnectionFlags {
  profile?: string | undefined
  url?: string | undefined
  'api-key-file'?: string | undefined
}

export interface Target {
  url: string
  /** Null when the key came from a file or the environment. */
  profile: string | null
  apiKey: string
}

/** Which server and key to use: flags, then LETSMEET_URL and LETSMEET_API_KEY, then the profile. */
export function target(flags: ConnectionFlags, env: NodeJS.ProcessEnv = process.env): Target {
  const { url, name, profiles, fromEnv } = circumstances(flags, env)
  const given = flags['api-key-file'] ? keyIn(flags['api-key-file']) : fromEnv.apiKey?.trim()
  if (given) return { url, profile: null, apiKey: given }
  // A key is sent to the server that it was stored for, and to no other.
  const stored = [name, ...Object.keys(profiles)].find((each) => isAt(profiles[each], url)) ?? null
  const apiKey = stored && profiles[stored]?.apiKey
  if (!apiKey) throw notLoggedIn(url)
  return { url, profile: stored, apiKey }
}

/** The server alone, also where no key is known. */
export const serverOf = (flags: ConnectionFlags, env: NodeJS.ProcessEnv = process.env): string =>
  circumstances(flags, env).url

function circumstances(flags: ConnectionFlags, env: NodeJS.ProcessEnv) {
  const { current, profiles } = readProfiles()
  const asked = flags.profile ?? (env.LETSMEET_PROFILE || undefined)
  const name = asked ?? current
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined
  if (asked && !profile) throw unknownProfile(asked, Object.keys(profiles))
  // A profile that is asked for by name is meant, whatever the environment says.
  const fromEnv = flags.profile ? {} : { url: env.LETSMEET_URL || undefined, apiKey: env.LETSMEET_API_KEY || undefined }
  const url = serverUrl(flags.url ?? fromEnv.url ?? profile?.url ?? DEFAULT_URL)
  return { url, name, profiles, fromEnv }
}

/** The SDK, telling the server that the command line is asking. */
export function connect({ url, apiKey }: Omit<Target, 'profile'>, version: string): LetsMeet {
  let unreachable: unknown
  return new LetsMeet({
    baseUrl: url,
    apiKey,
    async fetch(target, init) {
      const headers = new Headers(init.headers)
      headers.set('user-agent', `letsmeet-cli/${version}`)
      unreachable = undefined
      return fetch(target, { ...init, headers }).catch((error: unknown) => {
        if (isNobodyThere(error)) unreachable = error
        throw error
      })
    },
    logger: {
      debug(_message, { waitMs } = {}) {
        if (typeof waitMs !== 'number') return
        // The client is about to wait and try again, which does not help where no server is: this ends the call.
        if (unreachable) throw unreachable
        // Elsewhere a person should know what they are waiting for.
        if (waitMs >= 2000 && process.stderr.isTTY)
          process.stderr.write(`Trying again in ${Math.ceil(waitMs / 1000)} s…\n`)
      },
    },
  })
}

export const DEFAULT_URL = 'http://localhost:3000'

/** The server's address as people type it: `localhost:3000`, `meet.example.com`, or with the API's path. */
export function serverUrl(text: string): string {
  const isLocal = /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(text)
  const withScheme = /^[a-z]+:\/\//i.test(text) ? text : `${isLocal ? 'http' : 'https'}://${text}`
  const url = URL.parse(withScheme.trim())
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search)
    throw usageError(`“${text}” is not the address of a server.`, 'It looks like https://meet.example.com.')
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/api\/v1$/, '')
}

export function keyIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw usageError(`The key file ${file} cannot be read: ${cause instanceof Error ? cause.message : cause}.`)
  }
}

/** Whether this is fetch saying, somewhere among its causes, that no server listens there. */
export function isNobodyThere(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause)
    if ('code' in each && NOBODY.includes(String(each.code))) return true
  return false
}

const NOBODY = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

const isAt = (profile: Profile | undefined, url: string) => profile !== undefined && serverUrl(profile.url) === url

function notLoggedIn(url: string) {
  return new Failure(`There is no API key for ${url}.`, {
    exit: exitCodes.auth,
    code: 'not_logged_in',
    hint:
      url === DEFAULT_URL
        ? 'Start a server with `letsmeet serve`, which also logs you in, or log in to one with `letsmeet login`.'
        : `Log in with \`letsmeet login --url ${url}\`, or set LETSMEET_API_KEY.`,
  })
}

export function unknownProfile(name: string, known: string[]) {
  const near = nearest(name, known)
  const hint = near ? `Did you mean ${near}?` : 'See the profiles with `letsmeet profiles list`.'
  return usageError(`There is no profile “${name}”.`, hint)
}
