import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addSolo, addType, book, booked, everyDay, good, someone, weekly } from '../testing/factories.ts'
import { mailsAbout } from '../testing/mailbox.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ now: '2030-01-07T08:00:00Z' })
})
afterAll(() => app.close())

const around = { weekly: weekly('00:00-24:00', everyDay) }
const isoOf = (instant: string) => new Date(instant).toISOString()

/** `state reason dueAt` of each reminder of a booking, in the order in which they are due. */
async function ledger(bookingId: string, more = ''): Promise<string[]> {
  const { body } = await good(app.get(`/bookings/${bookingId}/reminders?limit=100${more}`), 200)
  return body.data.map(
    (one: { state: string; reason: string | null; dueAt: string }) =>
      `${one.state}${one.reason ? ` (${one.reason})` : ''} ${one.dueAt.slice(0, 16)}Z`,
  )
}

const remindersIn = (mails: { kind: string }[]) => mails.filter((mail) => mail.kind === 'booking.reminder')

async function workflow(steps: object[], more: object = {}) {
  return (await good(app.post('/reminder-workflows', { name: 'Ours', scope: 'event_type', steps, ...more }), 201)).body
}

describe('the ledger of a booking', () => {
  test('holds a reminder a day and an hour before, unless somebody chose otherwise', async () => {
    const { typeId } = await addSolo(app, around)

    const { body } = await booked(app, typeId, '2030-02-05T10:00Z')

    expect(await ledger(body.id)).toEqual(['scheduled 2030-02-04T10:00Z', 'scheduled 2030-02-05T09:00Z'])
  })

  test('moves with the booking, and leaves one live reminder a step after ten moves', async () => {
    const { typeId } = await addSolo(app, around)
    const { body } = await booked(app, typeId, '2030-02-05T10:00Z')

    for (let day = 10; day < 20; day++) {
      await good(app.post(`/bookings/${body.id}/reschedule`, { start: `2030-02-${day}T10:00:00Z` }), 200)
    }

    const rows = await ledger(body.id)
    expect(rows.filter((row) => row.startsWith('scheduled'))).toEqual([
      'scheduled 2030-02-18T10:00Z',
      'scheduled 2030-02-19T09:00Z',
    ])
    expect(rows.filter((row) => row.startsWith('cancelled (rescheduled)'))).toHaveLength(20)
  })

  test('lives again when the booking moves back to where it was', async () => {
    const { typeId } = await addSolo(app, around)
    const { body } = await booked(app, typeId, '2030-02-05T10:00Z')

    await good(app.post(`/bookings/${body.id}/reschedule`, { start: '2030-02-06T10:00:00Z' }), 200)
    await good(app.post(`/bookings/${body.id}/reschedule`, { start: '2030-02-05T10:00:00Z' }), 200)

    const rows = await ledger(body.id)
    expect(rows.filter((row) => row.startsWith('scheduled'))).toEqual([
      'scheduled 2030-02-04T10:00Z',
      'scheduled 2030-02-05T09:00Z',
    ])
  })

  test('is cancelled with the booking', async () => {
    const { typeId } = await addSolo(app, around)
    const { body } = await booked(app, typeId, '2030-02-05T10:00Z')

    await good(app.post(`/bookings/${body.id}/cancel`), 200)

    expect(await ledger(body.id)).toEqual([
      'cancelled (booking_cancelled) 2030-02-04T10:00Z',
      'cancelled (booking_cancelled) 2030-02-05T09:00Z',
    ])
  })

  test('is empty while a request waits, and filled when it is confirmed', async () => {
    const { typeId } = await addSolo(app, around, { requiresConfirmation: true })
    const { body } = await booked(app, typeId, '2030-02-05T10:00Z')
    const waiting = await ledger(body.id)

    await good(app.post(`/bookings/${body.id}/confirm`), 200)

    expect(waiting).toEqual([])
    expect(await ledger(body.id)).toEqual(['scheduled 2030-02-04T10:00Z', 'scheduled 2030-02-05T09:00Z'])
  })

  test('skips a step whose time has passed when somebody books', async () => {
    const { typeId } = await addSolo(app, around, { intervalMinutes: 30 })

    const { body } = await booked(app, typeId, '2030-01-07T08:30Z')

    expect((await ledger(body.id)).map((row) => row.slice(0, 18))).toEqual(['skipped (too_late)', 'skipped (too_late)'])
  })

  test('counts elapsed time through a change of the clocks', async () => {
    const { typeId } = await addSolo(app, { ...around, timezone: 'Europe/Berlin' })

    // The clocks go forward in the night before, so a day earlier by the clock would be 07:00Z.
    const { body } = await booked(app, typeId, '2030-03-31T06:00Z')

    expect(await ledger(body.id)).toEqual(['scheduled 2030-03-30T06:00Z', 'scheduled 2030-03-31T05:00Z'])
  })

  test('moves a host’s reminder to the host who takes over', async () => {
    const first = await addHost(app, around)
    const second = await addHost(app, around)
    const { id } = await workflow([{ offsetMinutes: -30, recipient: 'both' }])
    const typeId = await addType(app, [first], { reminderWorkflowId: id })
    const { body } = await booked(app, typeId, '2030-02-05T10:00Z')

    await good(app.post(`/bookings/${body.id}/reassign`, { hostId: second.id }), 200)

    const { data } = (await app.get(`/bookings/${body.id}/reminders`)).body
    expect(data.map((one: { userId: string; state: string }) => [one.userId, one.state]).sort()).toEqual(
      [
        [null, 'scheduled'],
        [first.id, 'cancelled'],
        [second.id, 'scheduled'],
      ].sort(),
    )
  })
})

describe('workflows', () => {
  test('replace each other: the event type’s, its owner’s default, the organization’s, the built-in one', async () => {
    const { host, typeId } = await addSolo(app, around)
    const dueOf = async (day: string) => ledger((await booked(app, typeId, `2030-03-${day}T10:00Z`)).body.id)
    const builtIn = await dueOf('05')
    const all = await workflow([{ offsetMinutes: -120 }], { scope: 'organization', isDefault: true })
    const organization = await dueOf('06')
    await workflow([{ offsetMinutes: -180 }], { scope: 'user', userId: host.id, isDefault: true })
    const user = await dueOf('07')
    const own = await workflow([{ offsetMinutes: -240 }])
    await good(app.patch(`/event-types/${typeId}`, { reminderWorkflowId: own.id }), 200)
    const eventType = await dueOf('08')
    await good(app.patch(`/event-types/${typeId}`, { reminderWorkflowId: 'rwf_default' }), 200)
    const named = await dueOf('09')
    await good(app.delete(`/reminder-workflows/${all.id}`), 204)

    expect([builtIn.length, organization, user, eventType, named.length]).toEqual([
      2,
      ['scheduled 2030-03-06T08:00Z'],
      ['scheduled 2030-03-07T07:00Z'],
      ['scheduled 2030-03-08T06:00Z'],
      2,
    ])
  })

  test('say how many reminders a change would move, and move them', async () => {
    const made = await workflow([{ offsetMinutes: -60 }])
    const { typeId } = await addSolo(app, around, { reminderWorkflowId: made.id })
    const { body } = await booked(app, typeId, '2030-02-05T10:00Z')
    const steps = [{ id: made.steps[0].id, offsetMinutes: -120 }, { offsetMinutes: 30 }]

    const trial = await good(app.patch(`/reminder-workflows/${made.id}?dryRun=true`, { steps }), 200)
    const before = await ledger(body.id)
    const saved = await good(app.patch(`/reminder-workflows/${made.id}`, { steps }), 200)

    expect(before).toEqual(['scheduled 2030-02-05T09:00Z'])
    expect([trial.body.replanCount, saved.body.replanCount]).toEqual([2, 2])
    expect(await ledger(body.id)).toEqual(['scheduled 2030-02-05T08:00Z', 'scheduled 2030-02-05T11:30Z'])
  })

  test('name an unknown variable, its place in the text and its step', async () => {
    const steps = [{ offsetMinutes: -60 }, { offsetMinutes: -30, body: 'Hello {{ guest.nmae }}' }]

    const { status, body } = await app.post('/reminder-workflows', { name: 'Ours', steps })

    expect(status).toBe(400)
    expect(body.errors).toEqual([
      {
        pointer: '#/steps/1/body',
        code: 'unknown_variable',
        detail: expect.stringContaining('{{guest.nmae}} (character 7)'),
      },
    ])
  })

  test.each([
    [{ offsetMinutes: -30, recipient: 'both', body: '{{manageUrl}}' }, 'variable_not_available'],
    [{ offsetMinutes: -30, body: 'Again: {{bookAgainUrl}}' }, 'variable_not_available'],
    [{ offsetMinutes: -30, subject: 'Hello {{guest.name' }, 'unclosed_variable'],
  ])('refuse %j', async (step, code) => {
    const { status, body } = await app.post('/reminder-workflows', { name: 'Ours', steps: [step] })

    expect(status).toBe(400)
    expect(body.errors[0].code).toBe(code)
  })

  test('are not deleted while an event type names them', async () => {
    const { id } = await workflow([{ offsetMinutes: -60 }])
    await addSolo(app, around, { reminderWorkflowId: id })

    expect(await app.delete(`/reminder-workflows/${id}`)).toMatchObject({ status: 409, body: { code: 'in_use' } })
  })

  test('show in a preview what goes to whom, when, and in whose zone', async () => {
    const { id } = await workflow([
      { offsetMinutes: -60, recipient: 'both', subject: '{{event.title}} at {{start.time}} ({{timezone}})' },
      { offsetMinutes: 30, body: 'Thank you, {{guest.name}}. Again: {{bookAgainUrl}}' },
    ])
    const { host, typeId } = await addSolo(app, { ...around, timezone: 'Europe/Berlin' })
    const { body } = await booked(app, typeId, '2030-02-05T10:00Z')

    const real = (await good(app.post(`/reminder-workflows/${id}/preview`, { bookingId: body.id }), 200)).body
    const sample = (await good(app.post(`/reminder-workflows/${id}/preview`), 200)).body

    expect(real.messages).toMatchObject([
      { to: body.guest.email, timezone: 'America/New_York', dueAt: isoOf('2030-02-05T09:00Z') },
      { to: host.email, timezone: 'Europe/Berlin', subject: expect.stringMatching(/at 11:00 \(Europe\/Berlin\)/) },
      { to: body.guest.email, dueAt: isoOf('2030-02-05T11:30Z') },
    ])
    expect(real.messages[0].subject).toMatch(/at 05:00 \(America\/New_York\)/)
    expect(real.messages[2].text).toContain(`Thank you, ${body.guest.name}. Again: ${app.url}/`)
    expect(sample.messages.map((one: { to: string }) => one.to)).toEqual([
      'grace@example.com',
      'ada@example.com',
      'grace@example.com',
    ])
  })
})

describe('what is due', () => {
  test('goes out once, is told as an event and stands on the contact’s timeline', async () => {
    const { typeId } = await addSolo(app, around)
    const { body } = await booked(app, typeId, '2030-02-05T10:00Z')

    await app.travel('2030-02-04T10:00:00Z')
    await app.travel('2030-02-05T09:00:00Z')
    await app.settle()

    const mails = remindersIn(await mailsAbout(app, body.id))
    const events = (await app.get('/events?type=reminder.sent')).body.data
    const timeline = (await app.get(`/contacts/${body.contactIds[0]}/timeline?kind=reminded`)).body.data
    expect(mails.map((mail) => mail.kind)).toEqual(['booking.reminder', 'booking.reminder'])
    expect(events.filter((one: { data: { bookingId: string } }) => one.data.bookingId === body.id)).toHaveLength(2)
    expect(timeline).toHaveLength(2)
    expect((await ledger(body.id)).every((row) => row.startsWith('sent'))).toBe(true)
  })

  test('is not sent after the start, and yesterday’s not beside today’s', async () => {
    const { typeId } = await addSolo(app, around)
    const late = (await booked(app, typeId, '2030-02-10T10:00Z')).body
    const soon = (await booked(app, typeId, '2030-02-10T13:00Z')).body

    await app.travel('2030-02-10T12:00:00Z')

    expect(await ledger(late.id)).toEqual([
      'skipped (too_late) 2030-02-09T10:00Z',
      'skipped (too_late) 2030-02-10T09:00Z',
    ])
    expect(await ledger(soon.id)).toEqual(['skipped (superseded) 2030-02-09T13:00Z', 'sent 2030-02-10T12:00Z'])
  })

  test('says nothing to a guest who stopped follow-ups, and still reminds', async () => {
    const { id } = await workflow([{ offsetMinutes: -60 }, { offsetMinutes: 10 }])
    const { typeId } = await addSolo(app, around, { reminderWorkflowId: id })
    const guest = someone()
    const first = (await booked(app, typeId, '2030-02-11T10:00Z', { guest })).body
    const second = (await booked(app, typeId, '2030-02-12T10:00Z', { guest })).body
    await app.travel('2030-02-11T11:10:00Z')
    const followUp = (await mailsAbout(app, first.id)).find((mail) => mail.kind === 'booking.follow_up')
    const url = /\S+\/reminders\/stop\/\S+/.exec(followUp?.text ?? '')?.[0] ?? ''

    const asked = await fetch(url)
    const still = await ledger(second.id)
    const stopped = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    const third = (await booked(app, typeId, '2030-02-13T10:00Z', { guest })).body

    expect([asked.status, stopped.status]).toEqual([200, 200])
    expect(still).toEqual(['scheduled 2030-02-12T09:00Z', 'scheduled 2030-02-12T11:10Z'])
    expect(await ledger(second.id)).toEqual(['scheduled 2030-02-12T09:00Z', 'skipped (stopped) 2030-02-12T11:10Z'])
    expect(await ledger(third.id)).toEqual(['scheduled 2030-02-13T09:00Z', 'skipped (stopped) 2030-02-13T11:10Z'])
    expect((await fetch(`${url}x`)).status).toBe(404)
  })

  test('is skipped with a reason where nobody can take it', async () => {
    const { id } = await workflow([
      { offsetMinutes: -60, channel: 'sms' },
      { offsetMinutes: -30, channel: 'webhook' },
    ])
    const { typeId } = await addSolo(app, around, { reminderWorkflowId: id })
    const { body } = await booked(app, typeId, '2030-02-14T10:00Z')

    await app.travel('2030-02-14T09:30:00Z')

    expect(await ledger(body.id)).toEqual([
      'skipped (sms_not_configured) 2030-02-14T09:00Z',
      'skipped (no_endpoint) 2030-02-14T09:30Z',
    ])
  })

  test('goes to webhooks as an event with its words', async () => {
    await good(app.post('/webhook-endpoints', { url: 'http://127.0.0.1:9/hook', eventTypes: ['reminder.*'] }), 201)
    const { id } = await workflow([{ offsetMinutes: -30, channel: 'webhook', body: 'Soon: {{event.title}}' }])
    const { typeId } = await addSolo(app, around, { reminderWorkflowId: id })
    const { body } = await booked(app, typeId, '2030-02-15T10:00Z')

    await app.travel('2030-02-15T09:30:00Z')

    const [event] = (await app.get('/events?type=reminder.sent')).body.data
    expect(event.data).toMatchObject({
      bookingId: body.id,
      recipient: 'endpoints',
      message: { text: expect.stringContaining(`Soon: ${body.title}`) },
    })
  })
})

describe('whom the guest brought along', () => {
  const steps = [
    { offsetMinutes: -60, body: 'Hello {{guest.name}}, until soon.\nTo move it: {{manageUrl}}' },
    { offsetMinutes: 30, body: 'Thank you.' },
  ]
  const withTwo = { additionalGuests: ['bob@example.net', 'eve@example.net'] }

  test('is reminded in a mail of their own, without the guest’s page, and left alone afterwards', async () => {
    const { id } = await workflow(steps)
    const { typeId } = await addSolo(app, around, { reminderWorkflowId: id })
    const { body } = await booked(app, typeId, '2030-02-20T10:00Z', withTwo)

    const preview = (await good(app.post(`/reminder-workflows/${id}/preview`, { bookingId: body.id }), 200)).body
    await app.travel('2030-02-20T09:00:00Z')
    await app.travel('2030-02-20T11:30:00Z')

    const mails = (await mailsAbout(app, body.id)).filter((mail) => /reminder|follow_up/.test(mail.kind))
    const { data } = (await app.get(`/bookings/${body.id}/reminders`)).body
    expect(mails.map((mail) => [mail.to, mail.text.match(/Hello .*/)?.[0] ?? 'Thanks'])).toEqual([
      [body.guest.email, expect.stringContaining(body.guest.name)],
      ['bob@example.net', expect.stringContaining('bob@example.net')],
      ['eve@example.net', expect.stringContaining('eve@example.net')],
      [body.guest.email, 'Thanks'],
    ])
    expect(mails.map((mail) => mail.text.includes(body.manageUrl))).toEqual([true, false, false, false])
    expect(mails[1]?.text).not.toContain('To move it')
    expect(data.map((one: { recipient: string; additionalGuestIndex: number | null }) => one)).toMatchObject([
      { recipient: 'guest', additionalGuestIndex: null, userId: null },
      { recipient: 'additional_guest', additionalGuestIndex: 0, userId: null, state: 'sent' },
      { recipient: 'additional_guest', additionalGuestIndex: 1, userId: null, state: 'sent' },
      { recipient: 'guest', offsetMinutes: 30 },
    ])
    expect(preview.messages.map((one: { recipient: string }) => one.recipient)).toEqual([
      'guest',
      'additional_guest',
      'additional_guest',
      'guest',
    ])
  })

  test('is reminded of nothing once they were erased, and the guest still is', async () => {
    const { id } = await workflow(steps.slice(0, 1))
    const { typeId } = await addSolo(app, around, { reminderWorkflowId: id })
    const { body } = await booked(app, typeId, '2030-02-21T10:00Z', withTwo)
    const bob = await booked(app, typeId, '2030-02-22T10:00Z', { guest: { ...someone(), email: 'bob@example.net' } })

    await good(app.post(`/contacts/${bob.body.contactIds[0]}/erase`, { cancelUpcoming: true }), 200)
    await app.travel('2030-02-21T09:00:00Z')

    expect((await ledger(body.id)).map((row) => row.slice(0, -18)).sort()).toEqual([
      'cancelled (erased)',
      'sent',
      'sent',
    ])
  })
})

test('the guest reads which reminders will come, in the mail and on the page', async () => {
  const { typeId } = await addSolo(app, around)
  const { body } = await book(app, typeId, '2030-04-05T10:00Z')

  const [mail] = (await mailsAbout(app, body.id)).filter((one) => one.to === body.guest.email)
  const page = await (await fetch(body.manageUrl)).text()

  expect(mail?.text).toContain('You will be reminded 24 hours and 1 hour before.')
  expect(page).toContain('You will be reminded 24 hours and 1 hour before.')
})
