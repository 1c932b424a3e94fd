import type { Contact, NewContact } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bodyOf } from '../../lib/body.ts'
import { contactFields, contactFlags } from '../../lib/contact-flags.ts'
import { memberId } from '../../lib/find.ts'
import { machineZone } from '../../lib/time.ts'
import { contactCard } from '../../views/contacts.ts'

export default class ContactsCreate extends ApiCommand {
  static override description = `Add a contact by hand.

Guests become contacts by themselves when they book. What you write here, no guest overwrites.`
  static override examples = [
    '<%= config.bin %> contacts create --email grace@example.com --name "Grace Hopper" --company "Harbour Computing" --tag vip',
  ]
  static override flags = {
    email: Flags.string({ description: 'Their e-mail address; one contact for each.' }),
    ...contactFlags,
    member: Flags.string({ description: 'Whose contact: id or e-mail address; yours unless you say.' }),
  }

  async run(): Promise<Contact> {
    const { flags } = await this.parse(ContactsCreate)
    const letsmeet = this.connect(flags)
    const userId = flags.member && (await memberId(letsmeet, flags.member))
    const input = bodyOf<NewContact>(flags.body, { email: flags.email, ...contactFields(flags), userId })
    const contact = await letsmeet.contacts.create(input)
    this.print(contactCard(contact, machineZone()))
    this.done('Added.', `letsmeet contacts share ${contact.id} --event-type EVENT-TYPE`)
    return contact
  }
}
