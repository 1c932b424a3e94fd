import type { Organization } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { organizationCard } from '../../views/members.ts'

export default class OrganizationGet extends ApiCommand {
  static override description = 'Show your organization.'
  static override examples = ['<%= config.bin %> organization get']

  async run(): Promise<Organization> {
    const { flags } = await this.parse(OrganizationGet)
    const organization = await this.connect(flags).organization.get()
    this.print(organizationCard(organization))
    return organization
  }
}
