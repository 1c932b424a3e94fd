import type { Check } from '../lib/doctor/check.ts'
import { columns, onStdout, type Style } from '../lib/style.ts'
import { wrap } from '../lib/table.ts'

/** A line for each check, what to do below it. */
export function checkList(checks: readonly Check[]): string {
  const name = Math.max(...checks.map((check) => check.name.length))
  const indent = ' '.repeat(MARK + 2 + name + 2)
  const room = process.stdout.isTTY ? Math.max(30, Math.min(columns(), 120) - indent.length) : Infinity
  const below = (text: string) => wrap(text, room).join(`\n${indent}`)
  return checks
    .map((check) => {
      const mark = onStdout(STYLES[check.status], WORDS[check.status].padEnd(MARK))
      const action = check.action === null ? '' : `\n${indent}${onStdout('cyan', below(`→ ${check.action}`))}`
      return `${mark}  ${check.name.padEnd(name)}  ${below(check.detail)}${action}`
    })
    .join('\n')
}

const MARK = 4
const WORDS: Record<Check['status'], string> = { ok: 'ok', warn: 'warn', fail: 'FAIL', skipped: '–' }
const STYLES: Record<Check['status'], Style> = { ok: 'green', warn: 'yellow', fail: 'red', skipped: 'dim' }
