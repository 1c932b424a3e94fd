import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import {
  addHost,
  addSolo,
  addType,
  askSlots,
  at,
  book,
  booked,
  brief,
  good,
  listed,
  overrides,
  stillClock,
  weekly,
  windows,
  workdays,
} from '../testing/factories.ts'
import { every, expectOffer, type Range } from '../testing/offer.ts'

/** A Monday. */
const now = '2030-01-07T08:00:00Z'
const tuesday: Range = ['2030-01-08T00:00Z', '2030-01-09T00:00Z']
const on = (clocks: string) => at('2030-01-08', clocks)

const clock = stillClock(now)
let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ options: clock.options })
})
beforeEach(() => clock.set(now))
afterAll(() => app.close())

describe('the grid', () => {
  test.each<[string, string, object, string[]]>([
    ['steps by the interval', '09:00-11:00', { intervalMinutes: 15 }, on('09:00 09:15 09:30 09:45 10:00')],
    ['steps by the duration when there is no interval', '09:00-12:30', {}, on('09:00 10:00 11:00')],
    [
      'keeps an interval that is longer than the duration',
      '09:00-12:00',
      { durationMinutes: 30, intervalMinutes: 45 },
      on('09:00 09:45 10:30 11:15'),
    ],
    ['never runs past closing time', '09:00-10:50', {}, on('09:00')],
    ['holds a meeting that fills its window to the minute', '09:00-10:00', {}, on('09:00')],
    ['starts at odd minutes when the hours do', '09:07-11:20', {}, on('09:07 10:07')],
    ['runs on over windows that touch', '09:00-12:00 12:00-15:00', { durationMinutes: 100 }, on('09:00 10:40 12:20')],
    [
      'runs on over windows that overlap',
      '09:00-11:00 10:30-13:00',
      { durationMinutes: 45 },
      on('09:00 09:45 10:30 11:15 12:00'),
    ],
    [
      'runs on over a window inside another',
      '09:00-13:00 10:00-11:00',
      { durationMinutes: 80 },
      on('09:00 10:20 11:40'),
    ],
    [
      'starts anew in each window after a break',
      '13:10-15:00 09:00-10:15',
      { durationMinutes: 30 },
      on('09:00 09:30 13:10 13:40 14:10'),
    ],
    ['takes a minute at a time', '09:00-09:03', { durationMinutes: 1 }, on('09:00 09:01 09:02')],
  ])('%s', async (_, hours, type, expected) => {
    const { typeId } = await addSolo(app, { weekly: weekly(hours, ['tue']) }, type)
    const { durationMinutes = 60, intervalMinutes = durationMinutes } = type as {
      durationMinutes?: number
      intervalMinutes?: number
    }

    await expectOffer(app, typeId, tuesday, expected, { minutes: durationMinutes, step: intervalMinutes })
  })

  test('does not begin anew after a busy block', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-12:00') }, { durationMinutes: 30 })
    await good(
      app.post('/busy-blocks', { userId: host.id, start: '2030-01-08T09:10:00Z', end: '2030-01-08T09:40:00Z' }),
      201,
    )

    await expectOffer(app, typeId, tuesday, on('10:00 10:30 11:00 11:30'), {
      minutes: 30,
      refused: on('09:00 09:30 09:40'),
    })
  })

  test('does not begin anew after a booking', async () => {
    const { typeId } = await addSolo(
      app,
      { weekly: weekly('09:00-12:00') },
      { durationMinutes: 30, durationOptions: [30, 50], intervalMinutes: 30 },
    )
    await booked(app, typeId, '2030-01-08T09:00Z', { durationMinutes: 50 })

    await expectOffer(app, typeId, tuesday, on('10:00 10:30 11:00 11:30'), { minutes: 30, refused: on('09:50 09:30') })
  })

  test('does not begin anew where notice or the window cuts it', async () => {
    const { typeId } = await addSolo(
      app,
      { weekly: weekly('09:00-13:00') },
      { durationMinutes: 50, minNoticeMinutes: 25 * 60 + 30, window: { kind: 'rolling', days: 1 } },
    )

    expect(await listed(app, typeId, tuesday)).toEqual(on('09:50 10:40 11:30'))
  })

  test('merges evening and morning across midnight', async () => {
    const { typeId } = await addSolo(
      app,
      { timezone: 'Europe/Paris', weekly: weekly('22:00-24:00 00:00-02:00') },
      { durationMinutes: 90 },
    )

    await expectOffer(
      app,
      typeId,
      ['2030-01-08T12:00Z', '2030-01-10T12:00Z'],
      [...at('2030-01-08', '21:00 22:30'), ...at('2030-01-09', '21:00 22:30')],
      { minutes: 90, refused: at('2030-01-08', '23:00') },
    )
  })

  test('is asked anew after the hours change', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-12:00') })
    await good(app.patch(`/schedules/${host.scheduleId}`, { weekly: weekly('13:30-15:30') }), 200)

    await expectOffer(app, typeId, tuesday, on('13:30 14:30'), { minutes: 60, refused: on('09:00') })
  })

  test('uses the schedule that the event type names rather than the default', async () => {
    const host = await addHost(app, { timezone: 'Europe/Rome', weekly: weekly('09:00-17:00') })
    const other = await good(
      app.post('/schedules', { userId: host.id, timezone: 'Asia/Tokyo', weekly: weekly('09:00-11:00') }),
      201,
    )
    const typeId = await addType(app, [host], { scheduleId: other.body.id })

    await expectOffer(app, typeId, tuesday, on('00:00 01:00'), { minutes: 60, refused: on('08:00') })
  })
})

describe('date overrides', () => {
  test.each<[string, Record<string, string>, Range, string[]]>([
    ['replace the hours of their date', { '2030-01-08': '14:00-16:00' }, tuesday, on('14:00 15:00')],
    ['close their date', { '2030-01-08': '' }, tuesday, []],
    [
      'add a day that the week does not have',
      { '2030-01-12': '10:00-12:00' },
      ['2030-01-12T00:00Z', '2030-01-13T00:00Z'],
      at('2030-01-12', '10:00 11:00'),
    ],
    [
      'leave the days beside theirs alone',
      { '2030-01-09': '' },
      ['2030-01-08T00:00Z', '2030-01-11T00:00Z'],
      [...on('09:00 10:00 11:00'), ...at('2030-01-10', '09:00 10:00 11:00')],
    ],
    [
      'cross midnight with 24:00 and 00:00',
      { '2030-01-08': '22:30-24:00', '2030-01-09': '00:00-01:00' },
      ['2030-01-08T00:00Z', '2030-01-10T00:00Z'],
      [...on('22:30 23:30')],
    ],
  ])('%s', async (_, dates, range, expected) => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-12:00', workdays), overrides: overrides(dates) })

    await expectOffer(app, typeId, range, expected, { minutes: 60, refused: on('08:00 22:00 23:00') })
  })

  test('of one date are a union', async () => {
    const { typeId } = await addSolo(app, {
      weekly: weekly('09:00-17:00'),
      overrides: [
        { date: '2030-01-08', windows: windows('09:00-10:30') },
        { date: '2030-01-08', windows: windows('10:30-12:30 15:00-16:00') },
        { date: '2030-01-08', windows: [] },
      ],
    })

    await expectOffer(app, typeId, tuesday, on('09:00 10:00 11:00 15:00'), { minutes: 60, refused: on('13:00') })
  })

  test('join the next day’s weekly hours at midnight', async () => {
    const { typeId } = await addSolo(
      app,
      { weekly: weekly('00:00-02:00', ['wed']), overrides: overrides({ '2030-01-08': '22:10-24:00' }) },
      { durationMinutes: 75 },
    )

    await expectOffer(
      app,
      typeId,
      ['2030-01-08T00:00Z', '2030-01-10T00:00Z'],
      [...on('22:10 23:25'), '2030-01-09T00:40Z'],
      { minutes: 75 },
    )
  })

  test.each([
    ['Pacific/Kiritimati', '2030-01-07T10:00Z', '2030-01-08T10:00Z'],
    ['Pacific/Auckland', '2030-01-07T11:00Z', '2030-01-08T11:00Z'],
    ['Asia/Kathmandu', '2030-01-07T18:15Z', '2030-01-08T18:15Z'],
    ['America/St_Johns', '2030-01-08T03:30Z', '2030-01-09T03:30Z'],
    ['Pacific/Pago_Pago', '2030-01-08T11:00Z', '2030-01-09T11:00Z'],
  ])('close exactly the day of their own zone: %s', async (timezone, from, until) => {
    const { typeId } = await addSolo(
      app,
      { timezone, weekly: weekly('00:00-24:00'), overrides: overrides({ '2030-01-08': '' }) },
      { durationMinutes: 15 },
    )
    const range: Range = ['2030-01-07T09:00Z', '2030-01-10T00:00Z']

    const starts = await listed(app, typeId, range, '&timezone=Europe/Berlin')
    expect(starts).toEqual([...every(15, range[0], from), ...every(15, until, range[1])])
  })

  test('keep their date when the schedule moves to another zone', async () => {
    const { host, typeId } = await addSolo(app, {
      timezone: 'Europe/Berlin',
      weekly: [],
      overrides: overrides({ '2030-01-08': '09:00-10:00' }),
    })
    await good(app.patch(`/schedules/${host.scheduleId}`, { timezone: 'America/New_York' }), 200)

    await expectOffer(app, typeId, tuesday, on('14:00'), { minutes: 60, refused: on('08:00') })
  })

  test('give the week’s hours back when they go', async () => {
    const { host, typeId } = await addSolo(app, {
      weekly: weekly('09:00-11:00'),
      overrides: overrides({ '2030-01-08': '' }),
    })
    const closed = await listed(app, typeId, tuesday)
    await good(app.patch(`/schedules/${host.scheduleId}`, { overrides: [] }), 200)

    expect(closed).toEqual([])
    await expectOffer(app, typeId, tuesday, on('09:00 10:00'), { minutes: 60 })
  })
})

describe('the range that is asked', () => {
  let typeId: string
  beforeAll(async () => {
    ;({ typeId } = await addSolo(app))
  })

  test('includes its start and excludes its end', async () => {
    expect(await listed(app, typeId, ['2030-01-08T10:00Z', '2030-01-08T12:00Z'])).toEqual(on('10:00 11:00'))
    expect(await listed(app, typeId, ['2030-01-08T10:00:01Z', '2030-01-08T12:00:01Z'])).toEqual(on('11:00 12:00'))
  })

  test('takes instants with any offset', async () => {
    const answer = await app.get(
      `/event-types/${typeId}/slots?start=${encodeURIComponent('2030-01-08T15:45:00+05:45')}&end=${encodeURIComponent('2030-01-08T07:00:00-05:00')}`,
    )

    expect(answer.body.data.map((slot: { start: string }) => brief(slot.start))).toEqual(on('10:00 11:00'))
  })

  test('is at most 366 days', async () => {
    const most = await askSlots(app, typeId, ['2030-02-01T00:00Z', '2031-02-02T00:00Z'])
    const more = await askSlots(app, typeId, ['2030-02-01T00:00Z', '2031-02-02T00:00:01Z'])

    expect(most.body.data).toHaveLength(366 * 8)
    expect(more).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ parameter: 'end' }] } })
  })

  test('may lie wholly in the past, where nothing is offered', async () => {
    expect(await listed(app, typeId, ['2029-01-08T00:00Z', '2029-02-08T00:00Z'])).toEqual([])
  })

  test('that is turned around is refused', async () => {
    const answer = await askSlots(app, typeId, ['2030-01-09T00:00Z', '2030-01-08T00:00Z'])

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  })

  test.each([
    ['a start without an offset', 'start=2030-01-08T00:00:00&end=2030-01-09T00:00:00Z', 'start'],
    ['a start without seconds', 'start=2030-01-08T00:00Z&end=2030-01-09T00:00:00Z', 'start'],
    ['an end that is a date', 'start=2030-01-08T00:00:00Z&end=2030-01-09', 'end'],
    ['a start that does not exist', 'start=2030-02-30T00:00:00Z&end=2030-03-09T00:00:00Z', 'start'],
    ['an offset as the zone', 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z&timezone=%2B05:30', 'timezone'],
    ['an unknown zone', 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z&timezone=Mars/Olympus', 'timezone'],
    ['an empty zone', 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z&timezone=', 'timezone'],
    ['a POSIX zone', 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z&timezone=CET-1CEST', 'timezone'],
    ['a duration that is not offered', 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z&duration=45', 'duration'],
    ['a duration that is no number', 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z&duration=1e1', 'duration'],
    ['a parameter nobody knows', 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z&zone=UTC', 'zone'],
  ])('names %s', async (_, query, parameter) => {
    expect(await app.get(`/event-types/${typeId}/slots?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ parameter }] },
    })
  })

  test.each([
    ['UTC', ['2030-01-08']],
    ['Asia/Calcutta', ['2030-01-08']],
    ['Pacific/Kiritimati', ['2030-01-08', '2030-01-09']],
    ['Pacific/Pago_Pago', ['2030-01-07', '2030-01-08']],
    ['US/Eastern', ['2030-01-08']],
  ])('in the zone %s changes the day of a slot and nothing else', async (timezone, dates) => {
    const answer = await askSlots(app, typeId, tuesday, `&timezone=${timezone}`)

    const slots: { start: string; date: string }[] = answer.body.data
    expect(slots.map((slot) => brief(slot.start))).toEqual(every(60, '2030-01-08T09:00Z', '2030-01-08T17:00Z'))
    expect([...new Set(slots.map((slot) => slot.date))]).toEqual(dates)
    expect(answer.body.timezone).toBe(timezone)
  })
})

describe('notice', () => {
  test.each([
    [60, at('2030-01-07', '09:00 10:00 11:00')],
    [61, at('2030-01-07', '10:00 11:00')],
    [59, at('2030-01-07', '09:00 10:00 11:00')],
    [0, at('2030-01-07', '08:00 09:00 10:00 11:00')],
    [240, []],
  ])('of %d minutes is elapsed time and inclusive', async (minNoticeMinutes, expected) => {
    const { typeId } = await addSolo(app, { weekly: weekly('06:00-12:00') }, { minNoticeMinutes })

    await expectOffer(app, typeId, ['2030-01-07T00:00Z', '2030-01-08T00:00Z'], expected, {
      minutes: 60,
      refused: at('2030-01-07', '07:00'),
    })
  })

  test('is exact to the second', async () => {
    const { typeId } = await addSolo(app, {}, { minNoticeMinutes: 60 })
    clock.set('2030-01-07T08:00:01Z')

    expect((await listed(app, typeId, ['2030-01-07T00:00Z', '2030-01-08T00:00Z']))[0]).toBe('2030-01-07T10:00Z')
  })

  test('of a day is 24 hours on the day the clock changes', async () => {
    const { typeId } = await addSolo(
      app,
      { timezone: 'America/New_York', weekly: weekly('09:00-12:00') },
      { minNoticeMinutes: 1440 },
    )
    clock.set('2030-03-09T14:00:00Z')

    await expectOffer(app, typeId, ['2030-03-10T00:00Z', '2030-03-11T00:00Z'], at('2030-03-10', '14:00 15:00'), {
      minutes: 60,
      refused: at('2030-03-10', '13:00'),
    })
  })
})

describe('the booking window', () => {
  const days = (starts: string[]) => [...new Set(starts.map((start) => start.slice(0, 10)))]

  test.each<[string, string, object, string[]]>([
    ['rolling, today', now, { kind: 'rolling', days: 0 }, ['07']],
    ['rolling, two days more', now, { kind: 'rolling', days: 2 }, ['07', '08', '09']],
    ['rolling over a weekend', '2030-01-11T08:00:00Z', { kind: 'rolling', days: 2 }, ['11', '12', '13']],
    ['the next working day, on a Monday', now, { kind: 'rolling_business', days: 1 }, ['07', '08']],
    ['four working days, up to Friday', now, { kind: 'rolling_business', days: 4 }, ['07', '08', '09', '10', '11']],
    [
      'five working days, with the weekend inside',
      now,
      { kind: 'rolling_business', days: 5 },
      ['07', '08', '09', '10', '11', '12', '13', '14'],
    ],
    [
      'the next working day, on a Friday',
      '2030-01-11T08:00:00Z',
      { kind: 'rolling_business', days: 1 },
      ['11', '12', '13', '14'],
    ],
    [
      'the next working day, on a Saturday',
      '2030-01-12T08:00:00Z',
      { kind: 'rolling_business', days: 1 },
      ['12', '13', '14'],
    ],
    ['the next working day, on a Sunday', '2030-01-13T08:00:00Z', { kind: 'rolling_business', days: 1 }, ['13', '14']],
    ['a range of dates', now, { kind: 'range', start: '2030-01-09', end: '2030-01-11' }, ['09', '10', '11']],
    ['a range of one date', now, { kind: 'range', start: '2030-01-10', end: '2030-01-10' }, ['10']],
    ['a range that has begun', now, { kind: 'range', start: '2029-12-01', end: '2030-01-08' }, ['07', '08']],
    ['a range that is over', now, { kind: 'range', start: '2029-12-01', end: '2029-12-31' }, []],
  ])('%s', async (_, today, window, expected) => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-11:00') }, { window })
    clock.set(today)

    const starts = await listed(app, typeId, ['2030-01-01T00:00Z', '2030-02-01T00:00Z'])
    expect(days(starts)).toEqual(expected.map((day) => `2030-01-${day}`))
    if (expected.length > 0) {
      const beyond = `2030-01-${String(Number(expected.at(-1)) + 1).padStart(2, '0')}T09:00Z`
      expect((await book(app, typeId, beyond)).body).toMatchObject({
        status: 409,
        code: 'slot_unavailable',
        reason: 'window',
      })
      await booked(app, typeId, starts.at(-1) ?? '')
    }
  })

  test.each([
    ['Pacific/Auckland', { kind: 'rolling', days: 0 }, '2030-01-07T08:00Z', '2030-01-07T11:00Z'],
    ['Pacific/Auckland', { kind: 'rolling', days: 1 }, '2030-01-07T08:00Z', '2030-01-08T11:00Z'],
    ['America/Los_Angeles', { kind: 'rolling', days: 0 }, '2030-01-07T08:00Z', '2030-01-08T08:00Z'],
    ['Pacific/Honolulu', { kind: 'rolling', days: 0 }, '2030-01-07T08:00Z', '2030-01-07T10:00Z'],
    // In Honolulu it is still Sunday: the next working day is Monday.
    ['Pacific/Honolulu', { kind: 'rolling_business', days: 1 }, '2030-01-07T08:00Z', '2030-01-08T10:00Z'],
    [
      'Pacific/Honolulu',
      { kind: 'range', start: '2030-01-09', end: '2030-01-10' },
      '2030-01-09T10:00Z',
      '2030-01-11T10:00Z',
    ],
    [
      'Asia/Kathmandu',
      { kind: 'range', start: '2030-01-09', end: '2030-01-09' },
      '2030-01-08T18:15Z',
      '2030-01-09T18:15Z',
    ],
  ])('in %s counts days there, whoever asks: %j', async (timezone, window, from, until) => {
    const { typeId } = await addSolo(
      app,
      { timezone, weekly: weekly('00:00-24:00') },
      { window, durationMinutes: 15, requiresConfirmation: true },
    )
    const range: Range = ['2030-01-07T00:00Z', '2030-01-15T00:00Z']

    expect(await listed(app, typeId, range, '&timezone=Asia/Tokyo')).toEqual(every(15, from, until))
    expect((await book(app, typeId, until)).status).toBe(409)
  })

  test('is the next 60 days unless it is set', async () => {
    const host = await addHost(app)
    const type = await good(
      app.post('/event-types', { title: 'Plain', durationMinutes: 60, ownerId: host.id, hosts: [{ userId: host.id }] }),
      201,
    )

    const starts = await listed(app, type.body.id, ['2030-01-07T00:00Z', '2030-06-01T00:00Z'])
    expect([starts[0], starts.at(-1)]).toEqual(['2030-01-07T09:00Z', '2030-03-08T16:00Z'])
  })

  test('without bounds reaches years ahead', async () => {
    const { typeId } = await addSolo(app)

    await expectOffer(
      app,
      typeId,
      ['2035-06-01T00:00Z', '2035-06-02T00:00Z'],
      every(60, '2035-06-01T09:00Z', '2035-06-01T17:00Z'),
      {
        minutes: 60,
      },
    )
  })
})

describe('durations to choose from', () => {
  let typeId: string
  beforeAll(async () => {
    ;({ typeId } = await addSolo(
      app,
      { weekly: weekly('09:00-11:00') },
      { durationMinutes: 30, durationOptions: [15, 30, 60] },
    ))
  })

  test.each([
    ['', on('09:00 09:30 10:00 10:30'), 30],
    ['&duration=15', every(15, '2030-01-08T09:00Z', '2030-01-08T11:00Z'), 15],
    ['&duration=60', on('09:00 10:00'), 60],
  ])('each have their own grid and end: %s', async (query, expected, minutes) => {
    const answer = await askSlots(app, typeId, tuesday, query)

    expect(answer.body.data.map((slot: { start: string }) => brief(slot.start))).toEqual(expected)
    expect(
      answer.body.data.map(
        (slot: { start: string; end: string }) => (Date.parse(slot.end) - Date.parse(slot.start)) / 60_000,
      ),
    ).toEqual(expected.map(() => minutes))
  })

  test('are booked as they are listed', async () => {
    const wednesday = (clock: string) => `2030-01-09T${clock}Z`

    expect((await book(app, typeId, wednesday('09:30'), { durationMinutes: 60 })).status).toBe(409)
    expect((await book(app, typeId, wednesday('09:15'))).status).toBe(409)
    expect((await book(app, typeId, wednesday('09:15'), { durationMinutes: 15 })).body.end).toBe(
      '2030-01-09T09:30:00.000Z',
    )
    expect((await book(app, typeId, wednesday('10:00'), { durationMinutes: 60 })).body.end).toBe(
      '2030-01-09T11:00:00.000Z',
    )
    expect((await book(app, typeId, wednesday('09:30'))).body.end).toBe('2030-01-09T10:00:00.000Z')
  })

  test('that are not offered are a 400 that points at them', async () => {
    expect(await book(app, typeId, '2030-01-10T09:00Z', { durationMinutes: 45 })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ pointer: '#/durationMinutes' }] },
    })
  })
})

describe('a schedule', () => {
  test.each([
    ['ends before it starts', { weekly: weekly('17:00-09:00') }],
    ['ends as it starts', { weekly: weekly('09:00-09:00') }],
    ['starts at 24:00', { weekly: weekly('24:00-24:00') }],
    [
      'has an override that ends before it starts',
      { weekly: [], overrides: overrides({ '2030-01-08': '22:00-02:00' }) },
    ],
    ['has an override of a date that does not exist', { weekly: [], overrides: overrides({ '2030-02-30': '' }) }],
    ['has a zone that is an offset', { weekly: [], timezone: '+05:30' }],
    ['has a zone that nobody knows', { weekly: [], timezone: 'Europe/Atlantis' }],
  ])('that %s is refused with 400', async (_, schedule) => {
    expect(await app.post('/schedules', { timezone: 'UTC', ...schedule })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    })
  })
})
