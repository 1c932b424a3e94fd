import { Args, loadHelpClass } from '@oclif/core'
import { BaseCommand } from '../lib/base-command.ts'

export default class HelpCommand extends BaseCommand {
  static override enableJsonFlag = false
  static override strict = false
  static override description = 'Explain a command, or exit-codes.'
  static override examples = ['<%= config.bin %> help bookings create', '<%= config.bin %> help exit-codes']
  static override args = { command: Args.string({ description: 'What to explain; everything unless you say.' }) }

  async run(): Promise<void> {
    const { argv } = await this.parse(HelpCommand)
    const Help = await loadHelpClass(this.config)
    await new Help(this.config, this.config.pjson.oclif.helpOptions).showHelp(argv.map(String))
  }
}
