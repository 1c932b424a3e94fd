import { z } from 'zod'
import { route } from '../http/route.ts'
import { ById, listOf, listQuery } from '../shapes.ts'
import { Member } from '../users/model.ts'
import { acceptInvitation, invite, listInvitations, revokeInvitation } from './invitations.ts'
import { AcceptedInvitation, Invitation, NewInvitation, Organization, OrganizationChange } from './model.ts'
import { changeOrganization, getOrganization } from './service.ts'

export const organizationRoutes = [
  route({
    method: 'GET',
    path: '/organization',
    id: 'organization.get',
    summary: 'Get your organization',
    scope: 'organization:read',
    returns: Organization,
    handle: (ctx) => getOrganization(ctx),
  }),
  route({
    method: 'PATCH',
    path: '/organization',
    id: 'organization.update',
    summary: 'Change your organization',
    scope: 'organization:write',
    body: OrganizationChange,
    returns: Organization,
    errors: ['forbidden', 'slug_taken'],
    handle: (ctx, { body }) => changeOrganization(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/organization/invitations',
    id: 'organization.invitations.list',
    summary: 'List invitations',
    scope: 'members:read',
    query: listQuery({}),
    returns: listOf(Invitation),
    errors: ['forbidden'],
    handle: (ctx, { query }) => listInvitations(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/organization/invitations',
    id: 'organization.invitations.create',
    summary: 'Invite somebody by mail',
    scope: 'members:write',
    body: NewInvitation,
    status: 201,
    returns: Invitation,
    errors: ['forbidden', 'email_taken'],
    handle: (ctx, { body }) => invite(ctx, body),
  }),
  route({
    method: 'DELETE',
    path: '/organization/invitations/:id',
    id: 'organization.invitations.revoke',
    summary: 'Take an invitation back',
    scope: 'members:write',
    params: ById,
    errors: ['forbidden', 'not_found'],
    handle: (ctx, { params }) => revokeInvitation(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/public/invitations/:token/accept',
    id: 'organization.invitations.accept',
    summary: 'Accept an invitation',
    scope: null,
    params: z.strictObject({ token: z.string().min(1).max(200) }),
    body: AcceptedInvitation,
    status: 201,
    returns: Member,
    errors: ['not_found', 'gone', 'email_taken'],
    handle: (ctx, { params, body }) => acceptInvitation(ctx, params.token, body),
  }),
]
