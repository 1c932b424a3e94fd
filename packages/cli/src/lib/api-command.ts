import type { LetsMeet } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { BaseCommand } from './base-command.ts'
import { type ConnectionFlags, connect, type Target, target } from './connection.ts'
import { exitCodes } from './failure.ts'

/** A command that talks to a server. */
export abstract class ApiCommand extends BaseCommand {
  static override baseFlags = {
    profile: Flags.string({
      description: 'Use this profile (see `letsmeet profiles list`).',
      helpGroup: 'GLOBAL',
      helpValue: 'NAME',
    }),
    url: Flags.string({
      description: 'Talk to the server at this address; else LETSMEET_URL, else the profile.',
      helpGroup: 'GLOBAL',
      helpValue: 'URL',
    }),
    'api-key-file': Flags.string({
      description: 'Read the API key from this file; else LETSMEET_API_KEY, else the profile.',
      helpGroup: 'GLOBAL',
      helpValue: 'FILE',
    }),
  }

  /** Finds the server and the key, without asking anything yet. */
  protected connect(flags: ConnectionFlags): LetsMeet {
    return this.connectTo(target(flags))
  }

  protected connectTo(where: Omit<Target, 'profile'>): LetsMeet {
    this.serverUrl = where.url
    return connect(where, this.config.version)
  }

  protected override async init(): Promise<void> {
    await super.init()
    process.once('SIGINT', () => this.interrupted())
  }

  /** What Ctrl-C does. */
  protected interrupted(): void {
    process.exit(exitCodes.interrupted)
  }
}
