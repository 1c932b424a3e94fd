import type { Member } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { listFlags } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { memberColumns } from '../../views/members.ts'

export default class MembersList extends ListCommand {
  static override description = 'List the people of your organization.'
  static override examples = [
    '<%= config.bin %> members list',
    '<%= config.bin %> members list --email bob@example.com',
  ]
  static override flags = { email: Flags.string({ description: 'Only the one with this address.' }), ...listFlags }

  async run(): Promise<Listed<Member>> {
    const { flags } = await this.parse(MembersList)
    const letsmeet = this.connect(flags)

    const list = await collect(flags, (page) => letsmeet.organization.members.list({ email: flags.email, ...page }))
    this.printList(list, memberColumns, 'No members.')
    return list
  }
}
