import type { Contact } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { contactArg } from '../../lib/args.ts'
import { contactId } from '../../lib/find-contact.ts'
import { machineZone } from '../../lib/time.ts'
import { contactCard } from '../../views/contacts.ts'

export default class ContactsRestore extends ApiCommand {
  static override description = 'Put an archived contact back into the list.'
  static override examples = ['<%= config.bin %> contacts restore grace@example.com']
  static override args = contactArg

  async run(): Promise<Contact> {
    const { args, flags } = await this.parse(ContactsRestore)
    const letsmeet = this.connect(flags)
    const contact = await letsmeet.contacts.restore(await contactId(letsmeet, args.contact))
    this.print(contactCard(contact, machineZone()))
    this.done('Restored.')
    return contact
  }
}
