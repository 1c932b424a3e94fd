import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const tuesday = (clock: string) => `2030-01-08T${clock}:00.000Z`

describe('booking a time', () => {
  test('lists a slot, books it, and lists it no more', async () => {
    const range = 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z'
    const before = await app.get(`/event-types/${app.eventTypeId}/slots?${range}`)
    const made = await app.post('/bookings', { eventTypeId: app.eventTypeId, start: tuesday('09:00'), guest })
    const after = await app.get(`/event-types/${app.eventTypeId}/slots?${range}`)

    expect(before.body.data).toHaveLength(16)
    expect(before.body.data[0]).toMatchObject({ start: tuesday('09:00'), end: tuesday('09:30'), date: '2030-01-08' })
    expect(made).toMatchObject({
      status: 201,
      body: { status: 'confirmed', start: tuesday('09:00'), end: tuesday('09:30') },
    })
    expect(after.body.data.map((slot: { start: string }) => slot.start)).not.toContain(tuesday('09:00'))
  })

  test('refuses a time that overlaps another booking', async () => {
    await app.post('/bookings', { eventTypeId: app.eventTypeId, start: tuesday('10:00'), guest })

    const again = await app.post('/bookings', { eventTypeId: app.eventTypeId, start: tuesday('10:00'), guest })

    expect(again).toMatchObject({ status: 409, body: { code: 'slot_unavailable', reason: 'busy' } })
  })

  test('mails an invitation to guest and host, and keeps it readable without SMTP', async () => {
    const made = await app.post('/bookings', { eventTypeId: app.eventTypeId, start: tuesday('11:00'), guest })
    await app.settle()

    const mail = await app.get(`/mail?subjectId=${made.body.id}`)
    expect(mail.body.data.map((one: { to: { email: string } }) => one.to.email).sort()).toEqual([
      'ada@example.com',
      'grace@example.com',
    ])
    const toGuest = mail.body.data.find((one: { to: { email: string } }) => one.to.email === 'grace@example.com')
    const full = await app.get(`/mail/${toGuest.id}`)
    expect(full.body.state).toBe('captured')
    expect(full.body.calendar.content).toContain(`UID:${made.body.uid}`)
    expect(full.body.text).toContain(made.body.manageUrl)
  })
})
