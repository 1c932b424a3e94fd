import type { Link } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { linkArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { namesFor } from '../../lib/link-names.ts'
import { linkCard } from '../../views/links.ts'

export default class LinksGet extends ApiCommand {
  static override description = `Show a link: its state, what it offers, how often it was opened, and who booked.

Its address is not shown again.`
  static override examples = ['<%= config.bin %> links get lnk_0WbXkT3nPq7YvLs2DfGh']
  static override args = linkArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Link> {
    const { args, flags } = await this.parse(LinksGet)
    const letsmeet = this.connect(flags)
    const link = await letsmeet.links.get(args.link)
    if (!this.jsonEnabled()) this.print(linkCard(link, await namesFor(letsmeet, [link]), shownIn(flags)))
    return link
  }
}
