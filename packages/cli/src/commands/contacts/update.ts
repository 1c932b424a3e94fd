import type { Contact, ContactChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { contactArg } from '../../lib/args.ts'
import { bodyOf, someChange } from '../../lib/body.ts'
import { contactFields, contactFlags } from '../../lib/contact-flags.ts'
import { contactId } from '../../lib/find-contact.ts'
import { machineZone } from '../../lib/time.ts'
import { contactCard } from '../../views/contacts.ts'

export default class ContactsUpdate extends ApiCommand {
  static override description = `Change a contact.

What you leave out stays; tags are replaced as a whole. From then on a guest's own words leave these fields alone.`
  static override examples = [
    '<%= config.bin %> contacts update grace@example.com --company "Harbour Computing" --tag vip --tag berlin',
    {
      description: 'Take a field away:',
      command: `<%= config.bin %> contacts update grace@example.com --body '{"phone":null}'`,
    },
  ]
  static override args = contactArg
  static override flags = {
    email: Flags.string({ description: 'Another e-mail address for them.' }),
    ...contactFlags,
  }

  async run(): Promise<Contact> {
    const { args, flags } = await this.parse(ContactsUpdate)
    const change = someChange(bodyOf<ContactChange>(flags.body, { email: flags.email, ...contactFields(flags) }))
    const letsmeet = this.connect(flags)
    const contact = await letsmeet.contacts.update(await contactId(letsmeet, args.contact), change)
    this.print(contactCard(contact, machineZone()))
    this.done('Changed.', `letsmeet contacts timeline ${contact.id}`)
    return contact
  }
}
