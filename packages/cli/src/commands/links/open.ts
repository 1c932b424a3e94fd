import type { PublicLink } from '@letsmeet/sdk'
import { Args } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { showInBrowser } from '../../lib/browser.ts'
import { usageError } from '../../lib/failure.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { offerCard } from '../../views/links.ts'

export default class LinksOpen extends ApiCommand {
  static override description = `Open a link in the browser, as its guest sees it.

Says what it offers and prints the address, which is all it does where there is no screen. Looking uses nothing up.`
  static override examples = [
    '<%= config.bin %> links open https://meet.example.com/l/4fTq0ZkV9mXb2RsLw8YcN1aU',
    '<%= config.bin %> links open 4fTq0ZkV9mXb2RsLw8YcN1aU',
  ]
  static override args = {
    address: Args.string({ required: true, description: 'Its address or its token, as shown when it was made.' }),
  }
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<PublicLink & { url: string }> {
    const { args, flags } = await this.parse(LinksOpen)
    const token = tokenIn(args.address)
    const link = await this.connect(flags).public.links.get(token)
    const url = `${this.serverUrl}/${link.kind === 'share' ? 's' : 'l'}/${token}`
    this.say(offerCard(link, shownIn(flags)))
    this.print(url)
    if (process.stdout.isTTY && !this.jsonEnabled()) showInBrowser(url)
    return { ...link, url }
  }
}

function tokenIn(address: string): string {
  if (address.startsWith('lnk_'))
    throw usageError(
      'The address of a link is shown once, when it is made; LetsMeet cannot tell it from the id.',
      'Open the address you were given, or make another link with `letsmeet links create`.',
    )
  const [, token] = /(?:^|\/)([\w-]+)\/?(?:[?#].*)?$/.exec(address) ?? []
  if (token) return token
  throw usageError(`“${address}” is not the address of a link.`, 'It looks like https://meet.example.com/l/4fTq0ZkV….')
}
