import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { BusyBlock, BusyBlockChange, NewBusyBlock } from './model.ts'
import { changeBusyBlock, createBusyBlock, deleteBusyBlock, getBusyBlock, listBusyBlocks } from './service.ts'

export const busyBlockRoutes = [
  route({
    method: 'GET',
    path: '/busy-blocks',
    id: 'busyBlocks.list',
    summary: 'List busy blocks',
    description: "An admin sees every member's, a member their own. Newest first.",
    scope: 'busy-blocks:read',
    query: listQuery({
      userId: z
        .string()
        .max(300)
        .optional()
        .meta({ description: "Only this member's; `ext:` and your own id will do." }),
    }),
    returns: listOf(BusyBlock),
    handle: (ctx, { query }) => listBusyBlocks(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/busy-blocks',
    id: 'busyBlocks.create',
    summary: 'Set a busy block',
    description: 'Nothing is offered that would touch it, buffers included; bookings stay.',
    scope: 'busy-blocks:write',
    body: NewBusyBlock,
    status: 201,
    returns: BusyBlock,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { body }) => createBusyBlock(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/busy-blocks/:id',
    id: 'busyBlocks.get',
    summary: 'Get a busy block',
    description: 'Time that a member is busy, set by hand or by an integration.',
    scope: 'busy-blocks:read',
    params: ById,
    returns: BusyBlock,
    errors: ['not_found'],
    handle: (ctx, { params }) => getBusyBlock(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/busy-blocks/:id',
    id: 'busyBlocks.update',
    summary: 'Change a busy block',
    description: 'A JSON Merge Patch of start, end and reason.',
    scope: 'busy-blocks:write',
    params: ById,
    body: BusyBlockChange,
    returns: BusyBlock,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { params, body }) => changeBusyBlock(ctx, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/busy-blocks/:id',
    id: 'busyBlocks.delete',
    summary: 'Delete a busy block',
    description: 'What lies in it is offered again at once.',
    scope: 'busy-blocks:write',
    params: ById,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { params }) => deleteBusyBlock(ctx, params.id),
  }),
]
