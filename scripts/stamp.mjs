// A stamp remembers what a piece of work was made from, so that the work is done again only when that changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** One hash over the names and contents of these files. */
export function hashOf(files, ...more) {
  const hash = createHash('sha256').update(JSON.stringify(more))
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

/** One hash over the names and sizes of these files: enough to see that an output was deleted or cut short. */
export function shapeOf(files) {
  return createHash('sha256')
    .update(files.map((file) => `${file}\0${statSync(file).size}`).join('\0'))
    .digest('hex')
}

/** Every file below a folder, sorted, without the entries whose name is skipped. */
export function filesBelow(folder, skip = () => false) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !skip(entry.name))
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path, skip) : entry.isFile() ? [path] : []
    })
    .sort((a, b) => (relative(folder, a) < relative(folder, b) ? -1 : 1))
}

/** The stamp in this file; `clear` it before the work starts, so that interrupted work counts as not done. */
export function stamp(file) {
  return {
    matches: (value) => existsSync(file) && readFileSync(file, 'utf8') === value,
    clear: () => rmSync(file, { force: true }),
    write(value) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, value)
    },
  }
}
