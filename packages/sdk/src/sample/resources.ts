// Generated from the OpenAPI document by `npm --prefix packages/sdk run generate`. Do not edit.
import type { ApiPromise } from '../answer.ts'
import type { CallOptions } from '../options.ts'
import type { PagePromise } from '../pages.ts'
import { Resource } from '../resource.ts'
import { path } from '../url.ts'
import type {
  Booking,
  BookingsCancelBody,
  BookingsListQuery,
  EventTypesSlotsQuery,
  EventTypesSlotsResult,
  Member,
  NewBooking,
  Organization,
} from './types.ts'

export class Resources extends Resource {
  readonly bookings = new BookingsResource(this.transport)
  readonly eventTypes = new EventTypesResource(this.transport)
  readonly organization = new OrganizationResource(this.transport)
}

export class BookingsResource extends Resource {
  /**
   * List bookings
   *
   * Newest first.
   *
   * `GET /api/v1/bookings`
   */
  list(query?: BookingsListQuery, options?: CallOptions): PagePromise<Booking> {
    return this.transport.list('/api/v1/bookings', query, options)
  }

  /**
   * Book a time
   *
   * Answers `slot_unavailable` when somebody was faster.
   *
   * `POST /api/v1/bookings`
   */
  create(body: NewBooking, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: '/api/v1/bookings', body }, options)
  }

  /**
   * Get a booking
   *
   * `GET /api/v1/bookings/{id}`
   *
   * @param id The booking's id, or `ext:` and yours.
   */
  get(id: string, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/bookings/${id}` }, options)
  }

  /**
   * Cancel a booking
   *
   * `POST /api/v1/bookings/{id}/cancel`
   */
  cancel(id: string, body: BookingsCancelBody = {}, options?: CallOptions): ApiPromise<Booking> {
    return this.transport.call({ method: 'POST', path: path`/api/v1/bookings/${id}/cancel`, body }, options)
  }

  /**
   * The invitation
   *
   * `GET /api/v1/bookings/{id}/calendar.ics`
   *
   * @deprecated
   */
  calendar(id: string, options?: CallOptions): ApiPromise<string> {
    return this.transport.call(
      { method: 'GET', path: path`/api/v1/bookings/${id}/calendar.ics`, headers: { accept: 'text/calendar' } },
      options,
    )
  }
}

export class EventTypesResource extends Resource {
  /**
   * List open slots
   *
   * `GET /api/v1/event-types/{id}/slots`
   */
  slots(id: string, query: EventTypesSlotsQuery, options?: CallOptions): ApiPromise<EventTypesSlotsResult> {
    return this.transport.call({ method: 'GET', path: path`/api/v1/event-types/${id}/slots`, query }, options)
  }
}

export class OrganizationResource extends Resource {
  readonly members = new OrganizationMembersResource(this.transport)

  /**
   * Get the organization
   *
   * `GET /api/v1/organization`
   */
  get(options?: CallOptions): ApiPromise<Organization> {
    return this.transport.call({ method: 'GET', path: '/api/v1/organization' }, options)
  }
}

export class OrganizationMembersResource extends Resource {
  /**
   * List members
   *
   * `GET /api/v1/organization/members`
   */
  list(options?: CallOptions): PagePromise<Member> {
    return this.transport.list('/api/v1/organization/members', undefined, options)
  }

  /**
   * Remove a member
   *
   * `DELETE /api/v1/organization/members/{userId}`
   */
  delete(userId: string, options?: CallOptions): ApiPromise<void> {
    return this.transport.call({ method: 'DELETE', path: path`/api/v1/organization/members/${userId}` }, options)
  }
}
