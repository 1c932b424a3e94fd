/** The data of an answer together with the answer itself, whose body has been read. */
export interface WithResponse<T> {
  data: T
  response: Response
  /** The answer's `Request-Id`, for support. */
  requestId: string | undefined
}

/** A call under way. Awaiting it gives the data; `withResponse()` gives status and headers too. */
export class ApiPromise<T> implements Promise<T> {
  readonly [Symbol.toStringTag]: string = 'ApiPromise'
  readonly #answer: Promise<WithResponse<T>>

  constructor(answer: Promise<WithResponse<T>>) {
    this.#answer = answer
  }

  /** For headers such as `ETag`: `const { data, response } = await letsmeet.bookings.get(id).withResponse()` */
  withResponse(): Promise<WithResponse<T>> {
    return this.#answer
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is the purpose of this class.
  then<A = T, B = never>(
    onData?: ((data: T) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then(({ data }) => data).then(onData, onError)
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onError)
  }

  finally(onEnd?: (() => void) | null): Promise<T> {
    return this.then().finally(onEnd)
  }
}
