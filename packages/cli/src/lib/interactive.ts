/** Whether somebody sits at the terminal: views are drawn and questions asked nowhere else. */
export function isInteractive(env: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY && !env.CI && env.TERM !== 'dumb')
}

/** Loads a view. React and Ink take a third of a second, which other commands need not wait for. */
export async function view<T>(load: () => Promise<T>): Promise<T> {
  process.env.NODE_ENV ??= 'production'
  // Ink looks at FORCE_COLOR alone.
  if (process.env.NO_COLOR) process.env.FORCE_COLOR = '0'
  return load()
}
