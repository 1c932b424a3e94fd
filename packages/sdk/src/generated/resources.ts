// Generated from the OpenAPI document by `npm --prefix packages/sdk run generate`. Do not edit.
import type { ApiPromise } from '../answer.ts'
import type { CallOptions } from '../options.ts'
import type { PagePromise } from '../pages.ts'
import { Resource } from '../resource.ts'
import { path } from '../url.ts'
import type {
  AcceptedInvitation,
  ApiKey,
  ApiKeyChange,
  ApiKeysListQuery,
  Booking,
  BookingChange,
  BookingPreview,
  BookingsConfirmBody,
  BookingsEventsQuery,
  BookingsListQuery,
  BookingsRemindersQuery,
  BrowserSession,
  BrowserSessionsListQuery,
  BusyBlock,
  BusyBlockChange,
  BusyBlocksListQuery,
  Cancel,
  ChangedReminderWorkflow,
  Contact,
  ContactChange,
  ContactErasure,
  ContactImport,
  ContactMerge,
  ContactNote,
  ContactNoteInput,
  ContactWithSummary,
  ContactsArchiveBody,
  ContactsExportQuery,
  ContactsImportQuery,
  ContactsListQuery,
  ContactsRestoreBody,
  ContactsTimelineQuery,
  ContactsUndoMergeBody,
  CreatedApiKey,
  CreatedBooking,
  CreatedBrowserSession,
  CreatedLink,
  CreatedSandbox,
  CreatedWebhookEndpoint,
  CurrentBrowserSession,
  Decline,
  ErasedContact,
  Event,
  EventType,
  EventTypeChange,
  EventTypesListQuery,
  EventTypesSlotsQuery,
  EventsListQuery,
  FoundSlots,
  GuestBooking,
  GuestBookingView,
  Hold,
  HoldsRenewBody,
  Invitation,
  Link,
  LinkChange,
  LinksListQuery,
  LinksRevokeBody,
  ListenResult,
  ListenSession,
  ListenSessionsStreamQuery,
  LoggedRequest,
  LogsListQuery,
  MagicLinkRequest,
  MagicLinkSignIn,
  Mail,
  MailListQuery,
  MailWithBody,
  Me,
  MeChange,
  Member,
  MemberChange,
  MovedSandboxClock,
  NewApiKey,
  NewBooking,
  NewBrowserSession,
  NewBusyBlock,
  NewContact,
  NewEventType,
  NewHold,
  NewInvitation,
  NewLink,
  NewLinkBooking,
  NewListenSession,
  NewMember,
  NewPassword,
  NewReminderWorkflow,
  NewSandbox,
  NewSchedule,
  NewTimeOff,
  NewWebhookEndpoint,
  NoShow,
  Organization,
  OrganizationChange,
  OrganizationInvitationsListQuery,
  OrganizationMembersListQuery,
  OrganizationMembersReactivateBody,
  OrganizationMembersSuspendBody,
  PartedContacts,
  PasswordSignIn,
  Profile,
  PublicBookingsSlotsQuery,
  PublicEventType,
  PublicEventTypesSlotsQuery,
  PublicLink,
  PublicLinksSlotsQuery,
  Reassign,
  Recover,
  Recovered,
  Reminder,
  ReminderPreview,
  ReminderPreviewInput,
  ReminderWorkflow,
  ReminderWorkflowChange,
  ReminderWorkflowsListQuery,
  ReminderWorkflowsUpdateQuery,
  RemindersListQuery,
  RemindersRetryBody,
  Reschedule,
  Roll,
  RotateSecret,
  Sandbox,
  SandboxClock,
  SandboxClockChange,
  SandboxMail,
  SandboxSeed,
  SandboxesListQuery,
  SandboxesMailboxListQuery,
  Schedule,
  ScheduleChange,
  SchedulesListQuery,
  SeededSandbox,
  Session,
  SessionsListQuery,
  SessionsRequestMagicLinkResult,
  SessionsSignUpResult,
  SignUp,
  SlotList,
  SlotSearch,
  TimeOff,
  TimeOffChange,
  TimeOffListQuery,
  TimelineEntry,
  WebhookAttempt,
  WebhookDeliveriesAttemptsQuery,
  WebhookDeliveriesListQuery,
  WebhookDeliveriesRedeliverBody,
  WebhookDelivery,
  WebhookDeliveryWithBody,
  WebhookEndpoint,
  WebhookEndpointChange,
  WebhookEndpointsEnableBody,
  WebhookEndpointsListQuery,
  WebhookEndpointsRevokePreviousSecretBody,
  WebhookTest,
} from './types.ts'

export class Resources extends Resource {
  readonly me = new MeResource(this.transport)
  readonly organization = new OrganizationResource(this.transport)
  readonly sessions = new SessionsResource(this.transport)
  readonly apiKeys = new ApiKeysResource(this.transport)
  readonly browserSessions = new BrowserSessionsResource(this.transport)
  readonly schedules = new SchedulesResource(this.transport)
  readonly timeOff = new TimeOffResource(this.transport)
  readonly busyBlocks = new BusyBlocksResource(this.transport)
  readonly eventTypes = new EventTypesResource(this.transport)
  readonly slots = new SlotsResource(this.transport)
  readonly holds = new HoldsResource(this.transport)
  readonly bookings = new BookingsResource(this.transport)
  readonly links = new LinksResource(this.transport)
  readonly public = new PublicResource(this.transport)
  readonly contacts = new ContactsResource(this.transport)
  readonly reminderWorkflows = new ReminderWorkflowsResource(this.transport)
  readonly reminders = new RemindersResource(this.transport)
  readonly events = new EventsResource(this.transport)
  readonly webhookEndpoints = new WebhookEndpointsResource(this.transport)
  readonly webhookDeliveries = new WebhookDeliveriesResource(this.transport)
  readonly listenSessions = new ListenSessionsResource(this.transport)
  readonly mail = new MailResource(this.transport)
  readonly logs = new LogsResource(this.transport)
  readonly sandboxes = new SandboxesResource(this.transport)
}

export class MeResource extends Resource {
  /**
   * Who am I
   *
   * The user behind the key or session, the organization, the plan and the scopes.
   *
   * `GET /api/v1/me`
   */
  get(options?: CallOptions): ApiPromise<Me> {
    return this.transport.call({ method: 'GET', path: '/api/v1/me' }, options)
  }

  /**
   * Change yourself
   *
   * Your name, zone, username and booking limits. A JSON Merge Patch.
   *
   * `PATCH /api/v1/me`
   */
  update(body: MeChange = {}, options?: CallOptions): ApiPromise<Me> {
    return this.transport.call({ method: 'PATCH', path: '/api/v1/me', body }, options)
  }

  /**
   * Set your password
   *
   * Every other session of yours ends.
   *
   * `POST /api/v1/me/password`
   */
  setPassword(body: NewPassword, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'POST', path: '/api/v1/me/password', body }, options)
  }
}

export class OrganizationResource extends Resource {
  readonly members = new OrganizationMembersResource(this.transport)
  readonly invitations = new OrganizationInvitationsResource(this.transport)

  /**
   * Get your organization
   *
   * The organization that your key or session belongs to.
   *
   * `GET /api/v1/organization`
   */
  get(options?: CallOptions): ApiPromise<Organization> {
    return this.transport.call({ method: 'GET', path: '/api/v1/organization' }, options)
  }

  /**
   * Change your organization
   *
   * A JSON Merge Patch. A new `slug` moves the public pages at once. For owners and admins.
   *
   * `PATCH /api/v1/organization`
   */
  update(body: OrganizationChange = {}, options?: CallOptions): ApiPromise<Organization> {
    return this.transport.call({ method: 'PATCH', path: '/api/v1/organization', body }, options)
  }
}

export class OrganizationMembersResource extends Resource {
  /**
   * List members
   *
   * Everybody in the organization, newest first; `email` finds one.
   *
   * `GET /api/v1/organization/members`
   */
  list(query?: OrganizationMembersListQuery, options?: CallOptions): PagePromise<Member> {
    return this.transport.list('/api/v1/organization/members', query, options)
  }

  /**
   * Add a member at once
   *
   * They get working hours (Mon–Fri 09:00–17:00 in their zone). `signIn: false` is a host who never logs in.
   *
   * `POST /api/v1/organization/members`
   */
  create(body: NewMember, options?: CallOptions): ApiPromise<Member> {
    return this.transport.call({ method: 'POST', path: '/api/v1/organization/members', body }, options)
  }

  /**
   * Get a member
   *
   * By their id or `ext:` and your own id.
   *
   * `GET /api/v1/organization/members/{id}`
   *
   * @param id The id of the member, or `ext:` and your own id for it.
   */
  get(id: string, options?: CallOptions): ApiPromise<Member> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/organization/members/${id}` }, options)
  }

  /**
   * Change a member
   *
   * A JSON Merge Patch: name, zone, username, role, limits, your own id. Only an owner makes or unmakes owners.
   *
   * `PATCH /api/v1/organization/members/{id}`
   *
   * @param id The id of the member, or `ext:` and your own id for it.
   */
  update(id: string, body: MemberChange = {}, options?: CallOptions): ApiPromise<Member> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/organization/members/${id}`, body }, options)
  }

  /**
   * Suspend a member
   *
   * Sign-in and keys stop, and nothing of theirs is offered. Nothing is deleted; bookings stay.
   *
   * `POST /api/v1/organization/members/{id}/suspend`
   *
   * @param id The id of the member, or `ext:` and your own id for it.
   */
  suspend(id: string, body: OrganizationMembersSuspendBody = {}, options?: CallOptions): ApiPromise<Member> {
    return this.transport.call(
      { method: 'POST', path: path`/api/v1/organization/members/${id}/suspend`, body },
      options,
    )
  }

  /**
   * Reactivate a member
   *
   * They can sign in again, their keys work again, and their hours are offered again.
   *
   * `POST /api/v1/organization/members/{id}/reactivate`
   *
   * @param id The id of the member, or `ext:` and your own id for it.
   */
  reactivate(id: string, body: OrganizationMembersReactivateBody = {}, options?: CallOptions): ApiPromise<Member> {
    return this.transport.call(
      { method: 'POST', path: path`/api/v1/organization/members/${id}/reactivate`, body },
      options,
    )
  }
}

export class OrganizationInvitationsResource extends Resource {
  /**
   * List invitations
   *
   * Pending, accepted, expired and revoked ones, newest first. For owners and admins.
   *
   * `GET /api/v1/organization/invitations`
   */
  list(query?: OrganizationInvitationsListQuery, options?: CallOptions): PagePromise<Invitation> {
    return this.transport.list('/api/v1/organization/invitations', query, options)
  }

  /**
   * Invite somebody by mail
   *
   * Mails a link that makes a member of whoever opens it, once, within 14 days.
   *
   * `POST /api/v1/organization/invitations`
   */
  create(body: NewInvitation, options?: CallOptions): ApiPromise<Invitation> {
    return this.transport.call({ method: 'POST', path: '/api/v1/organization/invitations', body }, options)
  }

  /**
   * Take an invitation back
   *
   * Its link stops working at once. An accepted invitation cannot be taken back; suspend the member instead.
   *
   * `DELETE /api/v1/organization/invitations/{id}`
   *
   * @param id The id of the invitation.
   */
  revoke(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/organization/invitations/${id}` }, options)
  }

  /**
   * Accept an invitation
   *
   * Makes a member of the invited person, by the secret in the mail's link. With a password they can sign in with
   * it.
   *
   * `POST /api/v1/public/invitations/{token}/accept`
   *
   * @param token The secret in the mail's link.
   */
  accept(token: string, body: AcceptedInvitation, options?: CallOptions): ApiPromise<Member> {
    return this.transport.call(
      { method: 'POST', path: path`/api/v1/public/invitations/${token}/accept`, body },
      options,
    )
  }
}

export class SessionsResource extends Resource {
  /**
   * Sign in with a password
   *
   * Sets the dashboard cookie (HttpOnly, SameSite=Lax). API clients use keys instead.
   *
   * `POST /api/v1/public/sessions`
   */
  create(body: PasswordSignIn, options?: CallOptions): ApiPromise<Session> {
    return this.transport.call({ method: 'POST', path: '/api/v1/public/sessions', body }, options)
  }

  /**
   * Ask for a sign-in link by mail
   *
   * Answers the same whether or not the address has an account.
   *
   * `POST /api/v1/public/magic-links`
   */
  requestMagicLink(body: MagicLinkRequest, options?: CallOptions): ApiPromise<SessionsRequestMagicLinkResult> {
    return this.transport.call({ method: 'POST', path: '/api/v1/public/magic-links', body }, options)
  }

  /**
   * Open an account
   *
   * Mails a link that opens it. Only where `LETSMEET_SIGN_UP` is `open`; every address gets the same answer.
   *
   * `POST /api/v1/public/sign-up`
   */
  signUp(body: SignUp, options?: CallOptions): ApiPromise<SessionsSignUpResult> {
    return this.transport.call({ method: 'POST', path: '/api/v1/public/sign-up', body }, options)
  }

  /**
   * Sign in with a link from a mail
   *
   * Sets the dashboard cookie. A link works once, for 15 minutes.
   *
   * `POST /api/v1/public/sessions/magic-link`
   */
  createByMagicLink(body: MagicLinkSignIn, options?: CallOptions): ApiPromise<Session> {
    return this.transport.call({ method: 'POST', path: '/api/v1/public/sessions/magic-link', body }, options)
  }

  /**
   * Sign out of this browser
   *
   * Ends the session of the cookie and clears it; without a cookie nothing happens.
   *
   * `POST /api/v1/public/sessions/sign-out`
   */
  signOut(options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'POST', path: '/api/v1/public/sessions/sign-out' }, options)
  }

  /**
   * List your signed-in browsers
   *
   * Where you are signed in, with address and browser; `current` is the one that asks.
   *
   * `GET /api/v1/sessions`
   */
  list(query?: SessionsListQuery, options?: CallOptions): PagePromise<Session> {
    return this.transport.list('/api/v1/sessions', query, options)
  }

  /**
   * Sign a browser out
   *
   * Ends the session; that browser has to sign in again.
   *
   * `DELETE /api/v1/sessions/{id}`
   *
   * @param id The id of the session.
   */
  revoke(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/sessions/${id}` }, options)
  }
}

export class ApiKeysResource extends Resource {
  /**
   * List API keys
   *
   * Revoked and expired ones too, newest first, so that old traces can be explained. The keys themselves are never
   * shown again.
   *
   * `GET /api/v1/api-keys`
   */
  list(query?: ApiKeysListQuery, options?: CallOptions): PagePromise<ApiKey> {
    return this.transport.list('/api/v1/api-keys', query, options)
  }

  /**
   * Create an API key
   *
   * The key is in this answer and nowhere else.
   *
   * `POST /api/v1/api-keys`
   */
  create(body: NewApiKey, options?: CallOptions): ApiPromise<CreatedApiKey> {
    return this.transport.call({ method: 'POST', path: '/api/v1/api-keys', body }, options)
  }

  /**
   * Get an API key
   *
   * Its name, scopes, allow-list and last use; never the key itself.
   *
   * `GET /api/v1/api-keys/{id}`
   *
   * @param id The id of the API key.
   */
  get(id: string, options?: CallOptions): ApiPromise<ApiKey> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/api-keys/${id}` }, options)
  }

  /**
   * Change an API key
   *
   * Its name and its IP allow-list; a key with other scopes is a new key.
   *
   * `PATCH /api/v1/api-keys/{id}`
   *
   * @param id The id of the API key.
   */
  update(id: string, body: ApiKeyChange = {}, options?: CallOptions): ApiPromise<ApiKey> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/api-keys/${id}`, body }, options)
  }

  /**
   * Revoke an API key
   *
   * It stops working at once and stays in the list. Revoking twice changes nothing.
   *
   * `DELETE /api/v1/api-keys/{id}`
   *
   * @param id The id of the API key.
   */
  revoke(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/api-keys/${id}` }, options)
  }

  /**
   * Roll an API key
   *
   * Makes a key with the same rights; the old one goes on for the overlap, so that nothing stops meanwhile.
   *
   * `POST /api/v1/api-keys/{id}/roll`
   *
   * @param id The id of the API key.
   */
  roll(id: string, body: Roll = {}, options?: CallOptions): ApiPromise<CreatedApiKey> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/api-keys/${id}/roll`, body }, options)
  }
}

export class BrowserSessionsResource extends Resource {
  /**
   * List browser sessions
   *
   * An admin sees the organization's, a member those they made; ended ones for a month. Newest first.
   *
   * `GET /api/v1/browser-sessions`
   */
  list(query?: BrowserSessionsListQuery, options?: CallOptions): PagePromise<BrowserSession> {
    return this.transport.list('/api/v1/browser-sessions', query, options)
  }

  /**
   * Create a browser session
   *
   * Your server makes it, and hands the token to a page: a booker's, a host's, or one for a single booking. It
   * works only from the organization's `allowedOrigins` and this server's own pages.
   *
   * `POST /api/v1/browser-sessions`
   */
  create(body: NewBrowserSession, options?: CallOptions): ApiPromise<CreatedBrowserSession> {
    return this.transport.call({ method: 'POST', path: '/api/v1/browser-sessions', body }, options)
  }

  /**
   * Get the session that asks
   *
   * For the page that holds a token: what it is for, until when, and the event type as guests see it.
   *
   * `GET /api/v1/browser-sessions/current`
   */
  current(options?: CallOptions): ApiPromise<CurrentBrowserSession> {
    return this.transport.call({ method: 'GET', path: '/api/v1/browser-sessions/current' }, options)
  }

  /**
   * Get a browser session
   *
   * What it is for and until when; never the token.
   *
   * `GET /api/v1/browser-sessions/{id}`
   *
   * @param id The id of the browser session.
   */
  get(id: string, options?: CallOptions): ApiPromise<BrowserSession> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/browser-sessions/${id}` }, options)
  }

  /**
   * Revoke a browser session
   *
   * It stops working at once. Revoking twice changes nothing.
   *
   * `DELETE /api/v1/browser-sessions/{id}`
   *
   * @param id The id of the browser session.
   */
  revoke(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/browser-sessions/${id}` }, options)
  }
}

export class SchedulesResource extends Resource {
  /**
   * List schedules
   *
   * An admin sees every member's, a member their own.
   *
   * `GET /api/v1/schedules`
   */
  list(query?: SchedulesListQuery, options?: CallOptions): PagePromise<Schedule> {
    return this.transport.list('/api/v1/schedules', query, options)
  }

  /**
   * Create a schedule
   *
   * Weekly hours and date overrides in one IANA zone. A user's first schedule becomes their default.
   *
   * `POST /api/v1/schedules`
   */
  create(body: NewSchedule, options?: CallOptions): ApiPromise<Schedule> {
    return this.transport.call({ method: 'POST', path: '/api/v1/schedules', body }, options)
  }

  /**
   * Get a schedule
   *
   * By its id or `ext:` and your own id.
   *
   * `GET /api/v1/schedules/{id}`
   *
   * @param id The id of the schedule, or `ext:` and your own id for it.
   */
  get(id: string, options?: CallOptions): ApiPromise<Schedule> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/schedules/${id}` }, options)
  }

  /**
   * Change a schedule
   *
   * JSON Merge Patch: what you send replaces what is there, lists as a whole.
   *
   * `PATCH /api/v1/schedules/{id}`
   *
   * @param id The id of the schedule, or `ext:` and your own id for it.
   */
  update(id: string, body: ScheduleChange = {}, options?: CallOptions): ApiPromise<Schedule> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/schedules/${id}`, body }, options)
  }

  /**
   * Delete a schedule
   *
   * A schedule in use is not deleted (409 `in_use`).
   *
   * `DELETE /api/v1/schedules/{id}`
   *
   * @param id The id of the schedule, or `ext:` and your own id for it.
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/schedules/${id}` }, options)
  }
}

export class TimeOffResource extends Resource {
  /**
   * List time off
   *
   * An admin sees every member's, a member their own. Newest first.
   *
   * `GET /api/v1/time-off`
   */
  list(query?: TimeOffListQuery, options?: CallOptions): PagePromise<TimeOff> {
    return this.transport.list('/api/v1/time-off', query, options)
  }

  /**
   * Plan time off
   *
   * Whole days (`startDate` to `endDate`, inclusive) or two instants. Nothing is offered in it; bookings stay.
   *
   * `POST /api/v1/time-off`
   */
  create(body: NewTimeOff, options?: CallOptions): ApiPromise<TimeOff> {
    return this.transport.call({ method: 'POST', path: '/api/v1/time-off', body }, options)
  }

  /**
   * Get time off
   *
   * Days, or hours, on which a member cannot be booked.
   *
   * `GET /api/v1/time-off/{id}`
   *
   * @param id The id of the time off.
   */
  get(id: string, options?: CallOptions): ApiPromise<TimeOff> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/time-off/${id}` }, options)
  }

  /**
   * Change time off
   *
   * A JSON Merge Patch. Days stay days and instants stay instants.
   *
   * `PATCH /api/v1/time-off/{id}`
   *
   * @param id The id of the time off.
   */
  update(id: string, body: TimeOffChange = {}, options?: CallOptions): ApiPromise<TimeOff> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/time-off/${id}`, body }, options)
  }

  /**
   * Delete time off
   *
   * What lies in it is offered again at once.
   *
   * `DELETE /api/v1/time-off/{id}`
   *
   * @param id The id of the time off.
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/time-off/${id}` }, options)
  }
}

export class BusyBlocksResource extends Resource {
  /**
   * List busy blocks
   *
   * An admin sees every member's, a member their own. Newest first.
   *
   * `GET /api/v1/busy-blocks`
   */
  list(query?: BusyBlocksListQuery, options?: CallOptions): PagePromise<BusyBlock> {
    return this.transport.list('/api/v1/busy-blocks', query, options)
  }

  /**
   * Set a busy block
   *
   * Nothing is offered that would touch it, buffers included; bookings stay.
   *
   * `POST /api/v1/busy-blocks`
   */
  create(body: NewBusyBlock, options?: CallOptions): ApiPromise<BusyBlock> {
    return this.transport.call({ method: 'POST', path: '/api/v1/busy-blocks', body }, options)
  }

  /**
   * Get a busy block
   *
   * Time that a member is busy, set by hand or by an integration.
   *
   * `GET /api/v1/busy-blocks/{id}`
   *
   * @param id The id of the busy block.
   */
  get(id: string, options?: CallOptions): ApiPromise<BusyBlock> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/busy-blocks/${id}` }, options)
  }

  /**
   * Change a busy block
   *
   * A JSON Merge Patch of start, end and reason.
   *
   * `PATCH /api/v1/busy-blocks/{id}`
   *
   * @param id The id of the busy block.
   */
  update(id: string, body: BusyBlockChange = {}, options?: CallOptions): ApiPromise<BusyBlock> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/busy-blocks/${id}`, body }, options)
  }

  /**
   * Delete a busy block
   *
   * What lies in it is offered again at once.
   *
   * `DELETE /api/v1/busy-blocks/{id}`
   *
   * @param id The id of the busy block.
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/busy-blocks/${id}` }, options)
  }
}

export class EventTypesResource extends Resource {
  /**
   * List event types
   *
   * Newest first, the inactive ones too unless `active=true`.
   *
   * `GET /api/v1/event-types`
   */
  list(query?: EventTypesListQuery, options?: CallOptions): PagePromise<EventType> {
    return this.transport.list('/api/v1/event-types', query, options)
  }

  /**
   * Create an event type
   *
   * A title and a duration are enough: notice 0, a rolling window of 60 days, one host, no buffers.
   *
   * `POST /api/v1/event-types`
   */
  create(body: NewEventType, options?: CallOptions): ApiPromise<EventType> {
    return this.transport.call({ method: 'POST', path: '/api/v1/event-types', body }, options)
  }

  /**
   * Get an event type
   *
   * By its id or `ext:` and your own id.
   *
   * `GET /api/v1/event-types/{id}`
   *
   * @param id The id of the event type, or `ext:` and your own id for it.
   */
  get(id: string, options?: CallOptions): ApiPromise<EventType> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/event-types/${id}` }, options)
  }

  /**
   * Change an event type
   *
   * JSON Merge Patch: null takes a setting back, lists are replaced as a whole. Bookings made so far stay.
   *
   * `PATCH /api/v1/event-types/{id}`
   *
   * @param id The id of the event type, or `ext:` and your own id for it.
   */
  update(id: string, body: EventTypeChange = {}, options?: CallOptions): ApiPromise<EventType> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/event-types/${id}`, body }, options)
  }

  /**
   * Delete an event type
   *
   * One with future bookings is not deleted (409 `in_use`).
   *
   * `DELETE /api/v1/event-types/{id}`
   *
   * @param id The id of the event type, or `ext:` and your own id for it.
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/event-types/${id}` }, options)
  }

  /**
   * List open slots
   *
   * Every start that can be booked now, over at most 366 days: what is listed can be booked. An empty list says why
   * in `reason`; `explain=true` says it for each start.
   *
   * `GET /api/v1/event-types/{id}/slots`
   *
   * @param id The id of the event type, or `ext:` and your own id for it.
   */
  slots(id: string, query?: EventTypesSlotsQuery, options?: CallOptions): ApiPromise<SlotList> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/event-types/${id}/slots`, query }, options)
  }
}

export class SlotsResource extends Resource {
  /**
   * Search the slots of many at once
   *
   * Up to 50 event types, or 50 people: the first starts at which any of them can be booked, or those at which all
   * can. Each is judged as its own list is. Nothing is written.
   *
   * `POST /api/v1/slots/search`
   */
  search(body: SlotSearch, options?: CallOptions): ApiPromise<FoundSlots> {
    return this.transport.call({ method: 'POST', path: '/api/v1/slots/search', body }, options)
  }
}

export class HoldsResource extends Resource {
  /**
   * Hold a slot
   *
   * For five minutes nobody else can book or hold it. It is judged as a booking is: what is listed can be held, and
   * of any number of callers who want the same time one gets it. Send its id as `holdId` with the booking.
   *
   * `POST /api/v1/holds`
   */
  create(body: NewHold, options?: CallOptions): ApiPromise<Hold> {
    return this.transport.call({ method: 'POST', path: '/api/v1/holds', body }, options)
  }

  /**
   * Get a hold
   *
   * What it holds and until when, for whoever made it and for admins.
   *
   * `GET /api/v1/holds/{id}`
   *
   * @param id The id of the hold.
   */
  get(id: string, options?: CallOptions): ApiPromise<Hold> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/holds/${id}` }, options)
  }

  /**
   * Release a hold
   *
   * Its time is offered again at once. A booking made with the hold releases it by itself.
   *
   * `DELETE /api/v1/holds/{id}`
   *
   * @param id The id of the hold.
   */
  release(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/holds/${id}` }, options)
  }

  /**
   * Renew a hold
   *
   * Five more minutes from now, as often as you like. One that has ended stays ended.
   *
   * `POST /api/v1/holds/{id}/renew`
   *
   * @param id The id of the hold.
   */
  renew(id: string, body: HoldsRenewBody = {}, options?: CallOptions): ApiPromise<Hold> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/holds/${id}/renew`, body }, options)
  }
}

export class BookingsResource extends Resource {
  /**
   * List bookings
   *
   * An admin sees the organization's, a member those they host or own. Newest first, or in the `order` you ask for.
   *
   * `GET /api/v1/bookings`
   */
  list(query?: BookingsListQuery, options?: CallOptions): PagePromise<Booking> {
    return this.transport.list('/api/v1/bookings', query, options)
  }

  /**
   * Book a time
   *
   * The start must be one that is listed. The check and the booking are one transaction: of any number of callers
   * who want the same time, one gets it, the others 409 `slot_unavailable`. With `recurrence` all meetings of the
   * series are booked, or none. With `holdId` it takes the place of that hold; with `linkToken` it is one use of
   * that link.
   *
   * `POST /api/v1/bookings`
   */
  create(body: NewBooking, options?: CallOptions): ApiPromise<CreatedBooking> {
    return this.transport.call({ method: 'POST', path: '/api/v1/bookings', body }, options)
  }

  /**
   * Ask whether a booking would succeed
   *
   * Which host would take it and what the limits leave. Nothing is written.
   *
   * `POST /api/v1/bookings/preview`
   */
  preview(body: NewBooking, options?: CallOptions): ApiPromise<BookingPreview> {
    return this.transport.call({ method: 'POST', path: '/api/v1/bookings/preview', body }, options)
  }

  /**
   * Get a booking
   *
   * By its id or `ext:` and your own id.
   *
   * `GET /api/v1/bookings/{id}`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  get(id: string, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/bookings/${id}` }, options)
  }

  /**
   * Change notes, location or metadata
   *
   * JSON Merge Patch. To move a booking use reschedule.
   *
   * `PATCH /api/v1/bookings/{id}`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  update(id: string, body: BookingChange = {}, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/bookings/${id}`, body }, options)
  }

  /**
   * Cancel a booking
   *
   * Frees the time at once. Cancelling twice changes nothing and answers 200.
   *
   * `POST /api/v1/bookings/{id}/cancel`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  cancel(id: string, body: Cancel = {}, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/cancel`, body }, options)
  }

  /**
   * Move a booking
   *
   * It keeps its id and calendar UID. Moving it to where it is changes nothing.
   *
   * `POST /api/v1/bookings/{id}/reschedule`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  reschedule(id: string, body: Reschedule, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/reschedule`, body }, options)
  }

  /**
   * Confirm a requested booking
   *
   * For event types that ask first: the guest is mailed that the time is theirs. Confirming twice changes nothing.
   *
   * `POST /api/v1/bookings/{id}/confirm`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  confirm(id: string, body: BookingsConfirmBody = {}, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/confirm`, body }, options)
  }

  /**
   * Decline a requested booking
   *
   * For event types that ask first: the time is free again, and the guest is told the reason. A confirmed booking
   * is cancelled instead.
   *
   * `POST /api/v1/bookings/{id}/decline`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  decline(id: string, body: Decline = {}, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/decline`, body }, options)
  }

  /**
   * Note that the guest did not come
   *
   * Once the meeting has begun; `noShow: false` takes it back.
   *
   * `POST /api/v1/bookings/{id}/no-show`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  noShow(id: string, body: NoShow = {}, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/no-show`, body }, options)
  }

  /**
   * Give a booking to another host
   *
   * The new host must be free at that time. Guest and both hosts are told; the booking keeps its id.
   *
   * `POST /api/v1/bookings/{id}/reassign`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  reassign(id: string, body: Reassign, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/reassign`, body }, options)
  }

  /**
   * List a booking's events
   *
   * What happened to it so far, oldest first.
   *
   * `GET /api/v1/bookings/{id}/events`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  events(id: string, query?: BookingsEventsQuery, options?: CallOptions): PagePromise<Event> {
    return this.transport.list(path`/api/v1/bookings/${id}/events`, query, options)
  }

  /**
   * Download the calendar file
   *
   * iCalendar, RFC 5545, METHOD:PUBLISH.
   *
   * `GET /api/v1/bookings/{id}/calendar.ics`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  calendar(id: string, options?: CallOptions): ApiPromise<string> {
    return this.transport.call(
      { method: 'GET', path: path`/api/v1/bookings/${id}/calendar.ics`, headers: { accept: 'text/calendar' } },
      options,
    )
  }

  /**
   * List a booking's reminders
   *
   * All that was planned for it, what came of it, and why, in the order in which it is due.
   *
   * `GET /api/v1/bookings/{id}/reminders`
   *
   * @param id The id of the booking, or `ext:` and your own id for it.
   */
  reminders(id: string, query?: BookingsRemindersQuery, options?: CallOptions): PagePromise<Reminder> {
    return this.transport.list(path`/api/v1/bookings/${id}/reminders`, query, options)
  }
}

export class LinksResource extends Resource {
  /**
   * List links
   *
   * An admin sees the organization's, a member their own; ended ones too. Newest first.
   *
   * `GET /api/v1/links`
   */
  list(query?: LinksListQuery, options?: CallOptions): PagePromise<Link> {
    return this.transport.list('/api/v1/links', query, options)
  }

  /**
   * Create a link
   *
   * A secret address for one person, or few: an event type of yours or a title and duration of its own, all its
   * times, narrower hours, the next days, or starts you choose. Its token is shown once.
   *
   * `POST /api/v1/links`
   */
  create(body: NewLink, options?: CallOptions): ApiPromise<CreatedLink> {
    return this.transport.call({ method: 'POST', path: '/api/v1/links', body }, options)
  }

  /**
   * Get a link
   *
   * Its state, what it offers, how often it was opened, and what was booked through it; never the token.
   *
   * `GET /api/v1/links/{id}`
   *
   * @param id The id of the link.
   */
  get(id: string, options?: CallOptions): ApiPromise<Link> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/links/${id}` }, options)
  }

  /**
   * Change a link
   *
   * A JSON Merge Patch. A later end or more uses bring an ended link back to life; hours change while it is active,
   * and one that was revoked stays as it is.
   *
   * `PATCH /api/v1/links/{id}`
   *
   * @param id The id of the link.
   */
  update(id: string, body: LinkChange = {}, options?: CallOptions): ApiPromise<Link> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/links/${id}`, body }, options)
  }

  /**
   * Revoke a link
   *
   * It opens nothing from now on; what was booked through it stays. Revoking twice changes nothing.
   *
   * `POST /api/v1/links/{id}/revoke`
   *
   * @param id The id of the link.
   */
  revoke(id: string, body: LinksRevokeBody = {}, options?: CallOptions): ApiPromise<Link> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/links/${id}/revoke`, body }, options)
  }
}

export class PublicResource extends Resource {
  readonly links = new PublicLinksResource(this.transport)
  readonly users = new PublicUsersResource(this.transport)
  readonly eventTypes = new PublicEventTypesResource(this.transport)
  readonly bookings = new PublicBookingsResource(this.transport)
}

export class PublicLinksResource extends Resource {
  /**
   * Open a link
   *
   * What it offers whoever holds it. It counts as opened once an hour and address; looking uses nothing up. A link
   * that is used, expired or revoked answers 410 with its `linkState`, and tells no more.
   *
   * `GET /api/v1/public/links/{token}`
   *
   * @param token The secret in the link's address.
   */
  get(token: string, options?: CallOptions): ApiPromise<PublicLink> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/links/${token}` }, options)
  }

  /**
   * List the slots of a link
   *
   * Every start that can be booked through it now, over at most 366 days, and none beside.
   *
   * `GET /api/v1/public/links/{token}/slots`
   *
   * @param token The secret in the link's address.
   */
  slots(token: string, query?: PublicLinksSlotsQuery, options?: CallOptions): ApiPromise<SlotList> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/links/${token}/slots`, query }, options)
  }

  /**
   * Book through a link
   *
   * The use is taken in the transaction of the booking: of any number of guests with a link of one use, one gets a
   * booking. A booking that is refused uses nothing up. A series is one use.
   *
   * `POST /api/v1/public/links/{token}/bookings`
   *
   * @param token The secret in the link's address.
   */
  book(token: string, body: NewLinkBooking, options?: CallOptions): ApiPromise<GuestBookingView> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/public/links/${token}/bookings`, body }, options)
  }
}

export class PublicUsersResource extends Resource {
  /**
   * Get a host's public page
   *
   * Who they are and what can be booked with them; unlisted event types are left out.
   *
   * `GET /api/v1/public/users/{username}`
   *
   * @param username The host, as in their page's address.
   */
  get(username: string, options?: CallOptions): ApiPromise<Profile> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/users/${username}` }, options)
  }
}

export class PublicEventTypesResource extends Resource {
  /**
   * Get a public event type
   *
   * What a guest may know: length, places, questions and hosts. An unlisted one is found by its address.
   *
   * `GET /api/v1/public/users/{username}/{slug}`
   *
   * @param username The host, as in their page's address.
   * @param slug The event type, as in its address.
   */
  get(username: string, slug: string, options?: CallOptions): ApiPromise<PublicEventType> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/users/${username}/${slug}` }, options)
  }

  /**
   * List open slots as a guest
   *
   * Every start that can be booked now, over at most 366 days. Who could take a slot stays inside.
   *
   * `GET /api/v1/public/users/{username}/{slug}/slots`
   *
   * @param username The host, as in their page's address.
   * @param slug The event type, as in its address.
   */
  slots(
    username: string,
    slug: string,
    query?: PublicEventTypesSlotsQuery,
    options?: CallOptions,
  ): ApiPromise<SlotList> {
    return this.transport.call(
      { method: 'GET', path: path`/api/v1/public/users/${username}/${slug}/slots`, query },
      options,
    )
  }

  /**
   * Book as a guest
   *
   * As `bookings.create`, without a key: `manageUrl` in the answer is the guest’s own page, and is mailed to them.
   *
   * `POST /api/v1/public/users/{username}/{slug}/bookings`
   *
   * @param username The host, as in their page's address.
   * @param slug The event type, as in its address.
   */
  book(username: string, slug: string, body: GuestBooking, options?: CallOptions): ApiPromise<GuestBookingView> {
    return this.transport.call(
      { method: 'POST', path: path`/api/v1/public/users/${username}/${slug}/bookings`, body },
      options,
    )
  }
}

export class PublicBookingsResource extends Resource {
  /**
   * Get a booking by the guest's link
   *
   * By the secret in the link of the mail; it shows what the guest may know.
   *
   * `GET /api/v1/public/bookings/{token}`
   *
   * @param token The secret in the guest's link.
   */
  get(token: string, options?: CallOptions): ApiPromise<GuestBookingView> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/bookings/${token}` }, options)
  }

  /**
   * List the slots a guest may move to
   *
   * As if this booking were gone: its own time is offered again.
   *
   * `GET /api/v1/public/bookings/{token}/slots`
   *
   * @param token The secret in the guest's link.
   */
  slots(token: string, query?: PublicBookingsSlotsQuery, options?: CallOptions): ApiPromise<SlotList> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/bookings/${token}/slots`, query }, options)
  }

  /**
   * Download the calendar file as a guest
   *
   * iCalendar, RFC 5545, METHOD:PUBLISH.
   *
   * `GET /api/v1/public/bookings/{token}/calendar.ics`
   *
   * @param token The secret in the guest's link.
   */
  calendar(token: string, options?: CallOptions): ApiPromise<string> {
    return this.transport.call(
      {
        method: 'GET',
        path: path`/api/v1/public/bookings/${token}/calendar.ics`,
        headers: { accept: 'text/calendar' },
      },
      options,
    )
  }

  /**
   * Cancel as a guest
   *
   * Frees the time at once and tells the hosts. Cancelling twice changes nothing.
   *
   * `POST /api/v1/public/bookings/{token}/cancel`
   *
   * @param token The secret in the guest's link.
   */
  cancel(token: string, body: Cancel = {}, options?: CallOptions): ApiPromise<GuestBookingView> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/public/bookings/${token}/cancel`, body }, options)
  }

  /**
   * Move a booking as a guest
   *
   * It keeps its id and calendar UID. Moving it to where it is changes nothing.
   *
   * `POST /api/v1/public/bookings/{token}/reschedule`
   *
   * @param token The secret in the guest's link.
   */
  reschedule(token: string, body: Reschedule, options?: CallOptions): ApiPromise<GuestBookingView> {
    return this.transport.call(
      { method: 'POST', path: path`/api/v1/public/bookings/${token}/reschedule`, body },
      options,
    )
  }
}

export class ContactsResource extends Resource {
  /**
   * List and search contacts
   *
   * An admin sees every member's, a member their own. `q` finds beginnings of words in names, addresses, companies
   * and tags, whatever their case and accents; several words must all be found.
   *
   * `GET /api/v1/contacts`
   */
  list(query?: ContactsListQuery, options?: CallOptions): PagePromise<Contact> {
    return this.transport.list('/api/v1/contacts', query, options)
  }

  /**
   * Add a contact
   *
   * By hand: guests become contacts by themselves when they book. One per member and e-mail address; what you
   * write, no guest overwrites.
   *
   * `POST /api/v1/contacts`
   */
  create(body: NewContact, options?: CallOptions): ApiPromise<Contact> {
    return this.transport.call({ method: 'POST', path: '/api/v1/contacts', body }, options)
  }

  /**
   * Import contacts from a CSV file
   *
   * UTF-8, at most 50,000 rows, columns parted by commas, semicolons or tabs and named in the first row as Google,
   * Outlook, HubSpot or our own export name them. Addresses that are known are changed and empty cells change
   * nothing, so the same file sent again changes nothing more: no Idempotency-Key is needed, and none is kept. Rows
   * are written a few hundred at a time; an import that breaks off is completed by sending the file again.
   *
   * `POST /api/v1/contacts/import`
   */
  import(body: string | Blob, query?: ContactsImportQuery, options?: CallOptions): ApiPromise<ContactImport> {
    return this.transport.call(
      { method: 'POST', path: '/api/v1/contacts/import', query, body, headers: { 'content-type': 'text/csv' } },
      options,
    )
  }

  /**
   * Export contacts as a CSV file
   *
   * Those of the list with the same filters, all of them. Cells that a spreadsheet would calculate begin with an
   * apostrophe, which an import takes off again.
   *
   * `GET /api/v1/contacts/export`
   */
  export(query?: ContactsExportQuery, options?: CallOptions): ApiPromise<string> {
    return this.transport.call(
      { method: 'GET', path: '/api/v1/contacts/export', query, headers: { accept: 'text/csv' } },
      options,
    )
  }

  /**
   * Get a contact
   *
   * By its id or `ext:` and your own id, with what its bookings come to.
   *
   * `GET /api/v1/contacts/{id}`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   */
  get(id: string, options?: CallOptions): ApiPromise<ContactWithSummary> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/contacts/${id}` }, options)
  }

  /**
   * Change a contact
   *
   * A JSON Merge Patch. From then on a guest’s words leave the fields alone that you sent.
   *
   * `PATCH /api/v1/contacts/{id}`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   */
  update(id: string, body: ContactChange = {}, options?: CallOptions): ApiPromise<Contact> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/contacts/${id}`, body }, options)
  }

  /**
   * Archive a contact
   *
   * Takes it out of the list and keeps everything. Archiving twice changes nothing.
   *
   * `POST /api/v1/contacts/{id}/archive`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   */
  archive(id: string, body: ContactsArchiveBody = {}, options?: CallOptions): ApiPromise<Contact> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/contacts/${id}/archive`, body }, options)
  }

  /**
   * Restore an archived contact
   *
   * Puts it back into the list. Restoring twice changes nothing.
   *
   * `POST /api/v1/contacts/{id}/restore`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   */
  restore(id: string, body: ContactsRestoreBody = {}, options?: CallOptions): ApiPromise<Contact> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/contacts/${id}/restore`, body }, options)
  }

  /**
   * Merge another contact into one
   *
   * Bookings, timeline, notes, tags and links of `fromId` follow; what is empty is filled from it, and later
   * bookings under its address land here. It answers 410 with the `contactId` it went to. Within 24 hours
   * `/merge/undo` parts them again.
   *
   * `POST /api/v1/contacts/{id}/merge`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   */
  merge(id: string, body: ContactMerge, options?: CallOptions): ApiPromise<Contact> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/contacts/${id}/merge`, body }, options)
  }

  /**
   * Undo the last merge of a contact
   *
   * Within 24 hours: both are as they were, but for what was changed since. Bookings made since stay where they
   * landed.
   *
   * `POST /api/v1/contacts/{id}/merge/undo`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   */
  undoMerge(id: string, body: ContactsUndoMergeBody = {}, options?: CallOptions): ApiPromise<PartedContacts> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/contacts/${id}/merge/undo`, body }, options)
  }

  /**
   * Erase a contact
   *
   * For good: contact, notes, timeline and links, and their name, address, answers and words in bookings, events,
   * mails and webhooks. Bookings stay as those of an erased guest. Upcoming ones are refused with `in_use` unless
   * `cancelUpcoming` is true.
   *
   * `POST /api/v1/contacts/{id}/erase`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   */
  erase(id: string, body: ContactErasure = {}, options?: CallOptions): ApiPromise<ErasedContact> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/contacts/${id}/erase`, body }, options)
  }

  /**
   * List a contact's timeline
   *
   * What happened between host and contact, newest first: bookings with every change of them and who made it, mail
   * that failed, links, notes and edits.
   *
   * `GET /api/v1/contacts/{id}/timeline`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   */
  timeline(id: string, query?: ContactsTimelineQuery, options?: CallOptions): PagePromise<TimelineEntry> {
    return this.transport.list(path`/api/v1/contacts/${id}/timeline`, query, options)
  }

  /**
   * Add a note to a contact
   *
   * It stands on the timeline; guests never see it.
   *
   * `POST /api/v1/contacts/{id}/notes`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   */
  addNote(id: string, body: ContactNoteInput, options?: CallOptions): ApiPromise<ContactNote> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/contacts/${id}/notes`, body }, options)
  }

  /**
   * Change a note
   *
   * Your own; an admin may change any.
   *
   * `PATCH /api/v1/contacts/{id}/notes/{noteId}`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   * @param noteId The note on the timeline.
   */
  updateNote(id: string, noteId: string, body: ContactNoteInput, options?: CallOptions): ApiPromise<ContactNote> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/contacts/${id}/notes/${noteId}`, body }, options)
  }

  /**
   * Delete a note
   *
   * Your own; an admin may delete any. It leaves the timeline too.
   *
   * `DELETE /api/v1/contacts/{id}/notes/{noteId}`
   *
   * @param id The id of the contact, or `ext:` and your own id for it.
   * @param noteId The note on the timeline.
   */
  deleteNote(id: string, noteId: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/contacts/${id}/notes/${noteId}` }, options)
  }
}

export class ReminderWorkflowsResource extends Resource {
  /**
   * List reminder workflows
   *
   * An admin sees all, a member the organization's and their own. Newest first. The built-in one is not listed: it
   * answers at `/reminder-workflows/rwf_default`.
   *
   * `GET /api/v1/reminder-workflows`
   */
  list(query?: ReminderWorkflowsListQuery, options?: CallOptions): PagePromise<ReminderWorkflow> {
    return this.transport.list('/api/v1/reminder-workflows', query, options)
  }

  /**
   * Make a reminder workflow
   *
   * One to ten steps. As a default it replaces the default that was there, and the reminders of bookings to come
   * follow; else it holds for the event types whose `reminderWorkflowId` names it.
   *
   * `POST /api/v1/reminder-workflows`
   */
  create(body: NewReminderWorkflow, options?: CallOptions): ApiPromise<ChangedReminderWorkflow> {
    return this.transport.call({ method: 'POST', path: '/api/v1/reminder-workflows', body }, options)
  }

  /**
   * Get a reminder workflow
   *
   * By its id; `rwf_default` is what holds where nobody chose anything.
   *
   * `GET /api/v1/reminder-workflows/{id}`
   *
   * @param id The id of the reminder workflow.
   */
  get(id: string, options?: CallOptions): ApiPromise<ReminderWorkflow> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/reminder-workflows/${id}` }, options)
  }

  /**
   * Change a reminder workflow
   *
   * Steps are replaced as a whole; one that keeps its `id` is the same step, and is not sent twice. Reminders of
   * bookings to come are planned anew in the same transaction: `replanCount` says how many, and `dryRun=true` says
   * so before.
   *
   * `PATCH /api/v1/reminder-workflows/{id}`
   *
   * @param id The id of the reminder workflow.
   */
  update(
    id: string,
    body: ReminderWorkflowChange = {},
    query?: ReminderWorkflowsUpdateQuery,
    options?: CallOptions,
  ): ApiPromise<ChangedReminderWorkflow> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/reminder-workflows/${id}`, query, body }, options)
  }

  /**
   * Delete a reminder workflow
   *
   * One that an event type names is not deleted (409 `in_use`). Where it was the default, the next one holds.
   *
   * `DELETE /api/v1/reminder-workflows/{id}`
   *
   * @param id The id of the reminder workflow.
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/reminder-workflows/${id}` }, options)
  }

  /**
   * Preview a reminder workflow
   *
   * Each message as it would go out for a booking, or for a sample: subject, text, HTML, at which instant and in
   * whose zone. Nothing is sent.
   *
   * `POST /api/v1/reminder-workflows/{id}/preview`
   *
   * @param id The id of the reminder workflow.
   */
  preview(id: string, body: ReminderPreviewInput = {}, options?: CallOptions): ApiPromise<ReminderPreview> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/reminder-workflows/${id}/preview`, body }, options)
  }
}

export class RemindersResource extends Resource {
  /**
   * List reminders
   *
   * The ledger of all bookings that you may see, in the order in which they are due: what is to come with
   * `state=scheduled`, what went wrong with `state=failed`.
   *
   * `GET /api/v1/reminders`
   */
  list(query?: RemindersListQuery, options?: CallOptions): PagePromise<Reminder> {
    return this.transport.list('/api/v1/reminders', query, options)
  }

  /**
   * Get a reminder
   *
   * Its state, why it was skipped, failed or cancelled, and what the other side answered.
   *
   * `GET /api/v1/reminders/{id}`
   *
   * @param id The id of the reminder.
   */
  get(id: string, options?: CallOptions): ApiPromise<Reminder> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/reminders/${id}` }, options)
  }

  /**
   * Try a reminder again
   *
   * At once: one that failed, or that nobody could take when it was due. Not after the start.
   *
   * `POST /api/v1/reminders/{id}/retry`
   *
   * @param id The id of the reminder.
   */
  retry(id: string, body: RemindersRetryBody = {}, options?: CallOptions): ApiPromise<Reminder> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/reminders/${id}/retry`, body }, options)
  }
}

export class EventsResource extends Resource {
  /**
   * Read the event log
   *
   * With `after` (an event id, exclusive) the events that followed it, oldest first: what a consumer needs to catch
   * up. Without it the newest first.
   *
   * `GET /api/v1/events`
   */
  list(query?: EventsListQuery, options?: CallOptions): PagePromise<Event> {
    return this.transport.list('/api/v1/events', query, options)
  }

  /**
   * Get an event
   *
   * An event never changes once it is written.
   *
   * `GET /api/v1/events/{id}`
   *
   * @param id The id of the event.
   */
  get(id: string, options?: CallOptions): ApiPromise<Event> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/events/${id}` }, options)
  }
}

export class WebhookEndpointsResource extends Resource {
  /**
   * List webhook endpoints
   *
   * With the state of each: enabled or why not, its breaker, and since when it fails. Newest first.
   *
   * `GET /api/v1/webhook-endpoints`
   */
  list(query?: WebhookEndpointsListQuery, options?: CallOptions): PagePromise<WebhookEndpoint> {
    return this.transport.list('/api/v1/webhook-endpoints', query, options)
  }

  /**
   * Create a webhook endpoint
   *
   * Events are posted to it as Standard Webhooks. The signing secret is in this answer and nowhere else. https,
   * except on a server for development.
   *
   * `POST /api/v1/webhook-endpoints`
   */
  create(body: NewWebhookEndpoint, options?: CallOptions): ApiPromise<CreatedWebhookEndpoint> {
    return this.transport.call({ method: 'POST', path: '/api/v1/webhook-endpoints', body }, options)
  }

  /**
   * Get a webhook endpoint
   *
   * Its settings and state; never the secret.
   *
   * `GET /api/v1/webhook-endpoints/{id}`
   *
   * @param id The id of the webhook endpoint.
   */
  get(id: string, options?: CallOptions): ApiPromise<WebhookEndpoint> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/webhook-endpoints/${id}` }, options)
  }

  /**
   * Change a webhook endpoint
   *
   * JSON Merge Patch. With `enabled: false` what comes is held for 30 days.
   *
   * `PATCH /api/v1/webhook-endpoints/{id}`
   *
   * @param id The id of the webhook endpoint.
   */
  update(id: string, body: WebhookEndpointChange = {}, options?: CallOptions): ApiPromise<WebhookEndpoint> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/webhook-endpoints/${id}`, body }, options)
  }

  /**
   * Delete a webhook endpoint
   *
   * Nothing more is sent. To pause it, disable it instead.
   *
   * `DELETE /api/v1/webhook-endpoints/{id}`
   *
   * @param id The id of the webhook endpoint.
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/webhook-endpoints/${id}` }, options)
  }

  /**
   * Enable a webhook endpoint
   *
   * Sends what was held, in its order, and forgets the failures.
   *
   * `POST /api/v1/webhook-endpoints/{id}/enable`
   *
   * @param id The id of the webhook endpoint.
   */
  enable(id: string, body: WebhookEndpointsEnableBody = {}, options?: CallOptions): ApiPromise<WebhookEndpoint> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/webhook-endpoints/${id}/enable`, body }, options)
  }

  /**
   * Rotate the signing secret
   *
   * Both secrets sign while the overlap lasts. The new one is in this answer and nowhere else.
   *
   * `POST /api/v1/webhook-endpoints/{id}/rotate-secret`
   *
   * @param id The id of the webhook endpoint.
   */
  rotateSecret(id: string, body: RotateSecret = {}, options?: CallOptions): ApiPromise<CreatedWebhookEndpoint> {
    return this.transport.call(
      { method: 'POST', path: path`/api/v1/webhook-endpoints/${id}/rotate-secret`, body },
      options,
    )
  }

  /**
   * Revoke the previous secret
   *
   * Ends the overlap of a rotation at once.
   *
   * `POST /api/v1/webhook-endpoints/{id}/revoke-previous-secret`
   *
   * @param id The id of the webhook endpoint.
   */
  revokePreviousSecret(
    id: string,
    body: WebhookEndpointsRevokePreviousSecretBody = {},
    options?: CallOptions,
  ): ApiPromise<WebhookEndpoint> {
    return this.transport.call(
      { method: 'POST', path: path`/api/v1/webhook-endpoints/${id}/revoke-previous-secret`, body },
      options,
    )
  }

  /**
   * Send a test
   *
   * A `ping`, or a sample of any type, signed and logged like the rest; tried once.
   *
   * `POST /api/v1/webhook-endpoints/{id}/test`
   *
   * @param id The id of the webhook endpoint.
   */
  test(id: string, body: WebhookTest = {}, options?: CallOptions): ApiPromise<WebhookDelivery> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/webhook-endpoints/${id}/test`, body }, options)
  }

  /**
   * Send a window again
   *
   * What failed, or all, since an instant; behind whatever happens now. Ids and bytes stay the same.
   *
   * `POST /api/v1/webhook-endpoints/{id}/recover`
   *
   * @param id The id of the webhook endpoint.
   */
  recover(id: string, body: Recover, options?: CallOptions): ApiPromise<Recovered> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/webhook-endpoints/${id}/recover`, body }, options)
  }
}

export class WebhookDeliveriesResource extends Resource {
  /**
   * List deliveries
   *
   * The log of 30 days, newest first.
   *
   * `GET /api/v1/webhook-deliveries`
   */
  list(query?: WebhookDeliveriesListQuery, options?: CallOptions): PagePromise<WebhookDelivery> {
    return this.transport.list('/api/v1/webhook-deliveries', query, options)
  }

  /**
   * Get a delivery
   *
   * With the exact bytes that are sent.
   *
   * `GET /api/v1/webhook-deliveries/{id}`
   *
   * @param id The id of the delivery.
   */
  get(id: string, options?: CallOptions): ApiPromise<WebhookDeliveryWithBody> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/webhook-deliveries/${id}` }, options)
  }

  /**
   * List a delivery's attempts
   *
   * Each try with its timings, what was sent and what came back. Newest first.
   *
   * `GET /api/v1/webhook-deliveries/{id}/attempts`
   *
   * @param id The id of the delivery.
   */
  attempts(id: string, query?: WebhookDeliveriesAttemptsQuery, options?: CallOptions): PagePromise<WebhookAttempt> {
    return this.transport.list(path`/api/v1/webhook-deliveries/${id}/attempts`, query, options)
  }

  /**
   * Send a delivery again
   *
   * Now, whatever became of it; the same id and the same bytes.
   *
   * `POST /api/v1/webhook-deliveries/{id}/redeliver`
   *
   * @param id The id of the delivery.
   */
  redeliver(id: string, body: WebhookDeliveriesRedeliverBody = {}, options?: CallOptions): ApiPromise<WebhookDelivery> {
    return this.transport.call(
      { method: 'POST', path: path`/api/v1/webhook-deliveries/${id}/redeliver`, body },
      options,
    )
  }
}

export class ListenSessionsResource extends Resource {
  /**
   * Begin to listen
   *
   * An endpoint without an address, for a machine that nobody can reach: read its stream. The signing secret is in
   * this answer and nowhere else. It ends 24 hours after it was last connected.
   *
   * `POST /api/v1/listen-sessions`
   */
  create(body: NewListenSession = {}, options?: CallOptions): ApiPromise<ListenSession> {
    return this.transport.call({ method: 'POST', path: '/api/v1/listen-sessions', body }, options)
  }

  /**
   * Stream deliveries
   *
   * Server-sent events: `ready` says how many were missed, then each delivery comes under the type of its event,
   * with its number as the id and `deliveryId`, `headers` (signed now) and `body` (the exact bytes) as data. It
   * goes on after what was sent before, or after `Last-Event-ID`.
   *
   * `GET /api/v1/listen-sessions/{id}/stream`
   *
   * @param id The id of the listen session.
   */
  stream(id: string, query?: ListenSessionsStreamQuery, options?: CallOptions): ApiPromise<ReadableStream<Uint8Array>> {
    return this.transport.call(
      {
        method: 'GET',
        path: path`/api/v1/listen-sessions/${id}/stream`,
        query,
        headers: { accept: 'text/event-stream' },
      },
      options,
    )
  }

  /**
   * Report a result
   *
   * What became of a delivery on the machine that listens; it is logged as an attempt.
   *
   * `POST /api/v1/listen-sessions/{id}/results`
   *
   * @param id The id of the listen session.
   */
  report(id: string, body: ListenResult, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/listen-sessions/${id}/results`, body }, options)
  }

  /**
   * Stop listening
   *
   * Ends the session and its streams; what it was sent stays in the log.
   *
   * `DELETE /api/v1/listen-sessions/{id}`
   *
   * @param id The id of the listen session.
   */
  end(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/listen-sessions/${id}` }, options)
  }
}

export class MailResource extends Resource {
  /**
   * List mail
   *
   * What LetsMeet sent or, without an SMTP server, captured. For owners and admins.
   *
   * `GET /api/v1/mail`
   */
  list(query?: MailListQuery, options?: CallOptions): PagePromise<Mail> {
    return this.transport.list('/api/v1/mail', query, options)
  }

  /**
   * Read a mail
   *
   * With its text, its HTML and its calendar file, as long as it is kept here.
   *
   * `GET /api/v1/mail/{id}`
   *
   * @param id The id of the mail.
   */
  get(id: string, options?: CallOptions): ApiPromise<MailWithBody> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/mail/${id}` }, options)
  }
}

export class LogsResource extends Resource {
  /**
   * List API requests
   *
   * The organization's requests of the last 14 days, newest first. Reading this list is not logged, unless it
   * fails. For owners and admins.
   *
   * `GET /api/v1/logs`
   */
  list(query?: LogsListQuery, options?: CallOptions): PagePromise<LoggedRequest> {
    return this.transport.list('/api/v1/logs', query, options)
  }

  /**
   * Get one API request
   *
   * By the `Request-Id` that every answer and every error carries.
   *
   * `GET /api/v1/logs/{id}`
   *
   * @param id The id of the logged request.
   */
  get(id: string, options?: CallOptions): ApiPromise<LoggedRequest> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/logs/${id}` }, options)
  }
}

export class SandboxesResource extends Resource {
  readonly clock = new SandboxesClockResource(this.transport)
  readonly mailbox = new SandboxesMailboxResource(this.transport)

  /**
   * List sandboxes
   *
   * Those of your organization; the key of a sandbox sees that one alone. For owners and admins.
   *
   * `GET /api/v1/sandboxes`
   */
  list(query?: SandboxesListQuery, options?: CallOptions): PagePromise<Sandbox> {
    return this.transport.list('/api/v1/sandboxes', query, options)
  }

  /**
   * Create a sandbox
   *
   * An organization of its own with an owner like you, one event type, a clock that stands still, and a key
   * `lm_test_…` that is shown once. Its mails are captured, its webhooks are sent for real with `mode: "test"`.
   *
   * `POST /api/v1/sandboxes`
   */
  create(body: NewSandbox, options?: CallOptions): ApiPromise<CreatedSandbox> {
    return this.transport.call({ method: 'POST', path: '/api/v1/sandboxes', body }, options)
  }

  /**
   * Get a sandbox
   *
   * With what its clock shows now. `current` is the sandbox whose key asks.
   *
   * `GET /api/v1/sandboxes/{id}`
   *
   * @param id The id of the sandbox.
   */
  get(id: string, options?: CallOptions): ApiPromise<Sandbox> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/sandboxes/${id}` }, options)
  }

  /**
   * Delete a sandbox
   *
   * With everything in it: people, bookings, mails, keys, webhooks. It cannot be undone.
   *
   * `DELETE /api/v1/sandboxes/{id}`
   *
   * @param id The id of the sandbox.
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/sandboxes/${id}` }, options)
  }

  /**
   * Load a scenario
   *
   * Fills a sandbox with people, event types and bookings from the time that its clock shows: `busy-week`,
   * `dst-weekend`, `full-seat`, `round-robin` or `reminders`. The same scenario can be loaded again; it makes new
   * things.
   *
   * `POST /api/v1/sandboxes/{id}/seed`
   *
   * @param id The id of the sandbox.
   */
  seed(id: string, body: SandboxSeed, options?: CallOptions): ApiPromise<SeededSandbox> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/sandboxes/${id}/seed`, body }, options)
  }
}

export class SandboxesClockResource extends Resource {
  /**
   * Read the clock
   *
   * What the clock of a sandbox shows, and whether it stands still.
   *
   * `GET /api/v1/sandboxes/{id}/clock`
   *
   * @param id The id of the clock.
   */
  show(id: string, options?: CallOptions): ApiPromise<SandboxClock> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/sandboxes/${id}/clock` }, options)
  }

  /**
   * Move the clock
   *
   * Forward only. Everything that falls due on the way runs in order, each at its own time: reminders, retries of
   * webhooks, expiries, ends of meetings; the answer tells what happened. `now` and `advance` freeze the clock; `{
   * "frozen": false }` lets it run on. Asked again with the same Idempotency-Key it goes where it went before, and
   * no farther; the answer then tells only what was still to happen.
   *
   * `POST /api/v1/sandboxes/{id}/clock`
   *
   * @param id The id of the clock.
   */
  move(id: string, body: SandboxClockChange = {}, options?: CallOptions): ApiPromise<MovedSandboxClock> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/sandboxes/${id}/clock`, body }, options)
  }
}

export class SandboxesMailboxResource extends Resource {
  /**
   * List the mailbox
   *
   * What would have been mailed to guests, hosts and members, the newest first. Nothing of it leaves.
   *
   * `GET /api/v1/sandboxes/{id}/mailbox`
   *
   * @param id The id of the captured mail.
   */
  list(id: string, query?: SandboxesMailboxListQuery, options?: CallOptions): PagePromise<Mail> {
    return this.transport.list(path`/api/v1/sandboxes/${id}/mailbox`, query, options)
  }

  /**
   * Read a captured mail
   *
   * With its text, its HTML, its calendar file, and every link in it.
   *
   * `GET /api/v1/sandboxes/{id}/mailbox/{mailId}`
   *
   * @param id The id of the captured mail.
   * @param mailId Of the mail.
   */
  get(id: string, mailId: string, options?: CallOptions): ApiPromise<SandboxMail> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/sandboxes/${id}/mailbox/${mailId}` }, options)
  }
}
