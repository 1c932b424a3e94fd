import { expect, test } from 'vitest'
import { type Contender, nextHost } from './rotation.ts'

function contender(userId: string, changes: Partial<Contender> = {}): Contender {
  return { userId, weight: 1, recentBookings: 0, lastBookedAt: null, ...changes }
}

test('who has fewer recent bookings is next', () => {
  expect(nextHost([contender('ada', { recentBookings: 2 }), contender('bob', { recentBookings: 1 })])).toBe('bob')
})

test('a weight is a share: weight 2 takes twice as many', () => {
  const ada = contender('ada', { recentBookings: 3, weight: 2, lastBookedAt: 9 })
  const bob = contender('bob', { recentBookings: 2, weight: 1, lastBookedAt: 1 })

  expect(nextHost([bob, ada])).toBe('ada')
})

test('equal shares are equal, however they divide', () => {
  const ada = contender('ada', { recentBookings: 1, weight: 3, lastBookedAt: 2 })
  const bob = contender('bob', { recentBookings: 2, weight: 6, lastBookedAt: 1 })

  expect(nextHost([ada, bob])).toBe('bob')
})

test('with equal shares who was booked longest ago is next, and who never was before that', () => {
  const hosts = [contender('ada', { lastBookedAt: 200 }), contender('bob', { lastBookedAt: 100 }), contender('cyd')]

  expect(nextHost(hosts)).toBe('cyd')
  expect(nextHost(hosts.slice(0, 2))).toBe('bob')
})

test('everything else equal, the id decides, whatever the order given', () => {
  const hosts = [contender('cyd'), contender('ada'), contender('bob')]

  expect(nextHost(hosts)).toBe('ada')
  expect(nextHost(hosts.toReversed())).toBe('ada')
})

test('nobody is next when there is nobody', () => {
  expect(nextHost([])).toBeUndefined()
})

test('taking turns spreads bookings by weight', () => {
  let hosts = [contender('ada', { weight: 1 }), contender('bob', { weight: 2 }), contender('cyd', { weight: 1 })]
  for (let turn = 0; turn < 40; turn++) {
    const next = nextHost(hosts)
    hosts = hosts.map((host) =>
      host.userId === next ? { ...host, recentBookings: host.recentBookings + 1, lastBookedAt: turn } : host,
    )
  }

  expect(hosts.map((host) => host.recentBookings)).toEqual([10, 20, 10])
})
