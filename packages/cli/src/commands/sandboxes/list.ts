import type { Sandbox } from '@letsmeet/sdk'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { readProfiles } from '../../lib/profiles.ts'
import { profileOfSandbox } from '../../lib/sandbox-profiles.ts'
import { sandboxColumns } from '../../views/sandboxes.ts'

export default class SandboxesList extends ListCommand {
  static override description = `List sandboxes, the newest first, with what their clocks show.

A key that is kept is in a profile on this machine: letsmeet sandboxes use goes into that sandbox. From within one you see that one alone.`
  static override examples = ['<%= config.bin %> sandboxes list']
  static override flags = { timezone: timezoneFlag, ...listFlags }

  async run(): Promise<Listed<Sandbox>> {
    const { flags } = await this.parse(SandboxesList)
    const letsmeet = this.connect(flags)
    const list = await collect(flags, (page) => letsmeet.sandboxes.list(page))
    const { current } = readProfiles()
    const data = list.data.map((sandbox) => {
      const profile = profileOfSandbox(sandbox.id) ?? null
      return { ...sandbox, profile, isInUse: profile === current }
    })
    const whenEmpty = 'No sandboxes. Make one with `letsmeet sandboxes create NAME`.'
    this.printList({ ...list, data }, sandboxColumns(shownIn(flags)), whenEmpty)
    return list
  }
}
