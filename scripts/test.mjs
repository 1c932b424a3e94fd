// `npm test`: everything, in order, up to the first stage that fails. `npm test -- bookings` runs only those tests.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import './node-version.mjs'
import { compile } from './compile.mjs'
import { install } from './install.mjs'
import { environment, main, run } from './run.mjs'
import { filesBelow } from './stamp.mjs'
import { cache, packages, root } from './workspace.mjs'

const began = Date.now()
const report = join(cache, 'vitest.json')
const filters = process.argv.slice(2)

const stages = [
  // First, because the command line is checked against the types that the SDK's build writes.
  { name: 'Build', work: compile },
  { name: 'Types', work: () => run('tsc', ['--noEmit']) },
  { name: 'Lint', work: () => run('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'Browser', work: findBrowser },
  { name: 'Tests', work: runTests },
  { name: 'Generated files', work: checkGenerated },
]

await main(async () => {
  rmSync(report, { force: true })
  await install()
  const wanted = filters.length > 0 ? ['Build', 'Tests'] : stages.map((stage) => stage.name)
  for (const { name, work } of stages.filter((stage) => wanted.includes(stage.name))) {
    console.log(`\n── ${name} ──`)
    if (await work()) {
      console.log(`\nStopped at “${name}” after ${elapsed()}: what is wrong is above.`)
      printCounts()
      return 1
    }
  }
  console.log(`\nAll is well, in ${elapsed()}.`)
  printCounts()
  return 0
})

/** Chromium is installed where there is none, if any test wants one. */
async function findBrowser() {
  const wanted = packages.some((folder) =>
    filesBelow(join(folder, 'src')).some((file) => file.endsWith('.browser.test.ts')),
  )
  if (wanted) return run('node', [join(root, 'packages', 'server', 'src', 'testing', 'install-chromium.ts')])
  console.log('No test needs one.')
}

async function runTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const plain = process.stdout.isTTY ? [] : ['--no-color']
  return run('vitest', ['run', ...plain, ...reporters, ...filters])
}

/** What is generated and committed must be what would be generated now. */
async function checkGenerated() {
  for (const folder of packages) {
    const { name, scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (!scripts?.check) continue
    console.log(`${name}: ${scripts.check}`)
    const env = environment(join(folder, 'node_modules', '.bin'))
    const code = await run(scripts.check, [], { cwd: folder, env, shell: true })
    if (code) return code
  }
}

/** The line that CI reads: alone, plain and last. A file that could not even be loaded counts as one failure. */
function printCounts() {
  let results
  try {
    results = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return
  }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = results
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
  console.log(`${numPassedTests} passed, ${numFailedTests + unloaded.length} failed${skipped}`)
}

function elapsed() {
  const seconds = Math.round((Date.now() - began) / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
