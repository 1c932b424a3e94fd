import type { Contact, LetsMeet, PartedContacts } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { contactArg } from '../../lib/args.ts'
import { usageError } from '../../lib/failure.ts'
import { contactId } from '../../lib/find-contact.ts'
import { machineZone } from '../../lib/time.ts'
import { contactCard } from '../../views/contacts.ts'

export default class ContactsMerge extends ApiCommand {
  static override description = `Make two contacts one: everything of the second follows the first.

Bookings, timeline, notes, tags and links follow, what is empty is filled, and later bookings under the second address land on the first contact. It can be undone for 24 hours.`
  static override examples = [
    '<%= config.bin %> contacts merge grace@example.com grace.hopper@harbour.example',
    {
      description: 'Part them again:',
      command: '<%= config.bin %> contacts merge grace@example.com --undo',
    },
  ]
  static override args = {
    ...contactArg,
    from: Args.string({ description: 'The one that goes: id, e-mail address, or ext: and your own id.' }),
  }
  static override flags = { undo: Flags.boolean({ description: 'Undo the last merge into this contact.' }) }

  async run(): Promise<Contact | PartedContacts> {
    const { args, flags } = await this.parse(ContactsMerge)
    if (Boolean(flags.undo) === Boolean(args.from))
      throw usageError(
        flags.undo ? 'The last merge is undone as a whole.' : 'Which contact should be merged into it?',
        'Write letsmeet contacts merge CONTACT FROM, or letsmeet contacts merge CONTACT --undo.',
      )
    const letsmeet = this.connect(flags)
    const id = await contactId(letsmeet, args.contact)
    return args.from === undefined ? this.part(letsmeet, id) : this.merge(letsmeet, id, args.from)
  }

  private async merge(letsmeet: LetsMeet, id: string, from: string): Promise<Contact> {
    const contact = await letsmeet.contacts.merge(id, { fromId: await contactId(letsmeet, from) })
    this.print(contactCard(contact, machineZone()))
    this.done('Merged.', `letsmeet contacts merge ${contact.id} --undo`)
    return contact
  }

  private async part(letsmeet: LetsMeet, id: string): Promise<PartedContacts> {
    const parted = await letsmeet.contacts.undoMerge(id)
    this.print(`${contactCard(parted.contact, machineZone())}\n\n${contactCard(parted.restored, machineZone())}`)
    this.done('Both are as they were.')
    return parted
  }
}
