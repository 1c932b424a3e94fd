import { once } from 'node:events'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { isPermanent } from './failure.ts'
import { type Mailer, smtpMailer } from './mailer.ts'
import type { Message } from './message.ts'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

const message: Message = {
  to: { name: 'Grace Hopper', email: 'grace@example.com' },
  replyTo: { name: 'Ada Lovelace', email: 'ada@example.org' },
  subject: 'Confirmed: Intro call',
  text: 'You are booked.\n',
  html: '<p>You are <b>booked</b>.</p>',
  calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n' },
}

describe('a mail that is sent', () => {
  test('arrives as text, as HTML, as an invitation, and with the invitation as a file', async () => {
    const { mailer, received } = await startServer()
    const { response } = await mailer.send(message, '<mail_1@meet.example.org>')

    expect(response).toMatch(/^250/)
    const { raw, mail, recipients } = await received()
    expect(recipients).toEqual(['grace@example.com'])
    expect(mail.from?.value).toEqual([{ name: 'LetsMeet', address: 'meet@example.org' }])
    expect(mail.subject).toBe('Confirmed: Intro call')
    expect(mail.text?.trim()).toBe('You are booked.')
    expect(mail.html).toContain('<p>You are <b>booked</b>.</p>')
    expect(mail.replyTo?.value).toEqual([{ name: 'Ada Lovelace', address: 'ada@example.org' }])
    expect(raw).toMatch(/Content-Type: multipart\/alternative/)
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8;\s+method=REQUEST/)
    expect(calendars(mail)).toEqual([
      { filename: undefined, contentType: 'text/calendar', content: message.calendar?.content },
      { filename: 'invite.ics', contentType: 'application/ics', content: message.calendar?.content },
    ])
  })

  test('keeps the Message-ID it was given, so that a second try is the same mail', async () => {
    const { mailer, received } = await startServer()
    for (const messageId of ['<mail_1@meet.example.org>', 'mail_1@meet.example.org']) {
      await mailer.send(message, messageId)
      expect((await received()).mail.messageId).toBe('<mail_1@meet.example.org>')
    }
  })

  test('says that no person wrote it, so that no robot answers', async () => {
    const { mailer, received } = await startServer()
    await mailer.send({ ...message, headers: { 'X-Booking': 'bk_1', 'auto-submitted': 'no' } }, 'm@x')

    const { mail, raw } = await received()
    expect(raw.match(/^auto-submitted: .*$/gim)).toEqual(['Auto-Submitted: auto-generated'])
    expect(mail.headers.get('x-booking')).toBe('bk_1')
  })

  test('without an invitation is text and HTML alone', async () => {
    const { mailer, received } = await startServer()
    const { calendar: _, ...plain } = message
    await mailer.send(plain, 'm@x')
    expect((await received()).mail.attachments).toEqual([])
  })
})

test('a mail that nobody can answer is sent all the same', async () => {
  const { mailer, received } = await startServer()
  await mailer.send({ ...message, replyTo: { email: 'a@x, b@y' } }, 'm@x')
  expect((await received()).mail.replyTo).toBeUndefined()
})

describe('words from outside', () => {
  test.each([
    'Eve\r\nBcc: eve@example.com',
    'Eve\nX-Evil: 1\n\n<script>',
    '"Grace" <eve@example.com>, Alan',
    'Grace, Alan; Eve <x@y.z>',
    'Gräce 👩🏽‍🚀 שלום',
    `${'é'.repeat(199)}`,
    'Eve\u2028Bcc: eve@example.com\u0000',
  ])('stay one name and one subject: %j', async (words) => {
    const { mailer, received } = await startServer()
    const hostile = { 'X-Note': words }
    await mailer.send({ ...message, to: { ...message.to, name: words }, subject: words, headers: hostile }, 'm@x')

    const { mail, recipients } = await received()
    const line = words.replace(/\s+/g, ' ').replaceAll('\0', '')
    expect(recipients).toEqual(['grace@example.com'])
    expect([mail.to].flat().flatMap((to) => to?.value ?? [])).toEqual([{ name: line, address: 'grace@example.com' }])
    expect(mail.subject).toBe(line)
    expect(mail.bcc).toBeUndefined()
    expect(mail.headers.has('x-evil')).toBe(false)
  })

  test('are not taken for an encoded name', async () => {
    const { mailer, received } = await startServer()
    await mailer.send({ ...message, to: { ...message.to, name: '=?utf-8?Q?Eve=0ABcc:?=' } }, 'm@x')
    expect((await received()).raw).toMatch(/^To: "= \?utf-8\?Q\?Eve=0ABcc:\?=" <grace@example.com>\r$/m)
  })

  test.each([
    'grace@example.com, eve@example.com',
    'grace@example.com>\r\nRCPT TO:<eve@example.com',
    'Grace <grace@example.com>',
    'nobody',
    '',
  ])('never add a recipient: %j', async (email) => {
    const { mailer } = await startServer()
    const error = await failure(mailer.send({ ...message, to: { email } }, 'm@x'))
    expect(isPermanent(error)).toBe(true)
  })
})

describe('a mail that cannot be sent', () => {
  test('is given up when the server knows no such recipient', async () => {
    const { mailer } = await startServer({ onRcptTo: (_, __, done) => done(refusal(550)) })
    expect(isPermanent(await failure(mailer.send(message, 'm@x')))).toBe(true)
  })

  test('is given up when the server refuses what it says', async () => {
    const { mailer } = await startServer({
      onData: (stream, _, done) => stream.resume().on('end', () => done(refusal(554))),
    })
    expect(isPermanent(await failure(mailer.send(message, 'm@x')))).toBe(true)
  })

  test('waits when the server is busy', async () => {
    const { mailer } = await startServer({ onRcptTo: (_, __, done) => done(refusal(451)) })
    expect(isPermanent(await failure(mailer.send(message, 'm@x')))).toBe(false)
  })

  test('waits when the password or the sender is refused, because the operator can mend that', async () => {
    const wrongSender = await startServer({ onMailFrom: (_, __, done) => done(refusal(550)) })
    expect(isPermanent(await failure(wrongSender.mailer.send(message, 'm@x')))).toBe(false)

    const { port } = await startServer({ authOptional: false, onAuth: (_, __, done) => done(refusal(535)) })
    const mailer = open(`smtp://ada:wrong@127.0.0.1:${port}`)
    expect(isPermanent(await failure(mailer.send(message, 'm@x')))).toBe(false)
  })

  test('waits when there is no server', async () => {
    const { port, stop } = await startServer()
    await stop()
    expect(isPermanent(await failure(open(`smtp://127.0.0.1:${port}`).send(message, 'm@x')))).toBe(false)
  })

  test('goes through once the server is back', async () => {
    let busy = true
    const { mailer, received } = await startServer({ onRcptTo: (_, __, done) => done(busy ? refusal(451) : undefined) })
    await failure(mailer.send(message, 'm@x'))
    busy = false
    await mailer.send(message, 'm@x')
    expect((await received()).mail.messageId).toBe('<m@x>')
  })
})

function open(url: string): Mailer {
  const mailer = smtpMailer(url, 'LetsMeet <meet@example.org>')
  opened.push(() => mailer.close())
  return mailer
}

/** A real SMTP server on this machine; with its defaults it offers STARTTLS with a certificate of its own making. */
async function startServer(options: SMTPServerOptions = {}) {
  const mails: { raw: string; recipients: string[] }[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ raw: Buffer.concat(chunks).toString(), recipients })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const stop = () => new Promise<void>((resolve) => server.close(resolve))
  opened.push(stop)
  const received = async () => {
    const mail = mails.shift() ?? expect.fail('nothing was received')
    return { ...mail, mail: await simpleParser(mail.raw) }
  }
  return { mailer: open(`smtp://127.0.0.1:${port}`), received, port, stop }
}

function calendars(mail: ParsedMail) {
  return mail.attachments.map(({ filename, contentType, content }) => {
    return { filename, contentType, content: content.toString() }
  })
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('No.'), { responseCode })
}

function failure(sending: Promise<unknown>): Promise<unknown> {
  return sending.then(
    () => expect.fail('it was sent'),
    (error: unknown) => error,
  )
}
