import { Flags } from '@oclif/core'
import { ApiCommand } from './api-command.ts'
import { cleanJson } from './clean.ts'

/** How long to follow what. */
export const tailFlags = {
  follow: Flags.boolean({
    description: 'Go on when everything was shown; --no-follow stops then.',
    default: true,
    allowNo: true,
  }),
  'exit-after': Flags.integer({ description: 'Stop after this many lines.', min: 1, helpValue: 'N' }),
}

/** A command that prints a line for each thing that happens. */
export abstract class TailCommand extends ApiCommand {
  private isLost = false

  /** Says once that the connection is lost, and once that it is back. */
  protected readonly onConnection = (isBack: boolean): void => {
    if (isBack === this.isLost) this.say(isBack ? 'Connected again.' : 'The server does not answer; trying again…')
    this.isLost = !isBack
  }

  /** A line each, or a line of JSON each, until enough were printed. */
  protected async printEach<T>(
    items: AsyncIterable<T>,
    lineOf: (item: T) => string,
    most: number | undefined,
  ): Promise<void> {
    let count = 0
    for await (const item of items) {
      process.stdout.write(`${this.jsonEnabled() ? cleanJson(item, 0) : lineOf(item)}\n`)
      count++
      if (count === most) return
    }
  }
}
