// Run by `npm test` before the browser tests: makes sure that there is a browser for them.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findChromium } from './chromium.ts'

const isRoot = process.getuid?.() === 0

if (!findChromium()) {
  console.log('Installing Chromium (once on this machine)…')
  if (isRoot && existsSync('/usr/bin/apt-get')) installWithApt()
  else installWithPlaywright()
}
const found = findChromium()
if (found) console.log(found)
else {
  console.error('The browser tests need Chromium, and it could not be installed (see above).')
  console.error(
    'Install it, for example with `apt-get install chromium`, or set LETSMEET_CHROMIUM to the path of a Chrome.',
  )
  process.exitCode = 1
}

function installWithApt(): void {
  const packages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji']
  attempt('apt-get', ['update'])
  attempt('apt-get', ['install', '--yes', '--no-install-recommends', ...packages])
}

function installWithPlaywright(): void {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  attempt(process.execPath, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'])
}

/** Out of sight when it works; what went wrong is shown, and what to do about it is said at the end. */
function attempt(command: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (done.status !== 0) console.error(done.error?.message ?? `${done.stdout}\n${done.stderr}`.trim())
}
