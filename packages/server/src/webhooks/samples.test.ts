import { describe, expect, test } from 'vitest'
import { announced, dataOf } from './announced.ts'
import { webhookTypes } from './catalogue.ts'
import { sampleData } from './sample-data.ts'

const now = new Date('2030-01-07T09:12:00Z')

describe('a sample', () => {
  test.each(webhookTypes.filter((type) => dataOf(type) !== null))('of %s is the resource that it tells of', (type) => {
    const { data, previous } = sampleData(type, now)

    const shape = dataOf(type)
    // Unknown fields are left out by the shape, and must not be there to begin with.
    expect(shape?.parse(data)).toEqual(data)
    expect(shape?.parse({ ...data, ...previous })).toBeDefined()
  })

  test.each(webhookTypes)('of %s says what changed, and only that', (type) => {
    const { data, previous } = sampleData(type, now)

    for (const [field, old] of Object.entries(previous ?? {})) {
      expect(data, field).toHaveProperty(field)
      expect(data[field], field).not.toEqual(old)
    }
    if (/\.(updated|rescheduled|cancelled|suspended|disabled|reassigned|no_show)$/.test(type)) {
      expect(Object.keys(previous ?? {})).not.toEqual([])
    }
  })
})

test('every type is described with the whole of a body', () => {
  const wrong = announced().filter(({ type, description, example }) => {
    const body = JSON.parse(JSON.stringify(example))
    return body.type !== type || !body.data || typeof body.seq !== 'number' || description === ''
  })

  expect(wrong).toEqual([])
})
