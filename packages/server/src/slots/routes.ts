import { ReadyJson, route } from '../http/route.ts'
import { ById } from '../shapes.ts'
import { SlotList, SlotQuery } from './model.ts'
import { searchSlots } from './search.ts'
import { FoundSlots, SlotSearch } from './search-model.ts'
import { listSlots } from './service.ts'
import { slotText } from './text.ts'

export const slotRoutes = [
  route({
    method: 'POST',
    path: '/slots/search',
    id: 'slots.search',
    summary: 'Search the slots of many at once',
    description:
      'Up to 50 event types, or 50 people: the first starts at which any of them can be booked, or those at which all can. Each is judged as its own list is. Nothing is written.',
    scope: 'event-types:read',
    body: SlotSearch,
    returns: FoundSlots,
    errors: ['not_found'],
    handle: (ctx, { body }) => searchSlots(ctx, body),
  }),
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
    errors: ['not_found', 'gone', 'booking_closed', 'booking_ended'],
    // The hottest answer: written from checked parts, so it is not parsed once more on its way out.
    handle: async (ctx, { params, query }) => new ReadyJson(slotText(await listSlots(ctx, params.id, query))),
  }),
]
