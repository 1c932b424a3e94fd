// Two commands in one clone must not install or build at the same time.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './run.mjs'
import { cache } from './workspace.mjs'

const lock = join(cache, 'lock')

/** Runs the work when no other command of this clone is installing or building. */
export async function alone(work) {
  mkdirSync(cache, { recursive: true })
  for (let told = false; !take(); ) {
    if (!told) say('Another command is installing or building here; waiting for it…')
    told = true
    await new Promise((wake) => setTimeout(wake, 200))
  }
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take() {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    // A link appears with its content, and only where there is none yet.
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isRunning(owner())) return false
    rmSync(lock, { force: true })
    return take()
  } finally {
    rmSync(mine, { force: true })
  }
}

function owner() {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return process.pid
  }
}

/** A lock whose owner is gone was left by a crash. */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
