/** The exit codes of every command; `letsmeet help exit-codes` tells them to people. */
export const exitCodes = {
  ok: 0,
  failure: 1,
  usage: 2,
  auth: 4,
  notFound: 5,
  conflict: 6,
  rateLimited: 7,
  network: 8,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export interface FieldFault {
  pointer?: string
  parameter?: string
  code: string
  detail: string
}

interface Details {
  exit: ExitCode
  /** Stable, for programs. */
  code: string
  /** What to do about it; one sentence or a command. */
  hint?: string | undefined
  /** For people, where the fields below say the rest. */
  headline?: string | undefined
  status?: number
  requestId?: string | undefined
  errors?: readonly FieldFault[]
  cause?: unknown
}

/** What went wrong, for a person and for a program, with the exit code that tells scripts. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly details: Details
  /** Where oclif looks for the exit code; its hooks swallow errors without one. */
  readonly oclif: { exit: number }

  constructor(message: string, details: Details) {
    super(message, { cause: details.cause })
    this.details = details
    this.oclif = { exit: details.exit }
  }

  /** What `--json` prints. */
  toJSON() {
    const { code, status = null, requestId = null, errors = [] } = this.details
    return { error: { code, message: this.message, status, requestId, errors } }
  }
}

/** The command, or a value in it, is not valid; the server was not asked. */
export const usageError = (message: string, hint?: string) =>
  new Failure(message, { exit: exitCodes.usage, code: 'usage', hint })

export const notFoundError = (message: string, hint?: string) =>
  new Failure(message, { exit: exitCodes.notFound, code: 'not_found', hint })
