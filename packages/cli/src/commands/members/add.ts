import type { Member, NewMember } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bodyOf, withFields } from '../../lib/body.ts'
import { bodyFlag, zoneFlag } from '../../lib/flags.ts'
import { machineZone } from '../../lib/time.ts'
import { memberCard } from '../../views/members.ts'

export default class MembersAdd extends ApiCommand {
  static override description = `Add somebody to your organization at once.

They get working hours: Monday to Friday, 09:00 to 17:00 in their zone. To let them decide use letsmeet invitations create.`
  static override examples = [
    '<%= config.bin %> members add --email bob@example.com --name "Bob Kahn" --timezone America/New_York',
    {
      description: 'A host who never signs in:',
      command: '<%= config.bin %> members add --email room-1@example.com --name "Room 1" --no-sign-in',
    },
  ]
  static override flags = {
    email: Flags.string({ description: 'Their e-mail address.' }),
    name: Flags.string({ description: 'Their name.' }),
    timezone: zoneFlag({ description: "Their time zone; this machine's unless you say." }),
    role: Flags.option({ options: ['member', 'admin'] as const })({
      description: 'What they may do; member unless you say.',
    }),
    username: Flags.string({ description: 'The address of their public page.' }),
    'sign-in': Flags.boolean({ description: 'Whether they sign in at all.', allowNo: true }),
    'external-id': Flags.string({ description: 'Your own id for them.', helpValue: 'ID' }),
    body: bodyFlag,
  }

  async run(): Promise<Member> {
    const { flags } = await this.parse(MembersAdd)
    const input = bodyOf<NewMember>(flags.body, {
      email: flags.email,
      name: flags.name,
      timezone: flags.timezone,
      role: flags.role,
      username: flags.username,
      signIn: flags['sign-in'],
      externalId: flags['external-id'],
    })
    const member = await this.connect(flags).organization.members.create(withFields({ timezone: machineZone() }, input))
    this.print(memberCard(member))
    this.done('Added.', `letsmeet event-types create --title Intro --duration 30m --owner ${member.email}`)
    return member
  }
}
