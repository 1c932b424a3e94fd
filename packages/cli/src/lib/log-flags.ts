import { Flags } from '@oclif/core'

/** Which requests of the log are meant. */
export const logFilterFlags = {
  status: Flags.string({ description: 'Only answers with this status, or of this class.', helpValue: '4xx' }),
  method: Flags.option({ options: ['GET', 'POST', 'PATCH', 'DELETE'] as const })({
    description: 'Only requests with this method.',
  }),
  path: Flags.string({ description: 'Only requests for exactly this path.', helpValue: '/api/v1/bookings' }),
  by: Flags.string({ description: 'Only those of this API key or user.', helpValue: 'ID' }),
}
