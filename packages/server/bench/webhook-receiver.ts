// Takes webhooks and remembers when each came; a process of its own. `/hang` never answers.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

let arrivals: [string, number][] = []

const server = createServer((request, response) => {
  const at = performance.timeOrigin + performance.now()
  if (request.method === 'GET') {
    response.end(JSON.stringify(arrivals))
    arrivals = []
    return
  }
  request.resume()
  if (request.url === '/hang') return
  if (request.url === '/noted') arrivals.push([String(request.headers['webhook-id']), at])
  request.on('end', () => response.end('ok'))
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
