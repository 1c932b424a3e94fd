import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { ErrorCode } from '../errors.ts'
import type { Accepts } from './upload.ts'

type Shape = z.ZodType
type Out<S> = S extends Shape ? z.output<S> : undefined

/** What a handler may know of the request, and say in the answer, beyond its body. */
export interface Http {
  ip: string
  userAgent: string
  /** Of a request that keeps none of its answers: it may mean something to the verb. */
  idempotencyKey(): string | undefined
  sessionToken: string | null
  /** The body as it arrives, where the route `accepts` a file; read it once. */
  upload(): AsyncIterable<Buffer>
  /** Sets or clears the dashboard's session cookie. */
  keepSession(token: string | null, expiresAt?: Date): void
}

interface Input<P, Q, B> {
  params: P
  query: Q
  body: B
}

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, with `:name` for parameters. */
  path: string
  /** `resource.verb`: the operation's id, the SDK's method, the command. */
  id: string
  summary: string
  description?: string
  /** What a key must hold, `resource:read` or `resource:write`; null for routes that need no sign-in. */
  scope: string | null
  params?: Shape
  query?: Shape
  body?: Shape
  /** A file instead of a JSON body: the handler reads `http.upload()`. */
  accepts?: Accepts
  status: number
  returns?: Shape
  /** For public routes: the organization whose page this is; it owns the request's Idempotency-Key. */
  organizationOf?(ctx: Context, params: unknown): Promise<string>
  /** False where an answer must not be given twice, as one that sets a cookie. */
  replayable?: boolean
  /** True where a guess could be tried: failures are counted per address. */
  signsIn?: boolean
  /** True where a program asks again and again: what succeeds is left out of the request log. */
  unlogged?: boolean
  /** The media type of a text answer; JSON when absent. */
  produces?: string
  errors: readonly ErrorCode[]
  handle(ctx: Context, input: Input<unknown, unknown, unknown>, http: Http): Promise<unknown>
}

/** An answer that is JSON text already: for hot paths that write it from checked parts. */
export class ReadyJson {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** An answer that is a file, written piece by piece. */
export class TextFile {
  readonly name: string
  readonly pieces: AsyncIterable<string>
  constructor(name: string, pieces: AsyncIterable<string>) {
    this.name = name
    this.pieces = pieces
  }
}

export interface Message {
  /** Where to go on after it. */
  id?: number
  event: string
  data: unknown
}

/** Who takes an answer that goes on. */
export interface Listener {
  /** Of the last message they had, when they say so. */
  lastEventId: string
  /** Aborts when they hang up or the server stops. */
  signal: AbortSignal
  /** Who they are by now; throws once they may not ask any more. */
  renew(): Promise<Context>
}

/** An answer that goes on, as server-sent events; null is a sign of life. A message is asked for when the last one went. */
export class EventStream {
  readonly begin: (listener: Listener) => AsyncIterable<Message | null>
  constructor(begin: EventStream['begin']) {
    this.begin = begin
  }
}

/** Declares one endpoint: routing, validation of both ends, documentation, SDK and CLI parity all read it. */
export function route<
  const P extends Shape | undefined = undefined,
  const Q extends Shape | undefined = undefined,
  const B extends Shape | undefined = undefined,
  const R extends Shape | undefined = undefined,
>(definition: {
  method: Route['method']
  path: string
  id: string
  summary: string
  description?: string
  scope: string | null
  params?: P
  query?: Q
  body?: B
  accepts?: Accepts
  status?: number
  returns?: R
  organizationOf?(ctx: Context, params: Out<P>): Promise<string>
  replayable?: boolean
  signsIn?: boolean
  unlogged?: boolean
  produces?: string
  errors?: readonly ErrorCode[]
  handle(
    ctx: Context,
    input: Input<Out<P>, Out<Q>, Out<B>>,
    http: Http,
  ): Promise<R extends Shape ? z.input<R> | ReadyJson | EventStream | TextFile : unknown>
}): Route {
  // The parser hands each handler exactly the shapes it declared, which this erased type cannot say.
  return { status: definition.returns ? 200 : 204, errors: [], ...definition } as unknown as Route
}
