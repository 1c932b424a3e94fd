import type { Command, Errors } from '@oclif/core'
import { usageError } from './failure.ts'
import { nearest } from './suggest.ts'

/** The static side of a command: what its help is made of. */
export type UsedCommand = Pick<typeof Command, 'id' | 'args' | 'flags' | 'baseFlags'>

/** oclif's complaints about flags and arguments, in our words. */
export function explainUsage(error: Errors.CLIError, command: UsedCommand) {
  const name = `letsmeet ${command.id.replaceAll(':', ' ')}`
  const help = `See \`${name} --help\`.`
  const unknown = listIn(error, 'flags')
  if (unknown.length > 0) {
    const [flag = ''] = unknown
    const known = Object.keys({ ...command.flags, ...command.baseFlags, json: null, help: null })
    const near = nearest(flag.replace(/^-+/, ''), known)
    return usageError(`There is no flag ${flag}.`, near ? `Did you mean --${near}? ${help}` : help)
  }
  if (error.message.startsWith('Unexpected argument')) {
    const unexpected = listIn(error, 'args').join(' ')
    return usageError(`“${unexpected}” is one argument too many.`, `Put quotes around text with spaces. ${help}`)
  }
  if (/^Missing \d+ required arg/.test(error.message)) {
    const missing = Object.entries(command.args).filter(([, arg]) => arg.required)
    const usage = missing.map(([arg]) => arg.toUpperCase()).join(' ')
    return usageError(`Something is missing: ${name} ${usage}`, help)
  }
  return usageError(sentence(error.message), help)
}

/** Reads the arrays that oclif's parse errors carry under names of their own. */
function listIn(error: Errors.CLIError, key: 'flags' | 'args'): string[] {
  const value: unknown = key in error ? Object.entries(error).find(([name]) => name === key)?.[1] : undefined
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function sentence(message: string) {
  const plain = message
    .replace(/\nSee more help with --help$/, '')
    .replace(/^The following errors? occurred:\s*/, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^Expected (--\S+)=(.*) to be one of: (.*)$/, '$1 is one of $3, not “$2”')
    .replace(/^Missing required flag (\S+)/, '--$1 is missing')
    .replace(/^Flag (--\S+) expects a value$/, '$1 needs a value')
  return /[.!?]$/.test(plain) ? plain : `${plain}.`
}
