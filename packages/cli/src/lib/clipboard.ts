import { spawn } from 'node:child_process'

interface Desk {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  /** Where a person looks; undefined where nobody does. */
  terminal: { write(text: string): unknown } | undefined
}

const here: Desk = {
  env: process.env,
  platform: process.platform,
  terminal: [process.stderr, process.stdout].find((stream) => stream.isTTY),
}

/** Puts a text on the clipboard, and says in a sentence what became of it. */
export async function copy(text: string, desk: Desk = here): Promise<{ copied: boolean; told: string }> {
  for (const [program = '', ...args] of programs(desk))
    if (await feed(program, args, text, desk.env)) return { copied: true, told: 'Copied.' }
  if (!desk.terminal || desk.env.TERM === 'dumb') return { copied: false, told: nothingCopies(desk) }
  // Terminals that know this sequence (OSC 52) copy, also over SSH, and none answers whether it did.
  desk.terminal.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`)
  return { copied: true, told: 'Handed to your terminal to copy; if it does not know how, copy it from above.' }
}

/** The programs that reach the clipboard of whoever sits here; over SSH it is another machine's. */
function programs({ env, platform }: Desk): string[][] {
  if (env.SSH_CONNECTION || env.SSH_TTY) return []
  if (platform === 'darwin') return [['pbcopy']]
  if (platform === 'win32') return [['clip.exe']]
  return [
    ...(env.WAYLAND_DISPLAY ? [['wl-copy']] : []),
    ...(env.DISPLAY
      ? [
          ['xclip', '-selection', 'clipboard'],
          ['xsel', '--clipboard', '--input'],
        ]
      : []),
    ...(env.WSL_DISTRO_NAME ? [['clip.exe']] : []),
  ]
}

/** Whether a program was there and took the text. */
function feed(program: string, args: string[], text: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], env, timeout: 3000 })
    child.on('error', () => resolve(false))
    // Some stay in the background with the text; the first of them to exit has handed it on.
    child.on('exit', (code) => resolve(code === 0))
    child.stdin.on('error', () => {})
    child.stdin.end(text)
  })
}

const nothingCopies = ({ platform, env }: Desk) =>
  platform === 'linux' && (env.DISPLAY || env.WAYLAND_DISPLAY)
    ? 'Nothing could copy it: install wl-clipboard or xclip, or copy it from above.'
    : 'Nothing could copy it: there is no clipboard here. Copy it from above.'
