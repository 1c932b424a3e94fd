import { sign } from '@letsmeet/sdk/webhooks'
import { Args, Flags } from '@oclif/core'
import type { Tried } from '../lib/await-attempt.ts'
import { readJson, readText } from '../lib/body.ts'
import { cleanText } from '../lib/clean.ts'
import type { ConnectionFlags } from '../lib/connection.ts'
import { DeliveryCommand, sendFlags } from '../lib/delivery-command.ts'
import { exitCodes, usageError } from '../lib/failure.ts'
import { endpointId } from '../lib/find.ts'
import { manyFlag } from '../lib/flags.ts'
import { onStdout } from '../lib/style.ts'
import { table } from '../lib/table.ts'
import { withChanges } from '../webhooks/fields.ts'
import { type Answer, forward, isSuccess, receiverUrl } from '../webhooks/forward.ts'
import { onlyEndpoint } from '../webhooks/only-endpoint.ts'
import { type Sample, sampleOf } from '../webhooks/samples.ts'
import { webhookType, webhookTypes } from '../webhooks/types.ts'

const forwardMs = 30_000

export default class Trigger extends DeliveryCommand {
  static override description = `Send a sample webhook, to try what receives it.

With --to it is signed and sent from here: no server, no account, any body. With --endpoint the server sends its own sample to one of your endpoints, or to a terminal that listens, and it is in the delivery log. With neither, your only endpoint is meant.`
  static override examples = [
    '<%= config.bin %> trigger --list',
    {
      description: 'Straight to a program on this machine; the secret may be in WEBHOOK_SECRET:',
      command:
        '<%= config.bin %> trigger booking.created --to localhost:3000/webhooks --secret whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD --set data.guest.email=ada@example.com',
    },
    {
      description: 'A body of your own, byte for byte:',
      command: '<%= config.bin %> trigger ping --body @event.json --to 3000',
    },
    '<%= config.bin %> trigger booking.cancelled --endpoint we_0WbXkT3nPq7YvLs2DfGh',
  ]
  static override args = {
    type: Args.string({ description: 'What happened, such as booking.created; --list shows all.' }),
  }
  static override flags = {
    list: Flags.boolean({ description: 'Show every type and when it is sent.' }),
    to: Flags.string({
      description: 'Send it from here: a port, an address such as localhost:3000/webhooks, or a URL.',
      helpValue: 'URL',
      exclusive: ['endpoint'],
    }),
    secret: Flags.string({
      description: 'The secret that the receiver verifies with.',
      helpValue: 'whsec_…',
      env: 'WEBHOOK_SECRET',
    }),
    set: manyFlag('Change a field of the sample, such as data.guest.email', 'FIELD=VALUE'),
    body: Flags.string({
      description: 'Send this instead of a sample: the text itself, @FILE, or - for standard input.',
      helpValue: 'TEXT',
    }),
    'skip-verify': Flags.boolean({ description: 'Do not check the certificate of an https address.' }),
    endpoint: Flags.string({ description: 'Let the server send it to this endpoint.', helpValue: 'ID' }),
    ...sendFlags,
  }

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(Trigger)
    if (flags.list) return this.list()
    if (flags.to === undefined && (flags.set || flags.body !== undefined))
      throw usageError('The server sends its own samples: --set and --body need --to.')
    if (args.type === undefined && flags.body === undefined)
      throw usageError('It is not said what to trigger.', 'Write letsmeet trigger booking.created; --list shows all.')
    const type = webhookType(args.type ?? 'ping')
    if (flags.to === undefined) return this.test(type, flags)
    if (!flags.secret)
      throw usageError('There is no secret to sign with.', 'Give it with --secret, or in WEBHOOK_SECRET.')
    const body = bodyOf(flags, () => sampleOf(type, new Date()))
    const headers = {
      'content-type': 'application/json',
      'webhook-attempt': '1',
      ...(await signed(body, flags.secret)),
    }
    const certificate = flags['skip-verify'] ? 'any' : 'checked'
    const url = receiverUrl('to', flags.to)
    const answer = await forward({ url, headers, body, timeoutMs: forwardMs, certificate })
    return this.show(answer, { headers, body })
  }

  private list() {
    this.print(
      table(webhookTypes, [
        { header: 'TYPE', cell: ([type]) => type },
        { header: 'WHEN', cell: ([, description]) => description, whenNarrow: 'wrap' },
      ]),
    )
    return { data: webhookTypes.map(([type, description]) => ({ type, description })) }
  }

  private async test(type: string, flags: ConnectionFlags & TestFlags): Promise<Tried> {
    const letsmeet = this.connect(flags)
    const id = flags.endpoint ? await endpointId(letsmeet, flags.endpoint) : await onlyEndpoint(letsmeet)
    return this.tell(letsmeet, await letsmeet.webhookEndpoints.test(id, { type }), flags)
  }

  private show(answer: Answer, request: { headers: Record<string, string>; body: string }) {
    const { status, durationMs, body, error } = answer
    if (status !== null) this.print(`${painted(isSuccess(answer), String(status))}  ${durationMs} ms`)
    if (body !== '') this.print(cleanText(body).trimEnd())
    if (error !== null) this.say(`${answer.url} did not answer: ${error}.`)
    if (!isSuccess(answer)) process.exitCode = exitCodes.failure
    return { ...answer, request }
  }
}

interface TestFlags {
  endpoint?: string | undefined
  wait: boolean
  timezone?: string | undefined
}

const painted = (isGood: boolean, text: string) => onStdout(isGood ? 'green' : 'red', text)

/** What is given goes out byte for byte, unless fields are changed in it. */
function bodyOf(
  { body, set }: { body?: string | undefined; set?: string[] | undefined },
  sample: () => Sample,
): string {
  if (body !== undefined && !set) return readText(body)
  return JSON.stringify(withChanges(body === undefined ? sample() : objectIn(body), set ?? []))
}

function objectIn(source: string): Sample {
  const value = readJson(source)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw usageError('--set changes fields of a JSON object, and the body is none.')
}

/** Under the id that is in the body, as LetsMeet does it. */
async function signed(body: string, secret: string) {
  try {
    const [, id] = /"id":\s*"(evt_\w+)"/.exec(body) ?? []
    return await sign(body, secret, id ? { id } : {})
  } catch {
    throw usageError(
      'The secret cannot sign.',
      'It is whsec_ and base64, as the endpoint or `letsmeet listen` showed it.',
    )
  }
}
