import { expect, test } from 'vitest'
import { fold, keysOf, nameKeyOf, termsOf, wordsOf } from './words.ts'

const contact = { name: 'Zoë Müller-Łukasz', email: 'zoe.m@Big-Corp.example', company: 'Straße & Söhne', tags: ['VIP'] }

const finds = (q: string): boolean =>
  termsOf({ q }).every(({ from, to }) => keysOf(contact).some((key) => key >= from && key < to))

test.each([
  ['accents', 'Zoë É ñ Å', 'zoe e n a'],
  ['case in every script', 'ÀΣΟΦΟΣ Привет', 'aσοφοσ привет'],
  ['letters without an accent to take off', 'Søren Łódź Æsir ß', 'soren lodz aesir ss'],
  ['compatibility forms', 'ﬁ Ｇｒａｃｅ ①', 'fi grace 1'],
])('folds %s', (_, text, folded) => {
  expect(fold(text)).toBe(folded)
})

test.each(['zoe', 'ZOË mul', 'lukasz', 'big', 'big-corp.example', 'zoe.m@big', 'strasse', 'sohne zoe', 'vip'])(
  'finds a contact by “%s”',
  (q) => {
    expect(finds(q)).toBe(true)
  },
)

test.each(['oe', 'zoe anna', 'corporation', 'vips'])('does not find it by “%s”', (q) => {
  expect(finds(q)).toBe(false)
})

test('finds a whole tag and no part of one', () => {
  const has = (tag: string) =>
    termsOf({ tag }).every(({ from, to }) => keysOf(contact).some((key) => key >= from && key < to))

  expect([has('vip'), has('vi'), has('vip2')]).toEqual([true, false, false])
})

test('puts names in order, whatever their case and accents, and shorter ones first', () => {
  const names = ['Ada', 'ádam', 'Adam B', 'Zoë', 'zora']
  const keys = names.map((name, i) => nameKeyOf({ id: `ctc_${i}`, name, email: 'a@b.example' }))

  expect([...keys].sort()).toEqual(keys)
})

test('keeps no more words of a contact than it should', () => {
  const long = Array.from({ length: 500 }, (_, i) => `w${i}`).join(' ')

  expect(keysOf({ ...contact, name: long }).length).toBeLessThanOrEqual(61)
  expect(wordsOf('x'.repeat(300))).toEqual(['x'.repeat(40)])
})
