import type { Me, MeChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bodyOf, someChange } from '../../lib/body.ts'
import { bodyFlag, zoneFlag } from '../../lib/flags.ts'
import { memberCard } from '../../views/members.ts'

export default class MeUpdate extends ApiCommand {
  static override description = `Change your own name, address or time zone.

To see them use letsmeet whoami. Your working hours have a zone of their own: letsmeet schedules update.`
  static override examples = ['<%= config.bin %> me update --name "Ada Lovelace" --timezone Europe/London']
  static override flags = {
    name: Flags.string({ description: 'Your name, as guests read it.' }),
    timezone: zoneFlag({ description: 'Your time zone.' }),
    username: Flags.string({ description: 'The address of your public page.' }),
    'external-id': Flags.string({ description: 'Your own id for yourself.', helpValue: 'ID' }),
    body: bodyFlag,
  }

  async run(): Promise<Me> {
    const { flags } = await this.parse(MeUpdate)
    const change = someChange(
      bodyOf<MeChange>(flags.body, {
        name: flags.name,
        timezone: flags.timezone,
        username: flags.username,
        externalId: flags['external-id'],
      }),
    )
    const me = await this.connect(flags).me.update(change)
    this.print(memberCard(me.user))
    this.done('Changed.', 'letsmeet whoami')
    return me
  }
}
