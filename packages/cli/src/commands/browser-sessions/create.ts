import type { CreatedBrowserSession, NewBrowserSession } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { withFields } from '../../lib/body.ts'
import { eventTypeId, memberId } from '../../lib/find.ts'
import { minutesFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { browserSessionCard } from '../../views/browser-sessions.ts'

export default class BrowserSessionsCreate extends ApiCommand {
  static override description = `Make a session for a browser: a right to one thing, for a short time.

Its address and its token are shown once. The address is a page of LetsMeet; the token is for pages of your own,
on an origin that your organization allows.`
  static override examples = [
    {
      description: 'A guest who books one event type and is already known:',
      command:
        '<%= config.bin %> browser-sessions create --kind booker --event-type intro-call --guest-name "Grace Hopper" --guest-email grace@example.com',
    },
    {
      description: 'A host who looks at their own bookings and hours, and changes nothing:',
      command:
        '<%= config.bin %> browser-sessions create --kind host --member bob@example.com --read-only --expires-in 1h',
    },
    {
      description: 'Whoever moves or cancels one booking:',
      command: '<%= config.bin %> browser-sessions create --kind booking --booking bk_0WbXkT3nPq7YvLs2DfGh',
    },
  ]
  static override flags = {
    kind: Flags.option({ options: ['booker', 'host', 'booking'] as const })({
      description: 'What it is for.',
      required: true,
    }),
    'event-type': Flags.string({ description: 'What a booker books: slug or id.' }),
    'guest-name': Flags.string({ description: 'Who the booker is.', dependsOn: ['guest-email'] }),
    'guest-email': Flags.string({ description: "The booker's address.", dependsOn: ['guest-name'] }),
    member: Flags.string({ description: 'Who the host is: id or e-mail address; you unless you say.' }),
    'read-only': Flags.boolean({ description: 'The host may look and change nothing.' }),
    booking: Flags.string({ description: 'The one booking, by id.' }),
    'expires-in': minutesFlag({ description: 'How long it works, 1m to 1d; 1h unless you say.', helpValue: '1h' }),
    timezone: timezoneFlag,
  }

  async run(): Promise<CreatedBrowserSession> {
    const { flags } = await this.parse(BrowserSessionsCreate)
    const letsmeet = this.connect(flags)
    const after = flags['expires-in']
    const [name, email] = [flags['guest-name'], flags['guest-email']]
    const created = await letsmeet.browserSessions.create(
      withFields<NewBrowserSession>(
        { kind: flags.kind },
        {
          eventTypeId: flags['event-type'] && (await eventTypeId(letsmeet, flags['event-type'])),
          guest: name && email ? { name, email } : undefined,
          userId: flags.member && (await memberId(letsmeet, flags.member)),
          readOnly: flags['read-only'],
          bookingId: flags.booking,
          expiresInSeconds: after === undefined ? undefined : after * 60,
        },
      ),
    )
    this.say(browserSessionCard(created, shownIn(flags)))
    this.say('\nThe address and the token, shown this once:')
    this.print(`${created.url}\n${created.token}`)
    this.done('', `letsmeet browser-sessions revoke ${created.id}`)
    return created
  }
}
