import { ApiCommand } from '../lib/api-command.ts'
import { serverOf, target } from '../lib/connection.ts'
import { endpointChecks, keyCheck, mailCheck, publicUrlCheck, sandboxCheck } from '../lib/doctor/account-checks.ts'
import { type Check, fail, skipped } from '../lib/doctor/check.ts'
import { type Page, readPage } from '../lib/doctor/page.ts'
import { clockCheck, noServer, queueChecks, serverCheck, webhookFigures } from '../lib/doctor/server-checks.ts'
import { exitCodes, Failure } from '../lib/failure.ts'
import { sandboxAround } from '../lib/sandbox.ts'
import { isTestKey } from '../lib/sandbox-profiles.ts'
import { card } from '../lib/table.ts'
import { checkList } from '../views/doctor.ts'

interface Diagnosis {
  url: string
  ok: boolean
  checks: Check[]
  /** The server's own figures about webhooks. */
  figures: Record<string, number>
}

type Flags = Parameters<typeof target>[0]

export default class Doctor extends ApiCommand {
  static override description = `Check the server and your account, and say what to do.

Looks at the server, its clock, the key, the address in links, mail, webhooks and what waits. The exit code is 1 when something fails; a warning is none.`
  static override examples = [
    '<%= config.bin %> doctor',
    { description: 'Another server:', command: '<%= config.bin %> doctor --url https://meet.example.com' },
    {
      description: 'Only what is wrong, for a script:',
      command: `<%= config.bin %> doctor --json | jq '.checks[] | select(.status == "fail")'`,
    },
  ]

  async run(): Promise<Diagnosis> {
    const { flags } = await this.parse(Doctor)
    const url = serverOf(flags)
    this.serverUrl = url
    const ready = await readPage(`${url}/readyz`).catch((cause: unknown) => noServer(url, cause))
    const metrics = 'text' in ready ? await readPage(`${url}/metrics`).catch(() => null) : null
    const checks = 'text' in ready ? await this.examine(flags, url, ready, metrics) : [ready]
    const figures = webhookFigures(metrics)
    const isOk = checks.every(({ status }) => status !== 'fail')
    this.print(checkList(checks))
    this.printFigures(figures)
    if (!isOk) process.exitCode = exitCodes.failure
    return { url, ok: isOk, checks, figures }
  }

  private async examine(flags: Flags, url: string, ready: Page, metrics: Page | null): Promise<Check[]> {
    const server = [serverCheck(url, ready), clockCheck(ready.skewMs)]
    if (ready.status === 404) return server
    return [...server, ...(await this.account(flags, url)), ...queueChecks(metrics)]
  }

  private async account(flags: Flags, url: string): Promise<Check[]> {
    const letsmeet = this.connectWithKey(flags)
    if (letsmeet instanceof Failure) return [fail('Key', letsmeet.message, letsmeet.details.hint ?? '')]
    const { check, me } = await keyCheck(letsmeet)
    if (check.status === 'fail') return [check, skipped('Account', 'Mail and webhooks need a key that works.')]
    const link = me ? await publicUrlCheck(me, url) : skipped('Public URL', 'Only /me names it.')
    const endpoints = await endpointChecks(letsmeet)
    if (!isTestKey(target(flags).apiKey)) return [check, link, await mailCheck(letsmeet), ...endpoints]
    return [check, ...sandboxCheck(await sandboxAround(letsmeet)), link, ...endpoints]
  }

  /** To have no key is something to report, not to end with. */
  private connectWithKey(flags: Flags) {
    try {
      return this.connectTo(target(flags))
    } catch (error) {
      if (error instanceof Failure) return error
      throw error
    }
  }

  private printFigures(figures: Record<string, number>): void {
    const rows = Object.entries(figures).map(
      ([name, value]) => [name.replace('letsmeet_webhook_', ''), String(Math.round(value * 10) / 10)] as const,
    )
    if (rows.length > 0) this.print(`\nWebhook figures of the server\n${card(rows)}`)
  }
}
