import type { Me } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../lib/api-command.ts'
import { readInput } from '../lib/body.ts'
import { DEFAULT_URL, keyIn, serverUrl } from '../lib/connection.ts'
import { usageError } from '../lib/failure.ts'
import { type Profile, readProfiles, writeProfiles } from '../lib/profiles.ts'
import { ask } from '../lib/prompt.ts'
import { sandboxAround } from '../lib/sandbox.ts'
import { isTestKey, nameFor as nameOfSandbox } from '../lib/sandbox-profiles.ts'

export default class Login extends ApiCommand {
  static override description = `Log in to a server with an API key.

The key is asked for without showing it, tried out, and kept in a profile that only you can read. A server that was started here for the first time has logged you in already.`
  static override examples = [
    '<%= config.bin %> login',
    {
      description: 'Another server beside the one you use:',
      command: '<%= config.bin %> login --url https://meet.example.com --profile work',
    },
    {
      description: 'In a script:',
      command: '<%= config.bin %> login --url https://meet.example.com --with-key < key.txt',
    },
  ]
  static override flags = {
    'with-key': Flags.boolean({ description: 'Read the API key from standard input.', exclusive: ['api-key-file'] }),
  }

  async run(): Promise<{ profile: string; url: string; user: Me['user']; organization: Me['organization'] }> {
    const { flags } = await this.parse(Login)
    const { profiles, current } = readProfiles()
    const before = profiles[flags.profile ?? current]?.url ?? DEFAULT_URL
    const isAsked = !flags['with-key'] && !flags['api-key-file']
    if (isAsked && !process.stdin.isTTY)
      throw usageError(
        'There is no terminal to ask for the key on.',
        'Send it on standard input: letsmeet login --with-key < key.txt',
      )
    const typed = flags.url ?? (process.env.LETSMEET_URL || (isAsked ? await ask(`Server [${before}]: `) : ''))
    const url = serverUrl(typed || before)
    const apiKey = await this.key(flags, url)
    const letsmeet = this.connectTo({ url, apiKey })
    const me = await letsmeet.me.get()
    const sandbox = isTestKey(apiKey) ? await sandboxAround(letsmeet) : null
    const profile =
      flags.profile ?? (isTestKey(apiKey) ? nameOfSandbox(sandbox ?? me.organization) : nameFor(url, profiles))
    const kept: Profile = {
      url,
      apiKey,
      ...(sandbox && { sandboxId: sandbox.id, madeBy: profiles[current]?.madeBy ?? current }),
    }
    writeProfiles({ current: profile, profiles: { ...profiles, [profile]: kept } })
    this.say(`Logged in to ${url} as ${me.user.name} (${me.user.email}), profile ${profile}.`)
    this.done('', 'letsmeet whoami', 'letsmeet event-types list')
    return { profile, url, user: me.user, organization: me.organization }
  }

  private async key(flags: { 'with-key': boolean; 'api-key-file'?: string | undefined }, url: string): Promise<string> {
    const key = flags['api-key-file']
      ? keyIn(flags['api-key-file'])
      : flags['with-key']
        ? readInput().trim()
        : await ask(`API key for ${url} (not shown): `, { isSecret: true })
    if (/^lm_(live|test)_[0-9A-Za-z]+$/.test(key)) return key
    throw usageError(
      'That is not an API key: they begin with lm_live_ or lm_test_.',
      'The first start of a server writes one to data/owner.key.',
    )
  }
}

/** `default` is for the first server; later ones go by their host. */
function nameFor(url: string, profiles: Record<string, Profile>): string {
  const known = Object.keys(profiles).find((name) => profiles[name]?.url === url && !profiles[name].sandboxId)
  return known ?? (profiles.default ? new URL(url).host : 'default')
}
