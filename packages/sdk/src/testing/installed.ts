import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'

const sdk = join(import.meta.dirname, '../..')
export const run = promisify(execFile)

/** What npm would publish: the path of the tarball. Without types it is made in a third of the time. */
async function pack(folder: string, types: 'types' | 'no types') {
  const copy = join(folder, 'package')
  for (const name of ['package.json', 'README.md', 'webhooks']) {
    await cp(join(sdk, name), join(copy, name), { recursive: true })
  }
  const flags = types === 'types' ? [] : ['--no-types']
  await run(process.execPath, [join(sdk, 'scripts/build.ts'), join(copy, 'dist'), ...flags])
  const { stdout } = await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: copy,
  })
  return join(folder, stdout.trim())
}

/** A fresh project outside of the workspace that has installed the package with npm. */
export async function installed(types: 'types' | 'no types') {
  const folder = await mkdtemp(join(tmpdir(), 'letsmeet-sdk-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const tarball = await pack(folder, types)
  const project = join(folder, 'project')
  await mkdir(project)
  await writeFile(join(project, 'package.json'), '{}')
  await run('npm', ['install', '--silent', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], {
    cwd: project,
  })
  return { project, tarball, dist: join(project, 'node_modules/@letsmeet/sdk/dist') }
}
