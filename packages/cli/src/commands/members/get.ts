import type { Member } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { memberArg } from '../../lib/args.ts'
import { memberId } from '../../lib/find.ts'
import { memberCard } from '../../views/members.ts'

export default class MembersGet extends ApiCommand {
  static override description = 'Show a member of your organization.'
  static override examples = ['<%= config.bin %> members get bob@example.com']
  static override args = memberArg

  async run(): Promise<Member> {
    const { args, flags } = await this.parse(MembersGet)
    const letsmeet = this.connect(flags)
    const member = await letsmeet.organization.members.get(await memberId(letsmeet, args.member))
    this.print(memberCard(member))
    return member
  }
}
