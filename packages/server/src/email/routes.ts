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
    query: listQuery({ to: z.string().max(254).optional(), subjectId: z.string().max(300).optional() }),
    returns: listOf(Mail),
    errors: ['forbidden'],
    handle: (ctx, { query }) => listMail(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/mail/:id',
    id: 'mail.get',
    summary: 'Read a mail',
    scope: 'mail:read',
    params: ById,
    returns: MailWithBody,
    errors: ['forbidden', 'not_found'],
    handle: (ctx, { params }) => getMail(ctx, params.id),
  }),
]
