import type { CreatedLink, NewLink } from '@letsmeet/sdk'
import { contactArg } from '../../lib/args.ts'
import { withFields } from '../../lib/body.ts'
import { usageError } from '../../lib/failure.ts'
import { eventTypeId } from '../../lib/find.ts'
import { findContact } from '../../lib/find-contact.ts'
import { manyFlag, shownIn } from '../../lib/flags.ts'
import { LinkCommand } from '../../lib/link-command.ts'
import { copyFlag, linkFields, linkFlags } from '../../lib/link-flags.ts'
import { presentOf } from '../../lib/sandbox.ts'

export default class ContactsShare extends LinkCommand {
  static override description = `Share your times with one contact, and print the link.

It knows them, so they type nothing; what is booked lands on this contact. It ends after 30 days unless you say.`
  static override examples = [
    '<%= config.bin %> contacts share grace@example.com --event-type intro-call --copy',
    {
      description: 'Mornings only, with a greeting, for a week:',
      command:
        '<%= config.bin %> contacts share grace@example.com --event-type intro-call --hours "mon-fri 09:00-12:00" --greeting "Hello Grace, pick what suits you." --expires 7d',
    },
  ]
  static override args = contactArg
  static override flags = {
    'event-type': manyFlag('What they may book: slug or id', 'EVENT-TYPE'),
    ...linkFlags,
    copy: copyFlag,
  }

  async run(): Promise<CreatedLink> {
    const { args, flags } = await this.parse(ContactsShare)
    const asked = flags['event-type'] ?? []
    if (asked.length === 0)
      throw usageError(
        'Say with --event-type what they may book.',
        'See what there is with `letsmeet event-types list`.',
      )
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const fields = linkFields(flags, zone, await presentOf(letsmeet, flags))
    const contact = await findContact(letsmeet, args.contact)
    const eventTypeIds = await Promise.all(asked.map((each) => eventTypeId(letsmeet, each)))
    const link = await letsmeet.links.create(
      withFields<NewLink>(
        { kind: 'share', contactId: contact.id, userId: contact.userId },
        { eventTypeIds, ...fields },
      ),
    )
    await this.printLink(letsmeet, link, { zone, copied: flags.copy })
    return link
  }
}
