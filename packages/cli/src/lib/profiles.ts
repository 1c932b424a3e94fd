import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { exitCodes, Failure } from './failure.ts'

export interface Profile {
  url: string
  apiKey: string
  /** Of a sandbox: its id, and the profile that it was made with. */
  sandboxId?: string
  madeBy?: string
}

/** The servers and accounts this person uses; the server's first run adds `default`. */
export interface Profiles {
  current: string
  profiles: Record<string, Profile>
}

export const profileFile = (env: NodeJS.ProcessEnv = process.env) =>
  join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'letsmeet', 'config.json')

export function readProfiles(): Profiles {
  const file = profileFile()
  if (!existsSync(file)) return { current: 'default', profiles: {} }
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof content !== 'object' || content === null) throw new Error('it holds no object')
    const { current, profiles } = { current: 'default', profiles: {}, ...content }
    return { current: String(current), profiles: profilesIn(profiles) }
  } catch (cause) {
    throw new Failure(`The profiles in ${file} cannot be read: ${cause instanceof Error ? cause.message : cause}.`, {
      exit: exitCodes.failure,
      code: 'profiles_unreadable',
      hint: 'Mend or delete that file, then log in again: letsmeet login',
      cause,
    })
  }
}

/** Written beside and renamed, so that nobody ever reads half a file; for this account only. */
export function writeProfiles(profiles: Profiles): void {
  const file = profileFile()
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, `${JSON.stringify(profiles, null, 2)}\n`, { mode: 0o600 })
  renameSync(beside, file)
}

/** Uses another profile from now on. */
export function switchProfile(current: string): void {
  writeProfiles({ current, profiles: readProfiles().profiles })
}

/** What in the environment is heard before the profile in use, for somebody who has just chosen one. */
export function whatWins(env: NodeJS.ProcessEnv = process.env): string | null {
  const [name] = ['LETSMEET_API_KEY', 'LETSMEET_URL', 'LETSMEET_PROFILE'].filter((each) => env[each])
  return name ? `${name} is set here and wins over it: unset ${name} first.` : null
}

function profilesIn(value: unknown): Record<string, Profile> {
  const found = Object.entries(value ?? {}).filter(
    (entry): entry is [string, Profile] => typeof entry[1]?.url === 'string' && typeof entry[1]?.apiKey === 'string',
  )
  return Object.fromEntries(found)
}
