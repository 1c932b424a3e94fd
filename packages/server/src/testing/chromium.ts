import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const apps = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)

/** As quiet as it gets: the browser must speak to the pages under test and to nobody else. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--disable-component-update',
].concat('--disable-background-networking', '--disable-dev-shm-usage')

/** The browser for the tests: LETSMEET_CHROMIUM, the system's, or one that playwright installed. */
export function findChromium(): string | undefined {
  const own = process.env.LETSMEET_CHROMIUM
  if (own) return own
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...apps, chromium.executablePath()].find((path) => existsSync(path))
}

/** A headless browser with an empty profile. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium here. `npm test` installs one, or set LETSMEET_CHROMIUM.')
  return chromium.launch({ executablePath, args: flags })
}
