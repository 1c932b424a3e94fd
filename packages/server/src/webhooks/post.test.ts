import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { authority } from '../testing/certificates.ts'
import { dnsServer } from '../testing/dns-server.ts'
import { answer, receiver, saying } from '../testing/receiver.ts'
import { createGuard } from './guard.ts'
import { createPoster, type Post } from './post.ts'
import { type Resolve, resolverAt } from './resolver.ts'

const now = new Date('2030-01-07T09:00:00Z')

interface Setting {
  allowCidrs?: string[]
  resolve?: Resolve
  connectMs?: number
}

function poster({ allowCidrs = ['127.0.0.1'], resolve, connectMs }: Setting = {}) {
  const guard = createGuard({
    allowCidrs,
    publicUrl: 'https://book.example.com',
    ownAddress: () => null,
    ...(resolve && { resolve }),
  })
  const made = createPoster({ guard, now: () => now, ca: authority, ...(connectMs && { connectMs }) })
  onTestFinished(() => made.close())
  return made
}

const send = (port: number, input: Partial<Post> = {}, setting: Setting = {}) =>
  poster(setting).post({ url: `http://127.0.0.1:${port}/hook`, headers: { 'x-team': 'sales' }, body: '{}', ...input })

/** The client frees a connection one turn of the event loop after an answer. */
const idle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

/** Unlike `once`, it takes an error for an end as well. */
const closed = (socket: Socket | undefined) =>
  new Promise<void>((resolve) => (!socket || socket.closed ? resolve() : socket.once('close', () => resolve())))

test('sends the body with its headers and tells how it went', async () => {
  const { port, heard } = await receiver(
    saying(answer(200, { 'x-served-by': 'a1', 'content-type': 'text/plain' }, 'thanks')),
  )

  const outcome = await send(port, { url: `http://127.0.0.1:${port}/hook?a=b#c`, body: '{"name":"Zoë"}' })

  expect(outcome).toEqual({
    startedAt: now,
    durationMs: Math.round(outcome.timings.totalMs),
    timings: {
      dnsMs: null,
      connectMs: expect.any(Number),
      tlsMs: null,
      firstByteMs: expect.any(Number),
      totalMs: expect.any(Number),
    },
    remoteAddress: '127.0.0.1',
    status: 200,
    headers: { 'x-served-by': 'a1', 'content-type': 'text/plain', 'content-length': '6' },
    body: 'thanks',
    truncated: false,
    errorCode: null,
    errorDetail: null,
    retryAfterSeconds: null,
  })
  const request = Buffer.from(heard[0] ?? '', 'latin1').toString()
  expect(request).toMatch(/^POST \/hook\?a=b HTTP\/1\.1\r\n/)
  expect(request).toContain(`host: 127.0.0.1:${port}\r\n`)
  expect(request).toContain('x-team: sales\r\n')
  expect(request).toMatch(/content-length: 15\r\n\r\n\{"name":"Zoë"\}$/)
})

test('takes 204 and an answer that ends with its connection for a success', async () => {
  const empty = await receiver(saying('HTTP/1.1 204 No Content\r\n\r\n'))
  const closing = await receiver((socket) => socket.end('HTTP/1.1 202 Accepted\r\nconnection: close\r\n\r\nlater'))

  expect(await send(empty.port)).toMatchObject({ status: 204, errorCode: null, body: '' })
  expect(await send(closing.port)).toMatchObject({ status: 202, errorCode: null, body: 'later' })
})

test('a burst uses a connection again, and such an attempt has no time for name and connection', async () => {
  const { port, sockets } = await receiver(saying(answer(200)))
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const { post } = poster({ resolve })
  const request = { url: `http://hooks.example.test:${port}/`, headers: {}, body: '{}' }

  const first = await post(request)
  await idle()
  const second = await post(request)

  expect(first.timings).toMatchObject({ dnsMs: expect.any(Number), connectMs: expect.any(Number), tlsMs: null })
  expect(second.timings).toMatchObject({ dnsMs: null, connectMs: null, firstByteMs: expect.any(Number) })
  expect(second).toMatchObject({ errorCode: null, remoteAddress: '127.0.0.1' })
  expect(sockets).toHaveLength(1)
})

test('sends again when the receiver closes an idle connection just as it is used', async () => {
  const { port, sockets, heard } = await receiver((socket, received) => {
    if (received.split('POST').length > 2) socket.destroy()
    else socket.write(answer(200))
  })
  const { post } = poster()
  const request = { url: `http://127.0.0.1:${port}/`, headers: {}, body: '{}' }

  const first = await post(request)
  await idle()
  const second = await post(request)

  expect([first, second]).toMatchObject([{ errorCode: null }, { errorCode: null }])
  expect(heard.map((text) => text.split('POST').length - 1)).toEqual([2, 1])
  expect(sockets).toHaveLength(2)
})

test('does not send again over a fresh connection', async () => {
  const { port, sockets } = await receiver((socket) => void socket.destroy())

  expect(await send(port)).toMatchObject({ errorCode: 'connection_reset' })
  expect(sockets).toHaveLength(1)
})

test('a user name in the URL becomes a Basic header, unless there is one', async () => {
  const { port, heard } = await receiver(saying(answer(200)))
  const url = `http://us%40er:p%C3%A4ss@127.0.0.1:${port}/`

  await send(port, { url, headers: {} })
  await send(port, { url, headers: { Authorization: 'Bearer mine' } })

  expect(heard[0]).toContain(`authorization: Basic ${Buffer.from('us@er:päss').toString('base64')}\r\n`)
  expect(heard[1]).toContain('Authorization: Bearer mine\r\n')
  expect(heard[1]).not.toContain('Basic')
  expect(heard.join()).not.toContain('us%40er')
})

test('500 is a failure with its body', async () => {
  const { port } = await receiver(saying(answer(500, {}, 'no database')))

  expect(await send(port)).toMatchObject({
    status: 500,
    body: 'no database',
    errorCode: 'http_error',
    errorDetail: 'The receiver answered 500 Internal Server Error.',
  })
})

test('a redirect is a failure that names its target, and nobody goes there', async () => {
  const target = await receiver(saying(answer(200)))
  const location = `http://127.0.0.1:${target.port}/elsewhere`
  const { port } = await receiver(saying(answer(301, { location })))

  const outcome = await send(port)

  expect(outcome).toMatchObject({ status: 301, errorCode: 'redirect' })
  expect(outcome.errorDetail).toBe(`The receiver answered 301 and points to ${location}; redirects are not followed.`)
  expect(target.sockets).toHaveLength(0)
})

test.each([
  ['120', 120],
  ['0', 0],
  ['Mon, 07 Jan 2030 09:10:00 GMT', 600],
  ['Mon, 07 Jan 2030 08:00:00 GMT', 0],
  ['Monday, 07-Jan-30 09:10:00 GMT', 600],
  ['9'.repeat(400), 366 * 86_400],
  ['-5', null],
  ['soon', null],
  ['2030-01-07', null],
  ['1.5', null],
])('reads Retry-After: %s as %s seconds', async (value, seconds) => {
  const { port } = await receiver(saying(answer(503, { 'retry-after': value })))

  expect(await send(port)).toMatchObject({ status: 503, retryAfterSeconds: seconds })
})

test('a receiver that hangs costs the deadline and no more', async () => {
  const { port, sockets } = await receiver(() => {})

  const outcome = await send(port, { deadlineMs: 400 })

  expect(outcome).toMatchObject({ status: null, errorCode: 'timeout', remoteAddress: '127.0.0.1' })
  expect(outcome.errorDetail).toBe('No complete answer within 0.4 s: still waiting for the answer.')
  expect(outcome.durationMs).toBeGreaterThanOrEqual(399)
  expect(outcome.durationMs).toBeLessThan(4000)
  await Promise.all(sockets.map(closed))
})

test('a receiver that drips for ever costs the deadline and no more', async () => {
  const drip = (head: string) =>
    receiver((socket) => {
      socket.write(head)
      const timer = setInterval(() => socket.write('x'), 100)
      socket.on('close', () => clearInterval(timer))
    })
  const [body, headers] = [await drip('HTTP/1.1 200 OK\r\n\r\n'), await drip('HTTP/1.1 200 OK\r\nx-slow: ')]

  const ofBody = await send(body.port, { deadlineMs: 600 })
  const ofHeaders = await send(headers.port, { deadlineMs: 600 })

  expect(ofBody).toMatchObject({ status: 200, errorCode: 'timeout', body: expect.stringMatching(/^x{1,8}$/) })
  expect(ofBody.errorDetail).toContain('still reading the body')
  expect(ofHeaders).toMatchObject({ status: null, errorCode: 'timeout' })
  expect(ofHeaders.errorDetail).toContain('still reading the headers')
})

test('interim answers without end are no answer', async () => {
  const { port } = await receiver((socket) => {
    const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20)
    socket.on('close', () => clearInterval(timer))
  })

  expect(await send(port, { deadlineMs: 300 })).toMatchObject({ status: null, errorCode: 'timeout' })
})

test('of a body of 1 GB little is read, less is kept, and it is a success', async () => {
  const chunk = Buffer.alloc(65_536, 'x')
  const gigabyte = 2 ** 30
  const { port, sockets } = await receiver((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${gigabyte}\r\n\r\n`)
    const more = () => {
      while (!socket.destroyed && socket.bytesWritten < gigabyte && socket.write(chunk));
    }
    socket.on('drain', more)
    more()
  })

  const outcome = await send(port)

  expect(outcome).toMatchObject({ status: 200, errorCode: null, truncated: true, body: 'x'.repeat(16_384) })
  const [socket] = sockets
  await closed(socket)
  // The rest of what was written lies in the buffers of the system.
  expect(socket?.bytesWritten).toBeLessThan(16 * 2 ** 20)
})

test('a 2xx whose body has no end is a success at 64 KiB', async () => {
  const { port } = await receiver((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
    const timer = setInterval(() => socket.write(`2000\r\n${'y'.repeat(0x2000)}\r\n`), 5)
    socket.on('close', () => clearInterval(timer))
  })

  expect(await send(port)).toMatchObject({ status: 200, errorCode: null, truncated: true })
})

test('a body is kept as text that any database stores', async () => {
  const { port } = await receiver(saying(answer(200, {}, 'a\0b')))
  const broken = await receiver(saying('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n\xff\xc3\xa9'))
  const cut = await receiver(saying(answer(200, {}, `x${'\u{e9}'.repeat(8192)}`).replaceAll('\u{e9}', '\xc3\xa9')))

  expect(await send(port)).toMatchObject({ body: 'ab', truncated: false })
  expect(await send(broken.port)).toMatchObject({ body: '\ufffdé', truncated: false })
  expect(await send(cut.port)).toMatchObject({ body: `x${'é'.repeat(8191)}`, truncated: true })
})

test.each([
  ['closes without a word', '', 'connection_reset'],
  ['closes in the middle of its headers', 'HTTP/1.1 200 OK\r\nx-a: b\r\nx-', 'connection_reset'],
  ['closes in the middle of its body', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf', 'connection_reset'],
  ['speaks SMTP', '220 mail.example.com ESMTP\r\n', 'invalid_response'],
  ['sends noise', '\0\x01\x02\xff\xfe', 'invalid_response'],
  ['sends HTML alone', '<html><body>Hello</body></html>', 'invalid_response'],
  ['sends two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 'invalid_response'],
  ['switches protocols', 'HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n', 'invalid_response'],
  ['sends a header of 64 KiB', `HTTP/1.1 200 OK\r\nx-bomb: ${'b'.repeat(65_536)}\r\n\r\n`, 'invalid_response'],
  ['sends 10,000 headers', `HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(10_000)}\r\n`, 'invalid_response'],
])('fails when the receiver %s', async (_, text, code) => {
  const { port } = await receiver((socket) => socket.end(text, 'latin1'))

  const outcome = await send(port)

  expect(outcome.errorCode).toBe(code)
  expect(outcome.errorDetail).toMatch(/^[A-Z].+\.$/)
})

test('of many headers forty are kept, and of a long one its beginning', async () => {
  const many = Array.from({ length: 60 }, (_, index) => [`x-h${index}`, `v${index}`])
  const { port } = await receiver(saying(answer(200, { 'x-long': 'l'.repeat(5000), ...Object.fromEntries(many) })))

  const { headers } = await send(port)

  expect(Object.keys(headers)).toHaveLength(40)
  expect(headers['x-long']).toBe('l'.repeat(1024))
})

test('says so when nothing listens', async () => {
  const port = await freePort()

  expect(await send(port)).toMatchObject({ status: null, errorCode: 'connection_refused', remoteAddress: '127.0.0.1' })
})

test('what may not be reached is not dialed, a literal address included', async () => {
  const { port, sockets } = await receiver(saying(answer(200)))
  const from = { allowCidrs: [] }

  const codes = [
    await send(port, { url: `https://127.0.0.1:${port}/` }, from),
    await send(port, { url: `http://127.0.0.1:${port}/` }, from),
    await send(port, { url: `https://[::ffff:127.0.0.1]:${port}/` }, from),
    await send(port, { url: `https://localhost:${port}/` }, from),
    await send(port, { url: 'https://book.example.com/' }, from),
    await send(port, { url: 'ftp://127.0.0.1/' }, from),
    await send(port, { url: 'nonsense' }, from),
  ].map(({ errorCode }) => errorCode)

  expect(codes).toEqual([...Array(4).fill('private_address'), 'own_address', 'invalid_url', 'invalid_url'])
  expect(sockets).toHaveLength(0)
})

test('names are looked up for each connection, and each answer is judged', async () => {
  const { port, sockets } = await receiver((socket) => socket.end(answer(200, { connection: 'close' })))
  let lookups = 0
  const server = await dnsServer((name, type) => {
    if (name === 'mixed.example') return ['127.0.0.1', '10.0.0.1']
    if (name !== 'moving.example') return null
    if (type === 'A') lookups += 1
    return [lookups === 1 ? '127.0.0.1' : '127.0.0.2']
  })
  const { post } = poster({ resolve: resolverAt([server]) })
  const to = (host: string) => post({ url: `http://${host}:${port}/`, headers: {}, body: '{}' })

  expect(await to('moving.example')).toMatchObject({ errorCode: null, remoteAddress: '127.0.0.1' })
  expect(await to('moving.example')).toMatchObject({ errorCode: 'private_address', remoteAddress: null })
  expect(await to('mixed.example')).toMatchObject({ errorCode: 'private_address' })
  expect(await to('missing.example')).toMatchObject({ errorCode: 'dns_failed', timings: { dnsMs: null } })
  expect(sockets).toHaveLength(1)
})

test('a name server or a handshake that hangs is given up', async () => {
  const { port } = await receiver(() => {})
  const resolve: Resolve = () => new Promise(() => {})

  const byDeadline = await send(1, { url: 'https://slow.example/', deadlineMs: 100 }, { resolve })
  const byConnect = await send(1, { url: 'https://slow.example/' }, { resolve, connectMs: 100 })
  const handshake = await send(1, { url: `https://127.0.0.1:${port}/` }, { connectMs: 400 })

  expect(byDeadline).toMatchObject({ errorCode: 'timeout', remoteAddress: null })
  expect(byDeadline.errorDetail).toBe('No complete answer within 0.1 s: still resolving slow.example.')
  expect(byConnect.errorDetail).toBe('No connection within 0.1 s: still resolving slow.example.')
  expect(handshake).toMatchObject({ errorCode: 'timeout', timings: { connectMs: expect.any(Number), tlsMs: null } })
  expect(handshake.errorDetail).toBe('No connection within 0.4 s: still in the TLS handshake.')
})

test('never rejects, whatever it is given', async () => {
  const { port } = await receiver(saying(answer(200)))

  expect(await send(port, { headers: { 'x-a': 'b\r\nc: d' } })).toMatchObject({ errorCode: 'invalid_request' })
  expect(await send(port, { headers: { 'a b': 'c' } })).toMatchObject({ errorCode: 'invalid_request' })
  expect(await send(port, { url: '' })).toMatchObject({ errorCode: 'invalid_url' })
})

test('closing ends what is under way, also while it is dialed', async () => {
  const { port, sockets } = await receiver(() => {})
  const made = poster()
  const to = (url: string) => made.post({ url, headers: {}, body: '{}' })

  const running = [to(`http://127.0.0.1:${port}/`), to(`https://127.0.0.1:${port}/`)]
  while (sockets.length < 2) await new Promise(setImmediate)
  await made.close()

  for (const outcome of [...(await Promise.all(running)), await to(`http://127.0.0.1:${port}/`)]) {
    expect(outcome).toMatchObject({ status: null, errorCode: 'shutting_down' })
  }
})

/** One that was in use a moment ago and is closed. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
