import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, guest, startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addOrganization, addSolo, addType, booked, good, weekly, written } from '../testing/factories.ts'
import { expectProblem, type Wanted } from '../testing/problem.ts'

let app: TestApp
/** Plain: an hour, no questions. */
let typeId: string
/** Asks every kind of question; only the company is required. */
let askingId: string
let other: Awaited<ReturnType<typeof addOrganization>>
beforeAll(async () => {
  app = await startTestApp()
  ;({ typeId } = await addSolo(app, {}, { durationMinutes: 30, durationOptions: [30, 60] }))
  const host = await addHost(app)
  const question = (key: string, kind: string, more: object = {}) => ({ key, kind, label: key, ...more })
  askingId = await addType(app, [host], {
    locations: [{ kind: 'guest_phone' }, { kind: 'video', value: 'https://meet.example.com/1' }],
    questions: [
      question('company', 'text', { required: true }),
      question('story', 'long_text'),
      question('size', 'select', { options: ['small', 'large'] }),
      question('topics', 'multi_select', { options: ['a', 'b', 'c'] }),
      question('terms', 'checkbox'),
      question('people', 'number'),
      question('phone', 'phone'),
      question('boss', 'email'),
      question('site', 'url'),
    ],
  })
  other = await addOrganization(app)
})
afterAll(() => app.close())

const start = '2030-01-08T09:00:00Z'
const long = (n: number) => 'x'.repeat(n)
const lone = '\ud800'

/** Makes the call, and nothing else: no booking, no event, no mail, now or later. */
async function refused(call: () => Promise<Answer>, wanted: Wanted, path?: string): Promise<Answer> {
  const before = await written(app)
  const answer = await call()
  expectProblem(app, answer, wanted, path)
  expect(await written(app)).toEqual(before)
  return answer
}

const bad = (pointer: string): Wanted => ({ status: 400, code: 'invalid_request', at: [pointer] })
const unavailable: Wanted = { status: 409, code: 'slot_unavailable' }

describe('a start', () => {
  test.each<[string, unknown]>([
    ['is missing', undefined],
    ['is null', null],
    ['is a number', 1893488400000],
    ['is empty', ''],
    ['is a word', 'tomorrow'],
    ['has no offset', '2030-01-08T09:00:00'],
    ['is a date', '2030-01-08'],
    ['has a space for its T', '2030-01-08 09:00:00Z'],
    ['has no seconds', '2030-01-08T09:00Z'],
    ['has two offsets', '2030-01-08T09:00:00ZZ'],
    ['has an offset of 24 hours', '2030-01-08T09:00:00+24:00'],
    ['has an offset of 75 minutes', '2030-01-08T09:00:00+05:75'],
    ['names a zone in brackets', '2030-01-08T09:00:00+00:00[Europe/Berlin]'],
    ['is on the 30th of February', '2030-02-30T09:00:00Z'],
    ['is on the 29th of February of a plain year', '2030-02-29T09:00:00Z'],
    ['is in the 13th month', '2030-13-08T09:00:00Z'],
    ['is at hour 25', '2030-01-08T25:00:00Z'],
    ['is at second 61', '2030-01-08T09:00:61Z'],
    ['has a year of six digits', '+012030-01-08T09:00:00Z'],
    ['hides a line break', '2030-01-08T09:00:00Z\n'],
    ['is in a list', [start]],
  ])('that %s is a 400 that points at it', async (_, value) => {
    await refused(() => app.post('/bookings', { eventTypeId: typeId, start: value, guest }), bad('#/start'))
  })

  test.each([
    ['between two starts', '2030-01-08T09:10:00Z'],
    ['half a minute off', '2030-01-08T09:00:30Z'],
    ['a millisecond off', '2030-01-08T09:00:00.001Z'],
    ['before the hours', '2030-01-08T08:30:00Z'],
    ['that ends after the hours', '2030-01-08T17:00:00Z'],
    ['in the past', '2030-01-06T09:00:00Z'],
    ['years ago', '2001-01-01T09:00:00Z'],
    ['years ahead', '2999-12-31T09:07:00Z'],
  ])('%s is not available', async (_, value) => {
    await refused(() => app.post('/bookings', { eventTypeId: typeId, start: value, guest }), unavailable)
  })

  test.each([
    ['a fraction of a millisecond off', '2030-01-08T09:00:00.0004Z'],
    ['long ago', '0001-01-01T09:00:00Z'],
    ['in the year 0', '0000-01-01T00:00:00Z'],
    ['at the end of time', '9999-12-31T23:59:59Z'],
    ['at the end of time, west of it', '9999-12-31T23:30:00-23:59'],
  ])('%s is no start at all', async (_, value) => {
    const before = await written(app)
    const answer = await app.post('/bookings', { eventTypeId: typeId, start: value, guest })

    expect([400, 409]).toContain(answer.status)
    expectProblem(app, answer, { status: answer.status })
    expect(await written(app)).toEqual(before)
  })

  test('may be written with any offset, and is kept in UTC', async () => {
    const made = await booked(app, typeId, '2030-01-08T21:15:00+05:45')

    expect(made.body.start).toBe('2030-01-08T15:30:00.000Z')
  })
})

describe('a field', () => {
  test.each<[string, object, string]>([
    ['#/eventTypeId', { eventTypeId: undefined }, 'missing'],
    ['#/eventTypeId', { eventTypeId: 5 }, 'a number'],
    ['#/eventTypeId', { eventTypeId: '' }, 'empty'],
    ['#/eventTypeId', { eventTypeId: long(301) }, 'too long'],
    ['#/guest', { guest: undefined }, 'missing'],
    ['#/guest', { guest: null }, 'null'],
    ['#/guest', { guest: 'Grace' }, 'a text'],
    ['#/guest', { guest: [guest] }, 'a list'],
    ['#/guest/name', { guest: { ...guest, name: undefined } }, 'missing'],
    ['#/guest/name', { guest: { ...guest, name: '' } }, 'empty'],
    ['#/guest/name', { guest: { ...guest, name: ' \t ' } }, 'blank'],
    ['#/guest/name', { guest: { ...guest, name: long(201) } }, 'too long'],
    ['#/guest/name', { guest: { ...guest, name: 7 } }, 'a number'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve\r\nBcc: eve@example.com' } }, 'two lines'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve\u0000' } }, 'with a NUL'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve\u001b[31m' } }, 'with an escape'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve\u007f' } }, 'with a DEL'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve\u2028Mallory' } }, 'with a line separator'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve\u2029Mallory' } }, 'with a paragraph separator'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve\u0085Mallory' } }, 'with a next line'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve\u009b31m' } }, 'with an escape of one byte'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve \u202eyrollaM' } }, 'with an override of direction'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve \u202aMallory' } }, 'with an embedding of direction'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve \u2066Mallory' } }, 'with an isolate'],
    ['#/guest/name', { guest: { ...guest, name: 'Eve\u2069Mallory' } }, 'with the end of an isolate'],
    ['#/guest/name', { guest: { ...guest, name: `Eve${lone}` } }, 'with half a character'],
    ['#/guest/email', { guest: { ...guest, email: undefined } }, 'missing'],
    ['#/guest/email', { guest: { ...guest, email: '' } }, 'empty'],
    ['#/guest/email', { guest: { ...guest, email: 'grace' } }, 'a word'],
    ['#/guest/email', { guest: { ...guest, email: 'grace@' } }, 'half an address'],
    ['#/guest/email', { guest: { ...guest, email: 'grace hopper@example.com' } }, 'with a space'],
    ['#/guest/email', { guest: { ...guest, email: 'grace@example.com,eve@example.com' } }, 'two addresses'],
    ['#/guest/email', { guest: { ...guest, email: 'Grace <grace@example.com>' } }, 'with a name'],
    ['#/guest/email', { guest: { ...guest, email: 'grace@example.com\r\nBcc: eve@example.com' } }, 'two lines'],
    ['#/guest/email', { guest: { ...guest, email: `${long(250)}@example.com` } }, 'too long'],
    ['#/guest/timezone', { guest: { ...guest, timezone: undefined } }, 'missing'],
    ['#/guest/timezone', { guest: { ...guest, timezone: 'Mars/Olympus' } }, 'unknown'],
    ['#/guest/timezone', { guest: { ...guest, timezone: '+05:30' } }, 'an offset'],
    ['#/guest/timezone', { guest: { ...guest, timezone: 'UTC+2' } }, 'an offset from UTC'],
    ['#/guest/timezone', { guest: { ...guest, timezone: 'GMT+2' } }, 'an offset from GMT'],
    ['#/guest/timezone', { guest: { ...guest, timezone: '' } }, 'empty'],
    ['#/guest/timezone', { guest: { ...guest, timezone: '../../etc/passwd' } }, 'a path'],
    ['#/guest/timezone', { guest: { ...guest, timezone: 'Europe/Berlin\u0000' } }, 'with a NUL'],
    ['#/guest/timezone', { guest: { ...guest, timezone: 2 } }, 'a number'],
    ['#/guest/locale', { guest: { ...guest, locale: 'de_DE' } }, 'with an underscore'],
    ['#/guest/locale', { guest: { ...guest, locale: '' } }, 'empty'],
    ['#/guest/age', { guest: { ...guest, age: 5 } }, 'unknown'],
    ['#/durationMinutes', { durationMinutes: 45 }, 'not offered'],
    ['#/durationMinutes', { durationMinutes: '30' }, 'a text'],
    ['#/durationMinutes', { durationMinutes: 0 }, 'zero'],
    ['#/durationMinutes', { durationMinutes: -30 }, 'negative'],
    ['#/durationMinutes', { durationMinutes: 30.5 }, 'a fraction'],
    ['#/durationMinutes', { durationMinutes: 1e21 }, 'huge'],
    ['#/durationMinutes', { durationMinutes: Number.MAX_SAFE_INTEGER }, 'as large as can be'],
    ['#/durationMinutes', { durationMinutes: null }, 'null'],
    ['#/additionalGuests', { additionalGuests: 'eve@example.com' }, 'a text'],
    ['#/additionalGuests', { additionalGuests: Array.from({ length: 21 }, (_, i) => `g${i}@example.com`) }, 'too many'],
    ['#/additionalGuests/1', { additionalGuests: ['ok@example.com', 'eve'] }, 'no address'],
    ['#/additionalGuests/0', { additionalGuests: [null] }, 'null'],
    ['#/notes', { notes: long(5001) }, 'too long'],
    ['#/notes', { notes: 'a\u0000b' }, 'with a NUL'],
    ['#/notes', { notes: lone }, 'half a character'],
    ['#/notes', { notes: 5 }, 'a number'],
    ['#/location/kind', { location: { kind: 'moon' } }, 'unknown'],
    ['#/location/url', { location: { kind: 'video', url: 'x' } }, 'unknown'],
    ['#/location', { location: 'video' }, 'a text'],
    ['#/recurrence', { recurrence: 'weekly' }, 'a text'],
    ['#/recurrence/count', { recurrence: { frequency: 'weekly' } }, 'missing'],
    ['#/recurrence/count', { recurrence: { frequency: 'weekly', count: 0 } }, 'zero'],
    ['#/recurrence/count', { recurrence: { frequency: 'weekly', count: -1 } }, 'negative'],
    ['#/recurrence/count', { recurrence: { frequency: 'weekly', count: 25 } }, 'beyond 24'],
    ['#/recurrence/count', { recurrence: { frequency: 'weekly', count: 2.5 } }, 'a fraction'],
    ['#/recurrence/interval', { recurrence: { frequency: 'weekly', count: 2, interval: 0 } }, 'zero'],
    ['#/recurrence/interval', { recurrence: { frequency: 'weekly', count: 2, interval: 1e9 } }, 'huge'],
    ['#/recurrence/frequency', { recurrence: { frequency: 'yearly', count: 2 } }, 'unknown'],
    ['#/recurrence/until', { recurrence: { frequency: 'weekly', count: 2, until: start } }, 'unknown'],
    ['#/metadata', { metadata: ['a'] }, 'a list'],
    ['#/metadata/a', { metadata: { a: 5 } }, 'a number'],
    ['#/metadata/a', { metadata: { a: null } }, 'null'],
    ['#/metadata/a', { metadata: { a: long(501) } }, 'too long'],
    ['#/metadata/a', { metadata: { a: 'x\u0000' } }, 'with a NUL'],
    ['#/metadata', { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'v'])) }, 'too many'],
    ['#/externalId', { externalId: '' }, 'empty'],
    ['#/externalId', { externalId: long(256) }, 'too long'],
    ['#/externalId', { externalId: 'a\nb' }, 'two lines'],
    ['#/evil', { evil: true }, 'unknown'],
    ['#/status', { status: 'confirmed' }, 'not to be set'],
    ['#/id', { id: 'bk_mine' }, 'not to be set'],
    ['#/organizationId', { organizationId: 'org_x' }, 'not to be set'],
    ['#/a~1b', { 'a/b': 1 }, 'with a slash'],
    ['#/a~0b', { 'a~b': 1 }, 'with a tilde'],
    ['#/constructor', { constructor: 1 }, 'a name that objects have'],
    ['#/toString', { toString: 1 }, 'a name that objects have'],
  ])('%s of %j that is %s is a 400 that points at it', async (pointer, change) => {
    await refused(() => app.post('/bookings', { eventTypeId: typeId, start, guest, ...change }), bad(pointer))
  })

  test('that is wrong does not hide another: all are named at once', async () => {
    const body = {
      eventTypeId: typeId,
      start: 'soon',
      guest: { name: '', email: 'x', timezone: '+1' },
      evil: 1,
      notes: 5,
    }

    const answer = await refused(() => app.post('/bookings', body), {
      status: 400,
      code: 'invalid_request',
      at: ['#/start', '#/guest/name', '#/guest/email', '#/guest/timezone', '#/evil', '#/notes'],
    })
    expect(answer.body.detail).toMatch(
      /^6 fields are invalid\. The first three: “start”: [^“]+“name”: [^“]+“email”: [^“]+$/,
    )
  })

  test('missing is told apart from wrong by its code', async () => {
    const answer = await refused(() => app.post('/bookings', {}), { status: 400, code: 'invalid_request' })

    expect(answer.body.detail).toBe(
      '3 fields are invalid. “eventTypeId” is required. “start” is required. “guest” is required.',
    )
    expect(answer.body.errors).toMatchObject([
      { pointer: '#/eventTypeId', code: 'required' },
      { pointer: '#/start', code: 'required' },
      { pointer: '#/guest', code: 'required' },
    ])
  })

  test.each([
    ['in the metadata’s key', { metadata: { 'a\u0000b': 'x' } }],
    ['half a character, in the metadata’s key', { metadata: { [lone]: 'x' } }],
    ['an empty metadata key', { metadata: { '': 'x' } }],
    ['a metadata key that is too long', { metadata: { [long(41)]: 'x' } }],
    ['half a character in the metadata', { metadata: { a: lone } }],
    ['an event type with a NUL', { eventTypeId: 'et_\u0000' }],
    ['an event type that is half a character', { eventTypeId: lone }],
    ['a host with a NUL', { hostId: '\u0000' }],
    ['a host nobody knows', { hostId: 'usr_nobody' }],
    ['a link nobody knows', { linkToken: 'nope' }],
    ['a link with a NUL', { linkToken: '\u0000' }],
    ['an external id with half a character', { externalId: lone }],
    ['an address with half a character', { guest: { ...guest, email: `a${lone}@example.com` } }],
    ['an address with a NUL', { guest: { ...guest, email: 'a\u0000@example.com' } }],
    ['an address of a friend with a NUL', { additionalGuests: ['a\u0000@example.com'] }],
    ['a location with a NUL', { location: { kind: 'custom', value: '\u0000' } }],
  ])('with %s is refused, never a 500', async (_, change) => {
    const before = await written(app)
    const answer = await app.post('/bookings', { eventTypeId: typeId, start, guest, ...change })

    expect([400, 404, 410]).toContain(answer.status)
    expectProblem(app, answer, { status: answer.status })
    expect(await written(app)).toEqual(before)
  })

  test.each([
    ['at the top', (body: string) => body.replace('{', '{"__proto__":{"status":"confirmed"},')],
    ['in the guest', (body: string) => body.replace('"guest":{', '"guest":{"__proto__":{"name":"Eve"},')],
    ['in the metadata', (body: string) => body.replace('{', '{"metadata":{"__proto__":"x"},')],
    ['in the answers', (body: string) => body.replace('{', '{"answers":{"__proto__":"x"},')],
    ['twice', (body: string) => body.replace('{', '{"__proto__":1,"__proto__":{"x":1},')],
  ])('named __proto__ %s is refused, and poisons nothing', async (_, spoil) => {
    const body = spoil(JSON.stringify({ eventTypeId: typeId, start, guest }))

    await refused(() => app.post('/bookings', body), { status: 400, code: 'invalid_request' })
    expect(({} as { status?: string }).status).toBeUndefined()
  })
})

describe('answers to questions', () => {
  const company = { company: 'Analytical Engines' }

  test.each<[string, unknown, string]>([
    ['company', {}, 'missing'],
    ['company', { company: '' }, 'empty'],
    ['company', { company: '   ' }, 'blank'],
    ['company', { company: null }, 'null'],
    ['company', { company: 5 }, 'a number'],
    ['company', { company: ['Analytical Engines'] }, 'a list'],
    ['company', { company: { name: 'x' } }, 'an object'],
    ['company', { company: 'a\u0000b' }, 'with a NUL'],
    ['company', { company: lone }, 'half a character'],
    ['company', { company: long(5001) }, 'too long'],
    ['size', { ...company, size: 'medium' }, 'not among the options'],
    ['size', { ...company, size: ['small'] }, 'a list'],
    ['size', { ...company, size: 'Small' }, 'written otherwise'],
    ['topics', { ...company, topics: 'a' }, 'not a list'],
    ['topics', { ...company, topics: ['a', 'z'] }, 'not among the options'],
    ['terms', { ...company, terms: 'yes' }, 'not a yes or no'],
    ['people', { ...company, people: 'many' }, 'a word'],
    ['people', { ...company, people: true }, 'a yes'],
    ['phone', { ...company, phone: 'call me' }, 'a sentence'],
    ['boss', { ...company, boss: 'charles' }, 'no address'],
    ['site', { ...company, site: 'javascript:alert(1)' }, 'a script'],
    ['site', { ...company, site: 'example' }, 'a word'],
    ['nope', { ...company, nope: 'x' }, 'unknown'],
    ['constructor', { ...company, constructor: 'x' }, 'unknown'],
    ['toString', { ...company, toString: 'x' }, 'unknown'],
  ])('%s of %j that is %s is a 400 that points at it', async (key, answers) => {
    await refused(
      () => app.post('/bookings', { eventTypeId: askingId, start, guest, answers }),
      bad(`#/answers/${key}`),
    )
  })

  test('are named when none is sent', async () => {
    await refused(() => app.post('/bookings', { eventTypeId: askingId, start, guest }), bad('#/answers/company'))
  })

  test('that are a list are refused', async () => {
    await refused(
      () => app.post('/bookings', { eventTypeId: askingId, start, guest, answers: ['x'] }),
      bad('#/answers'),
    )
  })

  test('are kept as they were given', async () => {
    const answers = {
      company: '=HYPERLINK("http://evil.example","x")',
      story: 'two\nlines\tand a tab',
      size: 'large',
      topics: ['c', 'a'],
      terms: true,
      people: 12.5,
      phone: '+49 30 123456',
      boss: 'boss@example.com',
      site: 'https://example.com/?q=<b>',
    }
    const made = await booked(app, askingId, '2030-01-09T09:00Z', { answers, location: { kind: 'video' } })

    expect((await app.get(`/bookings/${made.body.id}`)).body.answers).toEqual(answers)
  })

  test.each<[object, string]>([
    [{ kind: 'in_person' }, 'not offered'],
    [{ kind: 'guest_phone' }, 'without the number it needs'],
  ])('a location %j %s is refused', async (location) => {
    const before = await written(app)
    const answer = await app.post('/bookings', { eventTypeId: askingId, start, guest, answers: company, location })

    expectProblem(app, answer, { status: 400, code: 'invalid_request' })
    expect(answer.body.errors[0].pointer).toMatch(/^#\/location/)
    expect(await written(app)).toEqual(before)
  })
})

describe('a setting', () => {
  const type = { title: 'Wrong', durationMinutes: 30 }

  test.each<[string, object, string]>([
    ['/time-off', { startDate: '2030-01-10', endDate: '2030-01-09' }, '#/endDate'],
    ['/time-off', { start: '2030-01-10T10:00:00Z', end: '2030-01-10T09:00:00Z' }, '#/end'],
    ['/busy-blocks', { start: '2030-01-10T10:00:00Z', end: '2030-01-10T10:00:00Z' }, '#/end'],
    ['/busy-blocks', { start: '2030-01-10T10:00:00', end: '2030-01-10T11:00:00Z' }, '#/start'],
    ['/event-types', { ...type, durationMinutes: 0 }, '#/durationMinutes'],
    ['/event-types', { ...type, durationMinutes: 1441 }, '#/durationMinutes'],
    ['/event-types', { ...type, intervalMinutes: 0 }, '#/intervalMinutes'],
    ['/event-types', { ...type, bufferBeforeMinutes: -1 }, '#/bufferBeforeMinutes'],
    ['/event-types', { ...type, bufferAfterMinutes: 0.5 }, '#/bufferAfterMinutes'],
    ['/event-types', { ...type, minNoticeMinutes: -1 }, '#/minNoticeMinutes'],
    ['/event-types', { ...type, seats: 0 }, '#/seats'],
    ['/event-types', { ...type, limits: { bookings: { hour: 1 } } }, '#/limits/bookings/hour'],
    ['/event-types', { ...type, limits: { minutes: { week: 0 } } }, '#/limits/minutes/week'],
    ['/event-types', { ...type, window: { kind: 'rolling' } }, '#/window/days'],
    ['/event-types', { ...type, window: { kind: 'range', start: '2030-02-01', end: '2030-01-01' } }, '#/window/end'],
    ['/event-types', { ...type, redirectUrl: 'javascript:alert(1)' }, '#/redirectUrl'],
    ['/event-types', { ...type, redirectUrl: 'ftp://example.com/' }, '#/redirectUrl'],
    ['/event-types', { ...type, slug: 'Not A Slug' }, '#/slug'],
    ['/event-types', { ...type, slug: '../admin' }, '#/slug'],
    ['/event-types', { ...type, hosts: [] }, '#/hosts'],
    ['/event-types', { ...type, hosts: [{ userId: 'x', weight: 0 }] }, '#/hosts/0/weight'],
    ['/event-types', { ...type, questions: [{ key: 'a b', label: 'x', kind: 'text' }] }, '#/questions/0/key'],
    ['/event-types', { ...type, questions: [{ key: '__proto__', label: 'x', kind: 'text' }] }, '#/questions/0/key'],
    [
      '/schedules',
      { timezone: 'UTC', weekly: [{ days: ['someday'], start: '09:00', end: '10:00' }] },
      '#/weekly/0/days/0',
    ],
    ['/schedules', { timezone: 'UTC', weekly: [{ days: ['mon'], start: '9:00', end: '10:00' }] }, '#/weekly/0/start'],
    ['/schedules', { timezone: 'UTC', weekly: [{ days: ['mon'], start: '09:00', end: '24:01' }] }, '#/weekly/0/end'],
    ['/schedules', { timezone: 'UTC', weekly: [{ days: ['mon'], start: '10:00', end: '09:00' }] }, '#/weekly/0/end'],
    ['/organization/members', { email: 'x', name: 'X', timezone: 'UTC' }, '#/email'],
    ['/organization/members', { email: 'x@example.com', name: 'X', timezone: 'UTC', role: 'owner' }, '#/role'],
  ])('of %s %j is a 400 that points at what is wrong', async (path, body, pointer) => {
    await refused(() => app.post(path, body), bad(pointer))
  })

  test('that names a host twice, or one host too many for an individual meeting, is refused', async () => {
    const [a, b] = [await addHost(app), await addHost(app)]
    for (const hosts of [
      [a, a],
      [a, b],
    ]) {
      const body = {
        ...type,
        scheduling: hosts[0] === hosts[1] ? 'collective' : 'individual',
        hosts: hosts.map((one) => ({ userId: one.id })),
      }
      const answer = await refused(() => app.post('/event-types', body), { status: 400, code: 'invalid_request' })
      expect(answer.body.errors[0].pointer).toMatch(/^#\/(hosts|scheduling)/)
    }
  })

  test('that asks one question twice, or gives nothing to choose from, is refused', async () => {
    const ask = (key: string, kind: string) => ({ key, label: key, kind })
    for (const questions of [[ask('a', 'text'), ask('a', 'text')], [ask('a', 'select')]]) {
      const answer = await refused(() => app.post('/event-types', { ...type, questions }), {
        status: 400,
        code: 'invalid_request',
      })
      expect(answer.body.errors[0].pointer).toMatch(/^#\/questions/)
    }
  })
})

describe('a body', () => {
  const path = '/api/v1/bookings'
  const send = async (body: BodyInit | undefined, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.apiKey}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body }),
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    })
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
  }
  const whole = () => JSON.stringify({ eventTypeId: typeId, start, guest })

  test.each([
    ['half an object', '{"eventTypeId":'],
    ['two objects', '{}{}'],
    ['single quotes', "{'a':1}"],
    ['a trailing comma', '{"a":1,}'],
    ['NaN', '{"durationMinutes":NaN}'],
    ['a comment', '{} // please'],
    ['a word', 'hello'],
    ['HTML', '<script>alert(1)</script>'],
    ['a control character in a text', '{"notes":"\u0001"}'],
  ])('of %s is invalid JSON', async (_, body) => {
    await refused(() => send(body), { status: 400, code: 'invalid_json' }, path)
  })

  test.each(['null', '[]', '5', 'true', '"text"', '[{}]'])('of %s is no object', async (body) => {
    await refused(() => send(body), { status: 400, code: 'invalid_request' }, path)
  })

  test('that is empty lacks what is required', async () => {
    await refused(() => send(undefined), { status: 400, code: 'invalid_request' }, path)
    await refused(() => send(''), { status: 400, code: 'invalid_request' }, path)
  })

  test.each([
    ['a stray byte', [0xff]],
    ['an overlong form', [0xc0, 0x80]],
    ['an encoded surrogate', [0xed, 0xa0, 0x80]],
    ['a character cut short', [0xe2, 0x82]],
    ['Latin-1', [0xe9]],
  ])('with %s is not UTF-8', async (_, bytes) => {
    const body = Buffer.concat([Buffer.from('{"notes":"'), Buffer.from(bytes), Buffer.from('"}')])

    await refused(() => send(body), { status: 400, code: 'invalid_json' }, path)
  })

  test.each([64, 65, 1000, 100_000])('%d lists deep is refused without harm', async (depth) => {
    const answer = await refused(
      () => send(`{"notes":${'['.repeat(depth)}${']'.repeat(depth)}}`),
      { status: 400 },
      path,
    )

    if (depth >= 65) expect(answer.body.code).toBe('invalid_json')
  })

  test('as deep in objects is refused as well', async () => {
    await refused(
      () => send(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`),
      { status: 400, code: 'invalid_json' },
      path,
    )
  })

  test('over 1 MiB is too large, told beforehand or not', async () => {
    const big = `{"notes":"${long(1024 * 1024)}"}`
    const stream = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < big.length; at += 65_536) controller.enqueue(Buffer.from(big.slice(at, at + 65_536)))
          controller.close()
        },
      })

    await refused(() => send(big), { status: 413, code: 'payload_too_large' }, path)
    await refused(() => send(stream()), { status: 413, code: 'payload_too_large' }, path)
  })

  test('of 1 MiB is read, and refused for what it says', async () => {
    const frame = '{"notes":""}'.length

    await refused(
      () => send(`{"notes":"${long(1024 * 1024 - frame)}"}`),
      { status: 400, code: 'invalid_request' },
      path,
    )
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/jsonx',
    'application/merge-patch+json',
    'json',
    '',
  ])('said to be “%s” is not supported', async (type) => {
    await refused(() => send(whole(), { 'content-type': type }), { status: 415, code: 'unsupported_media_type' }, path)
  })

  test('may say its charset, in any case', async () => {
    const made = await send(JSON.stringify({ eventTypeId: typeId, start: '2030-01-10T09:00:00Z', guest }), {
      'content-type': 'Application/JSON; Charset=UTF-8',
    })

    expect(made.status).toBe(201)
  })
})

describe('a query', () => {
  const slots = (query: string) => `/event-types/${typeId}/slots?${query}`
  const range = 'start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z'

  test.each<[string, () => string, string]>([
    ['an unknown parameter', () => '/bookings?colour=red', 'colour'],
    ['a parameter twice', () => '/bookings?limit=1&limit=2', 'limit'],
    ['no limit', () => '/bookings?limit=', 'limit'],
    ['a limit of zero', () => '/bookings?limit=0', 'limit'],
    ['a limit beyond 100', () => '/bookings?limit=101', 'limit'],
    ['a limit that is negative', () => '/bookings?limit=-1', 'limit'],
    ['a limit that is a fraction', () => '/bookings?limit=1.5', 'limit'],
    ['a limit that is a word', () => '/bookings?limit=all', 'limit'],
    ['a limit that is infinite', () => '/bookings?limit=Infinity', 'limit'],
    ['a cursor nobody gave', () => '/bookings?cursor=nonsense', 'cursor'],
    ['a status nobody has', () => '/bookings?status=lost', 'status'],
    ['a list of statuses with a hole', () => '/bookings?status=confirmed,,pending', 'status'],
    ['a bound that is no instant', () => '/bookings?start[gte]=yesterday', 'start[gte]'],
    ['a bound nobody knows', () => '/bookings?start[gt]=2030-01-08T00:00:00Z', 'start[gt]'],
    ['an event nobody knows', () => '/events?after=evt_nope', 'after'],
    ['a start twice', () => slots(`${range}&start=2030-01-08T00:00:00Z`), 'start'],
    ['an explanation that is maybe', () => slots(`${range}&explain=maybe`), 'explain'],
    ['an instant to explain that is none', () => slots(`${range}&at=noon`), 'at'],
    ['a parameter on a route that has none', () => `/bookings/bk_x?expand=guest`, 'expand'],
  ])('with %s is a 400 that names the parameter', async (_, path, parameter) => {
    await refused(() => app.get(path()), { status: 400, at: [parameter] }, `/api/v1${path().split('?')[0]}`)
  })

  test('of another list’s cursor says so', async () => {
    for (const hour of ['09', '10']) await booked(app, typeId, `2030-01-11T${hour}:00Z`)
    const page = await app.get('/bookings?limit=1&status=confirmed')
    const elsewhere = await app.get(`/bookings?limit=1&status=pending&cursor=${page.body.nextCursor}`)

    expect(page.body.nextCursor).toBeTypeOf('string')
    expectProblem(app, elsewhere, { status: 400, code: 'cursor_mismatch' })
  })

  test.each([
    '/bookings?hostId=%00',
    '/bookings?eventTypeId=%00',
    '/bookings?guestEmail=%00',
    '/bookings?seriesId=%00',
    '/bookings?guestEmail=%ED%A0%80',
    '/bookings?hostId=%ff',
    '/bookings?hostId=%zz',
    '/bookings?cursor=%00',
    '/events?after=%00',
    '/events?type=%00',
    '/mail?to=%00',
    '/mail?subjectId=%00',
    '/organization/members?email=%00',
    '/event-types?ownerId=%00',
    '/schedules?userId=%00',
    '/bookings/%00',
    '/bookings/%ff',
    '/bookings/%zz',
    '/bookings/%ED%A0%80',
    '/bookings/ext:%00',
    '/bookings/ext:',
    '/bookings/..%2f..%2fme',
    '/bookings/%2e%2e',
    '/event-types/%00/slots',
    '/events/%00',
    '/mail/%00',
    '/organization/members/%00',
    '/schedules/%00',
    '/time-off/%00',
    '/busy-blocks/%00',
    '/public/users/%00',
    '/public/users/ada/%00',
    '/public/bookings/%00',
    `/public/bookings/${long(2000)}`,
    `/bookings/${long(5000)}`,
    '/public/users/ada/30min/slots?start=2030-01-08T00:00Z&end=x',
  ])('of bytes that are no name is answered and never a 500: %s', async (path) => {
    const answer = await app.get(path)

    expect(answer.status).toBeLessThan(500)
    if (answer.status !== 200) expectProblem(app, answer, { status: answer.status })
  })
})

describe('a path', () => {
  test.each([
    ['/bookings', 'PUT', ['GET', 'POST']],
    ['/bookings/bk_x', 'POST', ['GET', 'PATCH']],
    ['/bookings/bk_x/cancel', 'GET', ['POST']],
    ['/bookings/bk_x/cancel', 'DELETE', ['POST']],
  ])('%s does not answer %s, and says what it answers', async (path, method, allowed) => {
    const response = await fetch(`${app.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${app.apiKey}` },
    })
    const answer = { status: response.status, headers: response.headers, body: await response.json() }

    expectProblem(app, answer, { status: 405, code: 'method_not_allowed' })
    const allow = (response.headers.get('allow') ?? '').split(/, */)
    for (const one of allowed) expect(allow).toContain(one)
  })

  test.each(['/nothing', '/bookings/x/y/z', '/api/v1', '/api/v2/bookings'])('%s is nowhere', async (path) => {
    expectProblem(app, await app.get(path), { status: 404, code: 'not_found' })
  })

  test.each([
    ['no key', { authorization: '' }],
    ['a key that was never one', { authorization: 'Bearer lm_live_000000000000000000000000000000000000' }],
    ['a word', { authorization: 'Bearer nonsense' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['a key with a NUL', { authorization: 'Bearer lm_live_%00' }],
  ])('with %s is 401 and asks for a bearer', async (_, headers) => {
    const answer = await refused(
      () => app.post('/bookings', { eventTypeId: typeId, start, guest }, headers),
      { status: 401, code: 'unauthenticated' },
      '/api/v1/bookings',
    )

    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })
})

describe('another organization’s', () => {
  let theirs: Record<'booking' | 'eventType' | 'schedule' | 'timeOff' | 'block' | 'event' | 'mail' | 'user', string>
  let mine: string
  beforeAll(async () => {
    const post = (path: string, body: object) => good(app.post(path, body, other.headers), 201)
    const booking = await post('/bookings', { eventTypeId: other.eventTypeId, start, guest, externalId: 'shared-name' })
    await app.settle()
    const list = async (path: string) => (await app.get(path, other.headers)).body.data[0].id
    theirs = {
      booking: booking.body.id,
      eventType: other.eventTypeId,
      schedule: await list('/schedules'),
      timeOff: (await post('/time-off', { startDate: '2030-03-01', endDate: '2030-03-02' })).body.id,
      block: (await post('/busy-blocks', { start: '2030-03-03T09:00:00Z', end: '2030-03-03T10:00:00Z' })).body.id,
      event: await list('/events'),
      mail: await list('/mail'),
      user: other.ownerId,
    }
    mine = (await booked(app, typeId, '2030-01-14T09:00Z')).body.id
  })

  test.each<[keyof typeof theirs, 'get' | 'post' | 'patch' | 'delete', string, object?]>([
    ['booking', 'get', '/bookings/{id}'],
    ['booking', 'get', '/bookings/{id}/events'],
    ['booking', 'get', '/bookings/{id}/calendar.ics'],
    ['booking', 'patch', '/bookings/{id}', { notes: 'x' }],
    ['booking', 'post', '/bookings/{id}/cancel', {}],
    ['booking', 'post', '/bookings/{id}/reschedule', { start }],
    ['booking', 'post', '/bookings/{id}/confirm', {}],
    ['booking', 'post', '/bookings/{id}/decline', {}],
    ['booking', 'post', '/bookings/{id}/no-show', {}],
    ['booking', 'post', '/bookings/{id}/reassign', { hostId: 'usr_x' }],
    ['eventType', 'get', '/event-types/{id}'],
    ['eventType', 'get', '/event-types/{id}/slots?start=2030-01-08T00:00:00Z&end=2030-01-09T00:00:00Z'],
    ['eventType', 'patch', '/event-types/{id}', { title: 'Mine now' }],
    ['eventType', 'delete', '/event-types/{id}'],
    ['schedule', 'get', '/schedules/{id}'],
    ['schedule', 'patch', '/schedules/{id}', { name: 'Mine now' }],
    ['schedule', 'delete', '/schedules/{id}'],
    ['timeOff', 'get', '/time-off/{id}'],
    ['timeOff', 'patch', '/time-off/{id}', { reason: 'x' }],
    ['timeOff', 'delete', '/time-off/{id}'],
    ['block', 'get', '/busy-blocks/{id}'],
    ['block', 'patch', '/busy-blocks/{id}', { reason: 'x' }],
    ['block', 'delete', '/busy-blocks/{id}'],
    ['event', 'get', '/events/{id}'],
    ['mail', 'get', '/mail/{id}'],
    ['user', 'get', '/organization/members/{id}'],
    ['user', 'patch', '/organization/members/{id}', { name: 'Mine now' }],
    ['user', 'post', '/organization/members/{id}/suspend', {}],
  ])('%s: %s %s is a 404, as if it were not there', async (kind, method, path, body) => {
    const real = path.replace('{id}', theirs[kind])
    const nobody = `${theirs[kind].split('_')[0]}_00000000000000000000`
    const made = path.replace('{id}', nobody)
    const call = (to: string) => (method === 'get' || method === 'delete' ? app[method](to) : app[method](to, body))

    const answer = await refused(() => call(real), { status: 404, code: 'not_found' })
    const unknown = await refused(() => call(made), { status: 404, code: 'not_found' })
    const words = (one: Answer, id: string) => String(one.body.detail).replaceAll(id, '…')
    expect(words(answer, theirs[kind])).toBe(words(unknown, nobody))
  })

  test('things cannot be named in one’s own either', async () => {
    const calls: [string, () => Promise<Answer>][] = [
      ['a booking of their event type', () => app.post('/bookings', { eventTypeId: theirs.eventType, start, guest })],
      ['a preview of it', () => app.post('/bookings/preview', { eventTypeId: theirs.eventType, start, guest })],
      [
        'a booking with their host',
        () => app.post('/bookings', { eventTypeId: typeId, start, guest, hostId: theirs.user }),
      ],
      ['a reassignment to them', () => app.post(`/bookings/${mine}/reassign`, { hostId: theirs.user })],
      [
        'slots around their booking',
        () => app.get(`/event-types/${typeId}/slots?rescheduleBookingId=${theirs.booking}`),
      ],
      [
        'an event type with their host',
        () => app.post('/event-types', { title: 'Both', durationMinutes: 30, hosts: [{ userId: theirs.user }] }),
      ],
      [
        'an event type of theirs',
        () => app.post('/event-types', { title: 'Gift', durationMinutes: 30, ownerId: theirs.user }),
      ],
      [
        'an event type on their schedule',
        () => app.post('/event-types', { title: 'On theirs', durationMinutes: 30, scheduleId: theirs.schedule }),
      ],
      [
        'a schedule for them',
        () => app.post('/schedules', { timezone: 'UTC', weekly: weekly('09:00-10:00'), userId: theirs.user }),
      ],
      [
        'time off for them',
        () => app.post('/time-off', { userId: theirs.user, startDate: '2030-04-01', endDate: '2030-04-02' }),
      ],
      [
        'a block for them',
        () =>
          app.post('/busy-blocks', { userId: theirs.user, start: '2030-04-01T09:00:00Z', end: '2030-04-01T10:00:00Z' }),
      ],
    ]

    for (const [what, call] of calls) {
      const before = await written(app)
      const answer = await call()
      expect([400, 404], what).toContain(answer.status)
      expectProblem(app, answer, { status: answer.status })
      expect(JSON.stringify(answer.body), what).not.toContain('Olive')
      expect(await written(app)).toEqual(before)
    }
  })

  test('bookings are in no list, under no filter', async () => {
    const lists = await Promise.all(
      [
        '/bookings?limit=100',
        `/bookings?eventTypeId=${theirs.eventType}`,
        `/bookings?hostId=${theirs.user}`,
        '/events?limit=100',
        '/mail?limit=100',
        `/mail?subjectId=${theirs.booking}`,
      ].map((path) => app.get(path)),
    )

    for (const list of lists) expect(JSON.stringify(list.body)).not.toContain(theirs.booking)
  })

  test('event is no place in one’s own log', async () => {
    await refused(() => app.get(`/events?after=${theirs.event}`), { status: 400, at: ['after'] })
  })

  test('external ids are names of their own', async () => {
    await refused(() => app.get('/bookings/ext:shared-name'), { status: 404, code: 'not_found' })
    const made = await booked(app, typeId, '2030-01-15T09:00Z', { externalId: 'shared-name' })

    expect((await app.get('/bookings/ext:shared-name')).body.id).toBe(made.body.id)
    await refused(
      () =>
        app.post('/bookings', { eventTypeId: typeId, start: '2030-01-15T11:00:00Z', guest, externalId: 'shared-name' }),
      {
        status: 409,
        code: 'external_id_taken',
      },
    )
  })
})

describe('an event type that is off or unlisted', () => {
  test('is refused by its own code while it is off, and not found on the public page', async () => {
    const type = await good(
      app.post('/event-types', { title: 'Off', slug: 'off', durationMinutes: 30, active: false }),
      201,
    )
    const body = { start, guest }

    await refused(() => app.post('/bookings', { ...body, eventTypeId: type.body.id }), {
      status: 409,
      code: 'event_type_inactive',
    })
    const onPage = await app.post('/public/users/ada/off/bookings', body, { authorization: '' })
    expect([404, 409, 410]).toContain(onPage.status)
    expectProblem(app, onPage, { status: onPage.status })
  })

  test('is on no profile while it is unlisted, and can be booked by who knows it', async () => {
    await good(
      app.post('/event-types', { title: 'Quiet', slug: 'quiet', durationMinutes: 30, visibility: 'unlisted' }),
      201,
    )
    const profile = await app.get('/public/users/ada', { authorization: '' })
    const made = await app.post(
      '/public/users/ada/quiet/bookings',
      { start: '2030-01-08T11:00:00Z', guest },
      { authorization: '' },
    )

    expect(JSON.stringify(profile.body)).not.toContain('quiet')
    expect(made.status).toBe(201)
  })

  test('is nowhere on the page of somebody who is not there', async () => {
    for (const path of ['/public/users/nobody', '/public/users/nobody/30min', '/public/users/ada/nothing']) {
      await refused(() => app.get(path, { authorization: '' }), { status: 404, code: 'not_found' })
    }
  })
})

describe('a guest on the public page', () => {
  const page = '/public/users/ada/30min/bookings'

  test.each<[string, object, Wanted]>([
    ['a start without an offset', { start: '2030-01-08T09:00:00', guest }, bad('#/start')],
    ['an off-grid start', { start: '2030-01-08T09:07:00Z', guest }, unavailable],
    ['a forged duration', { start, guest, durationMinutes: 5 }, bad('#/durationMinutes')],
    ['an event type of their own choice', { start, guest, eventTypeId: 'et_x' }, bad('#/eventTypeId')],
    ['a host of their own choice', { start, guest, hostId: 'usr_x' }, bad('#/hostId')],
    ['an external id', { start, guest, externalId: 'x' }, bad('#/externalId')],
    ['a source', { start, guest, source: 'api' }, bad('#/source')],
  ])('who sends %s is refused', async (_, body, wanted) => {
    await refused(() => app.post(page, body, { authorization: '' }), wanted, `/api/v1${page}`)
  })
})

describe('strange but honest words', () => {
  test.each([
    ['emoji', '👩🏽‍💻 Grace 🇺🇳'],
    ['right to left', 'غريس هوبر'],
    ['Hebrew beside a number', 'ד״ר גרייס הופר 2\u200f'],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['Indic with a joiner', 'क्\u200dष'],
    ['a formula', '=1+1;"DDE"'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['quotes, commas and semicolons', 'Grace "Amazing", Hopper; Esq. \\n'],
    ['a template', '{{constructor.constructor("x")()}} #{7*7} %s'],
    ['combining marks', 'Z̡͈͓̖̺̫͔̙̝̏̉͌ͤalgo'],
    ['SQL', "Robert'); DROP TABLE bookings;--"],
    ['two hundred characters', long(200)],
    ['zero width', 'Gr\u200bace'],
  ])('%s are kept to the letter and shown harmless', async (kind, name) => {
    const email = `strange${kind.length}${name.length}@example.com`
    const type = (await addSolo(app)).typeId
    const made = await booked(app, type, '2030-01-08T09:00Z', { guest: { ...guest, name, email }, notes: name })
    await app.settle()

    expect((await app.get(`/bookings/${made.body.id}`)).body).toMatchObject({ guest: { name }, notes: name })
    const mails = (await app.get(`/mail?subjectId=${made.body.id}`)).body.data
    expect(mails).toHaveLength(2)
    for (const { id } of mails) {
      const { body } = await app.get(`/mail/${id}`)
      expect(body.subject).not.toMatch(/[\r\n]/)
      expect(body.html).not.toContain('<img src=x')
      expect(body.calendar.content.split('\r\n').every((line: string) => Buffer.byteLength(line) <= 75)).toBe(true)
      expect(body.calendar.content).not.toMatch(/[^\r]\n/)
    }
  })
})

test('nothing that was refused sends mail later', async () => {
  await app.settle()
  const before = await written(app)
  await app.post('/bookings', { eventTypeId: typeId, start: '2030-01-08T09:10:00Z', guest })
  await app.post('/bookings', { eventTypeId: typeId, start, guest: { ...guest, email: 'x' } })
  await app.settle()

  expect(await written(app)).toEqual(before)
})
