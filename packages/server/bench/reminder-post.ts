// An SMTP server that takes every mail, counts them, and keeps none; a process of its own.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

const post = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  logger: false,
  onData(stream, _, done) {
    stream.resume()
    stream.on('end', () => done())
  },
})
post.on('error', () => {})
const listener = post.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready on smtp://127.0.0.1:${(listener.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
