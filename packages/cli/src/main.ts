import { join } from 'node:path'
import { Config, Errors, flush, type Interfaces, run, settings } from '@oclif/core'
import { usageError } from './lib/failure.ts'
import { report } from './lib/report.ts'

/** Runs the command line and gives its exit code. Tests load the commands from the sources. */
export async function main(args: string[], options: Partial<Interfaces.Options> = {}): Promise<number> {
  // NODE_ENV=test in somebody's shell must not make oclif look for TypeScript.
  settings.enableAutoTranspile = false
  if (args.includes('--no-color')) process.env.NO_COLOR = '1'
  const given = args.filter((arg) => arg !== '--no-color')
  try {
    const config = await Config.load({ root: join(import.meta.dirname, '..'), ...options })
    await run(given, config)
    await flush()
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof Errors.ExitError) return error.oclif.exit ?? 0
    const known = error instanceof Errors.CLIError ? usageError(error.message) : error
    return report(known, wantsJson(given))
  }
}

function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? undefined : end).includes('--json')
}
