import type { Sandbox } from '@letsmeet/sdk'
import { type Profile, readProfiles, writeProfiles } from './profiles.ts'

/** A sandbox and its own server's address and key. */
export interface SandboxAccess extends Pick<Sandbox, 'id' | 'name'> {
  url: string
  apiKey: string
}

/** `Booking flow of the shop` as `booking-flow-of-the-shop`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'unnamed'
}

export const isTestKey = (apiKey: string): boolean => apiKey.startsWith('lm_test_')

/** The name that the profile of a sandbox gets: `sandbox-` and its slug, with a number where another one has that. */
export function nameFor({ id, name }: Pick<Sandbox, 'id' | 'name'>): string {
  const { profiles } = readProfiles()
  const wanted = `sandbox-${slugOf(name).slice(0, 40).replace(/-$/, '')}`
  const isFree = (each: string) => profiles[each] === undefined || profiles[each].sandboxId === id
  for (let n = 1; ; n++) {
    const each = n === 1 ? wanted : `${wanted}-${n}`
    if (isFree(each)) return each
  }
}

/** Keeps the key of a sandbox in a profile of its own; which profile is in use stays as it is. */
export function keepSandbox({ id, name, url, apiKey }: SandboxAccess, madeBy: string | null): string {
  const { current, profiles } = readProfiles()
  const profile = nameFor({ id, name })
  const kept: Profile = { url, apiKey, sandboxId: id, ...(madeBy !== null && { madeBy }) }
  writeProfiles({ current, profiles: { ...profiles, [profile]: kept } })
  return profile
}

/** Drops the profiles of a sandbox; where one of them was in use, the one that it was made with is used again. */
export function forgetSandbox(id: string): { forgotten: string[]; current: string | null } {
  const { current, profiles } = readProfiles()
  const forgotten = Object.keys(profiles).filter((name) => profiles[name]?.sandboxId === id)
  if (forgotten.length === 0) return { forgotten, current: null }
  const left = Object.fromEntries(Object.entries(profiles).filter(([name]) => !forgotten.includes(name)))
  const next = forgotten.includes(current) ? homeOf(profiles[current], left) : current
  writeProfiles({ current: next, profiles: left })
  return { forgotten, current: next === current ? null : next }
}

/** The profile of a sandbox, by the id or name of the sandbox or by its own name. */
export function profileOfSandbox(text: string): string | undefined {
  const { profiles } = readProfiles()
  const ofSandboxes = Object.keys(profiles).filter((name) => profiles[name]?.sandboxId)
  return (
    ofSandboxes.find((name) => profiles[name]?.sandboxId === text) ??
    ofSandboxes.find((name) => name === text) ??
    ofSandboxes.find((name) => name === `sandbox-${slugOf(text)}`)
  )
}

/** The profile to come back to from a sandbox: the one that made it, else any that is no sandbox's. */
export function homeOf(profile: Profile | undefined, profiles: Record<string, Profile>): string {
  const { madeBy = 'default' } = profile ?? {}
  if (profiles[madeBy]) return madeBy
  return Object.keys(profiles).find((name) => !profiles[name]?.sandboxId) ?? Object.keys(profiles)[0] ?? 'default'
}
