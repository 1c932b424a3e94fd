import type { Link } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { linkArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { shownIn, timezoneFlag, yesFlag } from '../../lib/flags.ts'
import { namesFor } from '../../lib/link-names.ts'
import { linkCard } from '../../views/links.ts'

export default class LinksRevoke extends ApiCommand {
  static override description = `Revoke a link: it opens nothing from now on.

What was booked through it stays.`
  static override examples = ['<%= config.bin %> links revoke lnk_0WbXkT3nPq7YvLs2DfGh']
  static override args = linkArg
  static override flags = { timezone: timezoneFlag, yes: yesFlag }

  async run(): Promise<Link> {
    const { args, flags } = await this.parse(LinksRevoke)
    const letsmeet = this.connect(flags)
    await confirm(`Revoke the link ${args.link} for good?`, flags.yes)
    const link = await letsmeet.links.revoke(args.link)
    if (!this.jsonEnabled()) this.print(linkCard(link, await namesFor(letsmeet, [link]), shownIn(flags)))
    this.done('Revoked.')
    return link
  }
}
