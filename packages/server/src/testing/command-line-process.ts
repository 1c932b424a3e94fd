// Runs the built command line again and again in one process: loading it takes longer than most commands do.
// A call is a folder: `args` and `env` say what to run, `stdout` and `stderr` are written to, the answer is the exit code.
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const built: string = join(import.meta.dirname, '../../../cli/dist/main.js')
const { main }: { main(args: string[]): Promise<number> } = await import(built)

const server = createServer(async (request, response) => {
  const call = decodeURIComponent(request.url ?? '')
  response.end(String(await runCommand(call).catch((error) => error.stack)))
})
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
// Whoever started this may end in any way.
process.on('disconnect', () => process.exit())

async function runCommand(call: string): Promise<number> {
  const read = (name: string) => readFileSync(join(call, name), 'utf8').split('\0').slice(0, -1)
  process.env = Object.fromEntries(read('env').map((line) => [line.split('=', 1)[0], line.replace(/^[^=]*=/s, '')]))
  process.chdir(process.env.PWD ?? '')
  const ended = [captured('stdout'), captured('stderr')]
  try {
    return await main(read('args'))
  } finally {
    for (const { name, end } of ended) writeFileSync(join(call, name), end())
    process.exitCode = undefined
    process.removeAllListeners('SIGINT')
    process.stdout.removeAllListeners('drain')
  }
}

/** What is written to a stream from now on, until the end is asked for. */
function captured(name: 'stdout' | 'stderr') {
  const stream = process[name]
  const { write } = stream
  const chunks: Buffer[] = []
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    chunks.push(Buffer.from(chunk))
    const told = rest.at(-1)
    if (typeof told === 'function') told()
    return true
  }
  return {
    name,
    end: () => {
      stream.write = write
      return Buffer.concat(chunks)
    },
  }
}
