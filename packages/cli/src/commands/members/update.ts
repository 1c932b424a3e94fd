import type { Member, MemberChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { memberArg } from '../../lib/args.ts'
import { bodyOf, someChange } from '../../lib/body.ts'
import { memberId } from '../../lib/find.ts'
import { bodyFlag, zoneFlag } from '../../lib/flags.ts'
import { memberCard } from '../../views/members.ts'

export default class MembersUpdate extends ApiCommand {
  static override description = 'Change a member of your organization.'
  static override examples = [
    '<%= config.bin %> members update bob@example.com --role admin',
    {
      description: 'At most five meetings a day, whatever the event type:',
      command: `<%= config.bin %> members update bob@example.com --body '{"limits":{"bookings":{"day":5}}}'`,
    },
  ]
  static override args = memberArg
  static override flags = {
    name: Flags.string({ description: 'Their name.' }),
    timezone: zoneFlag({ description: 'Their time zone.' }),
    role: Flags.option({ options: ['member', 'admin', 'owner'] as const })({ description: 'What they may do.' }),
    username: Flags.string({ description: 'The address of their public page.' }),
    'external-id': Flags.string({ description: 'Your own id for them.', helpValue: 'ID' }),
    body: bodyFlag,
  }

  async run(): Promise<Member> {
    const { args, flags } = await this.parse(MembersUpdate)
    const letsmeet = this.connect(flags)
    const change = someChange(
      bodyOf<MemberChange>(flags.body, {
        name: flags.name,
        timezone: flags.timezone,
        role: flags.role,
        username: flags.username,
        externalId: flags['external-id'],
      }),
    )
    const member = await letsmeet.organization.members.update(await memberId(letsmeet, args.member), change)
    this.print(memberCard(member))
    this.done('Changed.')
    return member
  }
}
