// Running other programs: quietly while they work, in full when they fail, and never leaving one behind.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter } from 'node:path'
import { bin, root } from './workspace.mjs'

const running = new Set()
let stopping = 0
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  let last = 0
  process.on(signal, () => {
    stopping = 128 + constants.signals[signal]
    // Ctrl-C reaches us twice, from the terminal and from npm: a program must not take it for impatience.
    if (Date.now() - last > 500) for (const child of running) child.kill(signal)
    last = Date.now()
    if (running.size === 0) process.exit(stopping)
  })
}

/** A sentence for the person who waits. Standard output belongs to the server. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/** A failure that is explained already: its message is all that is shown. */
export class Explained extends Error {}

/** Runs a script to its end, with what went wrong as its last words. */
export async function main(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    say(error instanceof Explained ? error.message : error.stack)
    process.exitCode = 1
  }
}

/** The environment in which `node` and the tools are those of the lockfile, whatever the machine has. */
export function environment(...folders) {
  const path = [...folders, bin, process.env.PATH].filter(Boolean).join(delimiter)
  return { ...process.env, PATH: path }
}

/** Runs a program with this terminal; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: environment(), cwd: root, ...options })
    running.add(child)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      running.delete(child)
      resolve(signal ? 128 + constants.signals[signal] : code)
    })
  })
}

/** Runs a program out of sight; resolves to its exit code and all it said. */
export function capture(command, args, { onOutput = () => {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', 'pipe', 'pipe']
    const child = spawn(command, args, { env: environment(), cwd: root, ...options, stdio })
    let output = ''
    const collect = (chunk) => {
      output += chunk
      onOutput(String(chunk))
    }
    running.add(child)
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      running.delete(child)
      if (stopping) process.exit(stopping)
      resolve({ code: code ?? signal, output: output.trim() })
    })
  })
}

/** Says what is being done and, at the end, how long it took; on a terminal the seconds count along. */
export async function progress(title, work) {
  const began = Date.now()
  const seconds = (digits) => ((Date.now() - began) / 1000).toFixed(digits)
  const live = process.stderr.isTTY
  let note = ''
  const draw = () => process.stderr.write(`\r\x1b[K${title}… ${seconds(0)} s${note}`)
  const timer = live && setInterval(draw, 500)
  if (!live) say(`${title}…`)
  try {
    const result = await work((text) => {
      note = text
    })
    const done = `done in ${seconds(1)} s`
    if (live) process.stderr.write(`\r\x1b[K${title}… ${done}\n`)
    else say(done)
    return result
  } catch (error) {
    if (live) process.stderr.write(`\r\x1b[K${title}… failed\n`)
    throw error
  } finally {
    clearInterval(timer)
  }
}
