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
  BookingsListQuery,
  BusyBlock,
  BusyBlockChange,
  BusyBlocksListQuery,
  Cancel,
  CreatedApiKey,
  CreatedBooking,
  Decline,
  Event,
  EventType,
  EventTypeChange,
  EventTypesListQuery,
  EventTypesSlotsQuery,
  EventsListQuery,
  GuestBooking,
  GuestBookingView,
  Invitation,
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
  NewApiKey,
  NewBooking,
  NewBusyBlock,
  NewEventType,
  NewInvitation,
  NewMember,
  NewPassword,
  NewSchedule,
  NewTimeOff,
  NoShow,
  Organization,
  OrganizationChange,
  OrganizationInvitationsListQuery,
  OrganizationMembersListQuery,
  OrganizationMembersReactivateBody,
  OrganizationMembersSuspendBody,
  PasswordSignIn,
  Profile,
  PublicBookingsSlotsQuery,
  PublicEventType,
  PublicEventTypesSlotsQuery,
  Reassign,
  Reschedule,
  Roll,
  Schedule,
  ScheduleChange,
  SchedulesListQuery,
  Session,
  SessionsRequestMagicLinkResult,
  SessionsSignUpResult,
  SignUp,
  SlotList,
  TimeOff,
  TimeOffChange,
  TimeOffListQuery,
} from './types.ts'

export class Resources extends Resource {
  readonly me = new MeResource(this.transport)
  readonly organization = new OrganizationResource(this.transport)
  readonly sessions = new SessionsResource(this.transport)
  readonly apiKeys = new ApiKeysResource(this.transport)
  readonly schedules = new SchedulesResource(this.transport)
  readonly timeOff = new TimeOffResource(this.transport)
  readonly busyBlocks = new BusyBlocksResource(this.transport)
  readonly eventTypes = new EventTypesResource(this.transport)
  readonly bookings = new BookingsResource(this.transport)
  readonly events = new EventsResource(this.transport)
  readonly mail = new MailResource(this.transport)
  readonly logs = new LogsResource(this.transport)
  readonly public = new PublicResource(this.transport)
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
   * `GET /api/v1/organization`
   */
  get(options?: CallOptions): ApiPromise<Organization> {
    return this.transport.call({ method: 'GET', path: '/api/v1/organization' }, options)
  }

  /**
   * Change your organization
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
   * `GET /api/v1/organization/members/{id}`
   */
  get(id: string, options?: CallOptions): ApiPromise<Member> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/organization/members/${id}` }, options)
  }

  /**
   * Change a member
   *
   * `PATCH /api/v1/organization/members/{id}`
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
   * `POST /api/v1/organization/members/{id}/reactivate`
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
   * `GET /api/v1/organization/invitations`
   */
  list(query?: OrganizationInvitationsListQuery, options?: CallOptions): PagePromise<Invitation> {
    return this.transport.list('/api/v1/organization/invitations', query, options)
  }

  /**
   * Invite somebody by mail
   *
   * `POST /api/v1/organization/invitations`
   */
  create(body: NewInvitation, options?: CallOptions): ApiPromise<Invitation> {
    return this.transport.call({ method: 'POST', path: '/api/v1/organization/invitations', body }, options)
  }

  /**
   * Take an invitation back
   *
   * `DELETE /api/v1/organization/invitations/{id}`
   */
  revoke(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/organization/invitations/${id}` }, options)
  }

  /**
   * Accept an invitation
   *
   * `POST /api/v1/public/invitations/{token}/accept`
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
   * `POST /api/v1/public/sessions/magic-link`
   */
  createByMagicLink(body: MagicLinkSignIn, options?: CallOptions): ApiPromise<Session> {
    return this.transport.call({ method: 'POST', path: '/api/v1/public/sessions/magic-link', body }, options)
  }

  /**
   * Sign out of this browser
   *
   * `POST /api/v1/public/sessions/sign-out`
   */
  signOut(options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'POST', path: '/api/v1/public/sessions/sign-out' }, options)
  }

  /**
   * List your signed-in browsers
   *
   * `GET /api/v1/sessions`
   */
  list(options?: CallOptions): PagePromise<Session> {
    return this.transport.list('/api/v1/sessions', undefined, options)
  }

  /**
   * Sign a browser out
   *
   * `DELETE /api/v1/sessions/{id}`
   */
  revoke(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/sessions/${id}` }, options)
  }
}

export class ApiKeysResource extends Resource {
  /**
   * List API keys
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
   * `GET /api/v1/api-keys/{id}`
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
   */
  update(id: string, body: ApiKeyChange = {}, options?: CallOptions): ApiPromise<ApiKey> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/api-keys/${id}`, body }, options)
  }

  /**
   * Revoke an API key
   *
   * `DELETE /api/v1/api-keys/{id}`
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
   */
  roll(id: string, body: Roll = {}, options?: CallOptions): ApiPromise<CreatedApiKey> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/api-keys/${id}/roll`, body }, options)
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
   * `GET /api/v1/schedules/{id}`
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
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/schedules/${id}` }, options)
  }
}

export class TimeOffResource extends Resource {
  /**
   * List time off
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
   * `GET /api/v1/time-off/{id}`
   */
  get(id: string, options?: CallOptions): ApiPromise<TimeOff> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/time-off/${id}` }, options)
  }

  /**
   * Change time off
   *
   * `PATCH /api/v1/time-off/{id}`
   */
  update(id: string, body: TimeOffChange = {}, options?: CallOptions): ApiPromise<TimeOff> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/time-off/${id}`, body }, options)
  }

  /**
   * Delete time off
   *
   * `DELETE /api/v1/time-off/{id}`
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/time-off/${id}` }, options)
  }
}

export class BusyBlocksResource extends Resource {
  /**
   * List busy blocks
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
   * `GET /api/v1/busy-blocks/{id}`
   */
  get(id: string, options?: CallOptions): ApiPromise<BusyBlock> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/busy-blocks/${id}` }, options)
  }

  /**
   * Change a busy block
   *
   * `PATCH /api/v1/busy-blocks/{id}`
   */
  update(id: string, body: BusyBlockChange = {}, options?: CallOptions): ApiPromise<BusyBlock> {
    return this.transport.call({ method: 'PATCH', path: path`/api/v1/busy-blocks/${id}`, body }, options)
  }

  /**
   * Delete a busy block
   *
   * `DELETE /api/v1/busy-blocks/{id}`
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/busy-blocks/${id}` }, options)
  }
}

export class EventTypesResource extends Resource {
  /**
   * List event types
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
   * `GET /api/v1/event-types/{id}`
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
   */
  slots(id: string, query?: EventTypesSlotsQuery, options?: CallOptions): ApiPromise<SlotList> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/event-types/${id}/slots`, query }, options)
  }
}

export class BookingsResource extends Resource {
  /**
   * List bookings
   *
   * An admin sees the organization's, a member those they host or own. Newest first.
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
   * series are booked, or none.
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
   * `GET /api/v1/bookings/{id}`
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
   */
  reschedule(id: string, body: Reschedule, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/reschedule`, body }, options)
  }

  /**
   * Confirm a requested booking
   *
   * `POST /api/v1/bookings/{id}/confirm`
   */
  confirm(id: string, body: BookingsConfirmBody = {}, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/confirm`, body }, options)
  }

  /**
   * Decline a requested booking
   *
   * `POST /api/v1/bookings/{id}/decline`
   */
  decline(id: string, body: Decline = {}, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/decline`, body }, options)
  }

  /**
   * Note that the guest did not come
   *
   * `POST /api/v1/bookings/{id}/no-show`
   */
  noShow(id: string, body: NoShow = {}, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/no-show`, body }, options)
  }

  /**
   * Give a booking to another host
   *
   * `POST /api/v1/bookings/{id}/reassign`
   */
  reassign(id: string, body: Reassign, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/reassign`, body }, options)
  }

  /**
   * List a booking's events
   *
   * `GET /api/v1/bookings/{id}/events`
   */
  events(id: string, options?: CallOptions): PagePromise<Event> {
    return this.transport.list(path`/api/v1/bookings/${id}/events`, undefined, options)
  }

  /**
   * Download the calendar file
   *
   * iCalendar, RFC 5545, METHOD:PUBLISH.
   *
   * `GET /api/v1/bookings/{id}/calendar.ics`
   */
  calendar(id: string, options?: CallOptions): ApiPromise<string> {
    return this.transport.call(
      { method: 'GET', path: path`/api/v1/bookings/${id}/calendar.ics`, headers: { accept: 'text/calendar' } },
      options,
    )
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
   * `GET /api/v1/events/{id}`
   */
  get(id: string, options?: CallOptions): ApiPromise<Event> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/events/${id}` }, options)
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
   * `GET /api/v1/mail/{id}`
   */
  get(id: string, options?: CallOptions): ApiPromise<MailWithBody> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/mail/${id}` }, options)
  }
}

export class LogsResource extends Resource {
  /**
   * List API requests
   *
   * The organization's requests of the last 14 days, newest first. For owners and admins.
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
   */
  get(id: string, options?: CallOptions): ApiPromise<LoggedRequest> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/logs/${id}` }, options)
  }
}

export class PublicResource extends Resource {
  readonly users = new PublicUsersResource(this.transport)
  readonly eventTypes = new PublicEventTypesResource(this.transport)
  readonly bookings = new PublicBookingsResource(this.transport)
}

export class PublicUsersResource extends Resource {
  /**
   * Get a host's public page
   *
   * `GET /api/v1/public/users/{username}`
   */
  get(username: string, options?: CallOptions): ApiPromise<Profile> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/users/${username}` }, options)
  }
}

export class PublicEventTypesResource extends Resource {
  /**
   * Get a public event type
   *
   * `GET /api/v1/public/users/{username}/{slug}`
   */
  get(username: string, slug: string, options?: CallOptions): ApiPromise<PublicEventType> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/users/${username}/${slug}` }, options)
  }

  /**
   * List open slots as a guest
   *
   * `GET /api/v1/public/users/{username}/{slug}/slots`
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
   * `POST /api/v1/public/users/{username}/{slug}/bookings`
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
   * `GET /api/v1/public/bookings/{token}`
   */
  get(token: string, options?: CallOptions): ApiPromise<GuestBookingView> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/bookings/${token}` }, options)
  }

  /**
   * List the slots a guest may move to
   *
   * `GET /api/v1/public/bookings/{token}/slots`
   */
  slots(token: string, query?: PublicBookingsSlotsQuery, options?: CallOptions): ApiPromise<SlotList> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/public/bookings/${token}/slots`, query }, options)
  }

  /**
   * Download the calendar file as a guest
   *
   * `GET /api/v1/public/bookings/{token}/calendar.ics`
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
   * `POST /api/v1/public/bookings/{token}/cancel`
   */
  cancel(token: string, body: Cancel = {}, options?: CallOptions): ApiPromise<GuestBookingView> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/public/bookings/${token}/cancel`, body }, options)
  }

  /**
   * Move a booking as a guest
   *
   * `POST /api/v1/public/bookings/{token}/reschedule`
   */
  reschedule(token: string, body: Reschedule, options?: CallOptions): ApiPromise<GuestBookingView> {
    return this.transport.call(
      { method: 'POST', path: path`/api/v1/public/bookings/${token}/reschedule`, body },
      options,
    )
  }
}
