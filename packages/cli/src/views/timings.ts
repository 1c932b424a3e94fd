import type { WebhookAttempt } from '@letsmeet/sdk'

type Timings = WebhookAttempt['timings']

/** Where the time went: a bar for each phase, each beginning where the one before ended. */
export function timingBars(timings: Timings): string {
  const phases = phasesOf(timings)
  const most = Math.max(timings.totalMs, 1)
  let begin = 0
  const lines = phases.map(({ name, ms }) => {
    const from = Math.floor((begin / most) * WIDTH)
    const to = Math.max(from + 1, Math.round(((begin + ms) / most) * WIDTH))
    begin += ms
    const bar = `${' '.repeat(Math.min(from, WIDTH - 1))}${'█'.repeat(Math.min(to, WIDTH) - Math.min(from, WIDTH - 1))}`
    return `${name.padEnd(NAME)}${bar.padEnd(WIDTH)}${milliseconds(ms)}`
  })
  return [...lines, `${'in all'.padEnd(NAME)}${' '.repeat(WIDTH)}${milliseconds(timings.totalMs)}`].join('\n')
}

/** What happened, in order; the rest went by between phases and with the body. */
function phasesOf({ dnsMs, connectMs, tlsMs, firstByteMs, totalMs }: Timings): { name: string; ms: number }[] {
  const measured = [
    { name: 'find address', ms: dnsMs },
    { name: 'connect', ms: connectMs },
    { name: 'TLS', ms: tlsMs },
    { name: 'wait for answer', ms: firstByteMs },
  ].flatMap(({ name, ms }) => (ms === null ? [] : [{ name, ms }]))
  const rest = totalMs - measured.reduce((sum, { ms }) => sum + ms, 0)
  return rest >= 0.1 ? [...measured, { name: firstByteMs === null ? 'other' : 'read answer', ms: rest }] : measured
}

const milliseconds = (ms: number) => `${ms.toFixed(1).padStart(9)} ms`

const NAME = 17
const WIDTH = 24
