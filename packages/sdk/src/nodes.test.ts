import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { exercise, exercised } from './testing/exercise.ts'
import { installed, run } from './testing/installed.ts'
import { nodeProgram } from './testing/nodes.ts'
import { problem, serve } from './testing/server.ts'

let project: string
beforeAll(async () => {
  ;({ project } = await installed('no types'))
  const imports = `import * as sdk from '@letsmeet/sdk'\nimport * as webhooks from '@letsmeet/sdk/webhooks'\n`
  const requires = `const sdk = require('@letsmeet/sdk'), webhooks = require('@letsmeet/sdk/webhooks')\n`
  const call = `${exercise}\nexercise(process.argv[2], sdk, webhooks).then((result) => console.log(JSON.stringify({ ...result, node: process.versions.node })))`
  await writeFile(join(project, 'import.mjs'), imports + call)
  await writeFile(join(project, 'require.cjs'), requires + call)
}, 60_000)

const pages = [
  { body: { data: [{ id: 'bk_1' }], nextCursor: 'more' } },
  { body: { data: [{ id: 'bk_2' }], nextCursor: null } },
  problem(404, 'not_found'),
]

test.for(['22.23.3', '24.21.0', '26.10.0'])(
  'Node %s imports, requires and uses it',
  { timeout: 240_000 },
  async (version, { skip }) => {
    const node = await nodeProgram(version)
    if ('missing' in node) return skip(node.missing)
    for (const file of ['import.mjs', 'require.cjs']) {
      const { url, received } = await serve(...pages)
      const { stdout, stderr } = await run(node.program, [file, url], { cwd: project })
      expect(stderr).toBe('')
      expect(JSON.parse(stdout)).toEqual({ ...exercised, node: version })
      expect(received.map((request) => request.url)).toEqual([
        '/api/v1/bookings',
        '/api/v1/bookings?cursor=more',
        '/api/v1/bookings/bk_none',
      ])
    }
  },
)
