import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addSolo, booked, good, someone } from '../testing/factories.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const csv = { 'content-type': 'text/csv' }
const send = (userId: string, file: string, query = '') =>
  app.post(`/contacts/import?userId=${userId}${query}`, file, csv)
const imported = async (userId: string, file: string, query = '') => (await good(send(userId, file, query), 200)).body
const list = async (userId: string) =>
  (await good(app.get(`/contacts?userId=${userId}&sort=name&limit=100`), 200)).body.data

describe('an import', () => {
  test('adds contacts that are found, and tells of each', async () => {
    const host = await addHost(app)

    const report = await imported(
      host.id,
      'Email,Name,Phone,Company,Time zone,Tags,About,External id,Shoe size\r\ngrace@example.com,Grace Hopper,+1 202,Harbour,America/New_York,vip; berlin,"Likes clocks.\nAnd ships.",crm-1,39\r\nada@example.com,,,,,,,,\r\n',
    )

    const [ada, grace] = await list(host.id)
    expect(report).toMatchObject({
      rows: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      failed: 0,
      errors: [],
      dryRun: false,
    })
    expect(report.columns.at(-1)).toEqual({ header: 'Shoe size', field: null })
    expect(ada).toMatchObject({ email: 'ada@example.com', name: null })
    expect(grace).toMatchObject({
      email: 'grace@example.com',
      name: 'Grace Hopper',
      phone: '+1 202',
      company: 'Harbour',
      timezone: 'America/New_York',
      tags: ['vip', 'berlin'],
      about: 'Likes clocks.\nAnd ships.',
      externalId: 'crm-1',
      source: 'import',
    })
    expect((await app.get(`/contacts?userId=${host.id}&q=harb`)).body.data).toHaveLength(1)
    expect((await app.get(`/contacts/${grace.id}/timeline`)).body.data).toMatchObject([{ kind: 'imported' }])
  })

  test.each([
    [
      'Google',
      'First Name,Last Name,Organization Name,E-mail 1 - Value,Phone 1 - Value,Labels\nGrace,Hopper,Harbour,grace@g.example ::: g@g.example,+1,* myContacts ::: vip\n',
    ],
    [
      'Outlook',
      'First Name,Last Name,Company,E-mail Address,Mobile Phone,Categories\nGrace,Hopper,Harbour,grace@g.example,+1,vip\n',
    ],
    [
      'HubSpot',
      'Record ID,First Name,Last Name,Email,Phone Number,Company name,Tags\n1,Grace,Hopper,grace@g.example,+1,Harbour,vip\n',
    ],
    [
      'a German spreadsheet',
      '\ufeffVorname;Nachname;E-Mail;Company;Phone;Tags\r\nGrace;Hopper;grace@g.example;Harbour;+1;vip\r\n',
    ],
    ['tabs', 'Name\tEmail\tCompany\tPhone\tTags\nGrace Hopper\tgrace@g.example\tHarbour\t+1\tvip'],
    [
      'old Excel',
      'sep=;\r\n"Name";"Email";"Company";"Phone";"Tags"\r\n"Grace Hopper";"grace@g.example";"Harbour";"+1";"vip"\r\n',
    ],
  ])('reads what %s writes', async (_, file) => {
    const host = await addHost(app)

    await imported(host.id, file)

    expect(await list(host.id)).toMatchObject([
      { name: 'Grace Hopper', email: 'grace@g.example', company: 'Harbour', phone: '+1', tags: ['vip'] },
    ])
  })

  test('reads columns as it is told', async () => {
    const host = await addHost(app)
    const mapping = encodeURIComponent(JSON.stringify({ Adresse: 'email', Email: null }))

    await imported(host.id, 'Adresse,Email\na@example.com,not this\n', `&mapping=${mapping}`)
    const unknown = await send(host.id, 'Email\na@example.com\n', `&mapping=${mapping}`)
    const none = await send(host.id, 'Name\nGrace\n')
    const wrong = await send(host.id, 'Email\na@example.com\n', '&mapping=%7B%22Email%22%3A%22shoes%22%7D')

    expect((await list(host.id)).map((one: { email: string }) => one.email)).toEqual(['a@example.com'])
    expect([unknown, none, wrong].map((answer) => [answer.status, answer.body.errors[0].code])).toEqual([
      [400, 'unknown_column'],
      [400, 'no_email_column'],
      [400, 'invalid_mapping'],
    ])
  })

  test('changes whom it knows, empties nothing, and changes nothing the second time', async () => {
    const { host, typeId } = await addSolo(app)
    const guest = someone()
    const [id] = (await booked(app, typeId, '2030-02-04T09:00Z', { guest })).body.contactIds
    await good(app.patch(`/contacts/${id}`, { phone: '+1 202 555 0143', tags: ['vip'] }), 200)
    const file = `Email,Name,Phone,Company,Tags\n${guest.email.toUpperCase()},Admiral Hopper,,Harbour,berlin\n${guest.email},,,,VIP\n`

    const first = await imported(host.id, file)
    const second = await imported(host.id, file)
    await booked(app, typeId, '2030-02-04T10:00Z', { guest })

    expect(first).toMatchObject({ rows: 2, created: 0, updated: 1, unchanged: 1 })
    expect(second).toMatchObject({ rows: 2, created: 0, updated: 0, unchanged: 2 })
    expect((await app.get(`/contacts/${id}`)).body).toMatchObject({
      email: guest.email,
      name: 'Admiral Hopper',
      phone: '+1 202 555 0143',
      company: 'Harbour',
      tags: ['vip', 'berlin'],
    })
  })

  test('under an address that was merged away fills what is missing, and changes nothing the second time', async () => {
    const host = await addHost(app)
    await imported(host.id, 'Email,Name\nalan@example.com,Alan\njoan@example.com,Joan\n')
    const [alan, joan] = await list(host.id)
    await good(app.post(`/contacts/${alan.id}/merge`, { fromId: joan.id }), 200)
    const file = 'Email,Name,Phone\njoan@example.com,Joan,+44 1\nalan@example.com,Alan,\n'

    const first = await imported(host.id, file)
    const second = await imported(host.id, file)

    expect([first.updated, first.unchanged, second.updated, second.unchanged]).toEqual([1, 1, 0, 2])
    expect(await list(host.id)).toMatchObject([{ name: 'Alan', phone: '+44 1' }])
  })

  test('tried dry tells the same and writes nothing', async () => {
    const host = await addHost(app)
    await imported(host.id, 'Email,Name\nknown@example.com,Known\n')
    const file = 'Email,Name\nnew@example.com,New\nNEW@example.com,Newer\nknown@example.com,Known\nnobody,X\n'

    const dry = await imported(host.id, file, '&dryRun=true')
    const before = await list(host.id)
    const wet = await imported(host.id, file)

    expect(dry).toMatchObject({ rows: 4, created: 1, updated: 1, unchanged: 1, failed: 1, dryRun: true })
    expect(before).toHaveLength(1)
    expect({ ...wet, dryRun: true }).toEqual(dry)
  })

  test('says what is wrong with which row, and takes the others', async () => {
    const host = await addHost(app)
    await imported(host.id, `Email,External id\nfirst@example.com,own-${host.id}\n`)

    const report = await imported(
      host.id,
      `Name,E-mail,Time zone,External id\n,,,\nA,nobody,,\nB,,,\n\nC,c@example.com,Mars,\nD,d@example.com,,own-${host.id}\n"a\u0007b",e@example.com,,\nF,f@example.com,UTC,\n`,
    )

    expect(report).toMatchObject({ rows: 6, created: 1, failed: 5 })
    expect(
      report.errors.map((one: { row: number; column: string; code: string }) => [one.row, one.column, one.code]),
    ).toEqual([
      [3, 'E-mail', 'invalid_format'],
      [4, 'E-mail', 'required'],
      [6, 'Time zone', 'custom'],
      [8, 'Name', 'invalid_format'],
      [7, null, 'external_id_taken'],
    ])
  })

  test.each([
    ['nothing', '', 'empty_file'],
    ['a quote that nobody closes', 'Email,Name\na@example.com,"Grace', 'malformed_csv'],
  ])('is refused with %s', async (_, file, code) => {
    const host = await addHost(app)

    const answer = await app.post(`/contacts/import?userId=${host.id}`, file, csv)

    expect(answer).toMatchObject({ status: 400, body: { errors: [{ code }] } })
  })

  test('of another encoding tells how far it came', async () => {
    const host = await addHost(app)
    const rows = Array.from({ length: 4000 }, (_, i) => `row${i}@example.com,Name ${i}\n`).join('')
    const file = Buffer.concat([Buffer.from(`Email,Name\n${rows}`), Buffer.from([0x7a, 0xfc, 0x40])])

    const response = await fetch(`${app.url}/api/v1/contacts/import?userId=${host.id}`, {
      method: 'POST',
      headers: { ...csv, authorization: `Bearer ${app.apiKey}` },
      body: file,
    })

    const report = JSON.parse(await response.text())
    expect(response.status).toBe(200)
    expect(report.created).toBeGreaterThan(1000)
    expect(report.errors).toMatchObject([{ code: 'invalid_utf8' }])
  })

  test('is refused as JSON, for another member by a member, and beyond 20 MiB', async () => {
    const host = await addHost(app)

    const json = await app.post(`/contacts/import?userId=${host.id}`, {})
    const large = await send(host.id, `Email\n${'x'.repeat(21 * 1024 * 1024)}`)
    const nobody = await send('usr_nobody', 'Email\na@example.com\n')

    expect([json.status, large.status, nobody.status]).toEqual([415, 413, 404])
    expect(await list(host.id)).toEqual([])
  })

  test('while guests book loses neither', async () => {
    const { host, typeId } = await addSolo(app)
    const guests = Array.from({ length: 6 }, () => someone())
    const rows = Array.from({ length: 400 }, (_, i) => `row${i}@example.com,Name ${i}\n`)
    guests.forEach((guest, i) => {
      rows.splice(i * 60, 0, `${guest.email},Imported ${i}\n`)
    })

    const [report, ...made] = await Promise.all([
      imported(host.id, `Email,Name\n${rows.join('')}`),
      ...guests.map((guest, i) => booked(app, typeId, `2030-02-05T${String(9 + i).padStart(2, '0')}:00Z`, { guest })),
    ])

    expect(report).toMatchObject({ rows: 406, failed: 0 })
    expect((await app.get(`/contacts?userId=${host.id}&q=imported&limit=100`)).body.data).toHaveLength(6)
    for (const { body } of made) {
      expect((await app.get(`/contacts/${body.contactIds[0]}`)).body).toMatchObject({ bookingCount: 1 })
    }
  })
})

describe('an export', () => {
  const hostile = [
    '=1+1',
    '+1 202',
    '-1',
    '@SUM(A1)',
    "'=quoted",
    "''+twice",
    "'tis",
    '<script>alert(1)</script>',
    'a "quoted", comma',
    'Zoë 🎉',
  ]

  test('protects spreadsheets, and read back is what it was', async () => {
    const [from, to] = [await addHost(app), await addHost(app)]
    for (const [i, name] of hostile.entries()) {
      const fields = {
        ...{ name, company: name, phone: name.slice(0, 50), about: `\t=${name}\n@x` },
        tags: [name, 'a,b', 'c;d', 'e:::f', 'back\\slash', '* myContacts'],
      }
      await good(app.post('/contacts', { userId: from.id, email: `hostile${i}@example.com`, ...fields }), 201)
    }

    const file = await good(app.get(`/contacts/export?userId=${from.id}`), 200)
    const again = await imported(from.id, file.body)
    const copied = await imported(to.id, file.body)

    const fieldsOf = async (userId: string) =>
      (await list(userId)).map(({ name, company, phone, about, tags, email }: Record<string, unknown>) => ({
        ...{ name, company, phone, about, tags, email },
      }))
    const cells = file.body.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)|\r\n/).map((cell: string) => cell.replace(/^"/, ''))
    expect(cells.filter((cell: string) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(again).toMatchObject({ rows: hostile.length, unchanged: hostile.length })
    expect(copied).toMatchObject({ rows: hostile.length, created: hostile.length })
    expect(await fieldsOf(to.id)).toEqual(await fieldsOf(from.id))
  })

  test('holds every contact of the list with its filters, over its pages', async () => {
    const host = await addHost(app)
    const rows = Array.from({ length: 1234 }, (_, i) => `row${i}@example.com,${i % 2 ? 'odd' : ''}`)
    await imported(host.id, `Email,Tags\n${rows.join('\n')}\n`)

    const all = await good(app.get(`/contacts/export?userId=${host.id}&bom=true`), 200)
    const odd = await good(app.get(`/contacts/export?userId=${host.id}&tag=odd&sort=name`), 200)
    const wrong = await app.get('/contacts/export?limit=5')

    const addresses = (text: string) =>
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0])
    expect(all.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(all.headers.get('content-disposition')).toBe('attachment; filename="contacts.csv"')
    expect(new Set(addresses(all.body))).toEqual(new Set(rows.map((row) => row.split(',')[0])))
    expect(addresses(odd.body)).toHaveLength(617)
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ parameter: 'limit' }] } })
  })
})
