import { cleanJson, cleanLine } from './clean.ts'
import { exitCodes, Failure } from './failure.ts'
import { onStderr } from './style.ts'

/** Tells of a failure, as text on stderr or as JSON on stdout, and gives the exit code. */
export function report(error: unknown, asJson: boolean): number {
  const failure = error instanceof Failure ? error : unexpected(error)
  if (asJson) process.stdout.write(`${cleanJson(failure, 0)}\n`)
  else process.stderr.write(`${lines(failure).join('\n')}\n`)
  return failure.details.exit
}

function lines(failure: Failure): string[] {
  const { headline = failure.message, hint, requestId, errors = [] } = failure.details
  const fields = errors.map(({ pointer, parameter, code, detail }) => {
    const field = cleanLine(pointer ?? parameter ?? code)
    return `  ${onStderr('yellow', field)}  ${cleanLine(detail)}`
  })
  return [
    `${onStderr('red', 'Error:')} ${headline}`,
    ...fields,
    ...(hint ? [hint] : []),
    ...(requestId ? [onStderr('dim', `Request ${cleanLine(requestId)}`)] : []),
  ]
}

/** A mistake of ours: the stack helps whoever mends it. */
function unexpected(error: unknown): Failure {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new Failure(`Something went wrong in the letsmeet command itself.\n${stack}`, {
    exit: exitCodes.failure,
    code: 'internal',
    hint: 'Please report this with the command you ran.',
    cause: error,
  })
}
