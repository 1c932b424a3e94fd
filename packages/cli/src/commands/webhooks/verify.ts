import { readFileSync } from 'node:fs'
import { explain, unwrap, WebhookError } from '@letsmeet/sdk/webhooks'
import { Flags } from '@oclif/core'
import { BaseCommand } from '../../lib/base-command.ts'
import { exitCodes, Failure, usageError } from '../../lib/failure.ts'
import { manyFlag } from '../../lib/flags.ts'
import { onStdout } from '../../lib/style.ts'
import { type Captured, capturedRequest, headerPair } from '../../webhooks/captured.ts'

interface Verdict {
  verified: true
  id: string | null
  type: string | null
  /** With --explain: what was looked at, in a sentence. */
  explanation: string | null
}

export default class WebhooksVerify extends BaseCommand {
  static override description = `Check the signature of a webhook, and say why it fails.

Takes a request as it arrived, headers, an empty line and the body: from a file, from standard input, or as --header and --body. Asks no server. Ends with 0 when the secret signed this body and with 1 when not; --explain says whether the body was parsed and written again, the secret is another one, a clock is off, a header is missing, and what to do about it.`
  static override examples = [
    {
      description: 'Catch a request and look at it:',
      command: '<%= config.bin %> webhooks verify --file captured.txt --secret whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    },
    {
      description: 'Why does my handler refuse it? The secret is in WEBHOOK_SECRET:',
      command: '<%= config.bin %> webhooks verify --file captured.txt --any-age --explain',
    },
    '<%= config.bin %> webhooks verify --body @body.json --header "webhook-id: evt_1" --header "webhook-timestamp: 1893488400" --header "webhook-signature: v1,K5oZ" --explain',
  ]
  static override flags = {
    file: Flags.string({ description: 'The request; - for standard input.', helpValue: 'FILE', exclusive: ['body'] }),
    body: Flags.string({
      description: 'The body alone: the text itself, @FILE, or - for standard input.',
      helpValue: 'TEXT',
      dependsOn: ['header'],
    }),
    header: manyFlag('A header of the request', '"Name: value"', 'H'),
    secret: Flags.string({
      description: "The endpoint's secret (whsec_…) or public key (whpk_…); repeat for several, any of which may fit.",
      helpValue: 'SECRET',
      env: 'WEBHOOK_SECRET',
      multiple: true,
      multipleNonGreedy: true,
    }),
    'any-age': Flags.boolean({ description: 'Accept old requests: five minutes is what receivers allow.' }),
    explain: Flags.boolean({ description: 'Say why, and what to do.' }),
  }

  async run(): Promise<Verdict> {
    const { flags } = await this.parse(WebhooksVerify)
    const secrets = flags.secret ?? []
    if (secrets.length === 0)
      throw usageError('There is no secret to verify with.', 'Give it with --secret, or in WEBHOOK_SECRET.')
    const { headers, body, cutShortBy = 0 } = requestOf(flags)
    if (cutShortBy > 0) this.say(`The capture is cut short: content-length counts ${cutShortBy} bytes more.`)
    const options = flags['any-age'] ? { toleranceSeconds: Number.MAX_SAFE_INTEGER } : {}
    const explanation = flags.explain ? await explain(body, headers, secrets, options) : null
    try {
      const { id = null, type = null } = Object(await unwrap(body, headers, secrets, options))
      this.print([onStdout('green', 'Verified.'), type, id].filter(Boolean).join(' '))
      if (explanation) this.print(explanation)
      return { verified: true, id, type, explanation }
    } catch (error) {
      if (error instanceof WebhookError) throw unverified(error, explanation)
      throw error
    }
  }
}

interface Given {
  file?: string | undefined
  body?: string | undefined
  header?: string[] | undefined
}

/** Headers that are given win over those in the file. */
function requestOf({ file, body, header = [] }: Given): Captured & { cutShortBy?: number } {
  const given = Object.fromEntries(header.map(headerPair))
  if (body !== undefined) return { headers: given, body: bytesOf(body) }
  if (file === undefined && process.stdin.isTTY)
    throw usageError('There is no request to verify.', 'Give it with --file, or with --header and --body.')
  const captured = capturedRequest(contentOf(file ?? '-'))
  return { ...captured, headers: { ...captured.headers, ...given } }
}

const bytesOf = (body: string) =>
  body === '-' ? contentOf(body) : body.startsWith('@') ? contentOf(body.slice(1)) : Buffer.from(body)

/** As bytes: text that is decoded and encoded again may be another one. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    throw usageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}

function unverified({ code, message }: WebhookError, explanation: string | null): Failure {
  const plain = code === 'no_match' ? 'No signature fits the body and the secret.' : message
  return new Failure(explanation ?? plain, {
    exit: exitCodes.failure,
    code,
    hint: explanation === null ? 'Run it again with --explain: it says why, and what to do.' : undefined,
  })
}
