import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface Child {
  url: string
  /** The whole ready line. */
  said: string
  process: ChildProcess
  /** Milliseconds from the spawn to the ready line. */
  readyAfterMs: number
  stop(): Promise<void>
}

/** Runs a script until it prints where it is ready. */
export async function startChild(args: string[], env: Record<string, string>): Promise<Child> {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = createInterface(child.stdout)
  for await (const line of lines) {
    const url = /ready on (\S+)/.exec(line)?.[1]
    if (!url) continue
    return {
      url,
      said: line,
      process: child,
      readyAfterMs: performance.now() - began,
      stop: async () => {
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  throw new Error(`${args.join(' ')} ended before it was ready.`)
}
