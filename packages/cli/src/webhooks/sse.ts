/** What a server sends of one event; an `id` moves the place to go on from. */
export interface SentEvent {
  id: string | undefined
  type: string
  data: string
}

/**
 * The events in a `text/event-stream`, as they arrive. Throws when nothing came for so long that the connection must be
 * dead: a server that is there sends at least a comment now and then.
 */
export async function* sentEvents(
  stream: ReadableStream<Uint8Array>,
  { silenceMs }: { silenceMs: number },
): AsyncGenerator<SentEvent, void, undefined> {
  let fields = empty()
  for await (const line of linesOf(chunksOf(stream, silenceMs))) {
    if (line !== '') collect(fields, line)
    else {
      // A last event without its empty line was cut short, and does not count.
      if (fields.data.length > 0) yield { id: fields.id, type: fields.type, data: fields.data.join('\n') }
      fields = empty()
    }
  }
}

interface Fields {
  id: string | undefined
  type: string
  data: string[]
}

const empty = (): Fields => ({ id: undefined, type: 'message', data: [] })

/** A line that starts with a colon is a comment: its field has no name. */
function collect(fields: Fields, line: string): void {
  const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
  if (name === 'data') fields.data.push(value)
  else if (name === 'event') fields.type = value
  else if (name === 'id') fields.id = value
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = ''
  for await (const chunk of chunks) {
    // A line break may come in two halves: a lone \r at the end waits for what follows it.
    const [text, held] = `${rest}${chunk}`.endsWith('\r') ? [`${rest}${chunk}`.slice(0, -1), '\r'] : [rest + chunk, '']
    const lines = text.split(/\r\n|\n|\r/)
    rest = `${lines.pop() ?? ''}${held}`
    yield* lines
  }
}

async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await within(silenceMs, reader.read())
      if (done) return
      yield decoder.decode(value, { stream: true })
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const timeout = Promise.withResolvers<never>()
  const timer = setTimeout(() => timeout.reject(new SilenceError(ms)), ms)
  try {
    return await Promise.race([work, timeout.promise])
  } finally {
    clearTimeout(timer)
  }
}

export class SilenceError extends Error {
  constructor(ms: number) {
    super(`nothing was heard for ${Math.round(ms / 1000)} s`)
  }
}
