import type { Hook } from '@oclif/core'
import { unknownCommand } from '../lib/unknown-command.ts'

const hook: Hook.CommandNotFound = async ({ id, config }) => {
  throw unknownCommand(config, id)
}

export default hook
