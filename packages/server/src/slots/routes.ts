import { route } from '../http/route.ts'
import { ById } from '../shapes.ts'
import { SlotList, SlotQuery } from './model.ts'
import { listSlots } from './service.ts'

export const slotRoutes = [
  route({
    method: 'GET',
    path: '/event-types/:id/slots',
    id: 'eventTypes.slots',
    summary: 'List open slots',
    description:
      'Every start that can be booked now, over at most 366 days: what is listed can be booked. An empty list says why in `reason`; `explain=true` says it for each start.',
    scope: 'event-types:read',
    params: ById,
    query: SlotQuery,
    returns: SlotList,
    errors: ['not_found'],
    handle: (ctx, { params, query }) => listSlots(ctx, params.id, query),
  }),
]
