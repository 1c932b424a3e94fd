// Contacts at 1,000 and at 100,000: search, lists and timelines, in process on SQLite.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { noFigures } from '../src/contacts/figures.ts'
import { type ContactRow, contacts, contactTimeline, contactWords } from '../src/contacts/model.ts'
import { listContacts } from '../src/contacts/search.ts'
import { contactTimelineOf } from '../src/contacts/timeline.ts'
import { keysOf, nameKeyOf } from '../src/contacts/words.ts'
import type { Context } from '../src/context.ts'
import { openDatabase } from '../src/db/open.ts'
import { events } from '../src/events/model.ts'
import { createIds } from '../src/ids.ts'
import { createLog } from '../src/log.ts'
import { createSecrets } from '../src/secrets.ts'
import type { Row } from './row.ts'

const rounds = 15
const firstNames =
  'Ada Grace Alan Edsger Barbara Donald Margaret Linus Radia Frances Zoë Øskar Łucja Søren Émile'.split(' ')
const lastNames =
  'Hopper Lovelace Turing Dijkstra Liskov Knuth Hamilton Perlman Allen Müller Nowak Jensen Dupont'.split(' ')
const now = new Date('2030-01-07T08:00:00Z')

/** What each search asks, from one match to nearly all of them. */
const searches: Record<string, object> = {
  'one address': { q: 'guest777@example.com' },
  'a rare word': { q: 'guest7' },
  'a first and a last name': { q: 'grace hopp' },
  'a letter': { q: 'g' },
  'a frequent word, by name': { q: 'example', sort: 'name' },
  'a tag and a word': { tag: 'vip', q: 'mull' },
  nobody: { q: 'xyzzy' },
  'all, last met first': { sort: '-lastMet' },
  'never met, by name': { neverMet: true, sort: 'name' },
}

export async function benchPeople(): Promise<Row[]> {
  const small = await timesAt(1000)
  const large = await timesAt(100_000)
  const found = Object.keys(searches).flatMap((name): Row[] => {
    const [few, many] = [small.get(name) ?? 0, large.get(name) ?? 0]
    return [
      { name: `contacts, ${name}, of 100,000`, value: many, unit: 'ms', target: '< 5', ok: many < 5 },
      { name: `contacts, ${name}, of 1,000`, value: few, unit: 'ms' },
    ]
  })
  const [few, many] = [middle([...small.values()]), middle([...large.values()])]
  const ratio = many / few
  const timeline = large.get('timeline') ?? 0
  return [
    ...found,
    { name: 'contacts, median of 100,000 : 1,000', value: ratio, unit: 'ratio', target: '<= 2', ok: ratio <= 2 },
    { name: 'timeline page of 10,000 events', value: timeline, unit: 'ms', target: '< 5', ok: timeline < 5 },
  ]
}

async function timesAt(size: number): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-people-'))
  const db = await openDatabase(`sqlite:${join(folder, 'people.db')}`)
  try {
    await db.migrate()
    const ctx = contextOn(db)
    const ids = await seed(ctx, size)
    const times = new Map<string, number>()
    for (const [name, asked] of Object.entries(searches)) {
      times.set(name, await medianMs(() => listContacts(ctx, { limit: 25, ...asked })))
    }
    const [busy = ''] = ids
    await seedTimeline(ctx, busy)
    times.set('timeline', await medianMs(() => contactTimelineOf(ctx, busy, { limit: 25 })))
    return times
  } finally {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where there are no sandboxes. */
const noClockworks: Context['sandboxes'] = {
  touch: () => undefined,
  wake: () => undefined,
  resume: async () => undefined,
  settle: async () => undefined,
  settleAll: async () => undefined,
  move: () => Promise.reject(new Error('There are no sandboxes here.')),
  hold: () => Promise.reject(new Error('There are no sandboxes here.')),
  stop: async () => undefined,
}

const contextOn = (db: Context['db']): Context => ({
  db,
  now: () => now,
  serverNow: () => now,
  clock: '',
  sandboxes: noClockworks,
  wallClock: () => now,
  newId: createIds(() => now.getTime()),
  secrets: createSecrets('a secret that only the bench knows'),
  log: createLog('error'),
  mail: 'capture',
  publicUrl: 'http://localhost',
  refuseTarget: () => null,
  signUp: 'closed',
  defaultPlan: 'free',
  actor: { type: 'user', id: 'usr_bench', userId: 'usr_bench', role: 'owner' },
  organizationId: 'org_bench',
  plan: 'enterprise',
  source: 'api',
  scopes: ['*'],
})

async function seed(ctx: Context, size: number): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < size; from += 5000) {
    const rows = Array.from({ length: Math.min(5000, size - from) }, (_, i) => rowOf(ctx, from + i))
    ids.push(...rows.map((row) => row.id))
    await ctx.db.transaction(async (tx) => {
      await tx.append(contacts, rows)
      const words = rows.flatMap((row) => keysOf(row).map((word) => ({ ...ownerOf(row), word, contactId: row.id })))
      await tx.append(contactWords, words)
    })
  }
  return ids
}

const ownerOf = ({ organizationId, userId }: ContactRow) => ({ organizationId, userId })

function rowOf(ctx: Context, i: number): ContactRow {
  const name = `${firstNames[i % firstNames.length]} ${lastNames[(i * 7) % lastNames.length]} ${i.toString(36)}`
  const named = { id: ctx.newId('ctc'), name, email: `guest${i}@example.com` }
  const createdAt = new Date(now.getTime() - i * 60_000)
  return {
    ...named,
    ...noFigures,
    ...(i % 3 !== 0 && { lastMinute: 31_000_000 + ((i * 7919) % 500_000) }),
    organizationId: ctx.organizationId,
    userId: 'usr_bench',
    emailKey: named.email,
    phone: null,
    company: i % 4 === 0 ? `Company ${i % 500}` : null,
    timezone: 'Europe/Berlin',
    about: null,
    tags: i % 50 === 0 ? ['vip'] : [],
    source: 'booking',
    externalId: null,
    edited: [],
    archivedAt: null,
    nameKey: nameKeyOf(named),
    createdAt,
    updatedAt: createdAt,
  }
}

/** The events of a contact who books and moves all the time. */
async function seedTimeline(ctx: Context, contactId: string): Promise<void> {
  const { organizationId } = ctx
  const data = {
    id: 'bk_bench',
    title: 'Call',
    contactIds: [contactId],
    guest: { name: 'Grace' },
    answers: { topic: 'x'.repeat(500) },
  }
  const facts = Array.from({ length: 10_000 }, (_, i) => ({
    id: ctx.newId('evt'),
    organizationId,
    seq: i + 1,
    type: 'booking.rescheduled' as const,
    mode: 'live' as const,
    actorType: 'user',
    actorId: 'usr_bench',
    subjectId: 'bk_bench',
    data,
    previous: { start: '2030-01-08T09:00:00.000Z' },
    createdAt: now,
  }))
  await ctx.db.transaction(async (tx) => {
    await tx.append(events, facts)
    await tx.append(
      contactTimeline,
      facts.map(({ id, seq }) => ({ contactId, eventId: id, organizationId, kind: 'moved' as const, at: now, seq })),
    )
  })
  const mine = and(eq(contactTimeline.contactId, contactId), eq(contactTimeline.kind, 'moved'))
  const n = await ctx.db.read.$count(contactTimeline, mine)
  if (n !== facts.length) throw new Error(`The timeline has ${n} entries.`)
}

/** The median of the quietest of three stretches: the machine's other work is not ours. */
async function medianMs(run: () => Promise<unknown>): Promise<number> {
  const medians: number[] = []
  while (medians.length < 3) {
    const times: number[] = []
    for (let i = 0; i < rounds; i++) {
      const began = performance.now()
      await run()
      times.push(performance.now() - began)
    }
    medians.push(middle(times))
  }
  return Math.min(...medians)
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
