// Builds the packages whose sources changed since their last build, those that depend on others after them.
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { alone } from './alone.mjs'
import { capture, Explained, environment, progress, say } from './run.mjs'
import { filesBelow, hashOf, shapeOf, stamp } from './stamp.mjs'
import { cache, packages, root } from './workspace.mjs'

/** Brings every package's `dist` up to date; does nothing where it is. */
export async function compile() {
  if (stale(buildable()).length === 0) return
  await alone(async () => {
    const all = buildable()
    const todo = stale(all)
    if (todo.length === 0) return
    await progress(`Building ${todo.map((one) => one.folderName).join(', ')}`, () => buildInOrder(todo))
  })
}

/** The packages that have something to build, each with a hash of all that its build reads. */
function buildable() {
  const found = packages.map(describe).filter((one) => one.script && one.sources.length > 0)
  const lockfile = join(root, 'pnpm-lock.yaml')
  const made = (one) => hashOf([lockfile, ...one.sources], one.needs.map(hashOfNeed))
  const hashOfNeed = (name) => {
    const needed = found.find((one) => one.name === name)
    return needed ? made(needed) : null
  }
  return found.map((one) => ({ ...one, made: made(one), done: stamp(join(cache, `built-${one.folderName}`)) }))
}

function describe(folder) {
  const {
    name,
    scripts,
    dependencies = {},
    devDependencies = {},
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const needs = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => version.startsWith('workspace:'))
    .map(([needed]) => needed)
  const isOutput = (entry) => ['node_modules', 'dist', 'oclif.manifest.json'].includes(entry)
  const sources = existsSync(join(folder, 'src'))
    ? filesBelow(folder, (entry) => isOutput(entry) || /\.test\.tsx?$/.test(entry))
    : []
  return { folder, folderName: basename(folder), name, script: scripts?.build, needs, sources }
}

const outputs = (one) => filesBelow(join(one.folder, 'dist'))

const stampOf = (one) => `${one.made} ${shapeOf(outputs(one))}`

const stale = (all) => all.filter((one) => outputs(one).length === 0 || !one.done.matches(stampOf(one)))

/** What depends on nothing starts at once; the rest starts when what it needs is there. */
async function buildInOrder(todo) {
  const started = new Map()
  const start = (one) => {
    const needed = todo.filter((other) => one.needs.includes(other.name))
    if (!started.has(one))
      started.set(
        one,
        Promise.all(needed.map(start)).then(() => buildOne(one)),
      )
    return started.get(one)
  }
  const results = await Promise.allSettled(todo.map(start))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

async function buildOne(one) {
  one.done.clear()
  const env = environment(join(one.folder, 'node_modules', '.bin'))
  const { code, output } = await capture(one.script, [], { cwd: one.folder, env, shell: true })
  if (code !== 0) {
    say(`\n${output}\n`)
    throw new Explained(`Building ${one.name} failed; the reason is above.`)
  }
  one.done.write(stampOf(one))
}
