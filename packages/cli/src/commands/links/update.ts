import type { Link, LinkChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { linkArg } from '../../lib/args.ts'
import { bodyOf, someChange } from '../../lib/body.ts'
import { bodyFlag, shownIn } from '../../lib/flags.ts'
import { linkFields, linkFlags } from '../../lib/link-flags.ts'
import { namesFor } from '../../lib/link-names.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { linkCard } from '../../views/links.ts'

const { 'next-days': _, ...changeable } = linkFlags

export default class LinksUpdate extends ApiCommand {
  static override description = `Change a link. Its address stays.

What you leave out stays. A later end or more uses bring an ended link back to life; a revoked one stays as it is.`
  static override examples = [
    '<%= config.bin %> links update lnk_0WbXkT3nPq7YvLs2DfGh --expires 14d --max-uses 3',
    {
      description: 'Let it offer all hours again:',
      command: `<%= config.bin %> links update lnk_0WbXkT3nPq7YvLs2DfGh --body '{"availability":null}'`,
    },
  ]
  static override args = linkArg
  static override flags = {
    title: Flags.string({ description: 'What the guest reads first.' }),
    ...changeable,
    body: bodyFlag,
  }

  async run(): Promise<Link> {
    const { args, flags } = await this.parse(LinksUpdate)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const now = await presentOf(letsmeet, flags)
    const { nextDays: _, ...fields } = linkFields(flags, zone, now)
    const change = someChange(bodyOf<LinkChange>(flags.body, { title: flags.title, ...fields }))
    const link = await letsmeet.links.update(args.link, change)
    if (!this.jsonEnabled()) this.print(linkCard(link, await namesFor(letsmeet, [link]), zone))
    this.done('Changed.')
    return link
  }
}
