import type { Invitation } from '@letsmeet/sdk'

import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { invitationColumns } from '../../views/members.ts'

export default class InvitationsList extends ListCommand {
  static override description = 'List invitations.'
  static override examples = ['<%= config.bin %> invitations list']
  static override flags = { timezone: timezoneFlag, ...listFlags }

  async run(): Promise<Listed<Invitation>> {
    const { flags } = await this.parse(InvitationsList)
    const letsmeet = this.connect(flags)

    const list = await collect(flags, (page) => letsmeet.organization.invitations.list({ ...page }))
    this.printList(
      list,
      invitationColumns(shownIn(flags)),
      'No invitations. Send one: letsmeet invitations create --email bob@example.com',
    )
    return list
  }
}
