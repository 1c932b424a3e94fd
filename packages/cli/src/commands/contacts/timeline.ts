import type { TimelineEntry } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { contactArg } from '../../lib/args.ts'
import { contactId } from '../../lib/find-contact.ts'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { story } from '../../views/timeline.ts'

const KINDS = [
  ...([
    'booked',
    'requested',
    'confirmed',
    'declined',
    'moved',
    'cancelled',
    'no_show',
    'reassigned',
    'ended',
  ] as const),
  ...(['mail_failed', 'reminded', 'link_shared', 'link_opened', 'link_used'] as const),
  ...(['note', 'created', 'edited', 'imported', 'merged'] as const),
]

export default class ContactsTimeline extends ApiCommand {
  static override description = `Tell what happened between a contact and their host, the newest first.

Bookings and every change of them with who made it, mail that failed, links, notes and edits.`
  static override examples = [
    '<%= config.bin %> contacts timeline grace@example.com',
    { description: 'Your notes alone:', command: '<%= config.bin %> contacts timeline grace@example.com --kind note' },
  ]
  static override args = contactArg
  static override flags = {
    kind: Flags.option({ options: KINDS })({ description: 'Only what is of this kind.', helpValue: 'KIND' }),
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<TimelineEntry>> {
    const { args, flags } = await this.parse(ContactsTimeline)
    const letsmeet = this.connect(flags)
    const [id, kind] = [await contactId(letsmeet, args.contact), flags.kind]
    const list = await collect(flags, (page) => letsmeet.contacts.timeline(id, { kind, ...page }))
    if (list.data.length === 0) this.say('Nothing happened yet.')
    else this.print(story(list.data, shownIn(flags)))
    if (list.nextCursor) this.say(`These are the last ${list.data.length}. See them all with --all.`)
    return list
  }
}
