import type { Member } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { memberArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { memberId } from '../../lib/find.ts'
import { yesFlag } from '../../lib/flags.ts'
import { memberCard } from '../../views/members.ts'

export default class MembersSuspend extends ApiCommand {
  static override description = `Suspend a member.

Their sign-in and keys stop, and nothing of theirs is offered. Nothing is deleted; bookings stay.`
  static override examples = ['<%= config.bin %> members suspend bob@example.com']
  static override args = memberArg
  static override flags = { yes: yesFlag }

  async run(): Promise<Member> {
    const { args, flags } = await this.parse(MembersSuspend)
    const letsmeet = this.connect(flags)
    const id = await memberId(letsmeet, args.member)
    await confirm(`Suspend ${args.member}?`, flags.yes)
    const member = await letsmeet.organization.members.suspend(id)
    this.print(memberCard(member))
    this.done('Suspended.', `letsmeet members reactivate ${args.member}`)
    return member
  }
}
