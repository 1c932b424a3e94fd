import { expect, test } from 'vitest'
import { withChanges } from './fields.ts'

const body = {
  type: 'booking.created',
  data: { guest: { email: 'a@example.com' }, hosts: [{ name: 'Ada' }], notes: null },
}

test('writes fields at any depth, also into lists and where there was nothing', () => {
  const changes = ['data.guest.email=x=y', 'data.hosts.0.name=Bob', 'data.notes.deep=1', 'data.ended=true', 'type=mine']

  expect(withChanges(body, changes)).toEqual({
    type: 'mine',
    data: { guest: { email: 'x=y' }, hosts: [{ name: 'Bob' }], notes: { deep: 1 }, ended: true },
  })
  expect(body.data.guest.email).toBe('a@example.com')
})

test.each([
  ['guest.email=x', 'no field “guest” at its top'],
  ['data.guest.email.deep=x', 'is not the name of a field'],
  ['data.__proto__.x=1', 'is not the name of a field'],
  ['data', 'needs FIELD=VALUE'],
])('refuses %s', (change, sentence) => {
  expect(() => withChanges(body, [change])).toThrow(sentence)
})
