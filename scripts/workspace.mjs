// Where things are.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The programs of the installed packages, Node 26 among them. */
export const bin = join(root, 'node_modules', '.bin')

/** Where these scripts keep what they remember. */
export const cache = join(root, 'node_modules', '.cache', 'letsmeet')

/** The folders of the workspace's packages. */
export const packages = ['packages', 'examples']
  .map((folder) => join(root, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((folder) => existsSync(join(folder, 'package.json')))
