import type { Organization, OrganizationChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bodyOf, someChange } from '../../lib/body.ts'
import { bodyFlag, manyFlag, zoneFlag } from '../../lib/flags.ts'
import { organizationCard } from '../../views/members.ts'

export default class OrganizationUpdate extends ApiCommand {
  static override description = 'Change your organization.'
  static override examples = [
    '<%= config.bin %> organization update --name "Acme" --timezone Europe/Berlin',
    {
      description: 'Which websites may show your booking page inside theirs:',
      command: '<%= config.bin %> organization update --allowed-origin https://acme.example',
    },
  ]
  static override flags = {
    name: Flags.string({ description: 'Its name.' }),
    slug: Flags.string({ description: 'Its part of page addresses.' }),
    timezone: zoneFlag({ description: 'Its time zone.' }),
    'week-start': Flags.option({ options: ['monday', 'sunday'] as const })({
      description: 'How weeks begin; weekly limits follow it.',
    }),
    'allowed-origin': manyFlag('A website that browser sessions may be used from', 'https://acme.example'),
    body: bodyFlag,
  }

  async run(): Promise<Organization> {
    const { flags } = await this.parse(OrganizationUpdate)
    const change = someChange(
      bodyOf<OrganizationChange>(flags.body, {
        name: flags.name,
        slug: flags.slug,
        timezone: flags.timezone,
        weekStart: flags['week-start'],
        allowedOrigins: flags['allowed-origin'],
      }),
    )
    const organization = await this.connect(flags).organization.update(change)
    this.print(organizationCard(organization))
    this.done('Changed.')
    return organization
  }
}
