const every = 500

/** Shows on a terminal, in one line that it takes away again, how far a long piece of work is. */
export async function withProgress<T>(text: () => Promise<string>, work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work()
  let isOver = false
  let isAsking = false
  const show = async () => {
    if (isAsking) return
    isAsking = true
    // What cannot be told is no reason to stop the work.
    const line = await text().catch(() => null)
    isAsking = false
    if (line !== null && !isOver) process.stderr.write(`\r\u001b[2K${line}`)
  }
  const timer = setInterval(() => void show(), every)
  try {
    return await work()
  } finally {
    isOver = true
    clearInterval(timer)
    process.stderr.write('\r\u001b[2K')
  }
}
