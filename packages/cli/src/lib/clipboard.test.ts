import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { copy } from './clipboard.ts'

/** A machine whose clipboard programs are these, each of which keeps what it is given in a file of its name. */
function desk(programs: Record<string, string>, env: NodeJS.ProcessEnv) {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-clipboard-'))
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  const written: string[] = []
  return {
    asked: {
      env: { ...env, PATH: [folder, '/bin', '/usr/bin'].join(delimiter), FOLDER: folder },
      platform: 'linux' as const,
      terminal: undefined as { write(text: string): unknown } | undefined,
    },
    terminal: { write: (text: string) => written.push(text) },
    written,
    kept: (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined),
  }
}

const keeps = (name: string) => `cat > "$FOLDER/${name}.kept"`

test('a program of the desktop gets the text, and the next one where the first fails', async () => {
  const both = { 'wl-copy': keeps('wl-copy'), xclip: keeps('xclip') }
  const wayland = desk(both, { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' })
  const broken = desk({ ...both, 'wl-copy': 'exit 1' }, { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' })

  expect(await copy('the link', wayland.asked)).toEqual({ copied: true, told: 'Copied.' })
  expect([wayland.kept('wl-copy.kept'), wayland.kept('xclip.kept')]).toEqual(['the link', undefined])
  expect((await copy('the link', broken.asked)).copied).toBe(true)
  expect(broken.kept('xclip.kept')).toBe('the link')
})

test('over SSH the terminal is asked, for the clipboard of this machine is not the one meant', async () => {
  const there = desk({ xclip: keeps('xclip') }, { DISPLAY: ':10', SSH_CONNECTION: '192.0.2.1 22' })

  const { told } = await copy('the link', { ...there.asked, terminal: there.terminal })

  expect(there.written).toEqual([`\u001b]52;c;${btoa('the link')}\u0007`])
  expect(there.kept('xclip.kept')).toBeUndefined()
  expect(told).toContain('your terminal')
})

test('where nothing can copy it says so, and writes nothing to whoever reads', async () => {
  const pipe = desk({}, { DISPLAY: ':0' })
  const dumb = desk({}, { TERM: 'dumb' })

  expect(await copy('x', pipe.asked)).toEqual({ copied: false, told: expect.stringContaining('install wl-clipboard') })
  expect((await copy('x', { ...dumb.asked, terminal: dumb.terminal })).copied).toBe(false)
  expect(dumb.written).toEqual([])
})
