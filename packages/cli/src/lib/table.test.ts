import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { cleanJson, cleanLine, cleanText } from './clean.ts'
import { widthOf } from './style.ts'
import { card, table } from './table.ts'

interface Row {
  name: string
  note: string
}

const layout = [
  { header: 'NAME', cell: ({ name }: Row) => name },
  { header: 'NOTE', cell: ({ note }: Row) => note },
  { header: 'EMPTY', cell: () => '' },
]

test('columns line up, whatever the script; empty columns are left out', () => {
  const rows = [
    { name: 'Ada', note: 'x' },
    { name: '山田太郎', note: 'y' },
    { name: 'Zoë 👩‍💻', note: 'two\nlines' },
  ]
  expect(table(rows, layout).split('\n')).toEqual([
    'NAME      NOTE',
    'Ada       x',
    '山田太郎  y',
    'Zoë 👩‍💻    two lines',
  ])
})

test('cards align values and indent their further lines', () => {
  expect(
    card([
      ['Id', 'bk_1'],
      ['Notes', 'one\ntwo'],
      ['Reason', null],
      ['Empty', ''],
    ]),
  ).toBe('Id     bk_1\nNotes  one\n       two')
})

test.each([
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['日本', 4],
  ['👍🏽', 2],
  ['🇩🇪', 2],
])('%s is %i columns wide', (text, width) => expect(widthOf(text)).toBe(width))

test('words of others cannot command the terminal', () => {
  const evil = '\u001b]0;title\u0007A\u001b[31mred\u001b[0m\r\nB\u009b2J\u202eC\u0000'
  expect(cleanText(evil)).toBe('Ared\nBC')
  expect(cleanLine(evil)).toBe('Ared BC')
  const json = cleanJson({ evil })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point.
  expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  expect(JSON.parse(json)).toEqual({ evil })
})

test.each([
  [70, ['NAME NOTE MORE', 'aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb cccccccccccccccccccc']],
  [50, ['NAME MORE', 'aaaaaaaaaaaaaaaaaaaa cccccccccccccccccccc']],
  [30, ['NAME aaaaaaaaaaaaaaaaaaaa', 'NOTE bbbbbbbbbbbbbbbbbbbb', 'MORE cccccccccccccccccccc']],
])('a terminal %i wide leaves out what is told elsewhere before it sets a block for each row', (width, lines) => {
  const before = { isTTY: process.stdout.isTTY, columns: process.stdout.columns }
  const of = (letter: string) => () => letter.repeat(20)
  Object.assign(process.stdout, { isTTY: true, columns: width })
  const drawn = table(
    [{}],
    [
      { header: 'NAME', cell: of('a') },
      { header: 'NOTE', cell: of('b'), whenNarrow: 'drop' },
      { header: 'MORE', cell: of('c') },
    ],
  )
  Object.assign(process.stdout, before)

  expect(stripVTControlCharacters(drawn).replace(/ +/g, ' ').split('\n')).toEqual(lines)
})
