import { ApiPromise, type WithResponse } from './answer.ts'
import { LetsMeetError } from './errors.ts'

/** The body of a list answer. */
export interface PageBody<T> {
  data: T[]
  nextCursor?: string | null
}

/** Reads the page that starts at a cursor, with the filters of the first one. */
export type ReadPage<T> = (cursor: string) => Promise<WithResponse<PageBody<T>>>

/** One page of a list: `data` and `nextCursor`, which is null on the last page. `for await` goes on to the end. */
export class Page<T> implements AsyncIterable<T> {
  readonly data: T[]
  readonly nextCursor: string | null
  readonly #read: ReadPage<T>

  constructor(body: PageBody<T>, read: ReadPage<T>) {
    this.data = body.data
    this.nextCursor = body.nextCursor ?? null
    this.#read = read
  }

  hasNextPage(): boolean {
    return this.nextCursor !== null
  }

  /** Rejects with `LetsMeetError` on the last page; ask `hasNextPage()` first. */
  nextPage(): PagePromise<T> {
    const { nextCursor } = this
    if (nextCursor === null)
      return new PagePromise(Promise.reject(new LetsMeetError('This is the last page.')), this.#read)
    return new PagePromise(this.#read(nextCursor), this.#read)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of pagesFrom(this)) yield* page.data
  }
}

/** A list under way: await it for its first page, or go over everything with `for await`. */
export class PagePromise<T> extends ApiPromise<Page<T>> implements AsyncIterable<T> {
  constructor(first: Promise<WithResponse<PageBody<T>>>, read: ReadPage<T>) {
    super(first.then((answer) => ({ ...answer, data: new Page(answer.data, read) })))
  }

  /** Every item of this page and of those after it; a page is read when the one before is used up. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.byPage()) yield* page.data
  }

  /** The same, page by page. */
  async *byPage(): AsyncGenerator<Page<T>, void, undefined> {
    yield* pagesFrom(await this)
  }

  /** The items as an array: at most `limit`, else all there are. Reads no page it does not need. */
  async toArray({ limit = Infinity }: { limit?: number } = {}): Promise<T[]> {
    const items: T[] = []
    for await (const page of this.byPage()) {
      items.push(...page.data.slice(0, limit - items.length))
      if (items.length >= limit) break
    }
    return items
  }
}

async function* pagesFrom<T>(first: Page<T>): AsyncGenerator<Page<T>, void, undefined> {
  let page = first
  yield page
  while (page.hasNextPage()) {
    page = await page.nextPage()
    yield page
  }
}
