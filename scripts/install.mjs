// Installs what the lockfile names, with the pnpm that package.json names, on a machine that has only Node and npm.
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { alone } from './alone.mjs'
import { capture, Explained, progress, say } from './run.mjs'
import { hashOf, stamp } from './stamp.mjs'
import { bin, cache, packages, root } from './workspace.mjs'

/** Two more tries within seconds: whoever has no network should not wait for minutes to hear it. */
const patience = { 'fetch-retries': 2, 'fetch-retry-mintimeout': 1000, 'fetch-retry-maxtimeout': 5000 }

/** Brings node_modules to what the lockfile says; does nothing when it is there already. */
export async function install() {
  const manifests = [root, ...packages].map((folder) => join(folder, 'package.json'))
  const inputs = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs'].map((name) => join(root, name))
  const made = hashOf([...inputs, ...manifests], process.platform, process.arch)
  const done = stamp(join(cache, 'installed'))
  const isDone = () => done.matches(made) && manifests.every(hasModules)
  if (isDone()) return
  await alone(async () => {
    if (isDone()) return
    done.clear()
    const first = existsSync(join(root, 'node_modules', '.modules.yaml')) ? '' : ' (first time, about 30 s)'
    await progress(`Installing packages${first}`, runPnpm)
    done.write(made)
  })
}

async function runPnpm(note) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const settings = {
    // The lockfile holds a checksum for every package, and their age was weighed when it was written.
    'minimum-release-age': 0,
    'confirm-modules-purge': false,
    ...patience,
  }
  const flags = Object.entries(settings).map(([name, value]) => `--config.${name}=${value}`)
  const args = [packageManager, 'install', '--frozen-lockfile', '--reporter=append-only', ...flags]
  const { code, output } = await capture('npx', ['--yes', '--prefer-offline', ...args], {
    env: outside(),
    shell: process.platform === 'win32',
    onOutput(text) {
      const [, all, reused, downloaded] = /resolved (\d+), reused (\d+), downloaded (\d+)/.exec(text) ?? []
      if (all) note(`, ${Number(reused) + Number(downloaded)} of ${all} packages`)
    },
  }).catch((error) => {
    throw new Explained(
      error.code === 'ENOENT'
        ? 'npx was not found. It comes with npm, and npm with Node: install both and run the same command again.'
        : `npx could not be started: ${error.message}`,
    )
  })
  if (code !== 0) {
    say(`\n${output.replace(/^(\[WARN\]|Will retry|Progress:).*\n/gm, '')}\n`)
    throw new Explained(explain(output, packageManager))
  }
}

function explain(shown, packageManager) {
  // pnpm folds its sentences to the width of a terminal.
  const output = shown.replace(/[\s│]+/g, ' ')
  if (/ENOSPC|no space left/i.test(output)) {
    return 'The disk is full: LetsMeet needs about 1 GB for its packages. Make room and run the same command again.'
  }
  if (/OUTDATED_LOCKFILE/.test(output)) {
    return `A package.json changed and pnpm-lock.yaml did not: run \`npx ${packageManager} install\` and commit both.`
  }
  if (/EACCES|EPERM|EROFS|permission denied|read-only/i.test(output)) {
    return `Some folder may not be written (see above). LetsMeet writes in ${root} and in npm's cache.`
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|NETWORK|dns error|error sending request|E40[137]|E50\d/i.test(output)) {
    return [
      'The package registry could not be reached, or refused (see above). Check the network, and the proxy and',
      'registry in your npm settings (`npm config list`), then run the same command again: it goes on where it was.',
    ].join('\n')
  }
  return 'Installing packages failed; the reason is above. Run the same command again when it is mended.'
}

/** The environment without our own tools: npx must run on the Node that it came with. */
function outside() {
  const inherited = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== bin)
  const env = { ...process.env, PATH: inherited.join(delimiter) }
  for (const [name, value] of Object.entries(patience)) env[`npm_config_${name.replaceAll('-', '_')}`] = String(value)
  const home = homedir()
  const needed = [home, env.npm_config_cache ?? join(home, '.npm'), join(home, '.local', 'share')]
  if (needed.every(isWritable)) return env
  // A service account may have no home of its own; the clone then holds the caches too.
  const own = join(cache, 'home')
  mkdirSync(own, { recursive: true })
  const settings = join(home, '.npmrc')
  for (const name of ['XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME', 'XDG_CONFIG_HOME']) delete env[name]
  if (existsSync(settings)) env.npm_config_userconfig = settings
  return { ...env, HOME: own, npm_config_cache: join(own, '.npm') }
}

/** Whether the folder, or the first one above it that exists, may be written. */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch (error) {
    return error.code === 'ENOENT' && dirname(folder) !== folder && isWritable(dirname(folder))
  }
}

/** Whether a package that asks for others has a place where they are. */
function hasModules(manifest) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(manifest, 'utf8'))
  return (!dependencies && !devDependencies) || existsSync(join(dirname(manifest), 'node_modules'))
}
