import { exitCodes } from './failure.ts'

const MEANINGS: Record<keyof typeof exitCodes, string> = {
  ok: 'It worked.',
  failure: 'It failed, or the server did.',
  usage: 'The command, or a value in it, is not valid. The same command will fail again.',
  auth: 'Not logged in, or the key may not do that.',
  notFound: 'There is no such thing, or no longer.',
  conflict: 'Something is in the way: the time was taken, it is in use, it has changed.',
  rateLimited: 'Too many requests; try again later.',
  network: 'No answer from the server.',
  interrupted: 'Stopped with Ctrl-C.',
}

const ROWS = Object.entries(exitCodes).map(([name, code]) => [code, name] as const)

/** `letsmeet help exit-codes` */
export const EXIT_CODES = `How a command ends tells scripts what happened.

EXIT CODES
${ROWS.map(([code, name]) => `  ${String(code).padStart(3)}  ${Object.entries(MEANINGS).find(([each]) => each === name)?.[1] ?? ''}`).join('\n')}

With --json a failure is JSON too, on standard output:
  {"error":{"code":"slot_unavailable","message":"…","status":409,"requestId":"req_…","errors":[]}}
`
