// `npm start`: installs and builds what is missing, then runs the server; `npm start -- --demo` passes arguments on.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import './node-version.mjs'
import { compile } from './compile.mjs'
import { install } from './install.mjs'
import { Explained, main, run } from './run.mjs'
import { root } from './workspace.mjs'

await main(async () => {
  await install()
  await compile()
  const server = join(root, 'packages', 'server', 'dist', 'main.js')
  if (!existsSync(server)) throw new Explained(`The server is missing from this clone: ${server}`)
  return run('node', [server, ...process.argv.slice(2)])
})
