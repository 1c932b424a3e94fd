import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The guides of this package, from its sources as from its bundle. */
export function docsFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'docs')
    if (existsSync(join(candidate, 'quick-start.md'))) return candidate
    if (folder === dirname(folder)) throw new Error('The guides are missing from this installation.')
  }
}
