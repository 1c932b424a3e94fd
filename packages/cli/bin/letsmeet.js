#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'

// Old Nodes must be able to read this file, and `--version` should not wait for anything.
const [major, minor] = process.versions.node.split('.').map(Number)
const args = process.argv.slice(2)

if (major < 22 || (major === 22 && minor < 19)) {
  fail(`The letsmeet command needs Node 22.19 or newer; this is Node ${process.versions.node}.`)
} else if (args.length === 1 && (args[0] === '--version' || args[0] === '-v')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  process.stdout.write(`letsmeet/${version} ${process.platform}-${process.arch} node-${process.version}\n`)
} else if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
  fail('The letsmeet command is not built yet. Run `npm start` or `npm run build` in the clone once.')
} else {
  module.enableCompileCache()
  // Whoever reads us may have enough before we are done: `letsmeet events tail | head -1`.
  process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 1))
  const { main } = await import('../dist/main.js')
  process.exitCode = await main(args)
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
