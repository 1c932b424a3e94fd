// `npm run build`: installs what is missing and builds what changed.
import './node-version.mjs'
import { compile } from './compile.mjs'
import { install } from './install.mjs'
import { main, say } from './run.mjs'

await main(async () => {
  await install()
  await compile()
  say('Everything is built.')
  return 0
})
