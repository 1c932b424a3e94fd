import { writeFileSync } from 'node:fs'
import type { EmbeddedLetsMeet } from '@letsmeet/server/testing'
import { Flags } from '@oclif/core'
import { BaseCommand } from '../lib/base-command.ts'
import { exitCodes } from '../lib/failure.ts'
import { type Simulated, simulate } from '../simulate/run.ts'
import { simulation } from '../views/simulation.ts'

type Told = Omit<Simulated, 'trace'> & { seconds: number; again: string }

export default class Simulate extends BaseCommand {
  static override description = `Try LetsMeet on weeks of random people, and check what it promises.

Starts a server of its own, in memory and a temporary folder, and drives a sandbox in it through the API and the public pages: hosts in several time zones, bookings, races, moves, cancellations, links, holds, reminders, webhooks to a receiver that fails on purpose, and clocks that jump. Beside it runs a model that knows only the promises: nobody is booked twice, what is listed can be booked, each reminder goes out once and each event arrives. The first promise that does not hold ends it, with the command that repeats it and exit code 1. The same seed is the same story, line by line. Nothing of your own server is touched.`
  static override examples = [
    '<%= config.bin %> simulate --seed 7 --days 30',
    { description: 'With everything that happened:', command: '<%= config.bin %> simulate --seed 7 --trace story.txt' },
  ]
  static override flags = {
    seed: Flags.integer({ description: 'Which story.', default: 1, min: 0, max: 2 ** 31, helpValue: 'N' }),
    days: Flags.integer({ description: 'How many days of it.', default: 30, min: 1, max: 366, helpValue: 'N' }),
    trace: Flags.string({ description: 'Write down what happened, a line each, in this file.', helpValue: 'FILE' }),
  }

  async run(): Promise<Told> {
    const { flags } = await this.parse(Simulate)
    const { seed, days } = flags
    const began = performance.now()
    const server = await this.serve()
    try {
      const { trace, ...told } = await simulate(server, { seed, days, onDay: (day) => this.tick(day, days) })
      if (flags.trace !== undefined) writeFileSync(flags.trace, `${trace.join('\n')}\n`)
      const seconds = Math.round((performance.now() - began) / 100) / 10
      const result = { ...told, seconds, again: `letsmeet simulate --seed ${seed} --days ${days}` }
      this.print(simulation(result))
      if (told.violation) process.exitCode = exitCodes.failure
      return result
    } finally {
      await server.close()
    }
  }

  /** A server is much to load for whoever only asks for help. */
  protected async serve(): Promise<EmbeddedLetsMeet> {
    const { startLetsMeet } = await import('@letsmeet/server/testing')
    return startLetsMeet()
  }

  /** For a person who waits. */
  private tick(day: number, days: number): void {
    if (process.stderr.isTTY && !this.jsonEnabled()) {
      process.stderr.write(day < days ? `\r\x1b[KDay ${day} of ${days}…` : '\r\x1b[K')
    }
  }
}
