import type { Invitation } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { table } from '../../lib/table.ts'
import { invitationColumns } from '../../views/members.ts'

export default class InvitationsCreate extends ApiCommand {
  static override description = `Invite somebody by mail.

They become a member when they follow the link. To add somebody at once use letsmeet members add.`
  static override examples = ['<%= config.bin %> invitations create --email bob@example.com --role admin']
  static override flags = {
    email: Flags.string({ description: 'Who is invited.', required: true }),
    role: Flags.option({ options: ['member', 'admin'] as const })({
      description: 'What they may do; member unless you say.',
    }),
    timezone: timezoneFlag,
  }

  async run(): Promise<Invitation> {
    const { flags } = await this.parse(InvitationsCreate)
    const invitation = await this.connect(flags).organization.invitations.create({
      email: flags.email,
      role: flags.role,
    })
    this.print(table([invitation], invitationColumns(shownIn(flags))))
    this.done('Invited.', `letsmeet mail list --to ${invitation.email}`, `letsmeet invitations revoke ${invitation.id}`)
    return invitation
  }
}
