import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { type Cli, cliFor } from './testing/run.ts'

let app: TestApp
let letsmeet: Cli

beforeAll(async () => {
  app = await startTestApp()
  letsmeet = cliFor(app)
})

afterAll(() => app.close())

/** Books as somebody whom the host then knows. */
const bookAs = (email: string, name: string, at: string) =>
  letsmeet.json('bookings', 'create', '30min', '--at', at, '--name', name, '--email', email)

test('who books is found by the beginnings of words, and named by address, in any case', async () => {
  await bookAs('grace@example.com', 'Grace Hopper', '2030-01-08T09:00Z')
  await letsmeet.ok('contacts', 'update', 'Grace@Example.com', '--company', 'Harbour Computing', '--tag', 'vip')

  const list = await letsmeet.ok('contacts', 'list', '-q', 'gra harb', '--never-met')
  const shown = await letsmeet.ok('contacts', 'get', 'grace@example.com')
  const bookings = await letsmeet.json('bookings', 'list', '--contact', 'grace@example.com')

  expect(list.stdout.split('\n')).toEqual([
    'NAME          E-MAIL             NEXT        COMPANY            TAGS',
    'Grace Hopper  grace@example.com  2030-01-08  Harbour Computing  vip',
    '',
  ])
  expect(shown.stdout).toMatch(/^Contact +ctc_\w{20}\nName +Grace Hopper\nE-mail +grace@example\.com\n/)
  expect(shown.stdout).toMatch(/^Next +Tue 8 Jan 2030 09:00 \(UTC\)$/m)
  expect(bookings.data).toEqual([expect.objectContaining({ guest: expect.objectContaining({ name: 'Grace Hopper' }) })])
  expect(shown.stdout).toMatch(/^Books +25 hours ahead on average$/m)
})

test('a contact is added, changed, archived, found in the archive and restored', async () => {
  const args = ['--email', 'lin@example.com', '--name', 'Lin', '--timezone', 'Asia/Tokyo', '--external-id', 'crm-42']
  const made = await letsmeet.json('contacts', 'create', ...args)
  expect(made).toMatchObject({ source: 'manual', timezone: 'Asia/Tokyo', externalId: 'crm-42' })

  const changed = await letsmeet.json('contacts', 'update', 'ext:crm-42', '--tag', 'a', '--tag', 'b', '--phone', '1')
  expect(changed).toMatchObject({ id: made.id, name: 'Lin', tags: ['a', 'b'], phone: '1' })
  expect((await letsmeet('contacts', 'update', made.id)).stderr).toContain('Nothing was asked to change.')

  await letsmeet.ok('contacts', 'archive', 'lin@example.com')
  expect((await letsmeet.json('contacts', 'list', '-q', 'lin')).data).toEqual([])
  expect((await letsmeet.json('contacts', 'list', '--archived')).data).toEqual([
    expect.objectContaining({ id: made.id }),
  ])
  expect((await letsmeet.json('contacts', 'restore', 'lin@example.com')).archivedAt).toBeNull()
})

test('the address of nobody, and one that several hosts know, are refused with a way out', async () => {
  const other = await letsmeet.json(
    'members',
    'add',
    '--email',
    'bob@example.com',
    '--name',
    'Bob',
    '--timezone',
    'UTC',
  )
  const third = await letsmeet.json(
    'members',
    'add',
    '--email',
    'eve@example.com',
    '--name',
    'Eve',
    '--timezone',
    'UTC',
  )
  for (const { id } of [other, third]) await app.post('/contacts', { userId: id, email: 'shared@example.com' })

  const nobody = await letsmeet('contacts', 'get', 'nobody@example.com')
  const several = await letsmeet('contacts', 'get', 'shared@example.com')

  expect([nobody.code, nobody.stderr]).toEqual([5, expect.stringContaining('letsmeet contacts list')])
  expect([several.code, several.stderr]).toEqual([2, expect.stringMatching(/by its id: ctc_\w+ \(of usr_\w+\), ctc_/)])
  const own = await letsmeet.json('contacts', 'create', '--email', 'shared@example.com')
  expect((await letsmeet.json('contacts', 'get', 'shared@example.com')).id).toBe(own.id)
})

test('the timeline is a story: who did what, when, from what to what and in which words', async () => {
  const made = await bookAs('ida@example.com', 'Ida', '2030-01-09T09:00Z')
  await letsmeet.ok('bookings', 'reschedule', made.id, '--at', '2030-01-10T14:00Z', '--reason', 'A clash.')
  const note = await letsmeet.json('contacts', 'note', 'ida@example.com', 'Prefers mornings.')
  await letsmeet.ok('contacts', 'note', 'ida@example.com', 'Prefers afternoons.', '--edit', note.id)
  await letsmeet.ok('contacts', 'update', 'ida@example.com', '--company', 'Acme')
  await letsmeet.ok('contacts', 'archive', 'ida@example.com')

  const { stdout } = await letsmeet.ok('contacts', 'timeline', 'ida@example.com')

  const when = 'Mon 7 Jan 2030 08:00 '
  const below = ' '.repeat(23)
  expect(stdout.split('\n')).toEqual([
    `${when}  The API key Owner (first run) archived the contact`,
    `${when}  The API key Owner (first run) changed the contact`,
    `${below}  company: nothing → Acme`,
    `${when}  The API key Owner (first run) noted`,
    `${below}  ${note.id}`,
    `${below}  “Prefers afternoons.”`,
    `${when}  The API key Owner (first run) moved 30 minute meeting`,
    `${below}  Wed 9 Jan 2030 09:00–09:30 → Thu 10 Jan 2030 14:00–14:30`,
    `${below}  ${made.id}`,
    `${below}  “A clash.”`,
    `${when}  The API key Owner (first run) booked 30 minute meeting`,
    `${below}  Wed 9 Jan 2030 09:00–09:30`,
    `${below}  ${made.id}`,
    '',
  ])
})

test('notes alone can be read, and are deleted', async () => {
  const { id } = await letsmeet.json('contacts', 'create', '--email', 'noted@example.com')
  const note = await letsmeet.json('contacts', 'note', id, 'Once.')

  expect((await letsmeet.json('contacts', 'timeline', id, '--kind', 'note')).data).toHaveLength(1)
  expect(await letsmeet.json('contacts', 'note', id, '--delete', note.id)).toEqual({ id: note.id, deleted: true })
  expect((await letsmeet.json('contacts', 'timeline', id, '--kind', 'note')).data).toEqual([])
  const silent = await letsmeet('contacts', 'note', id)
  expect([silent.code, silent.stderr]).toEqual([2, expect.stringContaining('What should be noted?')])
})

test('words that would command the terminal are shown as words', async () => {
  const evil = 'Here \u009b2Jand \u202ethere'
  await app.post('/contacts', { email: 'mallory@example.com', name: 'Mallory', about: evil })
  await letsmeet.ok('contacts', 'note', 'mallory@example.com', evil)
  const share = ['contacts', 'share', 'mallory@example.com', '--event-type', '30min', '--greeting', evil]

  const shown = [
    (await letsmeet.ok(...share)).stderr,
    (await letsmeet.ok('contacts', 'get', 'mallory@example.com')).stdout,
    (await letsmeet.ok('contacts', 'timeline', 'mallory@example.com')).stdout,
  ]

  for (const text of shown) {
    expect(text).toMatch(/Here +and there/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  }
})

test('two contacts become one, and are parted again', async () => {
  const kept = await letsmeet.json('contacts', 'create', '--email', 'may@example.com', '--name', 'May')
  const gone = await letsmeet.json('contacts', 'create', '--email', 'may@work.example', '--company', 'Mill')

  const merged = await letsmeet.json('contacts', 'merge', 'may@example.com', 'may@work.example')
  const story = await letsmeet.ok('contacts', 'timeline', 'may@example.com')
  const asked = await letsmeet('contacts', 'get', gone.id)
  const parted = await letsmeet.json('contacts', 'merge', kept.id, '--undo')

  expect(merged).toMatchObject({ id: kept.id, company: 'Mill' })
  expect(story.stdout).toMatch(/merged another contact into this one\n +company: nothing → Mill\n/)
  expect([asked.code, asked.stderr]).toEqual([5, expect.stringContaining(kept.id)])
  expect(parted).toMatchObject({ contact: { id: kept.id, company: null }, restored: { id: gone.id } })
  expect((await letsmeet('contacts', 'merge', kept.id)).stderr).toContain('Which contact should be merged into it?')
})

test('a file is looked at first, then imported, and told row by row what is wrong', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'letsmeet-import-')), 'people.csv')
  writeFileSync(file, 'Adresse;Name;Intern\r\njoan@example.com;Joan Clarke;1\r\nnobody;"No;Body";2\r\n')
  const args = ['contacts', 'import', file, '--map', 'Adresse:email', '--map', 'Intern:']

  const looked = await letsmeet(...args, '--dry-run')
  const before = await letsmeet.json('contacts', 'list', '-q', 'joan')
  const imported = await letsmeet(...args)

  expect([looked.code, imported.code]).toEqual([1, 1])
  expect(looked.stdout).toMatch(/^Rows +2\nWould add +1\n/)
  expect(before.data).toEqual([])
  expect(imported.stdout).toMatch(/^Rows +2\nAdded +1\nChanged +0\nUnchanged +0\nFailed +1\nColumns +Adresse → email\n/)
  expect(imported.stdout).toMatch(/Intern → left out\n\nROW +COLUMN +WHY\n +3 +Adresse +Send an e-mail address\.\n$/)
  expect((await letsmeet.json('contacts', 'get', 'joan@example.com')).source).toBe('import')
  const wrong = await letsmeet('contacts', 'import', file, '--map', 'Adresse')
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('--map needs HEADER:field')])
  expect((await letsmeet('contacts', 'import', '/none.csv')).stderr).toContain('/none.csv cannot be read')
})

test('what is exported is safe for a spreadsheet, and imported again it changes nothing', async () => {
  await letsmeet.ok('contacts', 'create', '--email', 'eve@example.com', '--name', '=HYPERLINK("x")', '--tag', 'csv')

  const { stdout } = await letsmeet.ok('contacts', 'export', '--tag', 'csv')
  const file = join(mkdtempSync(join(tmpdir(), 'letsmeet-export-')), 'contacts.csv')
  writeFileSync(file, stdout)
  const again = await letsmeet.json('contacts', 'import', file)

  expect(stdout.trim().split('\r\n')).toHaveLength(2)
  expect(stdout).toContain(`"'=HYPERLINK(""x"")"`)
  expect(again).toMatchObject({ rows: 1, unchanged: 1, failed: 0 })
  expect((await letsmeet.ok('contacts', 'export', '--tag', 'csv', '--bom')).stdout).toBe(`\ufeff${stdout}`)
})

test('somebody is erased only when a script is sure, and with what is still to come only when told so', async () => {
  const made = await bookAs('vera@example.com', 'Vera', '2030-01-11T09:00Z')

  const unsure = await letsmeet('contacts', 'erase', 'vera@example.com')
  const upcoming = await letsmeet('contacts', 'erase', 'vera@example.com', '--yes')
  const erased = await letsmeet.json('contacts', 'erase', 'vera@example.com', '--cancel-upcoming', '--yes')

  expect([unsure.code, unsure.stderr]).toEqual([2, expect.stringContaining('Say --yes.')])
  expect([upcoming.code, upcoming.stderr]).toEqual([6, expect.stringContaining('--cancel-upcoming')])
  expect(erased).toMatchObject({ id: made.contactIds[0] })
  expect((await letsmeet('contacts', 'get', 'vera@example.com')).code).toBe(5)
  const kept = await letsmeet.json('bookings', 'get', made.id)
  expect(kept).toMatchObject({ status: 'cancelled' })
  expect(JSON.stringify(kept)).not.toMatch(/vera/i)
})
