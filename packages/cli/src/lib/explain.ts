import { ApiError, ConnectionError, LetsMeetError, TimeoutError } from '@letsmeet/sdk'
import { Errors } from '@oclif/core'
import { cleanLine } from './clean.ts'
import { isNobodyThere } from './connection.ts'
import { type ExitCode, exitCodes, Failure, usageError } from './failure.ts'
import { explainUsage, type UsedCommand } from './usage.ts'

/** What is known about the command that failed. */
export interface Circumstances {
  command?: UsedCommand | undefined
  url?: string | undefined
}

/** Any error as one that says what happened, what to do, and how the process should end. */
export function explain(error: unknown, { command, url }: Circumstances): unknown {
  if (error instanceof Failure || error instanceof Errors.ExitError) return error
  if (error instanceof ApiError) return fromServer(error, command?.id)
  if (error instanceof ConnectionError || isNobodyThere(error)) return noAnswer(error, url ?? 'the server')
  if (error instanceof LetsMeetError)
    return new Failure(error.message, { exit: exitCodes.failure, code: 'bad_answer', cause: error })
  if (error instanceof Errors.CLIError) return command ? explainUsage(error, command) : usageError(error.message)
  return error
}

function fromServer(error: ApiError, commandId: string | undefined): Failure {
  const { problem, requestId, status, code, errors } = error
  return new Failure(cleanLine(problem.detail ?? problem.title), {
    exit: exitOf(status),
    code,
    status,
    requestId,
    errors,
    headline: errors.length > 0 && code === 'invalid_request' ? `${cleanLine(problem.title)}.` : undefined,
    hint: hintFor(error, commandId),
    cause: error,
  })
}

function exitOf(status: number): ExitCode {
  if (status === 400 || status === 405 || status === 413 || status === 415) return exitCodes.usage
  if (status === 401 || status === 403) return exitCodes.auth
  if (status === 404 || status === 410) return exitCodes.notFound
  if (status === 409 || status === 412 || status === 422) return exitCodes.conflict
  return status === 429 ? exitCodes.rateLimited : exitCodes.failure
}

function hintFor({ code, status, retryAfterMs, problem }: ApiError, commandId: string | undefined): string | undefined {
  if (status === 401) return 'Log in again with `letsmeet login`, or check LETSMEET_API_KEY.'
  if (code === 'scope_missing') return 'Use a key that has it: `letsmeet api-keys create` makes one.'
  if (code === 'slot_unavailable') {
    const why = typeof problem.explanation === 'string' ? `${cleanLine(problem.explanation)}\n` : ''
    return `${why}See what is open with \`letsmeet slots list EVENT-TYPE\`.`
  }
  if ((code === 'conflict' || code === 'in_use') && commandId && CONFLICTS[commandId]) return CONFLICTS[commandId]
  if (code === 'in_sandbox') return 'Come back with `letsmeet profiles use default`, or say --profile default.'
  if (code === 'clock_backwards')
    return 'See what it shows with `letsmeet clock show`; a new sandbox may begin earlier.'
  if (status === 404) return listHint(problem.detail ?? '', commandId)
  if (status === 429 && retryAfterMs) return `Try again in ${Math.ceil(retryAfterMs / 1000)} s.`
  if (status >= 500) return "Try again. The server's log says more, under the request's id."
  return undefined
}

/** What to run where a conflict has one way out. */
const CONFLICTS: Record<string, string> = {
  ...Object.fromEntries(
    ['webhooks:test', 'webhooks:redeliver', 'webhooks:recover'].map((id) => [
      id,
      'Enable it with `letsmeet webhooks enable ENDPOINT`.',
    ]),
  ),
  'contacts:erase': 'Cancel them too with --cancel-upcoming, or erase when they are over.',
  'webhooks:rotate-secret': 'Revoke it with `letsmeet webhooks revoke-previous-secret ENDPOINT`, or say --force.',
}

/** Which list shows what was looked for: by the kind of the id, else by what the command is about. */
function listHint(detail: string, commandId = ''): string | undefined {
  const [, prefix = ''] = /\b([a-z]+)_/.exec(detail) ?? []
  if (commandId.startsWith('mailbox:') && prefix === 'mail') return 'See what there is with `letsmeet mailbox list`.'
  if (prefix === 'wd') return 'See what there is with `letsmeet webhooks deliveries`.'
  const topics = Object.values(TOPICS)
  const topic = TOPICS[prefix] ?? topics.find((each) => each === commandId.split(':')[0])
  return topic && `See what there is with \`letsmeet ${topic} list\`.`
}

const TOPICS: Record<string, string> = {
  bk: 'bookings',
  et: 'event-types',
  sch: 'schedules',
  off: 'time-off',
  bsy: 'busy-blocks',
  usr: 'members',
  inv: 'invitations',
  key: 'api-keys',
  ses: 'sessions',
  evt: 'events',
  mail: 'mail',
  req: 'logs',
  we: 'webhooks',
  ctc: 'contacts',
  lnk: 'links',
  rmd: 'reminders',
  rwf: 'reminder-workflows',
  sbx: 'sandboxes',
}

function noAnswer(error: unknown, url: string): Failure {
  const shared = { exit: exitCodes.network, cause: error }
  if (error instanceof TimeoutError)
    return new Failure(`The server at ${url} took too long to answer.`, {
      ...shared,
      code: 'timeout',
      hint: 'Try again.',
    })
  if (isNobodyThere(error))
    return new Failure(`No LetsMeet server answers at ${url}.`, {
      ...shared,
      code: 'no_server',
      hint: 'Start one with `npx letsmeet serve`, or choose another with --url.',
    })
  const why = error instanceof Error ? error.message : String(error)
  return new Failure(`The connection to ${url} broke: ${cleanLine(why)}`, {
    ...shared,
    code: 'connection_failed',
    hint: 'Try again.',
  })
}
