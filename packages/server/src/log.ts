const levels = { debug: 10, info: 20, warn: 30, error: 40, silent: 99 } as const
export type Level = keyof typeof levels

/** JSON lines on stderr; stdout belongs to the one line that says the server is ready. */
export interface Log {
  debug(message: string, facts?: object): void
  info(message: string, facts?: object): void
  warn(message: string, facts?: object): void
  error(message: string, facts?: object): void
}

export function createLog(level: Level, write = (line: string) => void process.stderr.write(line)): Log {
  const at =
    (name: Exclude<Level, 'silent'>) =>
    (message: string, facts: object = {}) => {
      if (levels[name] < levels[level]) return
      write(`${JSON.stringify({ time: new Date().toISOString(), level: name, message, ...printable(facts) })}\n`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function printable(facts: object): object {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, value instanceof Error ? (value.stack ?? value.message) : value]),
  )
}
