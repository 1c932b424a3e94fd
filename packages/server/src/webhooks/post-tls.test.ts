import { expect, onTestFinished, test } from 'vitest'
import { authority, expired, foreign, key, selfSigned, valid } from '../testing/certificates.ts'
import { answer, receiver, saying } from '../testing/receiver.ts'
import { createGuard } from './guard.ts'
import { createPoster } from './post.ts'

function send(url: string, ca?: string) {
  const guard = createGuard({
    allowCidrs: ['127.0.0.1'],
    publicUrl: 'https://book.example.com',
    ownAddress: () => null,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  })
  const poster = createPoster({ guard, now: () => new Date(0), ...(ca && { ca }) })
  onTestFinished(() => poster.close())
  return poster.post({ url, headers: {}, body: '{}' })
}

test.each(['hooks.example.test', 'HOOKS.example.test.', 'localhost', '127.0.0.1'])(
  'delivers to %s when its certificate is right',
  async (host) => {
    const { port, heard } = await receiver(saying(answer(200, {}, 'ok')), { key, cert: valid })

    const outcome = await send(`https://${host}:${port}/`, authority)

    expect(outcome).toMatchObject({ errorCode: null, body: 'ok', timings: { tlsMs: expect.any(Number) } })
    expect(heard[0]).toMatch(/^POST \/ HTTP\/1\.1/)
  },
)

test.each([
  ['self-signed', selfSigned, authority, 'The certificate is self-signed; use one of a public authority.'],
  ['expired', expired, authority, 'The certificate has expired; renew it.'],
  ['for another name', foreign, authority, 'The certificate is for another host name.'],
  [
    'of an unknown authority',
    valid,
    undefined,
    'The certificate chain is incomplete; send the intermediate certificates too.',
  ],
])('sends nothing when the certificate is %s', async (_, cert, ca, sentence) => {
  const { port, heard } = await receiver(saying(answer(200)), { key, cert })

  const outcome = await send(`https://hooks.example.test:${port}/`, ca)

  expect(outcome).toMatchObject({ status: null, errorCode: 'tls_failed', errorDetail: sentence })
  expect(outcome).toMatchObject({ remoteAddress: '127.0.0.1', timings: { connectMs: expect.any(Number), tlsMs: null } })
  expect(heard.join('')).toBe('')
})

test('says so when the port does not speak TLS, or hangs up in the handshake', async () => {
  const plain = await receiver(saying('HTTP/1.1 400 Bad Request\r\n\r\n'))
  const closing = await receiver((socket) => void socket.destroy())

  const [ofPlain, ofClosing] = [
    await send(`https://localhost:${plain.port}/`),
    await send(`https://localhost:${closing.port}/`),
  ]

  expect(ofPlain).toMatchObject({ errorCode: 'tls_failed', errorDetail: expect.stringContaining('does not speak TLS') })
  expect(ofClosing).toMatchObject({
    errorCode: 'tls_failed',
    errorDetail: expect.stringContaining('during the TLS handshake'),
  })
})

test('plain http to a port that speaks TLS is no HTTP answer', async () => {
  const { port } = await receiver(saying(answer(200)), { key, cert: valid })

  expect((await send(`http://localhost:${port}/`)).errorCode).toMatch(/^(invalid_response|connection_reset)$/)
})
