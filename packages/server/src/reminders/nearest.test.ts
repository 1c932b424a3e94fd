import { expect, test } from 'vitest'
import { builtIn } from './model.ts'
import { type Choices, nearest, type Workflow } from './nearest.ts'

const order = ['eventType', 'group', 'user', 'organization'] as const
const named = (id: string): Workflow => ({ id, steps: [] })

/** Every way in which the four may have chosen or not. */
const ways = Array.from({ length: 2 ** order.length }, (_, bits) => order.filter((_, i) => bits & (1 << i)))

test.each(ways)('of %s %s %s %s the nearest holds alone', (...chosen) => {
  const choices: Choices = Object.fromEntries(chosen.map((who) => [who, named(who)]))

  expect(nearest(choices).id).toBe(order.find((who) => chosen.includes(who)) ?? builtIn.id)
})

test('an event type that names the built-in one is given it, whatever a group or its owner chose', () => {
  expect(nearest({ eventType: builtIn, group: named('group'), user: named('user') })).toBe(builtIn)
})
