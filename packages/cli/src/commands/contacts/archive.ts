import type { Contact } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { contactArg } from '../../lib/args.ts'
import { contactId } from '../../lib/find-contact.ts'
import { machineZone } from '../../lib/time.ts'
import { contactCard } from '../../views/contacts.ts'

export default class ContactsArchive extends ApiCommand {
  static override description = 'Take a contact out of the list. Everything is kept, and nothing is said to them.'
  static override examples = ['<%= config.bin %> contacts archive grace@example.com']
  static override args = contactArg

  async run(): Promise<Contact> {
    const { args, flags } = await this.parse(ContactsArchive)
    const letsmeet = this.connect(flags)
    const contact = await letsmeet.contacts.archive(await contactId(letsmeet, args.contact))
    this.print(contactCard(contact, machineZone()))
    this.done('Archived.', `letsmeet contacts restore ${contact.id}`)
    return contact
  }
}
