/** Waits for a fact about another process, which no clock that a test holds can bring about. */
export async function until(what: () => boolean | Promise<boolean>, seconds: number, everyMs = 20): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await what()); ) {
    if (Date.now() > end) throw new Error('It took too long.')
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
