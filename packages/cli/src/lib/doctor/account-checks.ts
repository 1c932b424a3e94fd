import { ApiError, type LetsMeet, type Mail, type Me, type Sandbox, type WebhookEndpoint } from '@letsmeet/sdk'
import { cleanLine } from '../clean.ts'
import { type Check, fail, lengthOf, ok, skipped, warn } from './check.ts'
import { readPage } from './page.ts'

const once = { maxRetries: 0, timeoutMs: 10_000 }

/** Whether the key is taken, and whose it is. */
export async function keyCheck(letsmeet: LetsMeet): Promise<{ check: Check; me: Me | null }> {
  try {
    const me = await letsmeet.me.get(once)
    const scopes = me.scopes.includes('*') ? 'everything' : me.scopes.join(', ')
    const who = `${cleanLine(me.user.name)}, ${me.user.role} of ${cleanLine(me.organization.name)} (${me.plan})`
    return { check: ok('Key', `${who}; it may do ${scopes}.`), me }
  } catch (error) {
    const why = sentenceOf(error)
    if (error instanceof ApiError && error.status === 403)
      return {
        check: warn(
          'Key',
          `It works, but may not say whose it is. ${why}`,
          'Use a key with the scope me:read to see more.',
        ),
        me: null,
      }
    return { check: fail('Key', why, 'Log in again with `letsmeet login`, or check LETSMEET_API_KEY.'), me: null }
  }
}

/** Whether the address that mails and pages name leads to this server. */
export async function publicUrlCheck(me: Me, serverUrl: string): Promise<Check> {
  const health = new URL('healthz', me.bookingPage)
  const url = health.href.replace(/\/healthz$/, '')
  const action = 'Set LETSMEET_PUBLIC_URL to the address that guests use, and let your proxy pass it on.'
  if (isLoopback(health) && !isLoopback(new URL(serverUrl)))
    return fail('Public URL', `Links in mails lead to ${url}, which no guest can open.`, action)
  const page = await readPage(health.href).catch(() => null)
  if (page?.status !== 200) {
    const what = page ? `answers ${page.status}` : 'cannot be reached from here'
    return fail('Public URL', `${url}, where links lead, ${what}.`, action)
  }
  if (isLoopback(health)) return ok('Public URL', `${url} answers, on this machine only.`)
  if (health.protocol === 'http:')
    return warn('Public URL', `${url} answers, without TLS.`, 'Put it behind a proxy with https.')
  return ok('Public URL', `${url} answers.`)
}

/** That the key is a sandbox's, and what that means: its time is its own, and so is its mail. */
export function sandboxCheck(sandbox: Sandbox | null): Check[] {
  const mail = ok('Mail', 'Captured, as all mail of a sandbox: read it with `letsmeet mailbox list`.')
  if (sandbox === null) return [ok('Sandbox', 'The key is of a sandbox, and may not say which.'), mail]
  const { name, id, clock } = sandbox
  const shows = `${clock.now.slice(0, 16)}Z${clock.frozen ? ', and stands still' : ''}`
  return [ok('Sandbox', `The key is of “${cleanLine(name)}” (${id}), whose clock shows ${shows}.`), mail]
}

/** What became of the newest mails. */
export async function mailCheck(letsmeet: LetsMeet, now = Date.now()): Promise<Check> {
  const mails = await seen(letsmeet.mail.list({ limit: 20 }, once))
  if (mails === null) return skipped('Mail', 'Only owners and admins see it.')
  return mailVerdict(mails, now)
}

export function mailVerdict(mails: readonly Mail[], now: number): Check {
  const [newest] = mails
  if (!newest) return ok('Mail', 'None was written yet.')
  const [failed] = mails.filter(({ state }) => state === 'failed')
  if (failed)
    return fail(
      'Mail',
      `“${cleanLine(failed.subject)}” to ${cleanLine(failed.to.email)} failed: ${cleanLine(failed.error ?? 'no reason is known')}`,
      'Check LETSMEET_SMTP_URL and LETSMEET_MAIL_FROM; see `letsmeet mail list`.',
    )
  const oldest = mails.findLast(({ state }) => state === 'queued')
  const waited = oldest ? (now - Date.parse(oldest.createdAt)) / 1000 : 0
  if (waited >= 300)
    return warn('Mail', `One has waited for ${lengthOf(waited)}.`, 'Check that the server reaches LETSMEET_SMTP_URL.')
  if (newest.state === 'captured')
    return warn(
      'Mail',
      'Captured: nobody gets it, you read it with `letsmeet mail list`.',
      'Set LETSMEET_SMTP_URL to send it.',
    )
  return ok('Mail', 'Goes out by SMTP.')
}

/** How the endpoints do: one line each for those that do not. */
export async function endpointChecks(letsmeet: LetsMeet): Promise<Check[]> {
  const endpoints = await seen(letsmeet.webhookEndpoints.list({ limit: 100 }, once))
  if (endpoints === null) return [skipped('Webhooks', 'This key may not see them.')]
  const faults = endpoints.flatMap(endpointFault)
  if (faults.length > 0) return faults
  const { length } = endpoints
  return [
    ok(
      'Webhooks',
      length === 0 ? 'No endpoints.' : `${length} ${length === 1 ? 'endpoint' : 'endpoints'}, none fails.`,
    ),
  ]
}

export function endpointFault({ id, url, enabled, disabledReason, breaker, failingSince }: WebhookEndpoint): Check[] {
  const log = `See why with \`letsmeet webhooks deliveries ${id}\``
  const where = cleanLine(url)
  if (!enabled && disabledReason === 'manual') return []
  if (!enabled) {
    const why = disabledReason === 'gone' ? 'it answered 410' : 'nothing but failures for five days'
    return [fail('Webhooks', `${where} is disabled: ${why}.`, `${log}, then \`letsmeet webhooks enable ${id}\`.`)]
  }
  if (breaker === 'closed' && !failingSince) return []
  const since = failingSince ? ` since ${failingSince.slice(0, 16)}Z` : ''
  const pause = breaker === 'open' ? ' It is left alone for a moment.' : ''
  return [warn('Webhooks', `${where} fails${since}.${pause}`, `${log}; after five days it is disabled.`)]
}

/** The first page of a list, or null where the key may not read it. */
async function seen<T>(list: PromiseLike<{ data: T[] }>): Promise<T[] | null> {
  try {
    return (await list).data
  } catch (error) {
    if (error instanceof ApiError && (error.status === 403 || error.status === 404)) return null
    throw error
  }
}

const sentenceOf = (error: unknown): string =>
  cleanLine(error instanceof ApiError ? (error.problem.detail ?? error.problem.title) : String(error))

const isLoopback = ({ hostname }: URL) => /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
