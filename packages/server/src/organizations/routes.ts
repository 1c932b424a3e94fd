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
    description: 'The organization that your key or session belongs to.',
    scope: 'organization:read',
    returns: Organization,
    handle: (ctx) => getOrganization(ctx),
  }),
  route({
    method: 'PATCH',
    path: '/organization',
    id: 'organization.update',
    summary: 'Change your organization',
    description: 'A JSON Merge Patch. A new `slug` moves the public pages at once. For owners and admins.',
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
    description: 'Pending, accepted, expired and revoked ones, newest first. For owners and admins.',
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
    description: 'Mails a link that makes a member of whoever opens it, once, within 14 days.',
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
    description:
      'Its link stops working at once. An accepted invitation cannot be taken back; suspend the member instead.',
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
    description:
      "Makes a member of the invited person, by the secret in the mail's link. With a password they can sign in with it.",
    scope: null,
    params: z.strictObject({
      token: z.string().min(1).max(200).meta({ description: "The secret in the mail's link." }),
    }),
    body: AcceptedInvitation,
    status: 201,
    returns: Member,
    errors: ['not_found', 'gone', 'email_taken'],
    handle: (ctx, { params, body }) => acceptInvitation(ctx, params.token, body),
  }),
]
