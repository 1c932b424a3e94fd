import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The migrations of this package, from its sources as from its bundle. */
export function migrationsFolder(dialect: 'sqlite' | 'postgres'): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'migrations', dialect)
    if (existsSync(candidate)) return candidate
    if (folder === dirname(folder)) throw new Error(`The migrations for ${dialect} are missing from this installation.`)
  }
}
