import type { CreatedLink, NewLink } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { bodyOf, withFields } from '../../lib/body.ts'
import { eventTypeId, memberId } from '../../lib/find.ts'
import { contactId } from '../../lib/find-contact.ts'
import { bodyFlag, manyFlag, minutesFlag, shownIn } from '../../lib/flags.ts'
import { LinkCommand } from '../../lib/link-command.ts'
import { copyFlag, linkFields, linkFlags } from '../../lib/link-flags.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { instantOf } from '../../lib/time-input.ts'

export default class LinksCreate extends LinkCommand {
  static override description = `Make a link that books one meeting, and print its address.

For an event type of yours, or with a title and a length of its own: all its times, some hours, the next days, or starts that you choose. For one contact and several event types: letsmeet contacts share.`
  static override examples = [
    '<%= config.bin %> links create intro-call --expires 7d',
    {
      description: 'A meeting of its own, at starts that you choose:',
      command:
        '<%= config.bin %> links create --title "Chat" --duration 30m --at "2030-01-08 10:00" --at "2030-01-09 14:00"',
    },
    {
      description: 'Three uses, in the mornings of the next seven days:',
      command: '<%= config.bin %> links create intro-call --next-days 7 --hours "mon-fri 10:00-12:00" --max-uses 3',
    },
  ]
  static override args = {
    'event-type': Args.string({ description: 'What is booked: its slug, its id, or ext: and your own id for it.' }),
  }
  static override flags = {
    title: Flags.string({ description: 'What the guest reads first.' }),
    duration: minutesFlag({ description: 'How long the meeting takes.' }),
    at: manyFlag('A start to offer, with or without working hours', '"2030-01-08 10:00"'),
    ...linkFlags,
    contact: Flags.string({ description: 'Whom it is for: id, e-mail address, or ext: and your own id.' }),
    member: Flags.string({ description: 'Who is met: id or e-mail address; you unless you say.' }),
    body: bodyFlag,
    copy: copyFlag,
  }

  async run(): Promise<CreatedLink> {
    const { args, flags } = await this.parse(LinksCreate)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const now = await presentOf(letsmeet, flags)
    const said = bodyOf<Partial<NewLink>>(flags.body, {
      title: flags.title,
      durationMinutes: flags.duration,
      starts: flags.at?.map((at) => instantOf(at, zone).toISOString()),
      ...linkFields(flags, zone, now),
    })
    const link = await letsmeet.links.create(
      withFields<NewLink>(
        { kind: 'one_off', ...said },
        {
          eventTypeId: args['event-type'] && (await eventTypeId(letsmeet, args['event-type'])),
          contactId: flags.contact && (await contactId(letsmeet, flags.contact)),
          userId: flags.member && (await memberId(letsmeet, flags.member)),
        },
      ),
    )
    await this.printLink(letsmeet, link, { zone, copied: flags.copy })
    return link
  }
}
