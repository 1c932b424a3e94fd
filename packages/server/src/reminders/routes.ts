import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, instantInput, listOf, listQuery, queryFlag } from '../shapes.ts'
import { getReminder, listBookingReminders, listReminders, retryReminder } from './ledger.ts'
import {
  ChangedReminderWorkflow,
  NewReminderWorkflow,
  Reminder,
  ReminderPreview,
  ReminderPreviewInput,
  ReminderWorkflow,
  ReminderWorkflowChange,
  reminderStates,
  workflowScopes,
} from './model.ts'
import { previewWorkflow } from './preview.ts'
import { changeWorkflow, createWorkflow, deleteWorkflow, getWorkflow, listWorkflows } from './service.ts'

const dryRun = z.strictObject({
  dryRun: queryFlag
    .optional()
    .meta({ description: 'Change nothing, and say how many reminders would change.', type: 'boolean' }),
})

export const reminderRoutes = [
  route({
    method: 'GET',
    path: '/reminder-workflows',
    id: 'reminderWorkflows.list',
    summary: 'List reminder workflows',
    description:
      "An admin sees all, a member the organization's and their own. Newest first. The built-in one is not listed: it answers at `/reminder-workflows/rwf_default`.",
    scope: 'reminders:read',
    query: listQuery({
      scope: z.enum(workflowScopes).optional().meta({ description: 'Only those for everybody, members, event types.' }),
    }),
    returns: listOf(ReminderWorkflow),
    handle: (ctx, { query }) => listWorkflows(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/reminder-workflows',
    id: 'reminderWorkflows.create',
    summary: 'Make a reminder workflow',
    description:
      'One to ten steps. As a default it replaces the default that was there, and the reminders of bookings to come follow; else it holds for the event types whose `reminderWorkflowId` names it.',
    scope: 'reminders:write',
    body: NewReminderWorkflow,
    status: 201,
    returns: ChangedReminderWorkflow,
    errors: ['not_found', 'forbidden', 'plan_required'],
    handle: (ctx, { body }) => createWorkflow(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/reminder-workflows/:id',
    id: 'reminderWorkflows.get',
    summary: 'Get a reminder workflow',
    description: 'By its id; `rwf_default` is what holds where nobody chose anything.',
    scope: 'reminders:read',
    params: ById,
    returns: ReminderWorkflow,
    errors: ['not_found'],
    handle: (ctx, { params }) => getWorkflow(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/reminder-workflows/:id',
    id: 'reminderWorkflows.update',
    summary: 'Change a reminder workflow',
    description:
      'Steps are replaced as a whole; one that keeps its `id` is the same step, and is not sent twice. Reminders of bookings to come are planned anew in the same transaction: `replanCount` says how many, and `dryRun=true` says so before.',
    scope: 'reminders:write',
    params: ById,
    query: dryRun,
    body: ReminderWorkflowChange,
    returns: ChangedReminderWorkflow,
    errors: ['not_found', 'forbidden', 'plan_required', 'conflict'],
    handle: (ctx, { params, query, body }) => changeWorkflow(ctx, params.id, body, query.dryRun ? 'trial' : 'save'),
  }),
  route({
    method: 'DELETE',
    path: '/reminder-workflows/:id',
    id: 'reminderWorkflows.delete',
    summary: 'Delete a reminder workflow',
    description:
      'One that an event type names is not deleted (409 `in_use`). Where it was the default, the next one holds.',
    scope: 'reminders:write',
    params: ById,
    errors: ['not_found', 'forbidden', 'in_use', 'conflict'],
    handle: (ctx, { params }) => deleteWorkflow(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/reminder-workflows/:id/preview',
    id: 'reminderWorkflows.preview',
    summary: 'Preview a reminder workflow',
    description:
      'Each message as it would go out for a booking, or for a sample: subject, text, HTML, at which instant and in whose zone. Nothing is sent.',
    scope: 'reminders:read',
    params: ById,
    body: ReminderPreviewInput,
    status: 200,
    returns: ReminderPreview,
    errors: ['not_found', 'forbidden'],
    handle: (ctx, { params, body }) => previewWorkflow(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/reminders',
    id: 'reminders.list',
    summary: 'List reminders',
    description:
      'The ledger of all bookings that you may see, in the order in which they are due: what is to come with `state=scheduled`, what went wrong with `state=failed`.',
    scope: 'reminders:read',
    query: listQuery({
      state: z.enum(reminderStates).optional().meta({ description: 'Only those in this state.' }),
      bookingId: z.string().max(300).optional().meta({ description: 'Only those of this booking.' }),
      'dueAt[gte]': instantInput.optional().meta({ description: 'Due at or after this instant.' }),
      'dueAt[lt]': instantInput.optional().meta({ description: 'Due before this instant.' }),
    }),
    returns: listOf(Reminder),
    handle: (ctx, { query }) => listReminders(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/reminders/:id',
    id: 'reminders.get',
    summary: 'Get a reminder',
    description: 'Its state, why it was skipped, failed or cancelled, and what the other side answered.',
    scope: 'reminders:read',
    params: ById,
    returns: Reminder,
    errors: ['not_found'],
    handle: (ctx, { params }) => getReminder(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/reminders/:id/retry',
    id: 'reminders.retry',
    summary: 'Try a reminder again',
    description: 'At once: one that failed, or that nobody could take when it was due. Not after the start.',
    scope: 'reminders:write',
    params: ById,
    body: z.strictObject({}),
    status: 200,
    returns: Reminder,
    errors: ['not_found', 'conflict', 'booking_closed'],
    handle: (ctx, { params }) => retryReminder(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/bookings/:id/reminders',
    id: 'bookings.reminders',
    summary: "List a booking's reminders",
    description: 'All that was planned for it, what came of it, and why, in the order in which it is due.',
    scope: 'reminders:read',
    params: ById,
    query: listQuery({}),
    returns: listOf(Reminder),
    errors: ['not_found'],
    handle: (ctx, { params, query }) => listBookingReminders(ctx, params.id, query),
  }),
]
