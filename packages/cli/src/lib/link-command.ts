import type { CreatedLink, LetsMeet } from '@letsmeet/sdk'
import { linkCard } from '../views/links.ts'
import { ApiCommand } from './api-command.ts'
import { copy } from './clipboard.ts'
import { namesFor } from './link-names.ts'

/** A command that makes a link: its address alone on standard output, what it is beside it. */
export abstract class LinkCommand extends ApiCommand {
  protected async printLink(letsmeet: LetsMeet, link: CreatedLink, shown: { zone: string; copied: boolean }) {
    if (this.jsonEnabled()) return
    this.say(linkCard(link, await namesFor(letsmeet, [link]), shown.zone))
    this.say('\nIts address, shown this once; send it to your guest:')
    this.print(link.url)
    if (shown.copied) this.say((await copy(link.url)).told)
    this.done('', `letsmeet links get ${link.id}`, `letsmeet links revoke ${link.id}`)
  }
}
