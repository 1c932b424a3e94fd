import type { ContactNote } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { contactArg } from '../../lib/args.ts'
import { readText } from '../../lib/body.ts'
import { confirm } from '../../lib/confirm.ts'
import { usageError } from '../../lib/failure.ts'
import { contactId } from '../../lib/find-contact.ts'
import { yesFlag } from '../../lib/flags.ts'
import { noteCard } from '../../views/contacts.ts'

export default class ContactsNote extends ApiCommand {
  static override description = `Write a note onto a contact's timeline, for your eyes.

Guests never see notes. The timeline shows the id of each, for changing and deleting it.`
  static override examples = [
    '<%= config.bin %> contacts note grace@example.com "Prefers mornings."',
    {
      description: 'Write it anew:',
      command:
        '<%= config.bin %> contacts note grace@example.com "Prefers afternoons." --edit note_0WbXkT3nPq7YvLs2DfGh',
    },
    {
      description: 'Delete it:',
      command: '<%= config.bin %> contacts note grace@example.com --delete note_0WbXkT3nPq7YvLs2DfGh',
    },
  ]
  static override args = {
    ...contactArg,
    text: Args.string({ description: 'What to note: the text itself, @FILE, or - for standard input.' }),
  }
  static override flags = {
    edit: Flags.string({ description: 'Write this note anew.', helpValue: 'NOTE', exclusive: ['delete'] }),
    delete: Flags.string({ description: 'Delete this note.', helpValue: 'NOTE' }),
    yes: yesFlag,
  }

  async run(): Promise<ContactNote | { id: string; deleted: true }> {
    const { args, flags } = await this.parse(ContactsNote)
    if (Boolean(flags.delete) === Boolean(args.text))
      throw usageError(
        flags.delete ? 'A note that is deleted takes no text.' : 'What should be noted?',
        'Write letsmeet contacts note CONTACT "Prefers mornings."',
      )
    const letsmeet = this.connect(flags)
    const id = await contactId(letsmeet, args.contact)
    if (flags.delete) {
      await confirm(`Delete the note ${flags.delete}?`, flags.yes)
      await letsmeet.contacts.deleteNote(id, flags.delete)
      this.done('Deleted.')
      return { id: flags.delete, deleted: true }
    }
    const text = readText(args.text ?? '')
    const note = flags.edit
      ? await letsmeet.contacts.updateNote(id, flags.edit, { text })
      : await letsmeet.contacts.addNote(id, { text })
    this.print(noteCard(note))
    this.done('Noted.', `letsmeet contacts timeline ${note.contactId}`)
    return note
  }
}
