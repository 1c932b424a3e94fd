import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { insertKey } from './api-keys/service.ts'
import type { Config } from './config.ts'
import type { Context, Services } from './context.ts'
import { lockName } from './db/dialect.ts'
import { randomText } from './ids.ts'
import { organizations } from './organizations/model.ts'
import { makeSignInLink } from './sessions/links.ts'
import { openAccount } from './sessions/sign-up.ts'
import type { UserRow } from './users/model.ts'

export interface FirstRun {
  owner: UserRow
  apiKey: string
  signInUrl: string
}

/** Makes the owner, their organization and one event type, so that the page is bookable at once; null on later runs. */
export async function firstRun(services: Services, config: Config): Promise<FirstRun | null> {
  const system: Context = {
    ...services,
    actor: { type: 'system', id: 'first-run' },
    organizationId: '',
    source: 'api',
    scopes: ['*'],
    plan: 'enterprise',
  }
  return services.db.transaction(async (tx) => {
    // Two servers may open one fresh database at once: the second waits here and finds the owner made.
    await lockName(tx, 'first-run')
    const [exists] = await tx.select({ id: organizations.id }).from(organizations).limit(1)
    if (exists) return null
    const { ownerEmail: email, ownerTimezone: timezone } = config
    const owner = await openAccount(tx, system, { email, name: nameOf(email), timezone }, 'enterprise')
    const inside = { ...system, organizationId: owner.organizationId }
    const { key } = await insertKey(tx, inside, owner.id, { name: 'Owner (first run)', scopes: ['*'] })
    // Before the commit: an owner without a key could never enter, a key without an owner is made anew.
    writeKeyFile(config, key)
    return { owner, apiKey: key, signInUrl: await makeSignInLink(tx, inside, { userId: owner.id }) }
  })
}

/** The secret that encrypts what must be readable again; made once and kept in the data folder. */
export function readSecret(config: Config): string {
  if (config.secret) return config.secret
  const file = join(config.dataFolder, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const secret = randomText(43)
  writePrivate(file, `${secret}\n`)
  return secret
}

/** The data folder, for this account only. */
export function makeDataFolder(config: Config): void {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
}

/** Writes the owner's key where `LETSMEET_KEY_FILE` says, readable by this account only. */
function writeKeyFile(config: Config, apiKey: string): void {
  mkdirSync(dirname(config.keyFile), { recursive: true })
  writePrivate(config.keyFile, `${apiKey}\n`)
}

interface Profiles {
  current?: string
  profiles?: Record<string, { url: string; apiKey: string }>
}

/** Fills the command line's profile `default`; one that pointed elsewhere is kept under its host's name. */
export function fillProfile(config: Config, url: string, apiKey: string): void {
  const file: Profiles = existsSync(config.profileFile) ? JSON.parse(readFileSync(config.profileFile, 'utf8')) : {}
  const profiles = { ...file.profiles }
  const before = profiles.default
  if (before && before.url !== url) profiles[new URL(before.url).host] ??= before
  profiles.default = { url, apiKey }
  mkdirSync(dirname(config.profileFile), { recursive: true, mode: 0o700 })
  writePrivate(config.profileFile, `${JSON.stringify({ ...file, current: 'default', profiles }, null, 2)}\n`)
}

/** Written beside and renamed, so that nobody ever reads half a file. */
function writePrivate(file: string, text: string): void {
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, text, { mode: 0o600 })
  chmodSync(beside, 0o600)
  renameSync(beside, file)
}

const nameOf = (email: string): string => {
  const local = email.split('@')[0] ?? 'owner'
  return local
    .split(/[._-]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
}
