import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { NewSchedule, Schedule, ScheduleChange } from './model.ts'
import { changeSchedule, createSchedule, deleteSchedule, getSchedule, listSchedules } from './service.ts'

export const scheduleRoutes = [
  route({
    method: 'GET',
    path: '/schedules',
    id: 'schedules.list',
    summary: 'List schedules',
    description: "An admin sees every member's, a member their own.",
    scope: 'schedules:read',
    query: listQuery({
      userId: z
        .string()
        .max(300)
        .optional()
        .meta({ description: "Only this member's; `ext:` and your own id will do." }),
    }),
    returns: listOf(Schedule),
    handle: (ctx, { query }) => listSchedules(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/schedules',
    id: 'schedules.create',
    summary: 'Create a schedule',
    description: "Weekly hours and date overrides in one IANA zone. A user's first schedule becomes their default.",
    scope: 'schedules:write',
    body: NewSchedule,
    status: 201,
    returns: Schedule,
    errors: ['not_found', 'forbidden', 'external_id_taken'],
    handle: (ctx, { body }) => createSchedule(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/schedules/:id',
    id: 'schedules.get',
    summary: 'Get a schedule',
    description: 'By its id or `ext:` and your own id.',
    scope: 'schedules:read',
    params: ById,
    returns: Schedule,
    errors: ['not_found'],
    handle: (ctx, { params }) => getSchedule(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/schedules/:id',
    id: 'schedules.update',
    summary: 'Change a schedule',
    description: 'JSON Merge Patch: what you send replaces what is there, lists as a whole.',
    scope: 'schedules:write',
    params: ById,
    body: ScheduleChange,
    returns: Schedule,
    errors: ['not_found', 'forbidden', 'conflict', 'external_id_taken'],
    handle: (ctx, { params, body }) => changeSchedule(ctx, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/schedules/:id',
    id: 'schedules.delete',
    summary: 'Delete a schedule',
    description: 'A schedule in use is not deleted (409 `in_use`).',
    scope: 'schedules:write',
    params: ById,
    errors: ['not_found', 'in_use'],
    handle: (ctx, { params }) => deleteSchedule(ctx, params.id),
  }),
]
