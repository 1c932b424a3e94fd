import type { LetsMeet, SandboxMail } from '@letsmeet/sdk'
import { notFoundError } from './failure.ts'

/** A mail of a sandbox by its id, or the newest one. */
export async function findCaptured(letsmeet: LetsMeet, sandboxId: string, text: string): Promise<SandboxMail> {
  if (text !== 'last' && text !== 'latest') return letsmeet.sandboxes.mailbox.get(sandboxId, text)
  const [newest] = (await letsmeet.sandboxes.mailbox.list(sandboxId, { limit: 1 })).data
  if (newest) return letsmeet.sandboxes.mailbox.get(sandboxId, newest.id)
  throw notFoundError('The mailbox is empty.', 'Book something in the sandbox, or fill it: letsmeet seed reminders')
}
