import { Flags } from '@oclif/core'
import { BaseCommand } from '../lib/base-command.ts'

export default class Serve extends BaseCommand {
  static override enableJsonFlag = false
  static override description = `Start a LetsMeet server here.

The first start makes an account for you, prints your booking page, and logs this command line in. Everything is kept in one folder. Ctrl-C stops the server without losing anything.

It is configured by environment variables, which these flags win over; the README lists them all.`
  static override examples = [
    '<%= config.bin %> serve',
    { description: 'With people, event types and bookings to look at:', command: '<%= config.bin %> serve --demo' },
    '<%= config.bin %> serve --port 4000 --data ~/letsmeet',
  ]
  static override flags = {
    port: Flags.integer({
      description: 'Where it listens; PORT, or 3000, unless you say.',
      min: 0,
      max: 65_535,
      helpValue: 'PORT',
    }),
    host: Flags.string({
      description: 'The address it listens on; HOST, or 127.0.0.1, unless you say.',
      helpValue: 'ADDRESS',
    }),
    data: Flags.string({
      description: 'The folder for its data; LETSMEET_DATA, or ./data, unless you say.',
      helpValue: 'FOLDER',
    }),
    demo: Flags.boolean({ description: 'Add a lively demo: 6 people, 12 event types, 1,500 bookings.' }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Serve)
    if (flags.port !== undefined) process.env.PORT = String(flags.port)
    if (flags.host !== undefined) process.env.HOST = flags.host
    if (flags.data !== undefined) process.env.LETSMEET_DATA = flags.data
    // The server reads its environment when it is loaded.
    const { serve, explainFailure } = await import('@letsmeet/server/main')
    await serve(flags.demo ? ['--demo'] : []).catch(explainFailure)
  }
}
