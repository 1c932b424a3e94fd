import type { Contact } from '@letsmeet/sdk'
import { contactFilter, contactFilterFlags } from '../../lib/contact-filter.ts'
import { listFlags, shownIn } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { contactColumns } from '../../views/contacts.ts'

export default class ContactsList extends ListCommand {
  static override description = `List and search contacts, the newest first.

Whoever books becomes a contact of their host. An admin sees everybody's, a member their own.`
  static override examples = [
    {
      description: 'Find somebody by the beginnings of words:',
      command: '<%= config.bin %> contacts list -q "grace harb"',
    },
    { description: 'Whom you met last:', command: '<%= config.bin %> contacts list --sort=-lastMet' },
    {
      description: 'Whom you have not met since the summer:',
      command: '<%= config.bin %> contacts list --tag vip --not-met-since 2030-07-01',
    },
  ]
  static override flags = { ...contactFilterFlags, ...listFlags }

  async run(): Promise<Listed<Contact>> {
    const { flags } = await this.parse(ContactsList)
    const letsmeet = this.connect(flags)
    const filter = await contactFilter(letsmeet, flags)
    const list = await collect(flags, (page) => letsmeet.contacts.list({ ...filter, ...page }))
    const none = 'No contacts. Whoever books becomes one; `letsmeet contacts create` adds one by hand.'
    this.printList(list, contactColumns(shownIn(flags)), none)
    return list
  }
}
