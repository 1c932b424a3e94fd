import { z } from 'zod'
import { instantInput } from '../shapes.ts'
import { patterns, secret } from '../webhooks/model.ts'

export const NewListenSession = z
  .strictObject({
    eventTypes: patterns
      .default(['*'])
      .meta({ example: ['booking.*'], description: 'Types, families such as `booking.*`, or `*`.' }),
    since: instantInput
      .optional()
      .meta({ description: 'Begins with what the event log holds since then: 10,000 events at most, of any type.' }),
  })
  .meta({ id: 'NewListenSession', example: { eventTypes: ['booking.*'] } })
export type NewListenSession = z.output<typeof NewListenSession>

export const ListenSession = z
  .object({
    id: z.string().meta({ example: 'we_0WbXkT3nPq7YvLs2DfGh', description: 'As `endpointId` in the delivery log.' }),
    secret,
    eventTypes: z.array(z.string()).meta({ example: ['booking.*'] }),
    expiresAt: z.iso
      .datetime()
      .meta({ example: '2030-01-08T14:20:00.000Z', description: '24 hours after it was last connected.' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ListenSession', description: 'An endpoint without an address: a program fetches what it is sent.' })
export type ListenSession = z.infer<typeof ListenSession>

export const ListenResult = z
  .strictObject({
    deliveryId: z.string().min(1).max(300).meta({ example: 'wd_0WbXkT3nPq7YvLs2DfGh' }),
    status: z
      .int()
      .min(100)
      .max(599)
      .nullable()
      .default(null)
      .meta({ example: 200, description: 'What the receiver answered; null when it could not be reached.' }),
    durationMs: z.number().min(0).max(600_000).meta({ example: 12 }),
    body: z
      .string()
      .max(65_536)
      .default('')
      .meta({ example: 'ok', description: 'What came back; the first 16 KiB are kept.' }),
    error: z.string().max(1000).optional().meta({ description: 'Why there was no answer, in a sentence.' }),
  })
  .meta({
    id: 'ListenResult',
    example: { deliveryId: 'wd_0WbXkT3nPq7YvLs2DfGh', status: 200, durationMs: 12, body: 'ok' },
  })
export type ListenResult = z.output<typeof ListenResult>
