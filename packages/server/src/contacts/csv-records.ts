import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { AppError } from '../errors.ts'

/** Longer than any contact; a quote that nobody closes ends here and not with the memory. */
const longestRecord = 100_000
/** So far a first line is looked for. */
const longestHead = 64 * 1024

/** The records of a CSV file as it arrives: UTF-8 with or without a mark, parted by commas, semicolons or tabs. */
export async function* recordsOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const { head, rest } = await beheaded(textOf(bytes))
  const told = /^sep=(.)\r?\n/.exec(head)
  const delimiter = told?.[1] ?? delimiterOf(head)
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, max_record_size: longestRecord })
  let broken: unknown
  // Where the text breaks off, what came before is read first.
  const text = async function* () {
    yield told ? head.slice(told[0].length) : head
    try {
      yield* rest
    } catch (error) {
      broken = error
    }
  }
  pipeline(Readable.from(text()), parser, () => {})
  try {
    for await (const record of parser) yield record
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    broken ??= malformed('malformed_csv', `The file is not CSV: ${error.message}. Mend it and send it again.`)
  }
  if (broken) throw broken
}

/** What is wrong with a whole file, and not with one of its cells. */
export const malformed = (code: string, detail: string): AppError =>
  new AppError('invalid_request', detail, {}, [{ code, detail }])

async function* textOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw malformed('invalid_utf8', 'The file is not UTF-8 from here on; save it as “CSV UTF-8” and send it again.')
    }
  }
  for await (const chunk of bytes) yield decode(chunk)
  yield decode()
}

/** The text up to where the first line surely ends, and what follows. */
async function beheaded(text: AsyncGenerator<string>): Promise<{ head: string; rest: AsyncGenerator<string> }> {
  let head = ''
  while (!/[\r\n]/.test(outsideQuotes(head)) && head.length < longestHead) {
    const next = await text.next()
    if (next.done) break
    head += next.value
  }
  return { head, rest: text }
}

/** The one that parts most columns of the first line. */
function delimiterOf(head: string): string {
  const [line = ''] = outsideQuotes(head).split(/[\r\n]/)
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, n: line.split(delimiter).length }))
  return counted.sort((a, b) => b.n - a.n)[0]?.delimiter ?? ','
}

const outsideQuotes = (text: string): string => text.replace(/"[^"]*("|$)/g, '')
