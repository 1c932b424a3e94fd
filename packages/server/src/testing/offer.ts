import { expect } from 'vitest'
import type { TestApp } from './app.ts'
import { askSlots, book, brief, good, listed, written } from './factories.ts'

export type Range = readonly [string, string]

export const minutesAfter = (instant: string, minutes: number): string =>
  brief(new Date(Date.parse(instant) + minutes * 60_000).toISOString())

/** Each start from one instant, `step` minutes apart, before another. */
export function every(step: number, from: string, until: string): string[] {
  const starts: string[] = []
  for (let at = from; Date.parse(at) < Date.parse(until); at = minutesAfter(at, step)) starts.push(at)
  return starts
}

/** What the rules make of hours that are open from instant to instant, written as `2030-01-08T09:00Z/2030-01-08T12:00Z`. */
export const gridOf = (open: readonly string[], minutes: number, step = minutes): string[] =>
  open.flatMap((window) => {
    const [from = '', until = ''] = window.split('/')
    return every(step, from, until).filter((start) => Date.parse(minutesAfter(start, minutes)) <= Date.parse(until))
  })

/** The day of an instant in a zone. */
export const dayIn = (zone: string, instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()

/**
 * Listed means bookable, and only that: the list is what is expected, whatever part of it is asked for; its neighbours
 * are refused and leave nothing behind; some of it is booked, which takes just the starts that overlap.
 */
export async function expectOffer(
  app: TestApp,
  typeId: string,
  range: Range,
  expected: readonly string[],
  { minutes, step = minutes, refused = [] }: { minutes: number; step?: number; refused?: string[] },
): Promise<void> {
  const list = await good(askSlots(app, typeId, range), 200)
  const starts: string[] = list.body.data.map((slot: { start: string }) => brief(slot.start))
  expect(starts).toEqual(expected)
  for (const slot of list.body.data) {
    expect(brief(slot.end)).toBe(minutesAfter(slot.start, minutes))
    expect(slot.date).toBe(dayIn(list.body.timezone, slot.start))
  }
  if (expected.length === 0) expect(list.body.reason).toBeTypeOf('string')
  else expect(list.body.reason).toBeUndefined()
  await expectSameInPart(app, typeId, range, expected)
  const near = neighbours(expected, step).filter(
    (start) => Date.parse(start) >= Date.parse(range[0]) && Date.parse(start) < Date.parse(range[1]),
  )
  await expectRefused(app, typeId, [...near, ...refused], expected)
  await expectBookable(app, typeId, range, expected, minutes)
}

/** No answer depends on the range that was asked: a part of the range lists that part. */
async function expectSameInPart(app: TestApp, typeId: string, range: Range, expected: readonly string[]) {
  const from = expected[Math.floor(expected.length / 3)] ?? range[0]
  const until = expected[Math.floor((expected.length * 2) / 3)] ?? range[1]
  if (Date.parse(until) <= Date.parse(from)) return
  const part = expected.filter(
    (start) => Date.parse(start) >= Date.parse(from) && Date.parse(start) < Date.parse(until),
  )
  expect(await listed(app, typeId, [from, until])).toEqual(part)
}

function neighbours(expected: readonly string[], step: number): string[] {
  const first = expected[0]
  const last = expected.at(-1)
  if (!first || !last) return []
  return [minutesAfter(first, -step), minutesAfter(first, -1), minutesAfter(first, 1), minutesAfter(last, step)]
}

async function expectRefused(app: TestApp, typeId: string, starts: readonly string[], expected: readonly string[]) {
  const before = await written(app)
  const unlisted = [...new Set(starts.map(brief))].filter((start) => !expected.includes(start))
  const answers = await Promise.all(unlisted.map((start) => book(app, typeId, start)))
  for (const [i, answer] of answers.entries()) {
    expect(answer, `${unlisted[i]} is not listed`).toMatchObject({ status: 409, body: { code: 'slot_unavailable' } })
  }
  expect(await written(app)).toEqual(before)
}

async function expectBookable(
  app: TestApp,
  typeId: string,
  range: Range,
  expected: readonly string[],
  minutes: number,
): Promise<void> {
  const taken: string[] = []
  for (const start of [expected[0], expected.at(-1)]) {
    if (!start || taken.some((other) => overlap(start, other, minutes))) continue
    const answer = await book(app, typeId, start)
    expect(answer, `${start} is listed`).toMatchObject({ status: 201, body: { start: new Date(start).toISOString() } })
    taken.push(start)
  }
  const left = expected.filter((start) => !taken.some((other) => overlap(start, other, minutes)))
  expect(await listed(app, typeId, range)).toEqual(left)
}

const overlap = (a: string, b: string, minutes: number): boolean =>
  Math.abs(Date.parse(a) - Date.parse(b)) < minutes * 60_000
