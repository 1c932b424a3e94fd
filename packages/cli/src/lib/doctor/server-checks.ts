import { cleanLine } from '../clean.ts'
import { type Check, fail, lengthOf, ok, skipped, warn } from './check.ts'
import { type Page, seriesOf } from './page.ts'

export function noServer(url: string, cause: unknown): Check {
  const why =
    cause instanceof Error && cause.name === 'TimeoutError' ? 'does not answer within 5 s' : 'cannot be reached'
  return fail(
    'Server',
    `${url} ${why}.`,
    'Start it with `letsmeet serve`, or name another with --url; see also `letsmeet profiles list`.',
  )
}

/** Whether it is ready for work: `/readyz`. */
export function serverCheck(url: string, { status, text }: Page): Check {
  const word = cleanLine(/"status"\s*:\s*"([^"]{1,60})"/.exec(text)?.[1] ?? '')
  if (status === 200) return ok('Server', `${url} is ready, and its database answers.`)
  if (word.endsWith('_stalled'))
    return fail(
      'Server',
      `${url} runs, but work waits (${word}).`,
      'Look at the server’s log, and restart it; nothing is lost.',
    )
  if (status === 404)
    return fail('Server', `What answers at ${url} is not LetsMeet.`, 'Name the right address with --url.')
  return fail(
    'Server',
    `${url} is not ready: ${status} ${word}`.trim(),
    'Look at the log of the server and its database.',
  )
}

/** Signatures of webhooks are refused when clocks differ by five minutes; people notice less. */
export function clockCheck(skewMs: number | null): Check {
  if (skewMs === null) return skipped('Clock', 'The answer does not tell its time.')
  const seconds = Math.abs(skewMs) / 1000
  const detail = `The server's clock is ${lengthOf(seconds)} ${skewMs > 0 ? 'ahead of' : 'behind'} this machine's.`
  const action = 'Let both keep time by NTP: `timedatectl set-ntp true`.'
  if (seconds >= 300) return fail('Clock', `${detail} Webhook signatures are refused.`, action)
  return seconds >= 10 ? warn('Clock', detail, action) : ok('Clock', "The server's clock agrees with this machine's.")
}

/** What waits, by `/metrics`. */
export function queueChecks(metrics: Page | null): Check[] {
  if (metrics?.status !== 200) return [skipped('Queues', 'The server does not show /metrics here.')]
  const series = seriesOf(metrics.text)
  return [
    queueCheck('Jobs', series, 'letsmeet_jobs_oldest_due_seconds', series.get('letsmeet_jobs_due')),
    ...(series.has('letsmeet_webhook_oldest_due_seconds')
      ? [
          queueCheck(
            'Webhook queue',
            series,
            'letsmeet_webhook_oldest_due_seconds',
            series.get('letsmeet_webhook_deliveries_pending'),
          ),
        ]
      : []),
  ]
}

/** Every figure about webhooks, whatever the server counts. */
export const webhookFigures = (metrics: Page | null): Record<string, number> =>
  Object.fromEntries([...seriesOf(metrics?.text ?? '')].filter(([name]) => name.startsWith('letsmeet_webhook')))

function queueCheck(name: string, series: Map<string, number>, oldest: string, waiting = 0): Check {
  const seconds = series.get(oldest) ?? 0
  const detail = `${waiting} waiting${seconds > 0 ? `, the oldest due for ${lengthOf(seconds)}` : ''}.`
  const action = 'Look at the server’s log; it may have too little to run on, or hang. A restart loses nothing.'
  if (seconds >= 300) return fail(name, `Stalled: ${detail}`, action)
  return seconds >= 60 ? warn(name, `Behind: ${detail}`, action) : ok(name, detail)
}
