import type { ErasedContact } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { contactArg } from '../../lib/args.ts'
import { cleanLine } from '../../lib/clean.ts'
import { confirmByTyping } from '../../lib/confirm.ts'
import { findContact } from '../../lib/find-contact.ts'
import { yesFlag } from '../../lib/flags.ts'
import { card } from '../../lib/table.ts'

export default class ContactsErase extends ApiCommand {
  static override description = `Erase everything that is known of a person, for good.

Name, addresses, notes and words go, also from the event log, mails and webhook deliveries. Their bookings stay without who it was. This cannot be undone; to take somebody out of the list alone: letsmeet contacts archive.`
  static override examples = [
    '<%= config.bin %> contacts erase grace@example.com',
    {
      description: 'In a script, with what is still to come:',
      command: '<%= config.bin %> contacts erase ctc_0WbXkT3nPq7YvLs2DfGh --cancel-upcoming --yes',
    },
  ]
  static override args = contactArg
  static override flags = {
    'cancel-upcoming': Flags.boolean({ description: 'Cancel their upcoming bookings first; else these refuse it.' }),
    everywhere: Flags.boolean({
      description: 'Also the contacts that other members have under this address; for admins.',
    }),
    yes: yesFlag,
  }

  async run(): Promise<ErasedContact> {
    const { args, flags } = await this.parse(ContactsErase)
    const letsmeet = this.connect(flags)
    const { id, email, name } = await findContact(letsmeet, args.contact)
    await confirmByTyping(email, `Everything known of ${cleanLine(name ?? email)} is erased for good.`, flags.yes)
    const erased = await letsmeet.contacts.erase(id, {
      cancelUpcoming: flags['cancel-upcoming'],
      everywhere: flags.everywhere,
    })
    this.print(
      card([
        ['Erased', erased.id],
        ['Bookings', `${erased.bookingCount} stay without who it was`],
        ['Cancelled', erased.cancelledCount > 0 ? String(erased.cancelledCount) : null],
      ]),
    )
    return erased
  }
}
