import { ApiError, type LetsMeet, type ListenSession } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../lib/api-command.ts'
import { cleanJson, cleanLine } from '../lib/clean.ts'
import { exitCodes, Failure } from '../lib/failure.ts'
import { manyFlag, shownIn, timezoneFlag } from '../lib/flags.ts'
import { isInteractive, view } from '../lib/interactive.ts'
import { onStderr } from '../lib/style.ts'
import { sinceOf } from '../lib/time-input.ts'
import { listenedJson, listenedLine } from '../views/listening.ts'
import { receiverUrl } from '../webhooks/forward.ts'
import { eventCount, sentenceOf } from '../webhooks/listened.ts'
import { createListener, type Heard, type Listener, type ListenUpdate } from '../webhooks/listener.ts'
import type { Receiver } from '../webhooks/relay.ts'
import { listenerOptions } from '../webhooks/session.ts'

/** A session that is there: made just now, or long ago, when nobody tells its secret again. */
type Session = Pick<ListenSession, 'id'> & Partial<ListenSession>

export default class Listen extends ApiCommand {
  static override description = `Hear webhooks on this machine, and pass them on to a program of yours.

No tunnel and no public address: this terminal is an endpoint of its own, with a signing secret and a place in the delivery log. What happens while the connection is lost arrives afterwards. With --forward-to each event is posted to your program exactly as an endpoint would get it, and its answer is in the log.

In a terminal, arrows select an event, o opens it, r sends it once more, q quits; in a pipe there is a line for each event, with --json a line of JSON. The session ends with the command unless you --keep it.

With --exit-after the exit code is 1 when your program did not accept one of them.`
  static override examples = [
    '<%= config.bin %> listen --forward-to localhost:3000/webhooks',
    {
      description: 'Bookings only, and those of the last hour too:',
      command: '<%= config.bin %> listen --events "booking.*" --since 1h',
    },
    {
      description: "Know the secret before your program starts, and go on with that session's id:",
      command: '<%= config.bin %> listen --print-secret --json',
    },
    {
      description: 'In a test: wait for one event, and fail when it is refused:',
      command: '<%= config.bin %> listen --forward-to 3000 --events booking.created --exit-after 1 --json',
    },
  ]
  static override flags = {
    'forward-to': Flags.string({
      description: 'Post each event here: a port, an address such as localhost:3000/webhooks, or a URL.',
      helpValue: 'URL',
      aliases: ['to'],
    }),
    events: manyFlag('What to hear: a type, a family such as "booking.*", or "*" for all', 'TYPE'),
    since: Flags.string({
      description: 'Begin with what happened since: 1h, 2d, a date or a time.',
      helpValue: '1h',
    }),
    'exit-after': Flags.integer({ description: 'Stop after this many events.', min: 1, helpValue: 'N' }),
    'print-secret': Flags.boolean({
      description: 'Print the signing secret of a new session and stop; listen to it later with --session.',
      exclusive: ['session', 'forward-to', 'exit-after'],
    }),
    session: Flags.string({
      description: 'Go on with a session that was kept, after what it heard.',
      helpValue: 'ID',
      exclusive: ['events', 'since'],
    }),
    after: Flags.integer({
      description: 'Go on after the event with this number instead: its `seq`.',
      min: 0,
      helpValue: 'N',
      dependsOn: ['session'],
    }),
    keep: Flags.boolean({ description: 'Keep the session: it hears on for 24 hours, for --session.' }),
    'skip-verify': Flags.boolean({ description: 'Do not check the certificate of an https address.' }),
    timezone: timezoneFlag,
  }

  private readonly stop = new AbortController()

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Listen)
    const url = flags['forward-to'] === undefined ? undefined : receiverUrl('forward-to', flags['forward-to'])
    const letsmeet = this.connect(flags)
    const zone = shownIn(flags)
    const session: Session = flags.session ? { id: flags.session } : await create(letsmeet, flags, zone)
    if (flags['print-secret']) return this.printSecret(session)
    const certificate = flags['skip-verify'] ? 'any' : 'checked'
    const receiver: Receiver | undefined =
      url === undefined ? undefined : { url, certificate, secret: session.secret ?? null, signal: this.stop.signal }
    const options = listenerOptions(letsmeet, session.id, {
      receiver,
      after: flags.after?.toString(),
      signal: this.stop.signal,
    })
    const listenerFor: ListenerFor = (tell) => createListener({ ...options, tell, exitAfter: flags['exit-after'] })
    process.once('SIGTERM', () => this.interrupted())
    const isKept = flags.keep || flags.session !== undefined
    let lastSeq = flags.after?.toString()
    try {
      const heard = await this.listen(listenerFor, { session, url, zone })
      lastSeq = heard.lastSeq ?? lastSeq
      if (heard.failed > 0) this.say(`${eventCount(heard.failed)} not accepted.`)
      if (heard.failed > 0 && flags['exit-after'] !== undefined) process.exitCode = exitCodes.failure
    } catch (error) {
      throw error instanceof ApiError && error.status === 404 ? endedSession(session.id, error) : error
    } finally {
      if (!isKept) await letsmeet.listenSessions.end(session.id).catch(() => {})
    }
    if (isKept) this.say(`The session is kept. Go on with: ${again(session.id, lastSeq)}`)
    return undefined
  }

  protected override interrupted(): void {
    process.exitCode = exitCodes.interrupted
    this.stop.abort()
  }

  private printSecret(session: Session): Session {
    this.print(session.secret ?? '')
    this.say(`Listen to it with: ${again(session.id, undefined)}`)
    return session
  }

  private async listen(listenerFor: ListenerFor, { session, url, zone }: Told): Promise<Heard> {
    const header = headerOf(session, url)
    if (isInteractive() && !this.jsonEnabled()) {
      const { showListening } = await view(() => import('../ui/show-listening.tsx'))
      const stop = (how: 'quit' | 'interrupted') => (how === 'quit' ? this.stop.abort() : this.interrupted())
      return showListening({ header, zone, canResend: url !== undefined, listenerFor, stop })
    }
    for (const line of header) this.say(line)
    if (this.jsonEnabled()) write(cleanJson({ kind: 'session', ...session }, 0))
    return listenerFor((update) => this.tell(update, zone)).run()
  }

  private tell(update: ListenUpdate, zone: string): void {
    if (this.jsonEnabled()) {
      const json = listenedJson(update)
      if (json) write(cleanJson(json, 0))
      return
    }
    const sentence = sentenceOf(update)
    if (sentence) this.say(onStderr('dim', cleanLine(sentence)))
    const line = listenedLine(update, zone)
    if (line) write(line)
  }
}

type ListenerFor = (tell: (update: ListenUpdate) => void) => Listener

interface Told {
  session: Session
  url: string | undefined
  zone: string
}

const write = (line: string) => process.stdout.write(`${line}\n`)

/** From the last event on that was handled: the server only knows what it sent. */
const again = (id: string, lastSeq: string | undefined) =>
  `letsmeet listen --session ${id}${lastSeq === undefined ? '' : ` --after ${lastSeq}`}`

interface Asked {
  events?: string[] | undefined
  since?: string | undefined
}

const create = (letsmeet: LetsMeet, { events, since }: Asked, zone: string): Promise<ListenSession> =>
  letsmeet.listenSessions.create({
    eventTypes: events?.flatMap((text) => text.split(',')).map((type) => type.trim()),
    since: since === undefined ? undefined : sinceOf(since, zone).toISOString(),
  })

/** What is known before the first event; the secret is shown here and never again. */
function headerOf({ id, secret, eventTypes }: Session, url: string | undefined): string[] {
  return [
    `Listening as ${id}${eventTypes ? ` to ${eventTypes.join(', ').replace(/^\*$/, 'all events')}` : ''}`,
    ...(secret ? [`Signing secret ${secret}`] : []),
    ...(url ? [`Forwarding to ${url}`] : []),
  ]
}

function endedSession(id: string, cause: ApiError): Failure {
  return new Failure(`The session ${id} has ended, or is not yours.`, {
    exit: exitCodes.notFound,
    code: cause.code,
    status: cause.status,
    requestId: cause.requestId,
    hint: 'A session ends when nobody was connected to it for 24 hours. Begin a new one with `letsmeet listen`.',
    cause,
  })
}
