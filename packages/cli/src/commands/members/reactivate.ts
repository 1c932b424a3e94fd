import type { Member } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { memberArg } from '../../lib/args.ts'

import { memberId } from '../../lib/find.ts'

import { memberCard } from '../../views/members.ts'

export default class MembersReactivate extends ApiCommand {
  static override description = `Let a suspended member back in.`
  static override examples = ['<%= config.bin %> members reactivate bob@example.com']
  static override args = memberArg

  async run(): Promise<Member> {
    const { args, flags } = await this.parse(MembersReactivate)
    const letsmeet = this.connect(flags)
    const id = await memberId(letsmeet, args.member)

    const member = await letsmeet.organization.members.reactivate(id)
    this.print(memberCard(member))
    this.done('Reactivated.')
    return member
  }
}
