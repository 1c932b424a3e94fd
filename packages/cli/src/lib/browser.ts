import { spawn } from 'node:child_process'

/** Shows a file or an address in the browser, where there is a screen: without a wait and without complaints. */
export function showInBrowser(what: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open']
  if (!command || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)) return
  spawn(command, [...args, what], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
