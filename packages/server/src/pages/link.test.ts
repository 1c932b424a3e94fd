import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addSolo, addType, good, type Host, weekly } from '../testing/factories.ts'
import { addLink, linkOf, type MadeLink } from '../testing/links.ts'
import { visitor, wordsOf } from '../testing/visitor.ts'

let app: TestApp
let host: Host
let typeId: string
let otherId: string
let contactId: string
beforeAll(async () => {
  app = await startTestApp()
  ;({ host, typeId } = await addSolo(app, { weekly: weekly('09:00-17:00') }))
  otherId = await addType(app, [host], { title: 'Short <i>chat</i>', durationMinutes: 30 })
  const grace = {
    userId: host.id,
    email: 'grace@example.com',
    name: 'Grace Hopper',
    company: 'Navy',
    phone: '+1 555 1',
  }
  contactId = (await good(app.post('/contacts', grace), 201)).body.id
})
afterAll(() => app.close())

const open: ReturnType<typeof visitor>['open'] = (...asked) => visitor(app).open(...asked)
const submit: ReturnType<typeof visitor>['submit'] = (...sent) => visitor(app).submit(...sent)
const oneOff = (more: object = {}) => addLink(app, { userId: host.id, eventTypeId: typeId, ...more })
const share = (more: object = {}) =>
  addLink(app, { kind: 'share', userId: host.id, contactId, eventTypeIds: [typeId], ...more })
const pathOf = ({ url }: MadeLink) => new URL(url).pathname
const guest = { name: 'Hedy Lamarr', email: 'hedy@example.com', timezone: 'America/New_York' }
const shown = (text: string) => text.slice(text.indexOf('<main'))

describe('the page of a one-off link', () => {
  test('greets, says what and with whom, and offers nothing but what the link leaves', async () => {
    const path = pathOf(
      await oneOff({
        title: 'Coffee',
        greeting: 'Hello Hedy',
        starts: ['2030-01-08T20:07:00Z', '2030-01-09T09:30:00Z'],
      }),
    )

    const page = await open(path)

    expect(page.status).toBe(200)
    expect(wordsOf(page)).toMatch(new RegExp(`${host.name} Coffee Hello Hedy 1 hour`))
    expect(page.text.match(/class="slot"/g)).toHaveLength(1)
    expect(wordsOf(page)).toContain('20:07')
    expect(wordsOf(await open(`${path}?date=2030-01-09`))).toContain('09:30')
  })

  test('is for nobody else: no search engine, cache, referrer, title or other page learns of it', async () => {
    const link = await oneOff()
    const { text, headers } = await open(pathOf(link))

    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).toContain('<meta name="robots" content="noindex">')
    expect(text).not.toContain('og:title')
    expect(/<title>(.*)<\/title>/.exec(text)?.[1]).not.toContain(link.token)
    expect(text).not.toMatch(new RegExp(`href="/${host.name.toLowerCase()}`))
    expect((await open('/robots.txt')).text).toMatch(/Disallow: \/l\/\nDisallow: \/s\//)
  })

  test('books without a script, once, and leads to the guest’s own page', async () => {
    const link = await oneOff()
    const start = '2030-01-10T10:00:00Z'
    const form = await open(`${pathOf(link)}?start=${start}&timezone=America/New_York`)
    expect(form.text).toContain(`action="${pathOf(link)}?timezone=America/New_York"`)

    const made = await submit(pathOf(link), { ...guest, start })
    const late = await submit(pathOf(link), { ...guest, start: '2030-01-10T12:00:00Z' })

    expect(made.status).toBe(303)
    const mine = await open(made.headers.get('location') ?? '')
    expect(wordsOf(mine)).toContain('You are booked')
    expect(wordsOf(mine)).toContain('You will be reminded 24 hours and 1 hour before.')
    expect(mine.text).not.toContain('Book another time')
    expect(late.status).toBe(410)
    expect(wordsOf(late)).toContain('This link has been used')
    expect(await linkOf(app, link.id)).toMatchObject({ uses: 1, state: 'used' })
  })

  test('offers to book another time while uses are left, and to nobody who makes the address up', async () => {
    const link = await oneOff({ maxUses: 2 })
    const again = `href="${pathOf(link)}">Book another time`
    const first = await submit(pathOf(link), { ...guest, start: '2030-01-11T10:00:00Z' })
    const mine = first.headers.get('location') ?? ''
    expect((await open(mine)).text).toContain(again)
    for (const other of ['//evil.example', `/s/${link.token}`, '/l/AAAAAAAAAAAAAAAAAAAAAAAA', '/ada']) {
      const forged = mine.replace(/again=.*/, `again=${encodeURIComponent(other)}`)
      expect((await open(forged)).text, other).not.toContain('Book another time')
    }

    await submit(pathOf(link), { ...guest, start: '2030-01-11T12:00:00Z' })

    expect((await open(mine)).text).not.toContain('Book another time')
  })

  test('keeps what was typed when somebody was faster, and uses nothing up', async () => {
    const link = await oneOff()
    const rival = await oneOff()
    const sent = { ...guest, start: '2030-01-14T10:00:00Z' }
    expect((await submit(pathOf(rival), sent)).status).toBe(303)

    const late = await submit(pathOf(link), { ...sent, notes: 'Kept' })

    expect(late.status).toBe(409)
    expect(wordsOf(late)).toContain('Somebody was faster')
    expect(late.text).toContain('Kept</textarea>')
    expect(late.text).toContain('type="radio" name="start"')
    expect((await linkOf(app, link.id)).uses).toBe(0)
  })

  test('counts as opened once by one visitor', async () => {
    const link = await oneOff()

    await open(pathOf(link))
    await open(`${pathOf(link)}?month=2030-02`)

    expect((await linkOf(app, link.id)).opens).toBe(1)
  })
})

describe('the page of a share link', () => {
  test('lets choose among the event types, and each has its own times', async () => {
    const link = await share({ eventTypeIds: [typeId, otherId], greeting: 'Dear Grace,\n\npick one.' })
    const choice = await open(pathOf(link))

    expect(choice.text).toContain('<p>Dear Grace,</p><p>pick one.</p>')
    expect(choice.text).toContain('Short &lt;i&gt;chat&lt;/i&gt;')
    expect(choice.text).not.toContain('class="slot"')
    for (const [id, lasting] of [
      [typeId, '1 hour'],
      [otherId, '30 minutes'],
    ]) {
      expect(choice.text).toContain(`href="${pathOf(link)}/${id}"`)
      const page = await open(`${pathOf(link)}/${id}`)
      expect(wordsOf(page)).toContain(lasting)
      expect(page.text).toContain(`href="${pathOf(link)}">Choose something else`)
    }
    expect((await open(`${pathOf(link)}/et_other`)).status).toBe(404)
  })

  test('tells a stranger no more of the guest than a first name and a masked address', async () => {
    const link = await share()

    const { text } = await open(`${pathOf(link)}?start=2030-01-15T10:00:00Z`)

    expect(wordsOf({ text })).toContain('Hello Grace, pick a time that suits you.')
    expect(wordsOf({ text })).toContain('Booking for Grace g••••@example.com')
    expect(text).not.toMatch(/grace@|Hopper|Navy|555/)
    expect(text).not.toContain(contactId)
  })

  test('books for the guest who types nothing, and shows no way to what a stranger must not read', async () => {
    const link = await share()

    const made = await submit(pathOf(link), { start: '2030-01-15T11:00:00Z', timezone: 'America/New_York' })

    expect(made.status).toBe(200)
    expect(wordsOf(made)).toContain('You are booked A mail is on its way to g••••@example.com')
    expect(wordsOf(made)).toContain('Tuesday, 15 January 2030 06:00–07:00, America/New York (GMT-5)')
    expect(wordsOf(made)).toContain('You will be reminded 24 hours and 1 hour before.')
    expect(made.text).toContain(`href="${pathOf(link)}">Book another time`)
    expect(made.text).not.toMatch(/grace@|Hopper|\/booking\//)
    const [booking] = (await linkOf(app, link.id)).bookings
    expect((await app.get(`/bookings/${booking.id}`)).body).toMatchObject({
      guest: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' },
      contactIds: [contactId],
      source: 'link',
    })
  })

  test('offers nothing more once its last use is taken', async () => {
    const link = await share({ maxUses: 1 })

    const made = await submit(pathOf(link), { start: '2030-01-15T13:00:00Z' })

    expect(made.text).not.toContain('Book another time')
    expect((await open(pathOf(link))).status).toBe(410)
  })

  test('takes another guest’s details, keeps the booking with its contact, and asks for what is missing', async () => {
    const link = await share()
    const sent = { other: 'true', start: '2030-01-16T10:00:00Z', timezone: 'UTC' }

    const refused = await submit(pathOf(link), { ...sent, name: 'Hedy', email: '' })
    const made = await submit(pathOf(link), { ...sent, ...guest })

    expect(refused.status).toBe(400)
    expect(refused.text).toMatch(/value="true" checked id="f-other"/)
    expect(refused.text).toMatch(/id="f-email"[^>]*aria-invalid="true"/)
    expect(refused.text).toContain('value="Hedy"')
    expect(made.status).toBe(303)
    expect(wordsOf(await open(made.headers.get('location') ?? ''))).toContain('hedy@example.com')
    const [booking] = (await linkOf(app, link.id)).bookings
    expect((await app.get(`/bookings/${booking.id}`)).body).toMatchObject({ guest, contactIds: [contactId] })
  })

  test('refuses its guest a second seat without naming them', async () => {
    const seated = await addType(app, [host], { seats: 3 })
    const link = await share({ eventTypeIds: [seated] })
    const sent = { start: '2030-01-17T13:00:00Z', timezone: 'UTC' }
    expect((await submit(pathOf(link), sent)).status).toBe(200)

    const twice = await submit(pathOf(link), sent)

    expect(twice.status).toBe(409)
    expect(twice.text).toMatch(/id="form-error" role="alert">g••••@example.com already has a seat/)
    expect(twice.text).not.toContain('grace@')
  })

  test('does not read fields that a browser filled in behind the guest’s back', async () => {
    const link = await share()

    await submit(pathOf(link), { ...guest, start: '2030-01-17T10:00:00Z' })

    expect((await linkOf(app, link.id)).bookings[0].guest).toEqual({ name: 'Grace Hopper', email: 'grace@example.com' })
  })
})

describe('a link that opens nothing', () => {
  const closed = async (link: MadeLink) => {
    const page = await open(pathOf(link))
    return { status: page.status, main: shown(page.text), page }
  }

  test('says why on one page that is the same for all of them', async () => {
    const [secret, plain] = await Promise.all([
      oneOff({ title: 'Merger', greeting: 'Hello Hedy', expiresAt: '2030-01-07T08:00:01Z' }),
      oneOff({ expiresAt: '2030-01-07T08:00:01Z' }),
    ])
    app.pass('2030-01-07T08:00:01Z')
    const [expired, other] = [await closed(secret), await closed(plain)]

    expect(expired.status).toBe(410)
    expect(expired.main).toContain('This link has expired')
    expect(expired.page.text).toBe(other.page.text)
    expect(expired.page.text).not.toMatch(/Merger|Hedy/)
    expect(expired.page.text).not.toContain(host.name)
    expect(expired.page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(expired.page.headers.get('cache-control')).toBe('no-store')
  })

  test('was taken back', async () => {
    const link = await share()
    await good(app.post(`/links/${link.id}/revoke`, {}), 200)

    const { status, main, page } = await closed(link)

    expect(status).toBe(410)
    expect(main).toContain('This link was taken back')
    expect(page.text).not.toMatch(/Grace|g••••/)
  })

  test('is unknown alike when it was never made, is of the other kind, or has nothing to book', async () => {
    const link = await oneOff()
    const lone = await addSolo(app)
    const empty = await addLink(app, { userId: lone.host.id, eventTypeId: lone.typeId })
    await good(app.patch(`/event-types/${lone.typeId}`, { active: false }), 200)

    const pages = await Promise.all(
      ['/l/never', '/s/never', `/s/${link.token}`, `/l/${link.token.toLowerCase()}`, pathOf(empty)].map((path) =>
        open(path),
      ),
    )

    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1)
    expect(wordsOf({ text: pages[0]?.text ?? '' })).toContain('Ask whoever sent it to you for a new one')
  })
})

test('what people wrote is text wherever it is shown', async () => {
  const evil = `<script>alert(1)</script>"'&`
  const contact = { userId: host.id, email: 'eve@example.com', name: `${evil} Eve` }
  const made = await good(app.post('/contacts', contact), 201)
  const link = await share({ contactId: made.body.id, greeting: evil })

  const pages = [
    await open(`${pathOf(link)}?start=2030-01-18T10:00:00Z`),
    await open(pathOf(await share({ contactId: made.body.id, greeting: evil, eventTypeIds: [typeId, otherId] }))),
    await open(pathOf(await oneOff({ title: evil, greeting: evil }))),
    await submit(pathOf(link), { start: '2030-01-18T10:00:00Z', notes: evil, timezone: 'UTC' }),
  ]

  for (const { text, status } of pages) {
    expect(status).toBe(200)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;')
  }
})
