import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { Mail, MailWithBody } from './model.ts'
import { getMail, listMail } from './service.ts'

export const mailRoutes = [
  route({
    method: 'GET',
    path: '/mail',
    id: 'mail.list',
    summary: 'List mail',
    description: 'What LetsMeet sent or, without an SMTP server, captured. For owners and admins.',
    scope: 'mail:read',
    query: listQuery({
      to: z.string().max(254).optional().meta({ description: 'Only what was sent to this address.' }),
      subjectId: z
        .string()
        .max(300)
        .optional()
        .meta({ description: 'Only what is about this resource, such as a booking.' }),
    }),
    returns: listOf(Mail),
    errors: ['forbidden'],
    handle: (ctx, { query }) => listMail(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/mail/:id',
    id: 'mail.get',
    summary: 'Read a mail',
    description: 'With its text, its HTML and its calendar file, as long as it is kept here.',
    scope: 'mail:read',
    params: ById,
    returns: MailWithBody,
    errors: ['forbidden', 'not_found'],
    handle: (ctx, { params }) => getMail(ctx, params.id),
  }),
]
