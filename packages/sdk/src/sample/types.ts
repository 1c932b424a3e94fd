// Generated from the OpenAPI document by `npm --prefix packages/sdk run generate`. Do not edit.
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    BookingStatus: ('pending' | 'confirmed' | 'cancelled') | components['schemas']['UnlistedString']
    /** @description A time two parties have agreed to meet. */
    Booking: {
      /** @example bk_01jd3k7n5x */
      id: string
      status: components['schemas']['BookingStatus']
      /** Format: date-time */
      start: string
      location: components['schemas']['Location'] | null
      source: (('page' | 'api' | 'link') | components['schemas']['UnlistedString']) | null
    }
    Location:
      | {
          /** @constant */
          kind: 'phone'
          number: string
        }
      | {
          /** @constant */
          kind: 'link'
          url: string
        }
    NewBooking: {
      eventTypeId: string
      /** @description With `Z` or an offset. */
      start: components['schemas']['InstantInput']
      guest: {
        name: string
        email: string
        timezone: string
      }
      recurrence?: {
        /** @enum {string} */
        frequency: 'daily' | 'weekly' | 'monthly'
        /** @default 1 */
        count?: number
      }
      metadata?: {
        [key: string]: string
      }
    }
    Organization: {
      id: string
      weekStart: ('monday' | 'sunday') | components['schemas']['UnlistedString']
    }
    Member: {
      userId: string
      role: ('owner' | 'admin' | 'member') | components['schemas']['UnlistedString']
    }
    MemberList: {
      data: components['schemas']['Member'][]
      nextCursor: string | null
    }
    Problem: {
      type: string
      title: string
      status: number
      code:
        | ('invalid_request' | 'not_found' | 'slot_unavailable' | 'idempotency_in_progress' | 'quota_exceeded')
        | components['schemas']['UnlistedString']
      requestId?: string
    }
    UnlistedString: string & {}
    InstantInput: string | Date
  }
  responses: {
    /** @description What went wrong. */
    Problem: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
  }
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export interface operations {
  'bookings.list': {
    parameters: {
      query?: {
        status?: components['schemas']['BookingStatus'][]
        /** @description From this instant on. */
        'start[gte]'?: components['schemas']['InstantInput']
        'start[lt]'?: components['schemas']['InstantInput']
        limit?: number
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Booking'][]
            nextCursor: string | null
          }
        }
      }
    }
  }
  'bookings.create': {
    parameters: {
      query?: never
      header?: {
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewBooking']
      }
    }
    responses: {
      /** @description Booked. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.get': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The booking's id, or `ext:` and yours. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The booking. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.cancel': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          reason?: string
          /**
           * @default this
           * @enum {string}
           */
          scope?: 'this' | 'following'
        }
      }
    }
    responses: {
      /** @description The cancelled booking. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.calendar': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description iCalendar. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/calendar': string
        }
      }
    }
  }
  'eventTypes.slots': {
    parameters: {
      query: {
        start: components['schemas']['InstantInput']
        end: components['schemas']['InstantInput']
        timezone: string
        explain?: boolean
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Slots. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: {
              /** Format: date-time */
              start: string
              /** Format: date-time */
              end: string
            }[]
            timezone: string
            reason?: ('no_hours' | 'fully_booked') | components['schemas']['UnlistedString']
          }
        }
      }
    }
  }
  'organization.get': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Organization']
        }
      }
    }
  }
  'organization.members.list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MemberList']
        }
      }
    }
  }
  'organization.members.delete': {
    parameters: {
      query?: never
      header?: never
      path: {
        userId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Removed. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
}

/** The codes of errors. A newer server may have more. */
export type ErrorCode =
  | 'invalid_request'
  | 'not_found'
  | 'slot_unavailable'
  | 'idempotency_in_progress'
  | 'quota_exceeded'

export type BookingStatus = components['schemas']['BookingStatus']

/** A time two parties have agreed to meet. */
export type Booking = components['schemas']['Booking']

export type Location = components['schemas']['Location']

export type NewBooking = components['schemas']['NewBooking']

export type Organization = components['schemas']['Organization']

export type Member = components['schemas']['Member']

export type MemberList = components['schemas']['MemberList']

export type Problem = components['schemas']['Problem']

export type BookingsListQuery = NonNullable<operations['bookings.list']['parameters']['query']>

export type BookingsCancelBody = NonNullable<
  operations['bookings.cancel']['requestBody']
>['content']['application/json']

export type EventTypesSlotsQuery = NonNullable<operations['eventTypes.slots']['parameters']['query']>

export type EventTypesSlotsResult = operations['eventTypes.slots']['responses']['200']['content']['application/json']
