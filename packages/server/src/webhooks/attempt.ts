import type { Dispatcher } from 'undici'
import { type AnswerHeaders, keptOf, readable, retryAfterOf, statusFailure } from './answer.ts'
import { type Line, stageOf } from './dial.ts'
import { Failure, type FailureCode, failureOf } from './failure.ts'

/** How one attempt went, in milliseconds; null is a phase that did not happen, as on a connection used before. */
export interface Timings {
  dnsMs: number | null
  connectMs: number | null
  tlsMs: number | null
  /** From the request to the first byte of its answer. */
  firstByteMs: number | null
  totalMs: number
}

export interface Outcome {
  startedAt: Date
  durationMs: number
  timings: Timings
  remoteAddress: string | null
  status: number | null
  headers: Record<string, string>
  body: string
  truncated: boolean
  /** Null on success alone. */
  errorCode: FailureCode | null
  errorDetail: string | null
  retryAfterSeconds: number | null
}

/** How much of a body proves that it was sent, and how much of it is kept. */
const readBytes = 65_536
const keptBytes = 16_384

/** Listens to one request and ends in one outcome, whatever the receiver does. */
export class Attempt implements Dispatcher.DispatchHandler {
  readonly outcome: Promise<Outcome>
  /** The connection that carries it, once there is one. */
  line: Line | null = null
  readonly #settle: (outcome: Outcome) => void
  readonly #now: () => Date
  readonly #startedAt: Date
  readonly #start = performance.now()
  #isSettled = false
  #isAgain = false
  readonly #again: () => void
  #controller: Dispatcher.DispatchController | null = null
  #sentAt: number | null = null
  #firstByteAt: number | null = null
  #status: number | null = null
  #headers: AnswerHeaders = {}
  #chunks: Buffer[] = []
  #received = 0

  /** `again` sends the same request once more. */
  constructor(now: () => Date, again: () => void) {
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    this.outcome = promise
    this.#settle = resolve
    this.#now = now
    this.#startedAt = now()
    this.#again = again
  }

  /** One that ends before anything is sent. */
  static refused(now: () => Date, failure: Failure): Promise<Outcome> {
    const attempt = new Attempt(now, () => {})
    attempt.#end(failure)
    return attempt.outcome
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#isSettled) {
      controller.abort(new Error('The deadline has passed.'))
      return
    }
    this.#sentAt = performance.now()
    if (this.line) this.line.carried += 1
  }

  onResponseStarted(): void {
    this.#firstByteAt ??= performance.now()
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: AnswerHeaders): void {
    // 1xx precedes the answer.
    if (status < 200) return
    this.#status = status
    this.#headers = headers
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#received < keptBytes) this.#chunks.push(chunk)
    this.#received += chunk.length
    if (this.#received < readBytes) return
    this.#end(null)
    controller.abort(new Error('That is enough of the body.'))
  }

  onResponseEnd(): void {
    this.#end(null)
  }

  onResponseError(_: Dispatcher.DispatchController | null, error: Error): void {
    const failure = failureOf(error)
    if (this.#wasClosedMeanwhile(failure)) {
      this.#isAgain = true
      this.#controller = null
      this.#again()
      return
    }
    this.#end(failure)
  }

  /** Gives up: the deadline has passed. */
  expire(deadlineMs: number): void {
    const busy = this.#stage()
    this.#end(new Failure('timeout', `No complete answer within ${deadlineMs / 1000} s: still ${busy}.`))
    this.#controller?.abort(new Error('The deadline has passed.'))
  }

  /** A receiver may close an idle connection at the moment it is used again; that is nobody's failure. */
  #wasClosedMeanwhile(failure: Failure): boolean {
    const wasUsedBefore = (this.line?.carried ?? 0) > 1
    return (
      failure.code === 'connection_reset' &&
      wasUsedBefore &&
      this.#firstByteAt === null &&
      !this.#isAgain &&
      !this.#isSettled
    )
  }

  #stage(): string {
    if (this.#status !== null) return 'reading the body'
    if (this.#firstByteAt !== null) return 'reading the headers'
    if (this.#sentAt !== null) return 'waiting for the answer'
    return this.line ? stageOf(this.line) : 'waiting for a connection'
  }

  #end(failure: Failure | null): void {
    if (this.#isSettled) return
    this.#isSettled = true
    const answered = this.#status === null ? null : statusFailure(this.#status, this.#headers)
    const shown = answered ?? failure
    const timings = this.#timings()
    this.#settle({
      startedAt: this.#startedAt,
      durationMs: Math.round(timings.totalMs),
      timings,
      remoteAddress: this.line?.remoteAddress ?? null,
      status: this.#status,
      headers: keptOf(this.#headers),
      body: this.#received === 0 ? '' : readable(Buffer.concat(this.#chunks).subarray(0, keptBytes)),
      truncated: this.#received > keptBytes,
      errorCode: shown?.code ?? null,
      errorDetail: shown?.message ?? null,
      retryAfterSeconds: retryAfterOf(this.#headers, this.#now()),
    })
  }

  #timings(): Timings {
    const line = this.line
    // A connection that another attempt has opened took none of this one's time.
    const own = line && line.startedAt >= this.#start && line.carried <= 1 ? line : null
    return {
      dnsMs: between(own?.startedAt, own?.resolvedAt),
      connectMs: between(own?.resolvedAt ?? own?.startedAt, own?.connectedAt),
      tlsMs: between(own?.connectedAt, own?.securedAt),
      firstByteMs: between(this.#sentAt, this.#firstByteAt),
      totalMs: tenths(performance.now() - this.#start),
    }
  }
}

const tenths = (ms: number) => Math.round(ms * 10) / 10

function between(start: number | null | undefined, end: number | null | undefined): number | null {
  return start == null || end == null ? null : tenths(end - start)
}
