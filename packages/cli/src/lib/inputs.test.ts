import { expect, test } from 'vitest'
import { serverUrl } from './connection.ts'
import { fieldsToBody } from './fields.ts'
import { hoursOf, overrideOf } from './hours.ts'
import { questionOf } from './question.ts'
import { nearest } from './suggest.ts'
import { windowOf } from './window.ts'

test('fields nest, and look like what they are', () => {
  expect(
    fieldsToBody(['a=1', 'b=true', 'c=null', 'd=x=y', 'e=007', 'f=1e5', 'guest[name]=Ada', 'days[]=mon', 'days[]=2']),
  ).toEqual({
    ...{ a: 1, b: true, c: null, d: 'x=y', e: '007', f: '1e5' },
    guest: { name: 'Ada' },
    days: ['mon', 2],
  })
  for (const wrong of ['a', '=1', 'a[b=1', 'a]=1']) expect(() => fieldsToBody([wrong])).toThrow()
  expect(() => fieldsToBody(['a=1', 'a[b]=2'])).toThrow('is a value in one field')
  expect(() => fieldsToBody(['__proto__[x]=1'])).toThrow('is not the name of a field')
})

test('weekly hours and exceptions', () => {
  expect(hoursOf('Mon-Wed,fri 09:00-17:00')).toEqual({
    days: ['mon', 'tue', 'wed', 'fri'],
    start: '09:00',
    end: '17:00',
  })
  expect(hoursOf('sat-mon 10:00-11:00').days).toEqual(['sat', 'sun', 'mon'])
  expect(overrideOf('2030-01-08 closed')).toEqual({ date: '2030-01-08', windows: [] })
  for (const wrong of ['mon', 'mon 9-17', 'someday 09:00-17:00']) expect(() => hoursOf(wrong)).toThrow()
  for (const wrong of ['2030-01-08', '2030-01-08 open', 'closed']) expect(() => overrideOf(wrong)).toThrow()
})

test('questions and windows', () => {
  expect(questionOf('url:url:Where: the page?')).toEqual({
    key: 'url',
    kind: 'url',
    label: 'Where: the page?',
    required: false,
  })
  expect(() => questionOf('topic:select:What?')).toThrow('nothing to choose from')
  expect(windowOf('2030-01-07..2030-03-31')).toEqual({ kind: 'range', start: '2030-01-07', end: '2030-03-31' })
  expect(() => windowOf('soon')).toThrow('is not a window')
})

test.each([
  ['localhost:3000', 'http://localhost:3000'],
  ['meet.example.com', 'https://meet.example.com'],
  ['https://meet.example.com/api/v1/', 'https://meet.example.com'],
  ['http://example.com/meet/', 'http://example.com/meet'],
])('%s is the server %s', (text, url) => expect(serverUrl(text)).toBe(url))

test.each(['ftp://x', 'https://user:pass@example.com', 'http://', 'a b'])('%s is no server', (text) => {
  expect(() => serverUrl(text)).toThrow('is not the address of a server')
})

test('slips of the fingers are found, other words are not', () => {
  const words = ['bookings', 'slots', 'members', 'mail']
  expect(['bookigns', 'slot', 'memebrs', 'mial', 'boo', 'payments'].map((word) => nearest(word, words))).toEqual([
    ...['bookings', 'slots', 'members', 'mail', 'bookings'],
    undefined,
  ])
})
