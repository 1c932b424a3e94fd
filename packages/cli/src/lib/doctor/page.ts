/** What a page of the server answered, and how far its clock is ahead of this machine's. */
export interface Page {
  status: number
  text: string
  /** Null where the answer does not tell its time. */
  skewMs: number | null
}

const patience = 5000

/** Asks a page without a key; throws where nobody answers in time. */
export async function readPage(url: string): Promise<Page> {
  const began = Date.now()
  const response = await fetch(url, { signal: AbortSignal.timeout(patience) })
  const middle = (began + Date.now()) / 2
  const date = Date.parse(response.headers.get('date') ?? '')
  // The header counts whole seconds, so that its time is half a second later on average.
  return {
    status: response.status,
    text: await response.text(),
    skewMs: Number.isNaN(date) ? null : Math.round(date + 500 - middle),
  }
}

/** The series of a page of metrics in the text format of Prometheus. */
export function seriesOf(text: string): Map<string, number> {
  const lines = text.split('\n').flatMap((line): [string, number][] => {
    const [, name, value] = /^([a-zA-Z_:][\w:]*(?:\{.*\})?)\s+(\S+)/.exec(line) ?? []
    return name && value && Number.isFinite(Number(value)) ? [[name, Number(value)]] : []
  })
  return new Map(lines)
}
