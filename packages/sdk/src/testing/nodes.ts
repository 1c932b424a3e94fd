import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './installed.ts'

const cache = join(import.meta.dirname, '../../../../node_modules/.cache/letsmeet')
const platform = `${process.platform}-${process.arch}`
/** Where npm has every version that we try. */
const carried = ['linux-x64', 'linux-arm64']

/** The program of this version of Node, fetched from npm once; or a sentence about why there is none. */
export async function nodeProgram(version: string): Promise<{ program: string } | { missing: string }> {
  if (version === process.versions.node) return { program: process.execPath }
  if (!carried.includes(platform)) return { missing: `npm carries no Node ${version} for ${platform}.` }
  const home = join(cache, `node-${version}`)
  const program = join(home, `node_modules/node-${platform}/bin/node`)
  if (!existsSync(program)) await fetchNode(version, home)
  return { program }
}

/** Not a dependency, because whoever only starts LetsMeet would have to download it too. */
async function fetchNode(version: string, home: string) {
  await mkdir(cache, { recursive: true })
  const started = await mkdtemp(`${home}-`)
  const flags = ['--loglevel=error', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', started]
  await run('npm', ['install', ...flags, `node-${platform}@${version}`])
  // Whole or not at all. Another run of the tests may have been faster: then its folder is as good.
  await rename(started, home).catch(() => rm(started, { recursive: true, force: true }))
}
