import type { ContactWithSummary } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { contactArg } from '../../lib/args.ts'
import { contactId } from '../../lib/find-contact.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { contactCard } from '../../views/contacts.ts'

export default class ContactsGet extends ApiCommand {
  static override description = 'Show a contact, and what their bookings come to.'
  static override examples = [
    '<%= config.bin %> contacts get grace@example.com',
    '<%= config.bin %> contacts get ext:crm-42',
  ]
  static override args = contactArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<ContactWithSummary> {
    const { args, flags } = await this.parse(ContactsGet)
    const letsmeet = this.connect(flags)
    const contact = await letsmeet.contacts.get(await contactId(letsmeet, args.contact))
    this.print(contactCard(contact, shownIn(flags)))
    this.done('', `letsmeet contacts timeline ${contact.id}`)
    return contact
  }
}
