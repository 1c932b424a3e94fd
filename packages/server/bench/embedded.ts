// What a customer's test waits for: a whole server in its own process, from the package as it is published.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Row } from './row.ts'

const script = `
  const { startLetsMeet } = await import('${pathToFileURL(join(import.meta.dirname, '../dist/testing.js')).href}')
  const times = []
  for (let i = 0; i < 15; i++) {
    const began = performance.now()
    const letsmeet = await startLetsMeet({ webhooks: true })
    times.push(performance.now() - began)
    await letsmeet.close()
  }
  console.log(times.sort((a, b) => a - b)[7])
`

/** In a process of its own, as the rest of the bench has loaded the server already. */
export function benchEmbedded(): Row[] {
  const value = Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }))
  return [{ name: 'start a server in a test, median', value, unit: 'ms', target: '< 300', ok: value < 300 }]
}
