import { setTimeout as passed } from 'node:timers/promises'
import type { Database } from './database.ts'

/** Commits may come by the hundred in a second; whoever looks after each of them would do nothing else. */
const gatherMs = 25

/**
 * Says when it is worth to look again: at once, after commits of this process, and at each tick for those of others.
 * Ends with the signal.
 */
export async function* commits(
  db: Pick<Database, 'onCommit'>,
  signal: AbortSignal,
  tickMs = 1000,
): AsyncGenerator<void, void> {
  let committed = false
  let wake = () => {}
  const stop = db.onCommit(() => {
    committed = true
    wake()
  })
  const end = () => wake()
  signal.addEventListener('abort', end)
  try {
    while (!signal.aborted) {
      committed = false
      yield
      await passed(gatherMs)
      if (committed || signal.aborted) continue
      await new Promise<void>((resolve) => {
        const tick = setTimeout(resolve, tickMs)
        wake = () => {
          clearTimeout(tick)
          resolve()
        }
      })
    }
  } finally {
    stop()
    signal.removeEventListener('abort', end)
  }
}
