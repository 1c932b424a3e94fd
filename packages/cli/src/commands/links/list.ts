import type { Link } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { eventTypeId, memberId } from '../../lib/find.ts'
import { contactId } from '../../lib/find-contact.ts'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { namesFor } from '../../lib/link-names.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { linkColumns } from '../../views/links.ts'

export default class LinksList extends ListCommand {
  static override description = 'List links with their state and who booked through them, the newest first.'
  static override examples = [
    '<%= config.bin %> links list --state active',
    {
      description: 'What you shared with somebody:',
      command: '<%= config.bin %> links list --contact grace@example.com',
    },
  ]
  static override flags = {
    kind: Flags.option({ options: ['one_off', 'share'] as const })({ description: 'Only links of this kind.' }),
    state: Flags.option({ options: ['active', 'used', 'expired', 'revoked'] as const })({
      description: 'Only those that are so now.',
    }),
    contact: Flags.string({ description: 'Only those made for this contact: id, e-mail address, or ext: id.' }),
    'event-type': Flags.string({ description: 'Only those that offer this event type: slug or id.' }),
    member: Flags.string({ description: "Only this member's: id, e-mail address or me." }),
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<Link>> {
    const { flags } = await this.parse(LinksList)
    const letsmeet = this.connect(flags)
    const filter = {
      kind: flags.kind,
      state: flags.state,
      contactId: flags.contact && (await contactId(letsmeet, flags.contact)),
      eventTypeId: flags['event-type'] && (await eventTypeId(letsmeet, flags['event-type'])),
      userId: flags.member && (await memberId(letsmeet, flags.member)),
    }
    const list = await collect(flags, (page) => letsmeet.links.list({ ...filter, ...page }))
    const names = this.jsonEnabled() ? new Map() : await namesFor(letsmeet, list.data)
    this.printList(
      list,
      linkColumns(names, shownIn(flags)),
      'No links. Make one with `letsmeet links create EVENT-TYPE`.',
    )
    return list
  }
}
