import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test('tells old values of what changed, and nothing of what did not or only counts', () => {
  const before = { title: 'Intro', hosts: [{ id: 'a' }], active: true, revision: 1, updatedAt: 'yesterday', note: null }
  const after = { title: 'Call', hosts: [{ id: 'a' }], active: true, revision: 2, updatedAt: 'today', note: 'x' }

  expect(differences(before, after)).toEqual({ title: 'Intro', note: null })
})
