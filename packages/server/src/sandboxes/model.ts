import { z } from 'zod'
import { bigint, flag, index, instant, table, text, unique } from '../db/columns.ts'
import { Mail } from '../email/model.ts'
import { instantInput, lineInput } from '../shapes.ts'
import { scenarios } from './scenarios.ts'

export const NewSandbox = z
  .strictObject({
    name: lineInput(120).meta({ example: 'Booking flow of the shop' }),
    now: instantInput.optional().meta({
      example: '2030-03-30T08:00:00Z',
      description: 'Where its clock begins, and stands still; past instants too. The time it is now, when left out.',
    }),
  })
  .meta({ id: 'NewSandbox' })
export type NewSandbox = z.output<typeof NewSandbox>

export const Clock = z
  .object({
    now: z.iso.datetime().meta({ example: '2030-03-30T08:00:00.000Z', description: 'What it shows.' }),
    frozen: z.boolean().meta({ example: true, description: 'Whether it stands still until it is moved.' }),
  })
  .meta({ id: 'SandboxClock', description: 'The clock of a sandbox: it only goes forward.' })
export type Clock = z.infer<typeof Clock>

export const Sandbox = z
  .object({
    id: z.string().meta({ example: 'sbx_0WbXkT3nPq7YvLs2DfGh' }),
    name: z.string().meta({ example: 'Booking flow of the shop' }),
    organizationId: z.string().meta({ example: 'org_test_0WbXkT3nPq7YvLs2DfGh', description: 'Its own organization.' }),
    bookingPage: z.url().meta({ description: 'Where guests of its owner book.' }),
    clock: Clock,
    createdAt: z.iso.datetime().meta({ description: 'By the server’s clock.' }),
  })
  .meta({
    id: 'Sandbox',
    description:
      'An organization to try things in, with a clock and a mailbox of its own; nothing leaves it but webhooks.',
  })
export type Sandbox = z.infer<typeof Sandbox>

export const CreatedSandbox = Sandbox.extend({
  apiKey: z.string().meta({
    example: 'lm_test_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q7Zt',
    description: 'The key of its owner. It is shown once; keep it now.',
  }),
}).meta({ id: 'CreatedSandbox', description: 'A new sandbox, with the key that is shown this once.' })
export type CreatedSandbox = z.infer<typeof CreatedSandbox>

const places = 'Send one of now, advance or frozen.'

export const ClockChange = z
  .strictObject({
    now: instantInput
      .optional()
      .meta({ example: '2030-04-02T08:00:00Z', description: 'Moves it there, and freezes it.' }),
    advance: z.string().max(100).optional().meta({
      example: '25h',
      description: 'Moves it by so much, and freezes it: `90m`, `25h`, `3d`, `1h30m`, or ISO 8601 such as `P3D`.',
    }),
    frozen: z.boolean().optional().meta({
      description: '`false` lets it run on from where it is, `true` stops it there.',
    }),
  })
  .superRefine((change, context) => {
    const given = Object.values(change).filter((value) => value !== undefined).length
    if (given !== 1) context.addIssue({ code: 'custom', params: { code: 'choose_one' }, message: places })
  })
  .meta({ id: 'SandboxClockChange', example: { advance: '25h' } })
export type ClockChange = z.output<typeof ClockChange>

export const happeningKinds = ['event', 'mail', 'webhook'] as const

export const Happening = z
  .object({
    at: z.iso.datetime().meta({ example: '2030-03-31T09:00:00.000Z', description: 'By the sandbox’s clock.' }),
    kind: z.enum(happeningKinds).meta({ example: 'mail' }),
    type: z.string().meta({ example: 'booking.reminder', description: 'Of the event or mail, or the event sent.' }),
    id: z.string().meta({ example: 'mail_0WbXkT3nPq7YvLs2DfGh', description: 'Of the event, mail or delivery.' }),
    subjectId: z.string().nullable().meta({ example: 'bk_0WbXkT3nPq7YvLs2DfGh', description: 'What it is about.' }),
    attempt: z.int().nullable().meta({ example: null, description: 'Of a webhook: which attempt it was.' }),
    text: z.string().meta({ example: 'Mail to grace@example.com: Reminder: Intro call with Ada Lovelace' }),
  })
  .meta({ id: 'SandboxHappening', description: 'One thing that happened on the way.' })
export type Happening = z.infer<typeof Happening>

export const MovedClock = Clock.extend({
  from: z.iso.datetime().meta({ example: '2030-03-30T08:00:00.000Z', description: 'What it showed before.' }),
  target: z.iso.datetime().meta({ example: '2030-03-31T09:00:00.000Z', description: 'Where it was to be moved.' }),
  arrived: z.boolean().meta({
    description: 'False where the work on the way took longer than 20 s: ask for the same `now` again to go on.',
  }),
  happened: z.array(Happening).meta({ description: 'What happened on the way, in order; the first 1,000.' }),
  count: z.int().meta({ example: 4, description: 'How much happened in all.' }),
}).meta({ id: 'MovedSandboxClock', description: 'The clock after a move, and what happened on the way.' })
export type MovedClock = z.infer<typeof MovedClock>

export const Seed = z
  .strictObject({ scenario: z.enum(scenarios).meta({ example: 'busy-week' }) })
  .meta({ id: 'SandboxSeed' })
export type Seed = z.output<typeof Seed>

export const Seeded = z
  .object({
    scenario: z.enum(scenarios).meta({ example: 'busy-week' }),
    made: z.record(z.string(), z.int()).meta({ example: { members: 3, eventTypes: 2, bookings: 31 } }),
    eventTypeIds: z.array(z.string()).meta({ description: 'The event types that it made, in order.' }),
    bookingIds: z.array(z.string()).meta({ description: 'The bookings that it made, in order.' }),
    story: z.string().meta({ example: 'A host with a full week: try to find a free hour on Tuesday.' }),
  })
  .meta({ id: 'SeededSandbox', description: 'What a scenario put into a sandbox, and what can be seen with it.' })
export type Seeded = z.infer<typeof Seeded>

export const SandboxMail = Mail.extend({
  text: z.string().nullable(),
  html: z.string().nullable(),
  calendar: z.object({ method: z.string(), content: z.string() }).nullable(),
  links: z.array(z.string()).meta({
    example: ['http://localhost:3000/booking/4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5'],
    description: 'Every link in it, in order.',
  }),
}).meta({ id: 'SandboxMail', description: 'A captured mail with its words and its links.' })
export type SandboxMail = z.infer<typeof SandboxMail>

export const sandboxes = table(
  'sandboxes',
  {
    id: text().primaryKey(),
    /** Its own. */
    organizationId: text().notNull(),
    /** Whose it is. */
    parentId: text().notNull(),
    ownerId: text().notNull(),
    name: text().notNull(),
    frozen: flag().notNull(),
    /** What its clock showed when the server's showed `sinceMs`. */
    shownMs: bigint().notNull(),
    sinceMs: bigint().notNull(),
    /** Who moves the clock, until when at most. */
    movedBy: text(),
    movedUntilMs: bigint(),
    /** Digests of the last move's Idempotency-Key and wish, and where it leads: sent again, it leads nowhere else. */
    moveKey: text(),
    moveTargetMs: bigint(),
    createdAt: instant().notNull(),
  },
  (t) => [unique('sandboxes_organization').on(t.organizationId), index('sandboxes_parent').on(t.parentId, t.createdAt)],
)
export type SandboxRow = typeof sandboxes.$inferSelect
