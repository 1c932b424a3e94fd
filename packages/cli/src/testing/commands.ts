import { globSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../commands')

/** `bookings create`, as people type it, for every file under src/commands. */
export const commandIds = globSync('**/*.ts', { cwd: folder })
  .map((file) => file.replace(/\.ts$/, '').replaceAll(/[\\/]/g, ' '))
  .sort()
