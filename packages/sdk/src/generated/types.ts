// Generated from the OpenAPI document by `npm --prefix packages/sdk run generate`. Do not edit.
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    AcceptedInvitation: {
      /** @example Joan Clarke */
      name: string
      /** @example Europe/Berlin */
      timezone: string
      password?: string
    }
    /** @description A key, without the secret itself. */
    ApiKey: {
      /** @example key_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example Website backend */
      name: string
      /** @example lm_live_ */
      prefix: string
      /**
       * @description How the key ends.
       * @example q7Zt
       */
      last4: string
      scopes: string[]
      mode: ('live' | 'test') | components['schemas']['UnlistedString']
      /** @description Whose rights the key has. */
      userId: string
      allowedIps: string[]
      expiresAt: string | null
      lastUsedAt: string | null
      revokedAt: string | null
      /** Format: date-time */
      createdAt: string
    }
    ApiKeyChange: {
      /** @example Website backend */
      name?: string
      /**
       * @description Where it may be used from; empty means anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedIps?: string[]
    }
    /** @description A time that a guest and one or more hosts have agreed to meet. */
    Booking: {
      /** @example bk_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @description The calendar UID; it stays the same through every change. */
      uid: string
      eventTypeId: string
      title: string
      /** @example confirmed */
      status: ('pending' | 'confirmed' | 'declined' | 'cancelled') | components['schemas']['UnlistedString']
      /** Format: date-time */
      start: string
      /** Format: date-time */
      end: string
      /** @description The zone of the schedule it was booked in. */
      timezone: string
      hosts: {
        userId: string
        name: string
        email: string
      }[]
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com",
       *       "timezone": "America/New_York",
       *       "locale": null
       *     }
       */
      guest: {
        name: string
        email: string
        timezone: string
        locale: string | null
      }
      additionalGuests: string[]
      /**
       * @example {
       *       "company": "Harbour Computing"
       *     }
       */
      answers: {
        [key: string]: unknown
      }
      /**
       * @example {
       *       "kind": "video",
       *       "value": "https://video.example.com/ada"
       *     }
       */
      location: {
        kind: string
        value?: string
      } | null
      notes: string | null
      source: string
      linkId: string | null
      apiKeyId: string | null
      contactIds: string[]
      /** @description Bookings of one seated session share it. */
      sessionId: string
      seriesId: string | null
      seatsLeft: number | null
      noShow: boolean
      ended: boolean
      cancellation: {
        by: ('guest' | 'host') | components['schemas']['UnlistedString']
        reason: string | null
        /** Format: date-time */
        at: string
      } | null
      /** @description Why it was last moved. */
      rescheduleReason: string | null
      /** @description The guest's secret page; only in the answer that books. */
      manageUrl: string | null
      metadata: {
        [key: string]: string
      }
      externalId: string | null
      /** @description Counts its changes from 1. */
      revision: number
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    /**
     * @example {
     *       "notes": "Grace brings a colleague."
     *     }
     */
    BookingChange: {
      notes?: string | null
      location?: components['schemas']['Location'] | null
      externalId?: string | null
      metadata?: {
        [key: string]: string | null
      }
    }
    /** @description What would become of a booking; nothing is written. */
    BookingPreview: {
      bookable: boolean
      /** Format: date-time */
      start: string
      /** @example 2030-01-08T09:30:00.000Z */
      end: string | null
      /**
       * @description What the booking would begin as.
       * @example confirmed
       */
      status: (('pending' | 'confirmed') | components['schemas']['UnlistedString']) | null
      hosts: {
        userId: string
        name: string
        email: string
      }[]
      /** @description Seats left after this booking. */
      seatsLeft: number | null
      /** @description Each limit in force at that start, before this booking. */
      limits: {
        scope: ('event_type' | 'host') | components['schemas']['UnlistedString']
        hostId: string | null
        unit: ('bookings' | 'minutes') | components['schemas']['UnlistedString']
        period: ('day' | 'week' | 'month' | 'year') | components['schemas']['UnlistedString']
        /** @example 5 */
        limit: number
        used: number
        left: number
      }[]
      /** @description Why it would be refused. */
      problem: {
        code: string
        detail: string
        reason?: string
        explanation?: string
      } | null
    }
    /** @description How far ahead a guest may book, in days of the schedule's zone. */
    BookingWindow:
      | {
          /** @constant */
          kind: 'rolling'
          days: number
        }
      | {
          /** @constant */
          kind: 'rolling_business'
          days: number
        }
      | {
          /** @constant */
          kind: 'range'
          /**
           * Format: date
           * @example 2030-01-08
           */
          start: string
          /**
           * Format: date
           * @example 2030-01-08
           */
          end: string
        }
      | {
          /** @constant */
          kind: 'unlimited'
        }
    /** @description A short-lived right of one browser to one thing, without its token. */
    BrowserSession: {
      /** @example bs_0WbXkT3nPq7YvLs2DfGh */
      id: string
      kind: ('booker' | 'host' | 'booking') | components['schemas']['UnlistedString']
      eventTypeId: string | null
      /** @example null */
      userId: string | null
      /** @example null */
      bookingId: string | null
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com",
       *       "timezone": null,
       *       "locale": null
       *     }
       */
      guest: {
        name: string
        email: string
        timezone: string | null
        locale: string | null
      } | null
      /** @example false */
      readOnly: boolean
      /** Format: date-time */
      expiresAt: string
      /** @example null */
      revokedAt: string | null
      /** Format: date-time */
      createdAt: string
    }
    /** @description Time that a member is busy, set by hand or by an integration. */
    BusyBlock: {
      /** @example bsy_0WbXkT3nPq7YvLs2DfGh */
      id: string
      userId: string
      /** Format: date-time */
      start: string
      /**
       * Format: date-time
       * @example 2030-01-08T10:30:00.000Z
       */
      end: string
      /** @example Dentist */
      reason: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    /**
     * @example {
     *       "end": "2030-01-08T11:00:00Z"
     *     }
     */
    BusyBlockChange: {
      start?: components['schemas']['InstantInput']
      end?: components['schemas']['InstantInput']
      reason?: string | null
    }
    /** @description `following` cancels this one and the later ones of its series. */
    Cancel: {
      /** @example Something came up. */
      reason?: string
      /**
       * @default this
       * @enum {string}
       */
      scope?: 'this' | 'following'
    }
    ChangedReminderWorkflow: {
      /** @example rwf_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example Two reminders and a thank-you */
      name: string
      scope: ('organization' | 'user' | 'event_type') | components['schemas']['UnlistedString']
      /** @description Whose it is; null for the organization’s. */
      userId: string | null
      isDefault: boolean
      steps: components['schemas']['ReminderStep'][]
      /** @description Null for the one that is built in. */
      createdAt: string | null
      updatedAt: string | null
      /**
       * @description How many reminders of bookings to come were scheduled, moved or cancelled; with `dryRun`, would be.
       * @example 12
       */
      replanCount: number
    }
    /** @description A guest as one host knows them: one per host and e-mail address. */
    Contact: {
      /** @example ctc_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @description Whose contact it is. */
      userId: string
      /** @example grace@example.com */
      email: string
      /** @example Grace Hopper */
      name: string | null
      /** @example +1 202 555 0143 */
      phone: string | null
      /** @example Harbour Computing */
      company: string | null
      /** @example America/New_York */
      timezone: string | null
      about: string | null
      /**
       * @example [
       *       "vip",
       *       "berlin"
       *     ]
       */
      tags: string[]
      /**
       * @description Where it first came from.
       * @example booking
       */
      source: ('booking' | 'manual' | 'import' | 'link') | components['schemas']['UnlistedString']
      externalId: string | null
      archivedAt: string | null
      /** @description When the first meeting began that took place. */
      firstMetAt: string | null
      /** @example 2030-01-08T09:00:00.000Z */
      lastMetAt: string | null
      /** @description When the next confirmed meeting starts, or the one under way did. */
      nextMeetingAt: string | null
      /**
       * @description Bookings that were neither cancelled nor declined.
       * @example 4
       */
      bookingCount: number
      /** @example 0 */
      noShowCount: number
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    /**
     * @example {
     *       "company": "Harbour Computing",
     *       "tags": [
     *         "vip"
     *       ]
     *     }
     */
    ContactChange: {
      /** @example ada@example.com */
      email?: string
      /** @example Grace Hopper */
      name?: string | null
      /** @example +1 202 555 0143 */
      phone?: string | null
      /** @example Harbour Computing */
      company?: string | null
      /** @example America/New_York */
      timezone?: string | null
      /** @description A few words for yourself; guests never see them. */
      about?: string | null
      /**
       * @description Replaces all tags; the same word in another case is one tag.
       * @example [
       *       "vip",
       *       "berlin"
       *     ]
       */
      tags?: string[]
      externalId?: string | null
    }
    ContactErasure: {
      /**
       * @description Cancels what lies ahead first, and tells hosts alone; the guest is written to no more.
       * @default false
       * @example false
       */
      cancelUpcoming?: boolean
      /**
       * @description Also the contacts that other members have under this address; for admins.
       * @default false
       * @example false
       */
      everywhere?: boolean
    }
    /** @description What became of the rows of a file. */
    ContactImport: {
      /**
       * @description Rows below the header that are not empty.
       * @example 3
       */
      rows: number
      /** @example 1 */
      created: number
      /** @example 1 */
      updated: number
      /** @example 0 */
      unchanged: number
      /** @example 1 */
      failed: number
      /**
       * @description What was wrong with rows, the first 1,000 faults.
       * @example [
       *       {
       *         "row": 4,
       *         "column": "Email",
       *         "code": "invalid_format",
       *         "detail": "Send an e-mail address."
       *       }
       *     ]
       */
      errors: {
        /** @description As a spreadsheet counts: the header is row 1. */
        row: number
        column: string | null
        code: string
        detail: string
      }[]
      /**
       * @description What each column was read as; null where it was left out.
       * @example [
       *       {
       *         "header": "Email",
       *         "field": "email"
       *       },
       *       {
       *         "header": "Internal",
       *         "field": null
       *       }
       *     ]
       */
      columns: {
        header: string
        field:
          | (
              | (
                  | 'email'
                  | 'name'
                  | 'firstName'
                  | 'lastName'
                  | 'phone'
                  | 'company'
                  | 'timezone'
                  | 'about'
                  | 'tags'
                  | 'externalId'
                )
              | components['schemas']['UnlistedString']
            )
          | null
      }[]
      /** @example false */
      dryRun: boolean
    }
    ContactMerge: {
      /**
       * @description The one that goes; `ext:` and your own id will do.
       * @example ctc_0WbXkT3nPq7YvLs2DfGj
       */
      fromId: string
    }
    /** @description A note on a contact's timeline, for its host's eyes. */
    ContactNote: {
      /** @example note_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example ctc_0WbXkT3nPq7YvLs2DfGh */
      contactId: string
      /** @description Who wrote it. */
      userId: string
      /** @example Prefers mornings. */
      text: string
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    ContactNoteInput: {
      /** @example Prefers mornings. */
      text: string
    }
    ContactSummary: {
      firstMetAt: string | null
      /** @example 2030-01-08T09:00:00.000Z */
      lastMetAt: string | null
      nextMeetingAt: string | null
      /** @example 4 */
      bookingCount: number
      /** @example 1 */
      cancelledCount: number
      /** @example 0 */
      noShowCount: number
      /**
       * @description How long before the start they book, on average; null without bookings.
       * @example 2880
       */
      averageNoticeMinutes: number | null
    }
    ContactWithSummary: {
      /** @example ctc_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @description Whose contact it is. */
      userId: string
      /** @example grace@example.com */
      email: string
      /** @example Grace Hopper */
      name: string | null
      /** @example +1 202 555 0143 */
      phone: string | null
      /** @example Harbour Computing */
      company: string | null
      /** @example America/New_York */
      timezone: string | null
      about: string | null
      /**
       * @example [
       *       "vip",
       *       "berlin"
       *     ]
       */
      tags: string[]
      /**
       * @description Where it first came from.
       * @example booking
       */
      source: ('booking' | 'manual' | 'import' | 'link') | components['schemas']['UnlistedString']
      externalId: string | null
      archivedAt: string | null
      /** @description When the first meeting began that took place. */
      firstMetAt: string | null
      /** @example 2030-01-08T09:00:00.000Z */
      lastMetAt: string | null
      /** @description When the next confirmed meeting starts, or the one under way did. */
      nextMeetingAt: string | null
      /**
       * @description Bookings that were neither cancelled nor declined.
       * @example 4
       */
      bookingCount: number
      /** @example 0 */
      noShowCount: number
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
      summary: components['schemas']['ContactSummary']
    }
    /** @description A new key, with the secret that is shown this once. */
    CreatedApiKey: {
      /** @example key_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example Website backend */
      name: string
      /** @example lm_live_ */
      prefix: string
      /**
       * @description How the key ends.
       * @example q7Zt
       */
      last4: string
      scopes: string[]
      mode: ('live' | 'test') | components['schemas']['UnlistedString']
      /** @description Whose rights the key has. */
      userId: string
      allowedIps: string[]
      expiresAt: string | null
      lastUsedAt: string | null
      revokedAt: string | null
      /** Format: date-time */
      createdAt: string
      /**
       * @description The key itself. It is shown once; keep it now.
       * @example lm_live_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q7Zt
       */
      key: string
    }
    CreatedBooking: {
      /** @example bk_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @description The calendar UID; it stays the same through every change. */
      uid: string
      eventTypeId: string
      title: string
      /** @example confirmed */
      status: ('pending' | 'confirmed' | 'declined' | 'cancelled') | components['schemas']['UnlistedString']
      /** Format: date-time */
      start: string
      /** Format: date-time */
      end: string
      /** @description The zone of the schedule it was booked in. */
      timezone: string
      hosts: {
        userId: string
        name: string
        email: string
      }[]
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com",
       *       "timezone": "America/New_York",
       *       "locale": null
       *     }
       */
      guest: {
        name: string
        email: string
        timezone: string
        locale: string | null
      }
      additionalGuests: string[]
      /**
       * @example {
       *       "company": "Harbour Computing"
       *     }
       */
      answers: {
        [key: string]: unknown
      }
      /**
       * @example {
       *       "kind": "video",
       *       "value": "https://video.example.com/ada"
       *     }
       */
      location: {
        kind: string
        value?: string
      } | null
      notes: string | null
      source: string
      linkId: string | null
      apiKeyId: string | null
      contactIds: string[]
      /** @description Bookings of one seated session share it. */
      sessionId: string
      seriesId: string | null
      seatsLeft: number | null
      noShow: boolean
      ended: boolean
      cancellation: {
        by: ('guest' | 'host') | components['schemas']['UnlistedString']
        reason: string | null
        /** Format: date-time */
        at: string
      } | null
      /** @description Why it was last moved. */
      rescheduleReason: string | null
      /**
       * @description The guest's secret page; only in the answer that books.
       * @example https://meet.example.com/booking/x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
       */
      manageUrl: string | null
      metadata: {
        [key: string]: string
      }
      externalId: string | null
      /** @description Counts its changes from 1. */
      revision: number
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
      /** @description All bookings of a recurring series, in order. */
      series?: components['schemas']['Booking'][]
    }
    CreatedBrowserSession: {
      /** @example bs_0WbXkT3nPq7YvLs2DfGh */
      id: string
      kind: ('booker' | 'host' | 'booking') | components['schemas']['UnlistedString']
      eventTypeId: string | null
      /** @example null */
      userId: string | null
      /** @example null */
      bookingId: string | null
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com",
       *       "timezone": null,
       *       "locale": null
       *     }
       */
      guest: {
        name: string
        email: string
        timezone: string | null
        locale: string | null
      } | null
      /** @example false */
      readOnly: boolean
      /** Format: date-time */
      expiresAt: string
      /** @example null */
      revokedAt: string | null
      /** Format: date-time */
      createdAt: string
      /**
       * @description Send it as `Authorization: Bearer` from a page of an allowed origin. It is shown once.
       * @example lm_browser_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q7Zt
       */
      token: string
      /**
       * @description A page of this server that uses it; the token is in the fragment, which browsers send to nobody.
       * @example https://meet.example.com/ada/intro-call#session=lm_browser_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q7Zt
       */
      url: string
    }
    /** @description A new link, with the address that is shown this once. */
    CreatedLink: {
      /** @example lnk_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example one_off */
      kind: ('one_off' | 'share') | components['schemas']['UnlistedString']
      /** @example active */
      state: ('active' | 'used' | 'expired' | 'revoked') | components['schemas']['UnlistedString']
      /** @description The host it was made for. */
      userId: string
      /**
       * @description Of its own; null where it is the event type's.
       * @example Coffee in Berlin
       */
      title: string | null
      /**
       * @description Of its own; null where it is the event type's.
       * @example 30
       */
      durationMinutes: number | null
      /** @description What a one-off link books. One with a title and a duration of its own has an event type that belongs to it alone: bookings name it, and nothing else finds it. */
      eventTypeId: string | null
      /** @description All that can be booked through it. */
      eventTypeIds: string[]
      /** @description The only starts on offer, whatever the hours say. */
      starts: string[] | null
      /** @description Hours that filter what is offered anyway. */
      availability: {
        timezone: string
        weekly: {
          days: string[]
          start: string
          end: string
        }[]
        overrides: {
          date: string
          windows: {
            start: string
            end: string
          }[]
        }[]
      } | null
      /**
       * @description Only the next so many days, in the host's zone; today is day 0.
       * @example 7
       */
      nextDays: number | null
      /**
       * @description Null where it may be used without end.
       * @example 1
       */
      maxUses: number | null
      /** @example 0 */
      uses: number
      /** @example 2030-02-06T08:00:00.000Z */
      expiresAt: string | null
      revokedAt: string | null
      /** @description Whether a cancelled booking gives its use back. */
      rearmOnCancel: boolean
      /** @description The contact it was made for. */
      contactId: string | null
      /** @example Hello Grace, pick what suits you. */
      greeting: string | null
      /**
       * @description How often it was opened, once an hour and address.
       * @example 0
       */
      opens: number
      lastOpenedAt: string | null
      /** @description The newest first, 100 at most. */
      bookings: components['schemas']['LinkBooking'][]
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
      /**
       * @description The secret in its address. It is shown once.
       * @example 4fTq0ZkV9mXb2RsLw8YcN1aU
       */
      token: string
      /**
       * @description What you send to the guest. It is shown once; keep it now.
       * @example https://meet.example.com/l/4fTq0ZkV9mXb2RsLw8YcN1aU
       */
      url: string
    }
    /** @description A new sandbox, with the key that is shown this once. */
    CreatedSandbox: {
      /** @example sbx_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example Booking flow of the shop */
      name: string
      /**
       * @description Its own organization.
       * @example org_test_0WbXkT3nPq7YvLs2DfGh
       */
      organizationId: string
      /**
       * Format: uri
       * @description Where guests of its owner book.
       */
      bookingPage: string
      clock: components['schemas']['SandboxClock']
      /**
       * Format: date-time
       * @description By the server’s clock.
       */
      createdAt: string
      /**
       * @description The key of its owner. It is shown once; keep it now.
       * @example lm_test_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q7Zt
       */
      apiKey: string
    }
    CreatedWebhookEndpoint: {
      /** @example we_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /**
       * Format: uri
       * @example https://app.acme.example/webhooks/letsmeet
       */
      url: string
      /** @example Books rooms */
      description: string | null
      /**
       * @example [
       *       "booking.*"
       *     ]
       */
      eventTypes: string[]
      /** @example null */
      filter: components['schemas']['WebhookFilter'] | null
      /**
       * @description Secrets among them are not shown again.
       * @example {
       *       "x-environment": "production"
       *     }
       */
      headers: {
        [key: string]: string
      }
      /**
       * @description `per_booking` sends what follows on a booking only after what came before was delivered or given up.
       * @example none
       */
      ordering: ('none' | 'per_booking') | components['schemas']['UnlistedString']
      /** @example null */
      maxPerSecond: number | null
      /**
       * @description The shape of the bodies; pinned when made.
       * @example 2026-11-01
       */
      apiVersion: string
      enabled: boolean
      /**
       * @description `failing`: nothing but failures for 5 days. `gone`: it answered 410.
       * @example null
       */
      disabledReason: (('manual' | 'failing' | 'gone') | components['schemas']['UnlistedString']) | null
      /** @example null */
      disabledAt: string | null
      /**
       * @description `whpk_…`, where `asymmetric` is set.
       * @example null
       */
      publicKey: string | null
      /**
       * @description Until then deliveries carry the signatures of two secrets.
       * @example null
       */
      previousSecretExpiresAt: string | null
      /**
       * @description `open` while it fails: deliveries wait without spending attempts.
       * @example closed
       */
      breaker: ('closed' | 'open' | 'half_open') | components['schemas']['UnlistedString']
      /** @example null */
      failingSince: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
      /**
       * @description Verifies deliveries. It is shown this once.
       * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
       */
      secret: string
    }
    /** @description What the token that asks is for. */
    CurrentBrowserSession: {
      /** @example bs_0WbXkT3nPq7YvLs2DfGh */
      id: string
      kind: ('booker' | 'host' | 'booking') | components['schemas']['UnlistedString']
      eventTypeId: string | null
      /** @example null */
      userId: string | null
      /** @example null */
      bookingId: string | null
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com",
       *       "timezone": null,
       *       "locale": null
       *     }
       */
      guest: {
        name: string
        email: string
        timezone: string | null
        locale: string | null
      } | null
      /** @example false */
      readOnly: boolean
      /** Format: date-time */
      expiresAt: string
      /** @example null */
      revokedAt: string | null
      /** Format: date-time */
      createdAt: string
      /** @description What a booker books, as a guest may see it. */
      eventType: components['schemas']['PublicEventType'] | null
      /**
       * @description Who a host is.
       * @example null
       */
      user: {
        id: string
        name: string
        timezone: string
      } | null
      /**
       * Format: date-time
       * @description What time it is there: a sandbox has its own clock.
       * @example 2030-01-07T14:20:00.000Z
       */
      now: string
    }
    /** @description Replaces the weekly hours of one date; no windows close the day. */
    DateOverride: {
      /**
       * Format: date
       * @example 2030-01-08
       */
      date: string
      windows: components['schemas']['TimeWindow'][]
    }
    Decline: {
      /** @example Something came up. */
      reason?: string
    }
    ErasedContact: {
      /** @example ctc_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /**
       * @description Bookings that stay without them.
       * @example 4
       */
      bookingCount: number
      /**
       * @description How many of these lay ahead and were cancelled.
       * @example 0
       */
      cancelledCount: number
    }
    /** @description A fact, written in the same transaction as the change it tells of. */
    Event: {
      /** @example evt_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @description Position in the organization's log; rises by one. */
      seq: number
      type:
        | (
            | 'booking.created'
            | 'booking.requested'
            | 'booking.confirmed'
            | 'booking.declined'
            | 'booking.rescheduled'
            | 'booking.updated'
            | 'booking.cancelled'
            | 'booking.no_show'
            | 'booking.reassigned'
            | 'booking.ended'
            | 'contact.created'
            | 'contact.updated'
            | 'contact.merged'
            | 'contact.unmerged'
            | 'contact.erased'
            | 'contact.note_added'
            | 'link.created'
            | 'link.updated'
            | 'link.opened'
            | 'link.used'
            | 'link.expired'
            | 'link.revoked'
            | 'mail.failed'
            | 'reminder.sent'
            | 'reminder.failed'
            | 'reminder_workflow.created'
            | 'reminder_workflow.updated'
            | 'reminder_workflow.deleted'
            | 'event_type.created'
            | 'event_type.updated'
            | 'event_type.deleted'
            | 'schedule.created'
            | 'schedule.updated'
            | 'schedule.deleted'
            | 'member.added'
            | 'member.updated'
            | 'member.suspended'
            | 'member.reactivated'
            | 'member.removed'
            | 'organization.updated'
            | 'api_key.created'
            | 'api_key.updated'
            | 'browser_session.created'
            | 'browser_session.revoked'
            | 'api_key.rolled'
            | 'api_key.revoked'
            | 'webhook_endpoint.created'
            | 'webhook_endpoint.updated'
            | 'webhook_endpoint.secret_rotated'
            | 'webhook_endpoint.enabled'
            | 'webhook_endpoint.disabled'
            | 'webhook_endpoint.deleted'
            | 'listen_session.created'
            | 'listen_session.ended'
            | 'sandbox.created'
            | 'sandbox.deleted'
            | 'session.created'
            | 'session.revoked'
          )
        | components['schemas']['UnlistedString']
      /** Format: date-time */
      timestamp: string
      organizationId: string
      mode: ('live' | 'test') | components['schemas']['UnlistedString']
      /**
       * @description Who did it.
       * @example {
       *       "type": "api_key",
       *       "id": "key_0WbXkT3nPq7YvLs2DfGh"
       *     }
       */
      actor: {
        type: string
        id: string
      }
      /** @description The resource that changed. */
      subjectId: string
      /**
       * @description The resource after the change.
       * @example {
       *       "id": "bk_0WbXkT3nPq7YvLs2DfGh",
       *       "status": "confirmed",
       *       "start": "2030-01-08T09:00:00.000Z"
       *     }
       */
      data: {
        [key: string]: unknown
      }
      /** @description Changed fields with their old values. */
      previous?: {
        [key: string]: unknown
      }
    }
    /** @description Something that can be booked: how long, with whom, when, under which rules. */
    EventType: {
      /** @example et_0WbXkT3nPq7YvLs2DfGh */
      id: string
      ownerType: ('user' | 'group') | components['schemas']['UnlistedString']
      ownerId: string
      slug: string
      title: string
      description: string
      durationMinutes: number
      durationOptions: number[] | null
      intervalMinutes: number | null
      bufferBeforeMinutes: number
      bufferAfterMinutes: number
      minNoticeMinutes: number
      window: components['schemas']['BookingWindow']
      limits: components['schemas']['Limits']
      seats: number
      requiresConfirmation: boolean
      scheduling: ('individual' | 'collective' | 'round_robin') | components['schemas']['UnlistedString']
      hosts: {
        userId: string
        weight: number
        scheduleId: string | null
      }[]
      scheduleId: string | null
      locations: components['schemas']['Location'][]
      questions: components['schemas']['Question'][]
      visibility: ('public' | 'unlisted') | components['schemas']['UnlistedString']
      active: boolean
      redirectUrl: string | null
      /** @description Null where it is inherited from its owner or the organization. */
      reminderWorkflowId: string | null
      /** @description The public page on which guests book it. */
      url: string
      externalId: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    /**
     * @example {
     *       "title": "Intro call",
     *       "minNoticeMinutes": 120
     *     }
     */
    EventTypeChange: {
      slug?: string
      title?: string
      description?: string
      durationMinutes?: number
      durationOptions?: number[] | null
      intervalMinutes?: number | null
      bufferBeforeMinutes?: number
      bufferAfterMinutes?: number
      minNoticeMinutes?: number
      window?: {
        /** @enum {string} */
        kind?: 'rolling' | 'rolling_business' | 'range' | 'unlimited'
        days?: number | null
        start?: string | null
        end?: string | null
      }
      limits?: {
        bookings?: {
          day?: number | null
          week?: number | null
          month?: number | null
          year?: number | null
        } | null
        minutes?: {
          day?: number | null
          week?: number | null
          month?: number | null
          year?: number | null
        } | null
      } | null
      seats?: number
      requiresConfirmation?: boolean
      /** @enum {string} */
      scheduling?: 'individual' | 'collective' | 'round_robin'
      hosts?: components['schemas']['EventTypeHostInput'][]
      scheduleId?: string | null
      locations?: components['schemas']['Location'][]
      questions?: components['schemas']['QuestionInput'][]
      /** @enum {string} */
      visibility?: 'public' | 'unlisted'
      active?: boolean
      redirectUrl?: string | null
      reminderWorkflowId?: string | null
      externalId?: string | null
    }
    /** @description Who may be met; a weight of 2 gets twice the share. */
    EventTypeHostInput: {
      userId: string
      /** @default 1 */
      weight?: number
      scheduleId?: string
    }
    /** @description The starts that a search found, in order. */
    FoundSlots: {
      data: {
        /** Format: date-time */
        start: string
        /**
         * Format: date-time
         * @description Of the longest, where event types of several lengths share it.
         */
        end: string
        /**
         * @description The day of the start in the asked zone.
         * @example 2030-01-08
         */
        date: string
        /** @description What can be booked; left out where it is all of them. */
        eventTypeId?: string
        /** @description Who could take it. */
        hostIds: string[]
      }[]
      timezone: string
    }
    GuestBooking: {
      /** @description One of the offered starts. */
      start: components['schemas']['InstantInput']
      /** @description One of the event type's options. */
      durationMinutes?: number
      guest: components['schemas']['GuestInput']
      additionalGuests?: string[]
      /** @description By the questions' keys. */
      answers?: {
        [key: string]: string | number | boolean | string[]
      }
      location?: {
        /** @enum {string} */
        kind: 'in_person' | 'phone' | 'guest_phone' | 'video' | 'custom'
        value?: string
      }
      notes?: string
      recurrence?: components['schemas']['Recurrence']
      /** @description A hold on this start, which the booking takes the place of. */
      holdId?: string
      metadata?: {
        [key: string]: string
      }
    }
    /** @description A booking as its guest sees it. */
    GuestBookingView: {
      uid: string
      title: string
      /** @example confirmed */
      status: ('pending' | 'confirmed' | 'declined' | 'cancelled') | components['schemas']['UnlistedString']
      /** Format: date-time */
      start: string
      /** Format: date-time */
      end: string
      timezone: string
      hosts: {
        name: string
      }[]
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com",
       *       "timezone": "America/New_York",
       *       "locale": null
       *     }
       */
      guest: {
        name: string
        email: string
        timezone: string
        locale: string | null
      }
      additionalGuests: string[]
      /**
       * @example {
       *       "company": "Harbour Computing"
       *     }
       */
      answers: {
        [key: string]: unknown
      }
      /**
       * @example {
       *       "kind": "video",
       *       "value": "https://video.example.com/ada"
       *     }
       */
      location: {
        kind: string
        value?: string
      } | null
      notes: string | null
      cancellation: {
        by: ('guest' | 'host') | components['schemas']['UnlistedString']
        reason: string | null
        /** Format: date-time */
        at: string
      } | null
      ended: boolean
      seriesId: string | null
      /**
       * @example {
       *       "slug": "intro-call",
       *       "username": "ada",
       *       "durationMinutes": 30
       *     }
       */
      eventType: {
        slug: string
        username: string
        durationMinutes: number
      } | null
      /**
       * @description Whether there is still something to move it within.
       * @example true
       */
      movable: boolean
      manageUrl: string | null
      redirectUrl: string | null
      series?: {
        /** Format: date-time */
        start: string
        /** Format: date-time */
        end: string
      }[]
    }
    /**
     * @example {
     *       "name": "Grace Hopper",
     *       "email": "grace@example.com",
     *       "timezone": "America/New_York"
     *     }
     */
    GuestInput: {
      name: string
      /** @example ada@example.com */
      email: string
      /** @example Europe/Berlin */
      timezone: string
      locale?: string
    }
    /** @description A slot that nobody else can book for five minutes. */
    Hold: {
      /** @example hold_0WbXkT3nPq7YvLs2DfGh */
      id: string
      eventTypeId: string
      /** Format: date-time */
      start: string
      /** Format: date-time */
      end: string
      /** @description Who is held: the one whose turn it is, or all of them. */
      hostIds: string[]
      /**
       * Format: date-time
       * @description From then on it protects nothing.
       * @example 2030-01-07T14:25:00.000Z
       */
      expiresAt: string
      /** Format: date-time */
      createdAt: string
    }
    /** @description A mailed invitation to join the organization. */
    Invitation: {
      /** @example inv_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example joan@example.com */
      email: string
      role: ('owner' | 'admin' | 'member') | components['schemas']['UnlistedString']
      state: ('pending' | 'accepted' | 'revoked' | 'expired') | components['schemas']['UnlistedString']
      invitedBy: string | null
      /** Format: date-time */
      expiresAt: string
      /** Format: date-time */
      createdAt: string
    }
    /** @description The most bookings, or booked minutes, in a day, week, month or year. */
    Limits: {
      bookings?: {
        day?: number
        week?: number
        month?: number
        year?: number
      }
      minutes?: {
        day?: number
        week?: number
        month?: number
        year?: number
      }
    }
    /** @description A secret address that offers one person, or few, what you chose for them. */
    Link: {
      /** @example lnk_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example one_off */
      kind: ('one_off' | 'share') | components['schemas']['UnlistedString']
      /** @example active */
      state: ('active' | 'used' | 'expired' | 'revoked') | components['schemas']['UnlistedString']
      /** @description The host it was made for. */
      userId: string
      /**
       * @description Of its own; null where it is the event type's.
       * @example Coffee in Berlin
       */
      title: string | null
      /**
       * @description Of its own; null where it is the event type's.
       * @example 30
       */
      durationMinutes: number | null
      /** @description What a one-off link books. One with a title and a duration of its own has an event type that belongs to it alone: bookings name it, and nothing else finds it. */
      eventTypeId: string | null
      /** @description All that can be booked through it. */
      eventTypeIds: string[]
      /** @description The only starts on offer, whatever the hours say. */
      starts: string[] | null
      /** @description Hours that filter what is offered anyway. */
      availability: {
        timezone: string
        weekly: {
          days: string[]
          start: string
          end: string
        }[]
        overrides: {
          date: string
          windows: {
            start: string
            end: string
          }[]
        }[]
      } | null
      /**
       * @description Only the next so many days, in the host's zone; today is day 0.
       * @example 7
       */
      nextDays: number | null
      /**
       * @description Null where it may be used without end.
       * @example 1
       */
      maxUses: number | null
      /** @example 0 */
      uses: number
      /** @example 2030-02-06T08:00:00.000Z */
      expiresAt: string | null
      revokedAt: string | null
      /** @description Whether a cancelled booking gives its use back. */
      rearmOnCancel: boolean
      /** @description The contact it was made for. */
      contactId: string | null
      /** @example Hello Grace, pick what suits you. */
      greeting: string | null
      /**
       * @description How often it was opened, once an hour and address.
       * @example 0
       */
      opens: number
      lastOpenedAt: string | null
      /** @description The newest first, 100 at most. */
      bookings: components['schemas']['LinkBooking'][]
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    /**
     * @description Hours that filter what is offered anyway; they open nothing and never move the grid.
     * @example {
     *       "timezone": "Europe/Berlin",
     *       "weekly": [
     *         {
     *           "days": [
     *             "tue",
     *             "thu"
     *           ],
     *           "start": "14:00",
     *           "end": "17:00"
     *         }
     *       ],
     *       "overrides": []
     *     }
     */
    LinkAvailability: {
      /** @example Europe/Berlin */
      timezone: string
      /** @default [] */
      weekly?: components['schemas']['WeeklyHours'][]
      /** @default [] */
      overrides?: components['schemas']['DateOverride'][]
    }
    /** @description What was booked through a link, and by whom. */
    LinkBooking: {
      /** @example bk_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example confirmed */
      status: string
      /** Format: date-time */
      start: string
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com"
       *     }
       */
      guest: {
        name: string
        email: string
      }
    }
    /**
     * @example {
     *       "greeting": "Hello Grace, pick what suits you.",
     *       "maxUses": 3
     *     }
     */
    LinkChange: {
      title?: string | null
      greeting?: string | null
      expiresAt?: components['schemas']['InstantInput'] | null
      maxUses?: number | null
      /** @description Whether a cancelled booking gives its use back. */
      rearmOnCancel?: boolean
      availability?: {
        /** @example Europe/Berlin */
        timezone?: string
        weekly?: components['schemas']['WeeklyHours'][]
        overrides?: components['schemas']['DateOverride'][]
      } | null
    }
    /**
     * @example {
     *       "name": "Grace Hopper",
     *       "email": "grace@example.com",
     *       "timezone": "America/New_York"
     *     }
     */
    LinkGuest: {
      name?: string
      /** @example ada@example.com */
      email?: string
      /** @example Europe/Berlin */
      timezone?: string
      locale?: string
    }
    /** @description What a guest may know of an event type behind a link. */
    LinkOffer: {
      title: string
      description: string
      durationMinutes: number
      durationOptions: number[] | null
      seats: number
      requiresConfirmation: boolean
      scheduling: ('individual' | 'collective' | 'round_robin') | components['schemas']['UnlistedString']
      /** @description The kinds; the details come with the booking. */
      locations: {
        kind: ('in_person' | 'phone' | 'guest_phone' | 'video' | 'custom') | components['schemas']['UnlistedString']
      }[]
      questions: components['schemas']['Question'][]
      /** @description Who may be met; for round robin one of them. */
      hosts: {
        name: string
      }[]
      /** @description The host's zone. */
      timezone: string
      redirectUrl: string | null
      /** @example et_0WbXkT3nPq7YvLs2DfGh */
      id: string
    }
    /**
     * @example {
     *       "deliveryId": "wd_0WbXkT3nPq7YvLs2DfGh",
     *       "status": 200,
     *       "durationMs": 12,
     *       "body": "ok"
     *     }
     */
    ListenResult: {
      /** @example wd_0WbXkT3nPq7YvLs2DfGh */
      deliveryId: string
      /**
       * @description What the receiver answered; null when it could not be reached.
       * @default null
       * @example 200
       */
      status?: number | null
      /** @example 12 */
      durationMs: number
      /**
       * @description What came back; the first 16 KiB are kept.
       * @default
       * @example ok
       */
      body?: string
      /** @description Why there was no answer, in a sentence. */
      error?: string
    }
    /** @description An endpoint without an address: a program fetches what it is sent. */
    ListenSession: {
      /**
       * @description As `endpointId` in the delivery log.
       * @example we_0WbXkT3nPq7YvLs2DfGh
       */
      id: string
      /**
       * @description Verifies deliveries. It is shown this once.
       * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
       */
      secret: string
      /**
       * @example [
       *       "booking.*"
       *     ]
       */
      eventTypes: string[]
      /**
       * Format: date-time
       * @description 24 hours after it was last connected.
       * @example 2030-01-08T14:20:00.000Z
       */
      expiresAt: string
      /** Format: date-time */
      createdAt: string
    }
    /**
     * @example {
     *       "kind": "video",
     *       "value": "https://video.example.com/ada"
     *     }
     */
    Location: {
      kind: ('in_person' | 'phone' | 'guest_phone' | 'video' | 'custom') | components['schemas']['UnlistedString']
      /** @description An address, number or URL; the guest gives it for `guest_phone`. */
      value?: string
    }
    /** @description A request to the API, kept for 14 days. */
    LoggedRequest: {
      /**
       * @description The `Request-Id` of the answer.
       * @example req_4fTq0ZkV9mXb2RsLw8Yc
       */
      id: string
      /** @example POST */
      method: string
      /** @example /api/v1/bookings */
      path: string
      /** @example 409 */
      status: number
      /** @example 6.4 */
      durationMs: number
      /**
       * @example {
       *       "type": "api_key",
       *       "id": "key_0WbXkT3nPq7YvLs2DfGh"
       *     }
       */
      actor: {
        type: string
        id: string
      }
      /**
       * @description The problem's code, when there was one.
       * @example slot_unavailable
       */
      code: string | null
      /** Format: date-time */
      createdAt: string
    }
    MagicLinkRequest: {
      /** @example ada@example.com */
      email: string
    }
    MagicLinkSignIn: {
      token: string
    }
    /** @description A mail that LetsMeet sent, is sending, or captured because no SMTP server is set. */
    Mail: {
      /** @example mail_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /**
       * @description What it is about, such as `booking.confirmed`.
       * @example booking.confirmed
       */
      kind: string
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com"
       *     }
       */
      to: {
        name: string | null
        email: string
      }
      /** @example Confirmed: Intro call with Ada Lovelace */
      subject: string
      /** @example sent */
      state: ('queued' | 'captured' | 'sent' | 'failed') | components['schemas']['UnlistedString']
      /**
       * @description The resource it is about.
       * @example bk_0WbXkT3nPq7YvLs2DfGh
       */
      subjectId: string | null
      /** @description Why it could not be sent, so far. */
      error: string | null
      attempts: number
      /** Format: date-time */
      createdAt: string
      /** @example 2030-01-07T14:20:01.000Z */
      sentAt: string | null
    }
    MailWithBody: {
      /** @example mail_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /**
       * @description What it is about, such as `booking.confirmed`.
       * @example booking.confirmed
       */
      kind: string
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com"
       *     }
       */
      to: {
        name: string | null
        email: string
      }
      /** @example Confirmed: Intro call with Ada Lovelace */
      subject: string
      /** @example sent */
      state: ('queued' | 'captured' | 'sent' | 'failed') | components['schemas']['UnlistedString']
      /**
       * @description The resource it is about.
       * @example bk_0WbXkT3nPq7YvLs2DfGh
       */
      subjectId: string | null
      /** @description Why it could not be sent, so far. */
      error: string | null
      attempts: number
      /** Format: date-time */
      createdAt: string
      /** @example 2030-01-07T14:20:01.000Z */
      sentAt: string | null
      /** @description Null once an SMTP server has taken it. */
      text: string | null
      html: string | null
      calendar: {
        method: string
        content: string
      } | null
    }
    /** @description Who is asking, and what they may do. */
    Me: {
      user: components['schemas']['Member']
      organization: components['schemas']['Organization']
      plan: ('free' | 'pro' | 'enterprise') | components['schemas']['UnlistedString']
      scopes: string[]
      mode: ('live' | 'test') | components['schemas']['UnlistedString']
      /** @description The URL of your public page. */
      bookingPage: string
    }
    MeChange: {
      name?: string
      /** @example Europe/Berlin */
      timezone?: string
      username?: string
      limits?: components['schemas']['Limits'] | null
      externalId?: string | null
    }
    /** @description A user of the organization. */
    Member: {
      /** @example usr_0WbXkT3nPq7YvLs2DfGh */
      id: string
      email: string
      name: string
      /** @description The address of the public page, `/{username}`. */
      username: string
      timezone: string
      role: ('owner' | 'admin' | 'member') | components['schemas']['UnlistedString']
      /** @example active */
      status: ('active' | 'suspended') | components['schemas']['UnlistedString']
      /** @description False for a host who never logs in. */
      signIn: boolean
      limits: components['schemas']['Limits']
      externalId: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    MemberChange: {
      name?: string
      /** @example Europe/Berlin */
      timezone?: string
      username?: string
      /** @enum {string} */
      role?: 'owner' | 'admin' | 'member'
      limits?: components['schemas']['Limits'] | null
      externalId?: string | null
    }
    /** @description The clock after a move, and what happened on the way. */
    MovedSandboxClock: {
      /**
       * Format: date-time
       * @description What it shows.
       * @example 2030-03-30T08:00:00.000Z
       */
      now: string
      /**
       * @description Whether it stands still until it is moved.
       * @example true
       */
      frozen: boolean
      /**
       * Format: date-time
       * @description What it showed before.
       * @example 2030-03-30T08:00:00.000Z
       */
      from: string
      /**
       * Format: date-time
       * @description Where it was to be moved.
       * @example 2030-03-31T09:00:00.000Z
       */
      target: string
      /** @description False where the work on the way took longer than 20 s: ask for the same `now` again to go on. */
      arrived: boolean
      /** @description What happened on the way, in order; the first 1,000. */
      happened: components['schemas']['SandboxHappening'][]
      /**
       * @description How much happened in all.
       * @example 4
       */
      count: number
    }
    NewApiKey: {
      /** @example Website backend */
      name: string
      /**
       * @description What it may do; `*` is all that you may.
       * @default [
       *       "*"
       *     ]
       * @example [
       *       "event-types:read",
       *       "bookings:write"
       *     ]
       */
      scopes?: (
        | '*'
        | 'me:read'
        | 'me:write'
        | 'event-types:read'
        | 'event-types:write'
        | 'schedules:read'
        | 'schedules:write'
        | 'time-off:read'
        | 'time-off:write'
        | 'busy-blocks:read'
        | 'busy-blocks:write'
        | 'bookings:read'
        | 'bookings:write'
        | 'links:read'
        | 'links:write'
        | 'contacts:read'
        | 'contacts:write'
        | 'reminders:read'
        | 'reminders:write'
        | 'organization:read'
        | 'organization:write'
        | 'members:read'
        | 'members:write'
        | 'api-keys:read'
        | 'api-keys:write'
        | 'browser-sessions:read'
        | 'browser-sessions:write'
        | 'sessions:read'
        | 'sessions:write'
        | 'events:read'
        | 'webhooks:read'
        | 'webhooks:write'
        | 'mail:read'
        | 'logs:read'
        | 'sandboxes:read'
        | 'sandboxes:write'
      )[]
      /** @description Where it may be used from; empty means anywhere. */
      allowedIps?: string[]
      /** @description Never, when left out. */
      expiresAt?: components['schemas']['InstantInput']
    }
    NewBooking: {
      eventTypeId: string
      /** @description One of the offered starts. */
      start: components['schemas']['InstantInput']
      /** @description One of the event type's options. */
      durationMinutes?: number
      guest: components['schemas']['GuestInput']
      additionalGuests?: string[]
      /** @description By the questions' keys. */
      answers?: {
        [key: string]: string | number | boolean | string[]
      }
      location?: {
        /** @enum {string} */
        kind: 'in_person' | 'phone' | 'guest_phone' | 'video' | 'custom'
        value?: string
      }
      notes?: string
      recurrence?: components['schemas']['Recurrence']
      /** @description A hold on this start, which the booking takes the place of. */
      holdId?: string
      metadata?: {
        [key: string]: string
      }
      /** @description The host to meet, where several could. */
      hostId?: string
      /** @description The secret of a link: what it offers is bookable, and nothing else. */
      linkToken?: string
      /** @example crm-1042 */
      externalId?: string
    }
    /**
     * @example {
     *       "kind": "booker",
     *       "eventTypeId": "et_0WbXkT3nPq7YvLs2DfGh",
     *       "guest": {
     *         "name": "Grace Hopper",
     *         "email": "grace@example.com"
     *       },
     *       "expiresInSeconds": 3600
     *     }
     */
    NewBrowserSession: {
      /**
       * @description `booker` books one event type, `host` keeps one member’s hours and bookings, `booking` looks at, moves or cancels one booking.
       * @example booker
       * @enum {string}
       */
      kind: 'booker' | 'host' | 'booking'
      /** @description What a booker books. */
      eventTypeId?: string
      /** @description Whose hours and bookings a host keeps; you, when left out. */
      userId?: string
      /** @description The one booking. */
      bookingId?: string
      /** @description Who a booker is; the page cannot say otherwise. */
      guest?: components['schemas']['SessionGuest']
      /** @description A host who may look and change nothing. */
      readOnly?: boolean
      /**
       * @description One minute to one day.
       * @default 3600
       * @example 3600
       */
      expiresInSeconds?: number
    }
    NewBusyBlock: {
      /** @description Whose; an admin may name another member. */
      userId?: string
      start: components['schemas']['InstantInput']
      end: components['schemas']['InstantInput']
      /** @example Dentist */
      reason?: string
    }
    NewContact: {
      /** @description Whose; an admin may name another member. */
      userId?: string
      /** @example grace@example.com */
      email: string
      /** @example Grace Hopper */
      name?: string | null
      /** @example +1 202 555 0143 */
      phone?: string | null
      /** @example Harbour Computing */
      company?: string | null
      /** @example America/New_York */
      timezone?: string | null
      /** @description A few words for yourself; guests never see them. */
      about?: string | null
      /**
       * @description Replaces all tags; the same word in another case is one tag.
       * @example [
       *       "vip",
       *       "berlin"
       *     ]
       */
      tags?: string[]
      externalId?: string | null
    }
    /** @description A title and a duration are enough; all else has a default. */
    NewEventType: {
      slug?: string
      title: string
      /** @default  */
      description?: string
      durationMinutes: number
      durationOptions?: number[] | null
      intervalMinutes?: number | null
      /** @default 0 */
      bufferBeforeMinutes?: number
      /** @default 0 */
      bufferAfterMinutes?: number
      /** @default 0 */
      minNoticeMinutes?: number
      /**
       * @default {
       *       "kind": "rolling",
       *       "days": 60
       *     }
       */
      window?: components['schemas']['BookingWindow']
      /** @default {} */
      limits?: components['schemas']['Limits']
      /** @default 1 */
      seats?: number
      /** @default false */
      requiresConfirmation?: boolean
      /**
       * @default individual
       * @enum {string}
       */
      scheduling?: 'individual' | 'collective' | 'round_robin'
      hosts?: components['schemas']['EventTypeHostInput'][]
      scheduleId?: string | null
      /** @default [] */
      locations?: components['schemas']['Location'][]
      /** @default [] */
      questions?: components['schemas']['QuestionInput'][]
      /**
       * @default public
       * @enum {string}
       */
      visibility?: 'public' | 'unlisted'
      /** @default true */
      active?: boolean
      redirectUrl?: string | null
      reminderWorkflowId?: string | null
      externalId?: string | null
      /** @description The user it belongs to; an admin may name another. */
      ownerId?: string
      /**
       * @default user
       * @constant
       */
      ownerType?: 'user'
    }
    /**
     * @example {
     *       "eventTypeId": "et_0WbXkT3nPq7YvLs2DfGh",
     *       "start": "2030-01-08T09:00:00Z"
     *     }
     */
    NewHold: {
      eventTypeId: string
      /** @description One of the offered starts. */
      start: components['schemas']['InstantInput']
      /** @description One of the event type's options. */
      durationMinutes?: number
      /** @description The host to meet, where several could. */
      hostId?: string
      /** @description The secret of a link: what it offers is bookable, and nothing else. */
      linkToken?: string
    }
    NewInvitation: {
      /** @example joan@example.com */
      email: string
      /**
       * @default member
       * @enum {string}
       */
      role?: 'admin' | 'member'
    }
    /**
     * @example {
     *       "kind": "one_off",
     *       "title": "Coffee in Berlin",
     *       "durationMinutes": 30,
     *       "starts": [
     *         "2030-01-08T09:00:00Z",
     *         "2030-01-09T14:00:00Z"
     *       ]
     *     }
     */
    NewLink: {
      /**
       * @description `one_off`: whoever has it books, once by default. `share`: made for one contact.
       * @enum {string}
       */
      kind: 'one_off' | 'share'
      /** @description The host; an admin may name another member. */
      userId?: string
      /** @description What is booked; without it, a title and a duration of its own. */
      eventTypeId?: string
      /** @description What the contact of a share link may book. */
      eventTypeIds?: string[]
      /** @example Coffee in Berlin */
      title?: string
      /**
       * @description Of its own, or one of the event type's options.
       * @example 30
       */
      durationMinutes?: number
      /** @description The only starts on offer: they need no working hours, and end like any other when taken. */
      starts?: components['schemas']['InstantInput'][]
      availability?: components['schemas']['LinkAvailability']
      /** @description Only the next so many days, in the host's zone; today is day 0. */
      nextDays?: number
      /**
       * @description 1 by default; a share link may be used without end.
       * @example 1
       */
      maxUses?: number
      /** @description Never by default; a share link after 30 days. */
      expiresAt?: components['schemas']['InstantInput']
      /**
       * @description Whether a cancelled booking gives its use back.
       * @default false
       */
      rearmOnCancel?: boolean
      /** @description Whom it is for; a share link needs one. */
      contactId?: string
      /** @example Hello Grace, pick what suits you. */
      greeting?: string
    }
    /**
     * @example {
     *       "start": "2030-01-08T09:00:00Z",
     *       "guest": {
     *         "name": "Grace Hopper",
     *         "email": "grace@example.com",
     *         "timezone": "America/New_York"
     *       }
     *     }
     */
    NewLinkBooking: {
      /** @description One of the offered starts. */
      start: components['schemas']['InstantInput']
      /** @description One of the event type's options. */
      durationMinutes?: number
      /** @description A share link knows whom it was made for. */
      guest?: components['schemas']['LinkGuest']
      additionalGuests?: string[]
      /** @description By the questions' keys. */
      answers?: {
        [key: string]: string | number | boolean | string[]
      }
      location?: {
        /** @enum {string} */
        kind: 'in_person' | 'phone' | 'guest_phone' | 'video' | 'custom'
        value?: string
      }
      notes?: string
      recurrence?: components['schemas']['Recurrence']
      /** @description A hold on this start, which the booking takes the place of. */
      holdId?: string
      metadata?: {
        [key: string]: string
      }
      /** @description One of those on offer; a link with one needs none. */
      eventTypeId?: string
    }
    /**
     * @example {
     *       "eventTypes": [
     *         "booking.*"
     *       ]
     *     }
     */
    NewListenSession: {
      /**
       * @description Types, families such as `booking.*`, or `*`.
       * @default [
       *       "*"
       *     ]
       * @example [
       *       "booking.*"
       *     ]
       */
      eventTypes?: string[]
      /** @description Begins with what the event log holds since then: 10,000 events at most, of any type. */
      since?: components['schemas']['InstantInput']
    }
    NewMember: {
      /** @example joan@example.com */
      email: string
      /** @example Joan Clarke */
      name: string
      /** @example Europe/Berlin */
      timezone: string
      /**
       * @default member
       * @enum {string}
       */
      role?: 'admin' | 'member'
      username?: string
      /** @default true */
      signIn?: boolean
      limits?: components['schemas']['Limits']
      /** @example crm-1042 */
      externalId?: string
    }
    NewPassword: {
      password: string
      /** @description Your password so far, if you have one. */
      current?: string
    }
    NewReminderWorkflow: {
      /** @example Two reminders and a thank-you */
      name: string
      /**
       * @description Whether it holds wherever nothing nearer is chosen.
       * @default false
       */
      isDefault?: boolean
      steps: components['schemas']['ReminderStepInput'][]
      /**
       * @description Whom it is for: everybody in the organization, one member, or the event types that name it.
       * @default user
       * @enum {string}
       */
      scope?: 'organization' | 'user' | 'event_type'
      /** @description Whose; an admin may name another member. */
      userId?: string
    }
    NewSandbox: {
      /** @example Booking flow of the shop */
      name: string
      /** @description Where its clock begins, and stands still; past instants too. The time it is now, when left out. */
      now?: components['schemas']['InstantInput']
    }
    NewSchedule: {
      /** @default Working hours */
      name?: string
      /** @example Europe/Berlin */
      timezone: string
      weekly: components['schemas']['WeeklyHours'][]
      /** @default [] */
      overrides?: components['schemas']['DateOverride'][]
      /** @default false */
      isDefault?: boolean
      /** @example crm-1042 */
      externalId?: string
      /** @description Whose schedule it is; an admin may name another member. */
      userId?: string
    }
    NewTimeOff:
      | {
          /** @description Whose; an admin may name another member. */
          userId?: string
          /** @example Summer holidays */
          reason?: string
          /**
           * Format: date
           * @example 2030-07-22
           */
          startDate: string
          /**
           * Format: date
           * @description The last day, inclusive.
           * @example 2030-08-02
           */
          endDate: string
          /**
           * @description Default: the zone of the default schedule.
           * @example Europe/Berlin
           */
          timezone?: string
        }
      | {
          /** @description Whose; an admin may name another member. */
          userId?: string
          /** @example Summer holidays */
          reason?: string
          start: components['schemas']['InstantInput']
          end: components['schemas']['InstantInput']
        }
    NewWebhookEndpoint: {
      /**
       * Format: uri
       * @example https://app.acme.example/webhooks/letsmeet
       */
      url: string
      /** @example Books rooms */
      description?: string
      /**
       * @description Types, families such as `booking.*`, or `*`.
       * @default [
       *       "*"
       *     ]
       * @example [
       *       "booking.*"
       *     ]
       */
      eventTypes?: string[]
      filter?: components['schemas']['WebhookFilter']
      /**
       * @description Sent with every delivery, on top of ours.
       * @example {
       *       "x-environment": "production"
       *     }
       */
      headers?: {
        [key: string]: string
      }
      /**
       * @description `per_booking` sends what follows on a booking only after what came before was delivered or given up.
       * @default none
       * @example none
       * @enum {string}
       */
      ordering?: 'none' | 'per_booking'
      /**
       * @description No more than so many a second.
       * @example 50
       */
      maxPerSecond?: number
      /**
       * @description Also signs with ed25519 (`v1a`), which `publicKey` verifies.
       * @default false
       * @example false
       */
      asymmetric?: boolean
      /**
       * @default true
       * @example true
       */
      enabled?: boolean
    }
    NoShow: {
      /**
       * @default true
       * @example true
       */
      noShow?: boolean
    }
    /** @description A company, or one person: it has members, a plan and settings. */
    Organization: {
      /** @example org_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example Acme */
      name: string
      /** @example acme */
      slug: string
      /** @example Europe/Berlin */
      timezone: string
      /** @description The first column of calendars. */
      weekStart: ('monday' | 'sunday') | components['schemas']['UnlistedString']
      plan: ('free' | 'pro' | 'enterprise') | components['schemas']['UnlistedString']
      mode: ('live' | 'test') | components['schemas']['UnlistedString']
      /** @description Web pages that may embed booking. */
      allowedOrigins: string[]
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    OrganizationChange: {
      /** @example Acme */
      name?: string
      slug?: string
      /** @example Europe/Berlin */
      timezone?: string
      /** @enum {string} */
      weekStart?: 'monday' | 'sunday'
      allowedOrigins?: string[]
    }
    PartedContacts: {
      /** @description The one that stayed, as it was. */
      contact: components['schemas']['Contact']
      /** @description The one that had gone. */
      restored: components['schemas']['Contact']
    }
    PasswordSignIn: {
      /** @example ada@example.com */
      email: string
      password: string
    }
    /** @description What went wrong, RFC 9457. Problems of some codes carry more members, such as `missingScope`. */
    Problem: {
      /**
       * Format: uri
       * @description A page on this server that explains the code.
       */
      type: string
      /** @description The code in words; the same for every problem of this code. */
      title: string
      /** @description The HTTP status. */
      status: number
      /** @description What is wrong with this request, for people. */
      detail: string
      /** @description The path that was called. */
      instance: string
      /** @description Stable; made for programs. */
      code:
        | (
            | 'invalid_request'
            | 'invalid_json'
            | 'cursor_mismatch'
            | 'unauthenticated'
            | 'forbidden'
            | 'scope_missing'
            | 'origin_not_allowed'
            | 'plan_required'
            | 'sign_up_closed'
            | 'not_found'
            | 'method_not_allowed'
            | 'conflict'
            | 'idempotency_in_progress'
            | 'slot_unavailable'
            | 'event_type_inactive'
            | 'hold_mismatch'
            | 'hold_limit_reached'
            | 'seat_taken'
            | 'booking_ended'
            | 'booking_closed'
            | 'in_use'
            | 'slug_taken'
            | 'in_sandbox'
            | 'clock_backwards'
            | 'clock_moving'
            | 'email_taken'
            | 'external_id_taken'
            | 'last_owner'
            | 'hold_expired'
            | 'gone'
            | 'precondition_failed'
            | 'payload_too_large'
            | 'unsupported_media_type'
            | 'idempotency_mismatch'
            | 'quota_exceeded'
            | 'internal'
            | 'unavailable'
          )
        | components['schemas']['UnlistedString']
      /** @description The `Request-Id` of this answer. */
      requestId: string
      /** @description Every field and parameter that is wrong. */
      errors?: {
        /** @description The field of the body, a JSON pointer as a fragment. */
        pointer?: string
        /** @description The query parameter. */
        parameter?: string
        /** @description What is wrong with it, for programs. */
        code: string
        /** @description What is wrong with it, for people. */
        detail: string
      }[]
    } & {
      [key: string]: unknown
    }
    /** @description A host's public page. */
    Profile: {
      username: string
      name: string
      organization: string
      timezone: string
      eventTypes: components['schemas']['PublicEventType'][]
    }
    /** @description What a guest may know of an event type. */
    PublicEventType: {
      slug: string
      title: string
      description: string
      durationMinutes: number
      durationOptions: number[] | null
      seats: number
      requiresConfirmation: boolean
      scheduling: ('individual' | 'collective' | 'round_robin') | components['schemas']['UnlistedString']
      /** @description The kinds; the details come with the booking. */
      locations: {
        kind: ('in_person' | 'phone' | 'guest_phone' | 'video' | 'custom') | components['schemas']['UnlistedString']
      }[]
      questions: components['schemas']['Question'][]
      /** @description Who may be met; for round robin one of them. */
      hosts: {
        name: string
      }[]
      /** @description The host's zone. */
      timezone: string
      redirectUrl: string | null
      url: string
    }
    /** @description What a link offers whoever holds it. */
    PublicLink: {
      /** @example one_off */
      kind: ('one_off' | 'share') | components['schemas']['UnlistedString']
      /**
       * @description Null where a guest may choose.
       * @example Coffee in Berlin
       */
      title: string | null
      /** @example Hello Grace, pick what suits you. */
      greeting: string | null
      host: {
        name: string
        timezone: string
      }
      /**
       * @description Null where a guest may choose.
       * @example 30
       */
      durationMinutes: number | null
      /** @description One for a one-off link, the chosen ones for a share link. */
      eventTypes: components['schemas']['LinkOffer'][]
      /**
       * @description Null where it may be used without end.
       * @example 1
       */
      usesLeft: number | null
      /** @example 2030-02-06T08:00:00.000Z */
      expiresAt: string | null
      /**
       * @description Whom a share link was made for: no more than a stranger who finds it may know.
       * @example null
       */
      guest: {
        /** @example Grace */
        firstName: string | null
        /** @example g••••@example.com */
        maskedEmail: string
      } | null
    }
    /** @description What a guest is asked when booking. */
    Question: {
      /** @example company */
      key: string
      /** @example Which company are you with? */
      label: string
      kind:
        | ('text' | 'long_text' | 'select' | 'multi_select' | 'checkbox' | 'number' | 'phone' | 'email' | 'url')
        | components['schemas']['UnlistedString']
      /** @default false */
      required: boolean
      options?: string[]
    }
    /** @description What a guest is asked when booking. */
    QuestionInput: {
      /** @example company */
      key: string
      /** @example Which company are you with? */
      label: string
      /** @enum {string} */
      kind: 'text' | 'long_text' | 'select' | 'multi_select' | 'checkbox' | 'number' | 'phone' | 'email' | 'url'
      /** @default false */
      required?: boolean
      options?: string[]
    }
    /**
     * @example {
     *       "hostId": "usr_7QmB2xLr9Tz4Vb8Nk1Wc"
     *     }
     */
    Reassign: {
      hostId: string
    }
    /**
     * @example {
     *       "since": "2030-01-07T00:00:00Z",
     *       "status": "failed"
     *     }
     */
    Recover: {
      since: components['schemas']['InstantInput']
      until?: components['schemas']['InstantInput']
      types?: string[]
      /**
       * @default failed
       * @example failed
       * @enum {string}
       */
      status?: 'failed' | 'all'
      /**
       * @description Counts and sends nothing.
       * @default false
       * @example true
       */
      dryRun?: boolean
    }
    Recovered: {
      /** @example 12 */
      count: number
    }
    /** @description A series that keeps its wall time in the schedule's zone. */
    Recurrence: {
      /** @enum {string} */
      frequency: 'daily' | 'weekly' | 'monthly'
      /** @default 1 */
      interval?: number
      count: number
    }
    /** @description One step of a workflow for one booking, its start and one recipient. */
    Reminder: {
      /** @example rmd_0WbXkT3nPq7YvLs2DfGh */
      id: string
      bookingId: string
      eventTypeId: string
      /** @example rwf_0WbXkT3nPq7YvLs2DfGh */
      workflowId: string
      /** @example rws_0WbXkT3nPq7YvLs2DfGh */
      stepId: string
      /** @example -1440 */
      offsetMinutes: number
      channel: ('email' | 'webhook' | 'sms') | components['schemas']['UnlistedString']
      /** @example guest */
      recipient: ('guest' | 'additional_guest' | 'host' | 'endpoints') | components['schemas']['UnlistedString']
      /** @description Which host; null for guests and for endpoints. */
      userId: string | null
      /** @description Which of the booking's `additionalGuests`, counted from 0; null for all others. */
      additionalGuestIndex: number | null
      /**
       * Format: date-time
       * @description Of the booking, as it was planned for.
       */
      start: string
      /**
       * Format: date-time
       * @example 2030-01-07T09:00:00.000Z
       */
      dueAt: string
      /** @example scheduled */
      state:
        | ('scheduled' | 'sending' | 'sent' | 'skipped' | 'failed' | 'cancelled')
        | components['schemas']['UnlistedString']
      /** @description Why it was skipped, failed or cancelled. */
      reason:
        | (
            | (
                | 'too_late'
                | 'superseded'
                | 'stopped'
                | 'no_show'
                | 'no_endpoint'
                | 'sms_not_configured'
                | 'no_phone'
                | 'booking_cancelled'
                | 'rescheduled'
                | 'reassigned'
                | 'workflow_changed'
                | 'erased'
                | 'refused'
                | 'unreachable'
              )
            | components['schemas']['UnlistedString']
          )
        | null
      /** @description What the other side answered to the last attempt. */
      error: string | null
      attempts: number
      /** @description When it is tried next; null once it is over. */
      nextAttemptAt: string | null
      mailId: string | null
      sentAt: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    /** @description What a workflow would send, to whom, at which instant, in whose zone. */
    ReminderPreview: {
      /** @description Null for the sample. */
      bookingId: string | null
      messages: {
        /** @example rws_0WbXkT3nPq7YvLs2DfGh */
        stepId: string
        channel: ('email' | 'webhook' | 'sms') | components['schemas']['UnlistedString']
        /** @example guest */
        recipient: ('guest' | 'additional_guest' | 'host' | 'endpoints') | components['schemas']['UnlistedString']
        /** @example grace@example.com */
        to: string | null
        /** @example America/New_York */
        timezone: string
        /**
         * Format: date-time
         * @example 2030-01-07T09:00:00.000Z
         */
        dueAt: string
        /** @description Its time has passed: it would be skipped. */
        isPast: boolean
        /** @example Reminder: Intro call with Ada Lovelace, Tue 8 Jan 04:00 */
        subject: string
        /** @example A reminder: Intro call with Ada Lovelace. */
        text: string
        /**
         * @description Null where it is no mail.
         * @example <!doctype html>…
         */
        html: string | null
      }[]
    }
    ReminderPreviewInput: {
      /** @description A real booking instead of a sample. */
      bookingId?: string
      /** @description This step alone. */
      stepId?: string
    }
    ReminderStep: {
      /** @example rws_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example -1440 */
      offsetMinutes: number
      channel: ('email' | 'webhook' | 'sms') | components['schemas']['UnlistedString']
      /** @example guest */
      recipient: ('guest' | 'hosts' | 'both') | components['schemas']['UnlistedString']
      /** @description Null for the usual words. */
      subject: string | null
      /** @description Null for the usual words. */
      body: string | null
    }
    /** @description One message of a workflow: when, how, to whom, in which words. */
    ReminderStepInput: {
      /** @description Of a step that is there already: what was sent of it is not sent again. */
      id?: string
      /**
       * @description Elapsed minutes: negative before the start, positive after the end.
       * @example -1440
       */
      offsetMinutes: number
      /**
       * @default email
       * @enum {string}
       */
      channel?: 'email' | 'webhook' | 'sms'
      /**
       * @default guest
       * @enum {string}
       */
      recipient?: 'guest' | 'hosts' | 'both'
      /** @example Tomorrow: {{event.title}} with {{host.name}} */
      subject?: string | null
      /**
       * @example Hello {{guest.name}},
       *
       *     we meet {{start}}.
       *
       *     To move or cancel: {{manageUrl}}
       */
      body?: string | null
    }
    /** @description What is sent before and after the bookings that it holds for. */
    ReminderWorkflow: {
      /** @example rwf_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example Two reminders and a thank-you */
      name: string
      scope: ('organization' | 'user' | 'event_type') | components['schemas']['UnlistedString']
      /** @description Whose it is; null for the organization’s. */
      userId: string | null
      isDefault: boolean
      steps: components['schemas']['ReminderStep'][]
      /** @description Null for the one that is built in. */
      createdAt: string | null
      updatedAt: string | null
    }
    /**
     * @example {
     *       "isDefault": true
     *     }
     */
    ReminderWorkflowChange: {
      /** @example Two reminders and a thank-you */
      name?: string
      /** @description Whether it holds wherever nothing nearer is chosen. */
      isDefault?: boolean
      steps?: components['schemas']['ReminderStepInput'][]
    }
    Reschedule: {
      start: components['schemas']['InstantInput']
      /** @description One of the event type's options. */
      durationMinutes?: number
      /** @example Something came up. */
      reason?: string
    }
    Roll: {
      /**
       * @description How long the old key goes on, at most 7 days and never past its own expiry.
       * @default 86400
       * @example 3600
       */
      overlapSeconds?: number
    }
    RotateSecret: {
      /**
       * @description How long the old secret signs too, at most 7 days.
       * @default 86400
       * @example 86400
       */
      overlapSeconds?: number
      /**
       * @description Also while an earlier overlap lasts.
       * @default false
       * @example false
       */
      force?: boolean
    }
    /** @description An organization to try things in, with a clock and a mailbox of its own; nothing leaves it but webhooks. */
    Sandbox: {
      /** @example sbx_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example Booking flow of the shop */
      name: string
      /**
       * @description Its own organization.
       * @example org_test_0WbXkT3nPq7YvLs2DfGh
       */
      organizationId: string
      /**
       * Format: uri
       * @description Where guests of its owner book.
       */
      bookingPage: string
      clock: components['schemas']['SandboxClock']
      /**
       * Format: date-time
       * @description By the server’s clock.
       */
      createdAt: string
    }
    /** @description The clock of a sandbox: it only goes forward. */
    SandboxClock: {
      /**
       * Format: date-time
       * @description What it shows.
       * @example 2030-03-30T08:00:00.000Z
       */
      now: string
      /**
       * @description Whether it stands still until it is moved.
       * @example true
       */
      frozen: boolean
    }
    /**
     * @example {
     *       "advance": "25h"
     *     }
     */
    SandboxClockChange: {
      /** @description Moves it there, and freezes it. */
      now?: components['schemas']['InstantInput']
      /**
       * @description Moves it by so much, and freezes it: `90m`, `25h`, `3d`, `1h30m`, or ISO 8601 such as `P3D`.
       * @example 25h
       */
      advance?: string
      /** @description `false` lets it run on from where it is, `true` stops it there. */
      frozen?: boolean
    }
    /** @description One thing that happened on the way. */
    SandboxHappening: {
      /**
       * Format: date-time
       * @description By the sandbox’s clock.
       * @example 2030-03-31T09:00:00.000Z
       */
      at: string
      /** @example mail */
      kind: ('event' | 'mail' | 'webhook') | components['schemas']['UnlistedString']
      /**
       * @description Of the event or mail, or the event sent.
       * @example booking.reminder
       */
      type: string
      /**
       * @description Of the event, mail or delivery.
       * @example mail_0WbXkT3nPq7YvLs2DfGh
       */
      id: string
      /**
       * @description What it is about.
       * @example bk_0WbXkT3nPq7YvLs2DfGh
       */
      subjectId: string | null
      /**
       * @description Of a webhook: which attempt it was.
       * @example null
       */
      attempt: number | null
      /** @example Mail to grace@example.com: Reminder: Intro call with Ada Lovelace */
      text: string
    }
    /** @description A captured mail with its words and its links. */
    SandboxMail: {
      /** @example mail_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /**
       * @description What it is about, such as `booking.confirmed`.
       * @example booking.confirmed
       */
      kind: string
      /**
       * @example {
       *       "name": "Grace Hopper",
       *       "email": "grace@example.com"
       *     }
       */
      to: {
        name: string | null
        email: string
      }
      /** @example Confirmed: Intro call with Ada Lovelace */
      subject: string
      /** @example sent */
      state: ('queued' | 'captured' | 'sent' | 'failed') | components['schemas']['UnlistedString']
      /**
       * @description The resource it is about.
       * @example bk_0WbXkT3nPq7YvLs2DfGh
       */
      subjectId: string | null
      /** @description Why it could not be sent, so far. */
      error: string | null
      attempts: number
      /** Format: date-time */
      createdAt: string
      /** @example 2030-01-07T14:20:01.000Z */
      sentAt: string | null
      text: string | null
      html: string | null
      calendar: {
        method: string
        content: string
      } | null
      /**
       * @description Every link in it, in order.
       * @example [
       *       "http://localhost:3000/booking/4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5"
       *     ]
       */
      links: string[]
    }
    SandboxSeed: {
      /**
       * @example busy-week
       * @enum {string}
       */
      scenario: 'busy-week' | 'dst-weekend' | 'full-seat' | 'round-robin' | 'reminders'
    }
    /** @description Weekly hours and date overrides in one time zone. */
    Schedule: {
      /** @example sch_0WbXkT3nPq7YvLs2DfGh */
      id: string
      userId: string
      /** @example Working hours */
      name: string
      timezone: string
      weekly: {
        /**
         * @example [
         *       "mon",
         *       "tue",
         *       "wed",
         *       "thu",
         *       "fri"
         *     ]
         */
        days: (('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun') | components['schemas']['UnlistedString'])[]
        /** @example 09:00 */
        start: string
        /** @example 17:00 */
        end: string
      }[]
      overrides: {
        date: string
        windows: {
          /** @example 09:00 */
          start: string
          /** @example 17:00 */
          end: string
        }[]
      }[]
      isDefault: boolean
      externalId: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    ScheduleChange: {
      name?: string
      /** @example Europe/Berlin */
      timezone?: string
      weekly?: components['schemas']['WeeklyHours'][]
      overrides?: components['schemas']['DateOverride'][]
      isDefault?: boolean
      externalId?: string | null
    }
    /** @description What a scenario put into a sandbox, and what can be seen with it. */
    SeededSandbox: {
      /** @example busy-week */
      scenario:
        | ('busy-week' | 'dst-weekend' | 'full-seat' | 'round-robin' | 'reminders')
        | components['schemas']['UnlistedString']
      /**
       * @example {
       *       "members": 3,
       *       "eventTypes": 2,
       *       "bookings": 31
       *     }
       */
      made: {
        [key: string]: number
      }
      /** @description The event types that it made, in order. */
      eventTypeIds: string[]
      /** @description The bookings that it made, in order. */
      bookingIds: string[]
      /** @example A host with a full week: try to find a free hour on Tuesday. */
      story: string
    }
    /** @description A browser that is signed in to the dashboard. */
    Session: {
      /** @example ses_0WbXkT3nPq7YvLs2DfGh */
      id: string
      userId: string
      /** @description Whether this request came from it. */
      current: boolean
      userAgent: string
      ip: string
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      lastSeenAt: string
      /** Format: date-time */
      expiresAt: string
    }
    /**
     * @example {
     *       "name": "Grace Hopper",
     *       "email": "grace@example.com",
     *       "timezone": "America/New_York"
     *     }
     */
    SessionGuest: {
      name: string
      /** @example ada@example.com */
      email: string
      /** @example Europe/Berlin */
      timezone?: string
      locale?: string
    }
    SignUp: {
      /** @example ada@example.com */
      email: string
      name: string
      /** @example Europe/Berlin */
      timezone: string
    }
    /** @description A start that can be booked now. */
    Slot: {
      /** Format: date-time */
      start: string
      /** Format: date-time */
      end: string
      /**
       * @description The day of the start in the asked zone.
       * @example 2030-01-08
       */
      date: string
      seatsLeft?: number
      /** @description Who could take it. */
      hostIds?: string[]
    }
    SlotList: {
      data: components['schemas']['Slot'][]
      timezone: string
      /** @description Why the list is empty. */
      reason?:
        | (
            | 'outside_hours'
            | 'override'
            | 'busy'
            | 'buffer'
            | 'notice'
            | 'window'
            | 'limit'
            | 'seats_full'
            | 'host_inactive'
            | 'source_unavailable'
            | 'no_hours'
            | 'no_hosts'
            | 'inactive'
          )
        | components['schemas']['UnlistedString']
      explain?: {
        /** Format: date-time */
        start: string
        code:
          | (
              | 'outside_hours'
              | 'override'
              | 'busy'
              | 'buffer'
              | 'notice'
              | 'window'
              | 'limit'
              | 'seats_full'
              | 'host_inactive'
              | 'source_unavailable'
            )
          | components['schemas']['UnlistedString']
        detail?: string
      }[]
    }
    /**
     * @example {
     *       "eventTypeIds": [
     *         "et_0WbXkT3nPq7YvLs2DfGh",
     *         "et_7QmB2xLr9Tz4Vb8Nk1Wc"
     *       ],
     *       "start": "2030-01-08T00:00:00Z",
     *       "end": "2030-01-15T00:00:00Z",
     *       "find": "earliest"
     *     }
     */
    SlotSearch: {
      /** @description Which event types; their own rules and hosts. */
      eventTypeIds?: string[]
      /** @description Or which people, by the rules of `eventTypeId` or simply for `durationMinutes`. */
      userIds?: string[]
      /** @description With `userIds`: its rules, judged for each of them as if they were the only host. */
      eventTypeId?: string
      /** @description A length that the event types offer; without any, time in the default schedules. */
      durationMinutes?: number
      /** @description The first start asked for, inclusive. */
      start: components['schemas']['InstantInput']
      /** @description The end of the range of starts, exclusive; at most 366 days later. */
      end: components['schemas']['InstantInput']
      /**
       * @description The zone of `date` in the answer; the organization's by default.
       * @example Europe/Berlin
       */
      timezone?: string
      /**
       * @description `earliest`: the first starts at which any of them can be booked; `common`: at which all of them can.
       * @enum {string}
       */
      find: 'earliest' | 'common'
      /**
       * @description Rows in the answer.
       * @default 10
       * @example 10
       */
      limit?: number
    }
    /** @description Days, or hours, on which a member cannot be booked. */
    TimeOff: {
      /** @example off_0WbXkT3nPq7YvLs2DfGh */
      id: string
      userId: string
      /** @example 2030-07-22 */
      startDate: string | null
      /**
       * @description The last day, inclusive.
       * @example 2030-08-02
       */
      endDate: string | null
      /** @example Europe/Berlin */
      timezone: string | null
      /**
       * Format: date-time
       * @example 2030-07-21T22:00:00.000Z
       */
      start: string
      /**
       * Format: date-time
       * @example 2030-08-02T22:00:00.000Z
       */
      end: string
      /** @example Summer holidays */
      reason: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    /**
     * @example {
     *       "endDate": "2030-08-04"
     *     }
     */
    TimeOffChange: {
      reason?: string | null
      /**
       * Format: date
       * @example 2030-01-08
       */
      startDate?: string
      /**
       * Format: date
       * @example 2030-01-08
       */
      endDate?: string
      /** @example Europe/Berlin */
      timezone?: string
      start?: components['schemas']['InstantInput']
      end?: components['schemas']['InstantInput']
    }
    /** @description Hours of one day, by the clock on the wall. */
    TimeWindow: {
      /** @example 09:00 */
      start: string
      /** @example 17:00 */
      end: string
    }
    /** @description One thing that happened between a host and a contact. */
    TimelineEntry: {
      /**
       * @description The event it tells of.
       * @example evt_0WbXkT3nPq7YvLs2DfGh
       */
      id: string
      /** @example moved */
      kind:
        | (
            | 'booked'
            | 'requested'
            | 'confirmed'
            | 'declined'
            | 'moved'
            | 'cancelled'
            | 'no_show'
            | 'reassigned'
            | 'ended'
            | 'mail_failed'
            | 'reminded'
            | 'link_shared'
            | 'link_opened'
            | 'link_used'
            | 'note'
            | 'created'
            | 'edited'
            | 'imported'
            | 'merged'
          )
        | components['schemas']['UnlistedString']
      /** Format: date-time */
      at: string
      /**
       * @example {
       *       "type": "guest",
       *       "id": "req_4fTq0ZkV9mXb2RsLw8Yc",
       *       "name": "Grace Hopper"
       *     }
       */
      by: {
        type: string
        id: string
        name?: string
      }
      bookingId?: string
      linkId?: string
      noteId?: string
      /** @example Intro call */
      title?: string
      /**
       * @example {
       *       "start": "2030-01-08T09:00:00.000Z"
       *     }
       */
      before?: {
        [key: string]: unknown
      }
      /**
       * @example {
       *       "start": "2030-01-09T14:00:00.000Z"
       *     }
       */
      after?: {
        [key: string]: unknown
      }
      /** @example Something came up. */
      text?: string
    }
    /** @description The id of who was erased, and nothing else. */
    ToldErasure: {
      /** @example ctc_0WbXkT3nPq7YvLs2DfGh */
      id: string
    }
    /** @description A link as its events tell of it, without its guests. */
    ToldLink: {
      /** @example lnk_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example one_off */
      kind: ('one_off' | 'share') | components['schemas']['UnlistedString']
      /** @example active */
      state: ('active' | 'used' | 'expired' | 'revoked') | components['schemas']['UnlistedString']
      /** @description The host it was made for. */
      userId: string
      /**
       * @description Of its own; null where it is the event type's.
       * @example Coffee in Berlin
       */
      title: string | null
      /**
       * @description Of its own; null where it is the event type's.
       * @example 30
       */
      durationMinutes: number | null
      /** @description What a one-off link books. One with a title and a duration of its own has an event type that belongs to it alone: bookings name it, and nothing else finds it. */
      eventTypeId: string | null
      /** @description All that can be booked through it. */
      eventTypeIds: string[]
      /** @description The only starts on offer, whatever the hours say. */
      starts: string[] | null
      /** @description Hours that filter what is offered anyway. */
      availability: {
        timezone: string
        weekly: {
          days: string[]
          start: string
          end: string
        }[]
        overrides: {
          date: string
          windows: {
            start: string
            end: string
          }[]
        }[]
      } | null
      /**
       * @description Only the next so many days, in the host's zone; today is day 0.
       * @example 7
       */
      nextDays: number | null
      /**
       * @description Null where it may be used without end.
       * @example 1
       */
      maxUses: number | null
      /** @example 0 */
      uses: number
      /** @example 2030-02-06T08:00:00.000Z */
      expiresAt: string | null
      revokedAt: string | null
      /** @description Whether a cancelled booking gives its use back. */
      rearmOnCancel: boolean
      /** @description The contact it was made for. */
      contactId: string | null
      /** @example Hello Grace, pick what suits you. */
      greeting: string | null
      /**
       * @description How often it was opened, once an hour and address.
       * @example 0
       */
      opens: number
      lastOpenedAt: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
      /** @description With `link.used`: what was booked through it. */
      bookingId?: string
    }
    ToldMerge: {
      /** @example ctc_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @description Whose contact it is. */
      userId: string
      /** @example grace@example.com */
      email: string
      /** @example Grace Hopper */
      name: string | null
      /** @example +1 202 555 0143 */
      phone: string | null
      /** @example Harbour Computing */
      company: string | null
      /** @example America/New_York */
      timezone: string | null
      about: string | null
      /**
       * @example [
       *       "vip",
       *       "berlin"
       *     ]
       */
      tags: string[]
      /**
       * @description Where it first came from.
       * @example booking
       */
      source: ('booking' | 'manual' | 'import' | 'link') | components['schemas']['UnlistedString']
      externalId: string | null
      archivedAt: string | null
      /** @description When the first meeting began that took place. */
      firstMetAt: string | null
      /** @example 2030-01-08T09:00:00.000Z */
      lastMetAt: string | null
      /** @description When the next confirmed meeting starts, or the one under way did. */
      nextMeetingAt: string | null
      /**
       * @description Bookings that were neither cancelled nor declined.
       * @example 4
       */
      bookingCount: number
      /** @example 0 */
      noShowCount: number
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
      /**
       * @example [
       *       "ctc_0WbXkT3nPq7YvLs2DfGj"
       *     ]
       */
      mergedIds: string[]
    }
    ToldParting: {
      /** @example ctc_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @description Whose contact it is. */
      userId: string
      /** @example grace@example.com */
      email: string
      /** @example Grace Hopper */
      name: string | null
      /** @example +1 202 555 0143 */
      phone: string | null
      /** @example Harbour Computing */
      company: string | null
      /** @example America/New_York */
      timezone: string | null
      about: string | null
      /**
       * @example [
       *       "vip",
       *       "berlin"
       *     ]
       */
      tags: string[]
      /**
       * @description Where it first came from.
       * @example booking
       */
      source: ('booking' | 'manual' | 'import' | 'link') | components['schemas']['UnlistedString']
      externalId: string | null
      archivedAt: string | null
      /** @description When the first meeting began that took place. */
      firstMetAt: string | null
      /** @example 2030-01-08T09:00:00.000Z */
      lastMetAt: string | null
      /** @description When the next confirmed meeting starts, or the one under way did. */
      nextMeetingAt: string | null
      /**
       * @description Bookings that were neither cancelled nor declined.
       * @example 4
       */
      bookingCount: number
      /** @example 0 */
      noShowCount: number
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
      /**
       * @example [
       *       "ctc_0WbXkT3nPq7YvLs2DfGj"
       *     ]
       */
      restoredIds: string[]
    }
    /** @description A reminder as its events tell of it. */
    ToldReminder: {
      /** @example rmd_0WbXkT3nPq7YvLs2DfGh */
      id: string
      bookingId: string
      eventTypeId: string
      /** @example rwf_0WbXkT3nPq7YvLs2DfGh */
      workflowId: string
      /** @example rws_0WbXkT3nPq7YvLs2DfGh */
      stepId: string
      /** @example -1440 */
      offsetMinutes: number
      channel: ('email' | 'webhook' | 'sms') | components['schemas']['UnlistedString']
      /** @example guest */
      recipient: ('guest' | 'additional_guest' | 'host' | 'endpoints') | components['schemas']['UnlistedString']
      /** @description Which host; null for guests and for endpoints. */
      userId: string | null
      /** @description Which of the booking's `additionalGuests`, counted from 0; null for all others. */
      additionalGuestIndex: number | null
      /**
       * Format: date-time
       * @description Of the booking, as it was planned for.
       */
      start: string
      /**
       * Format: date-time
       * @example 2030-01-07T09:00:00.000Z
       */
      dueAt: string
      /** @example scheduled */
      state:
        | ('scheduled' | 'sending' | 'sent' | 'skipped' | 'failed' | 'cancelled')
        | components['schemas']['UnlistedString']
      /** @description Why it was skipped, failed or cancelled. */
      reason:
        | (
            | (
                | 'too_late'
                | 'superseded'
                | 'stopped'
                | 'no_show'
                | 'no_endpoint'
                | 'sms_not_configured'
                | 'no_phone'
                | 'booking_cancelled'
                | 'rescheduled'
                | 'reassigned'
                | 'workflow_changed'
                | 'erased'
                | 'refused'
                | 'unreachable'
              )
            | components['schemas']['UnlistedString']
          )
        | null
      /** @description What the other side answered to the last attempt. */
      error: string | null
      attempts: number
      /** @description When it is tried next; null once it is over. */
      nextAttemptAt: string | null
      mailId: string | null
      sentAt: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
      /**
       * @description With `reminder.sent` of a webhook step: its words.
       * @example {
       *       "subject": "Reminder: Intro call",
       *       "text": "You meet Grace Hopper at 10:00."
       *     }
       */
      message?: {
        subject: string
        text: string
      }
    }
    /** @description One try to deliver, kept for 30 days. */
    WebhookAttempt: {
      /** @example wa_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example 1 */
      number: number
      /** @example auto */
      trigger: ('auto' | 'manual' | 'recover' | 'test') | components['schemas']['UnlistedString']
      /**
       * Format: date-time
       * @example 2030-01-07T14:20:00.000Z
       */
      startedAt: string
      /** @example 87 */
      durationMs: number
      /**
       * @description Null where a phase did not happen, as on a connection that was used before.
       * @example {
       *       "dnsMs": 4,
       *       "connectMs": 11,
       *       "tlsMs": 24,
       *       "firstByteMs": 46,
       *       "totalMs": 87
       *     }
       */
      timings: {
        dnsMs: number | null
        connectMs: number | null
        tlsMs: number | null
        firstByteMs: number | null
        totalMs: number
      }
      /** @example 203.0.113.20 */
      remoteAddress: string | null
      /** @example 200 */
      responseStatus: number | null
      /** @example null */
      errorCode: string | null
      /**
       * @description What went wrong, in a sentence.
       * @example null
       */
      errorDetail: string | null
      /**
       * @example {
       *       "url": "https://app.acme.example/webhooks/letsmeet",
       *       "headers": {
       *         "webhook-attempt": "1"
       *       }
       *     }
       */
      request: {
        url: string
        headers: {
          [key: string]: string
        }
      }
      /**
       * @example {
       *       "headers": {
       *         "content-type": "text/plain"
       *       },
       *       "body": "ok",
       *       "truncated": false
       *     }
       */
      response: {
        headers: {
          [key: string]: string
        }
        body: string
        truncated: boolean
      }
      /** @example null */
      nextAttemptAt: string | null
    }
    /** @description One event on its way to one endpoint. */
    WebhookDelivery: {
      /** @example wd_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example we_0WbXkT3nPq7YvLs2DfGh */
      endpointId: string
      /** @example evt_0WbXkT3nPq7YvLs2DfGh */
      eventId: string
      /** @example booking.created */
      eventType: string
      /**
       * @description Counts the deliveries of this endpoint without gaps.
       * @example 41
       */
      seq: number
      /**
       * @description `failed`: the last attempt failed, whether or not a retry is due. `held`: it waits for the endpoint to be enabled.
       * @example succeeded
       */
      status: ('pending' | 'succeeded' | 'failed' | 'held') | components['schemas']['UnlistedString']
      /** @example 1 */
      attemptCount: number
      /** @example null */
      nextAttemptAt: string | null
      /**
       * @description Of the last attempt.
       * @example 200
       */
      responseStatus: number | null
      /**
       * @description Of the last attempt.
       * @example null
       */
      errorCode: string | null
      /** Format: date-time */
      createdAt: string
    }
    WebhookDeliveryWithBody: {
      /** @example wd_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /** @example we_0WbXkT3nPq7YvLs2DfGh */
      endpointId: string
      /** @example evt_0WbXkT3nPq7YvLs2DfGh */
      eventId: string
      /** @example booking.created */
      eventType: string
      /**
       * @description Counts the deliveries of this endpoint without gaps.
       * @example 41
       */
      seq: number
      /**
       * @description `failed`: the last attempt failed, whether or not a retry is due. `held`: it waits for the endpoint to be enabled.
       * @example succeeded
       */
      status: ('pending' | 'succeeded' | 'failed' | 'held') | components['schemas']['UnlistedString']
      /** @example 1 */
      attemptCount: number
      /** @example null */
      nextAttemptAt: string | null
      /**
       * @description Of the last attempt.
       * @example 200
       */
      responseStatus: number | null
      /**
       * @description Of the last attempt.
       * @example null
       */
      errorCode: string | null
      /** Format: date-time */
      createdAt: string
      /**
       * @description The exact bytes that are sent and signed.
       * @example {"id":"evt_0WbXkT3nPq7YvLs2DfGh","type":"booking.created","seq":41}
       */
      body: string
    }
    /** @description Where events are sent. */
    WebhookEndpoint: {
      /** @example we_0WbXkT3nPq7YvLs2DfGh */
      id: string
      /**
       * Format: uri
       * @example https://app.acme.example/webhooks/letsmeet
       */
      url: string
      /** @example Books rooms */
      description: string | null
      /**
       * @example [
       *       "booking.*"
       *     ]
       */
      eventTypes: string[]
      /** @example null */
      filter: components['schemas']['WebhookFilter'] | null
      /**
       * @description Secrets among them are not shown again.
       * @example {
       *       "x-environment": "production"
       *     }
       */
      headers: {
        [key: string]: string
      }
      /**
       * @description `per_booking` sends what follows on a booking only after what came before was delivered or given up.
       * @example none
       */
      ordering: ('none' | 'per_booking') | components['schemas']['UnlistedString']
      /** @example null */
      maxPerSecond: number | null
      /**
       * @description The shape of the bodies; pinned when made.
       * @example 2026-11-01
       */
      apiVersion: string
      enabled: boolean
      /**
       * @description `failing`: nothing but failures for 5 days. `gone`: it answered 410.
       * @example null
       */
      disabledReason: (('manual' | 'failing' | 'gone') | components['schemas']['UnlistedString']) | null
      /** @example null */
      disabledAt: string | null
      /**
       * @description `whpk_…`, where `asymmetric` is set.
       * @example null
       */
      publicKey: string | null
      /**
       * @description Until then deliveries carry the signatures of two secrets.
       * @example null
       */
      previousSecretExpiresAt: string | null
      /**
       * @description `open` while it fails: deliveries wait without spending attempts.
       * @example closed
       */
      breaker: ('closed' | 'open' | 'half_open') | components['schemas']['UnlistedString']
      /** @example null */
      failingSince: string | null
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      updatedAt: string
    }
    /**
     * @example {
     *       "eventTypes": [
     *         "booking.created",
     *         "booking.cancelled"
     *       ]
     *     }
     */
    WebhookEndpointChange: {
      /**
       * Format: uri
       * @example https://app.acme.example/webhooks/letsmeet
       */
      url?: string
      description?: string | null
      /**
       * @description Types, families such as `booking.*`, or `*`.
       * @example [
       *       "booking.*"
       *     ]
       */
      eventTypes?: string[]
      filter?: components['schemas']['WebhookFilter'] | null
      /**
       * @description Replaces all of them; null takes them away.
       * @example {
       *       "x-environment": "production"
       *     }
       */
      headers?: {
        [key: string]: string
      } | null
      /**
       * @description `per_booking` sends what follows on a booking only after what came before was delivered or given up.
       * @example none
       * @enum {string}
       */
      ordering?: 'none' | 'per_booking'
      maxPerSecond?: number | null
      /**
       * @description Also signs with ed25519 (`v1a`), which `publicKey` verifies.
       * @example false
       */
      asymmetric?: boolean
      /**
       * @description `false` holds what comes for 30 days.
       * @example false
       */
      enabled?: boolean
    }
    /** @description What every webhook says, whatever it is about. */
    WebhookEnvelope: {
      /** @description The event's; the same on every retry and at every endpoint, so it tells duplicates. */
      id: string
      /** @description The shape of the body; pinned when the endpoint was made. */
      apiVersion: string
      /**
       * Format: date-time
       * @description When it happened.
       */
      timestamp: string
      organizationId: string
      mode: ('live' | 'test') | components['schemas']['UnlistedString']
      /** @description Counts what this endpoint is sent, without gaps. */
      seq: number
    } & {
      [key: string]: unknown
    }
    /**
     * @description Only bookings and event types of these; other events are sent as ever.
     * @example {
     *       "eventTypeIds": [
     *         "et_0WbXkT3nPq7YvLs2DfGh"
     *       ]
     *     }
     */
    WebhookFilter: {
      eventTypeIds?: string[]
      groupIds?: string[]
    }
    /** @description The changed fields with their old values, where something changed. */
    WebhookPrevious: {
      [key: string]: unknown
    }
    WebhookTest: {
      /**
       * @description A sample of any type.
       * @default ping
       * @example booking.created
       */
      type?: string
    }
    /** @description The same hours on several days of the week. */
    WeeklyHours: {
      /**
       * @example [
       *       "mon",
       *       "tue",
       *       "wed",
       *       "thu",
       *       "fri"
       *     ]
       */
      days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[]
      /** @example 09:00 */
      start: string
      /** @example 17:00 */
      end: string
    }
    UnlistedString: string & {}
    InstantInput: string | Date
  }
  responses: {
    /** @description Sign in or send an API key. */
    unauthenticated: {
      headers: {
        'WWW-Authenticate': components['headers']['WWW-Authenticate']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Too many requests. */
    quota_exceeded: {
      headers: {
        'Retry-After': components['headers']['Retry-After']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Not available right now. */
    unavailable: {
      headers: {
        'Retry-After': components['headers']['Retry-After']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description It has changed since you read it. */
    precondition_failed: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The body is too large. */
    payload_too_large: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The content type is not supported. */
    unsupported_media_type: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The idempotency key was used for another request. */
    idempotency_mismatch: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description An equal request is still running. */
    idempotency_in_progress: {
      headers: {
        'Retry-After': components['headers']['Retry-After']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description It is gone. */
    gone: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Sign-up is closed. */
    sign_up_closed: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description That e-mail address is taken. */
    email_taken: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The hold has ended. */
    hold_expired: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Any other problem. */
    any: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
  }
  parameters: {
    /**
     * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
     * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
     */
    IdempotencyKey: string
    /**
     * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
     * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
     */
    IfMatch: string
    /**
     * @description Answer 304 without a body when the resource still has this `ETag`.
     * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
     */
    IfNoneMatch: string
    /**
     * @description The event's id, the same on every retry: whoever has seen it may skip it.
     * @example evt_0WbXkT3nPq7YvLs2DfGh
     */
    WebhookId: string
    /**
     * @description When this attempt was signed, in seconds since 1970; refuse what is more than five minutes off.
     * @example 1893924000
     */
    WebhookTimestamp: string
    /**
     * @description `v1,` and the base64 of an HMAC-SHA256 over `id.timestamp.body`; several, with a space between them, while a secret is rotated.
     * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
     */
    WebhookSignature: string
    /**
     * @description Counts the attempts of this delivery from 1.
     * @example 1
     */
    WebhookAttempt: string
  }
  requestBodies: never
  headers: {
    /**
     * @description Names this request in the log; quote it when you ask for help.
     * @example req_4fTq0ZkV9mXb2RsLw8Yc
     */
    'Request-Id': string
    /**
     * @description `r` requests are left; in `t` seconds there are more.
     * @example "default";r=597;t=12
     */
    RateLimit: string
    /**
     * @description At most `q` requests in `w` seconds.
     * @example "default";q=600;w=60
     */
    'RateLimit-Policy': string
    /**
     * @description The version of the resource, for `If-Match` and `If-None-Match`.
     * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
     */
    ETag: string
    /**
     * @description The next page, when there is one.
     * @example </api/v1/bookings?limit=25&cursor=eyJhIjoi>; rel="next"
     */
    Link: string
    /**
     * @description `true` when this is the kept answer of an equal request before.
     * @example true
     */
    'Idempotent-Replayed': string
    /**
     * @description After this many seconds the request may be sent again.
     * @example 12
     */
    'Retry-After': number
    /**
     * @description How to sign in.
     * @example Bearer
     */
    'WWW-Authenticate': string
  }
  pathItems: never
}
export interface operations {
  'me.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Me']
        }
      }
    }
  }
  'me.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['MeChange']
        'application/merge-patch+json': components['schemas']['MeChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Me']
        }
      }
    }
  }
  'organization.members.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only the member with this address. */
        email?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Member'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'organization.members.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewMember']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  'organization.members.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the member, or `ext:` and your own id for it.
         * @example usr_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  'organization.members.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the member, or `ext:` and your own id for it.
         * @example usr_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['MemberChange']
        'application/merge-patch+json': components['schemas']['MemberChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  'organization.members.suspend': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the member, or `ext:` and your own id for it.
         * @example usr_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  'organization.members.reactivate': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the member, or `ext:` and your own id for it.
         * @example usr_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  'organization.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Organization']
        }
      }
    }
  }
  'organization.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['OrganizationChange']
        'application/merge-patch+json': components['schemas']['OrganizationChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Organization']
        }
      }
    }
  }
  'organization.invitations.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Invitation'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'organization.invitations.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewInvitation']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invitation']
        }
      }
    }
  }
  'organization.invitations.revoke': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the invitation.
         * @example inv_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'organization.invitations.accept': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The secret in the mail's link.
         * @example x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
         */
        token: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptedInvitation']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  'sessions.create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordSignIn']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Session']
        }
      }
    }
  }
  'sessions.requestMagicLink': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['MagicLinkRequest']
      }
    }
    responses: {
      /** @description Done. */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @constant */
            sent: true
          }
        }
      }
    }
  }
  'sessions.signUp': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SignUp']
      }
    }
    responses: {
      /** @description Done. */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @constant */
            sent: true
          }
        }
      }
    }
  }
  'sessions.createByMagicLink': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['MagicLinkSignIn']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Session']
        }
      }
    }
  }
  'sessions.signOut': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'sessions.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Session'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'sessions.revoke': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the session.
         * @example ses_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'me.setPassword': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPassword']
      }
    }
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'apiKeys.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['ApiKey'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'apiKeys.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewApiKey']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedApiKey']
        }
      }
    }
  }
  'apiKeys.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the API key.
         * @example key_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiKey']
        }
      }
    }
  }
  'apiKeys.revoke': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the API key.
         * @example key_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'apiKeys.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the API key.
         * @example key_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['ApiKeyChange']
        'application/merge-patch+json': components['schemas']['ApiKeyChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiKey']
        }
      }
    }
  }
  'apiKeys.roll': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the API key.
         * @example key_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Roll']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedApiKey']
        }
      }
    }
  }
  'browserSessions.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['BrowserSession'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'browserSessions.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewBrowserSession']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedBrowserSession']
        }
      }
    }
  }
  'browserSessions.current': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CurrentBrowserSession']
        }
      }
    }
  }
  'browserSessions.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the browser session.
         * @example bs_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BrowserSession']
        }
      }
    }
  }
  'browserSessions.revoke': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the browser session.
         * @example bs_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'schedules.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only this member's; `ext:` and your own id will do. */
        userId?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Schedule'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'schedules.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewSchedule']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Schedule']
        }
      }
    }
  }
  'schedules.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the schedule, or `ext:` and your own id for it.
         * @example sch_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Schedule']
        }
      }
    }
  }
  'schedules.delete': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the schedule, or `ext:` and your own id for it.
         * @example sch_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'schedules.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the schedule, or `ext:` and your own id for it.
         * @example sch_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['ScheduleChange']
        'application/merge-patch+json': components['schemas']['ScheduleChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Schedule']
        }
      }
    }
  }
  'timeOff.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only this member's; `ext:` and your own id will do. */
        userId?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['TimeOff'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'timeOff.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTimeOff']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TimeOff']
        }
      }
    }
  }
  'timeOff.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the time off.
         * @example off_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TimeOff']
        }
      }
    }
  }
  'timeOff.delete': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the time off.
         * @example off_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'timeOff.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the time off.
         * @example off_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['TimeOffChange']
        'application/merge-patch+json': components['schemas']['TimeOffChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TimeOff']
        }
      }
    }
  }
  'busyBlocks.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only this member's; `ext:` and your own id will do. */
        userId?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['BusyBlock'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'busyBlocks.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewBusyBlock']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BusyBlock']
        }
      }
    }
  }
  'busyBlocks.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the busy block.
         * @example bsy_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BusyBlock']
        }
      }
    }
  }
  'busyBlocks.delete': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the busy block.
         * @example bsy_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'busyBlocks.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the busy block.
         * @example bsy_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['BusyBlockChange']
        'application/merge-patch+json': components['schemas']['BusyBlockChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BusyBlock']
        }
      }
    }
  }
  'eventTypes.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only this owner's. */
        ownerId?: string
        /** @description Only those that are switched on, or off. */
        active?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['EventType'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'eventTypes.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewEventType']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EventType']
        }
      }
    }
  }
  'eventTypes.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the event type, or `ext:` and your own id for it.
         * @example et_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EventType']
        }
      }
    }
  }
  'eventTypes.delete': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the event type, or `ext:` and your own id for it.
         * @example et_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'eventTypes.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the event type, or `ext:` and your own id for it.
         * @example et_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['EventTypeChange']
        'application/merge-patch+json': components['schemas']['EventTypeChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EventType']
        }
      }
    }
  }
  'slots.search': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SlotSearch']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['FoundSlots']
        }
      }
    }
  }
  'eventTypes.slots': {
    parameters: {
      query?: {
        /** @description The first start asked for, inclusive. */
        start?: components['schemas']['InstantInput']
        /** @description The end of the range of starts, exclusive; at most 366 days or 20,000 starts later. */
        end?: components['schemas']['InstantInput']
        /** @description The zone of `date` in the answer; the schedule's by default. */
        timezone?: string
        /** @description One of the durations on offer. */
        duration?: number
        /** @description Also list the starts that are not offered, and why. */
        explain?: boolean
        /** @description Explain this one start, whatever it is. */
        at?: components['schemas']['InstantInput']
        /** @description As if this booking were moved. */
        rescheduleBookingId?: string
        /** @description The secret of a link: what it offers, and nothing else. */
        linkToken?: string
      }
      header?: never
      path: {
        /**
         * @description The id of the event type, or `ext:` and your own id for it.
         * @example et_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SlotList']
        }
      }
    }
  }
  'holds.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewHold']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Hold']
        }
      }
    }
  }
  'holds.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the hold.
         * @example hold_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Hold']
        }
      }
    }
  }
  'holds.release': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the hold.
         * @example hold_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'holds.renew': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the hold.
         * @example hold_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Hold']
        }
      }
    }
  }
  'bookings.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description One status, or several with commas. */
        status?: ('pending' | 'confirmed' | 'declined' | 'cancelled')[]
        /** @description Starts at or after this instant. */
        'start[gte]'?: components['schemas']['InstantInput']
        /** @description Starts before this instant. */
        'start[lt]'?: components['schemas']['InstantInput']
        /** @description Only those that this member hosts. */
        hostId?: string
        /** @description Only those of this event type. */
        eventTypeId?: string
        /** @description Only those of this guest, in any case of letters. */
        guestEmail?: string
        /** @description Only those of this contact; `ext:` and your own id will do. */
        contactId?: string
        /** @description Only those of this recurring series. */
        seriesId?: string
        /** @description By start, by start with the latest first, or by when they were made, newest first. */
        order?: 'start' | '-start' | '-created'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Booking'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
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
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
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
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedBooking']
        }
      }
    }
  }
  'bookings.preview': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
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
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BookingPreview']
        }
      }
    }
  }
  'bookings.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['BookingChange']
        'application/merge-patch+json': components['schemas']['BookingChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
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
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Cancel']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.reschedule': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Reschedule']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.confirm': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.decline': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Decline']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.noShow': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['NoShow']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.reassign': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Reassign']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Booking']
        }
      }
    }
  }
  'bookings.events': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
      }
      header?: never
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Event'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'bookings.calendar': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'text/calendar': string
        }
      }
    }
  }
  'links.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only one-off or only share links. */
        kind?: 'one_off' | 'share'
        /** @description Only those that are so now. */
        state?: 'active' | 'used' | 'expired' | 'revoked'
        /** @description Only this member's; `ext:` and your own id will do. */
        userId?: string
        /** @description Only those made for this contact. */
        contactId?: string
        /** @description Only those that offer this event type. */
        eventTypeId?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Link'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'links.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewLink']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedLink']
        }
      }
    }
  }
  'links.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the link.
         * @example lnk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Link']
        }
      }
    }
  }
  'links.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the link.
         * @example lnk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['LinkChange']
        'application/merge-patch+json': components['schemas']['LinkChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Link']
        }
      }
    }
  }
  'links.revoke': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the link.
         * @example lnk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Link']
        }
      }
    }
  }
  'public.links.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The secret in the link's address.
         * @example x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
         */
        token: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PublicLink']
        }
      }
    }
  }
  'public.links.slots': {
    parameters: {
      query?: {
        /** @description The first start asked for, inclusive. */
        start?: components['schemas']['InstantInput']
        /** @description The end of the range of starts, exclusive; at most 366 days or 20,000 starts later. */
        end?: components['schemas']['InstantInput']
        /** @description The zone of `date` in the answer; the schedule's by default. */
        timezone?: string
        /** @description One of the durations on offer. */
        duration?: number
        /** @description One of those on offer; a link with one needs none. */
        eventTypeId?: string
      }
      header?: never
      path: {
        /**
         * @description The secret in the link's address.
         * @example x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
         */
        token: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SlotList']
        }
      }
    }
  }
  'public.links.book': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The secret in the link's address.
         * @example x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
         */
        token: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewLinkBooking']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['GuestBookingView']
        }
      }
    }
  }
  'contacts.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Words, or beginnings of words. */
        q?: string
        /** @description Only those with this address, in any case of letters. */
        email?: string
        /** @description Only those with this whole tag. */
        tag?: string
        /** @description Only this member's; `ext:` and your own id will do. */
        userId?: string
        /** @description Archived ones instead of the others. */
        archived?: boolean
        /** @description Only those who first came from here. */
        source?: 'booking' | 'manual' | 'import' | 'link'
        /** @description Last met at or after this instant. */
        'lastMet[gte]'?: components['schemas']['InstantInput']
        /** @description Last met before this instant. */
        'lastMet[lt]'?: components['schemas']['InstantInput']
        /** @description Next met at or after this instant. */
        'nextMeeting[gte]'?: components['schemas']['InstantInput']
        /** @description Next met before this instant. */
        'nextMeeting[lt]'?: components['schemas']['InstantInput']
        /** @description True for those never met, false for the others. */
        neverMet?: boolean
        /** @description By name, last met first, next meeting first, or newest first. */
        sort?: 'name' | '-lastMet' | 'nextMeeting' | '-created'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Contact'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'contacts.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewContact']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Contact']
        }
      }
    }
  }
  'contacts.import': {
    parameters: {
      query?: {
        /** @description Whose; an admin may name another member. */
        userId?: string
        /** @description Answers what would happen and writes nothing. */
        dryRun?: boolean
        /** @description JSON: which column holds which field, for columns whose names do not say so; null leaves a column out. */
        mapping?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    /** @description At most 20 MiB. */
    requestBody: {
      content: {
        'text/csv': string
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ContactImport']
        }
      }
    }
  }
  'contacts.export': {
    parameters: {
      query?: {
        /** @description Words, or beginnings of words. */
        q?: string
        /** @description Only those with this address, in any case of letters. */
        email?: string
        /** @description Only those with this whole tag. */
        tag?: string
        /** @description Only this member's; `ext:` and your own id will do. */
        userId?: string
        /** @description Archived ones instead of the others. */
        archived?: boolean
        /** @description Only those who first came from here. */
        source?: 'booking' | 'manual' | 'import' | 'link'
        /** @description Last met at or after this instant. */
        'lastMet[gte]'?: components['schemas']['InstantInput']
        /** @description Last met before this instant. */
        'lastMet[lt]'?: components['schemas']['InstantInput']
        /** @description Next met at or after this instant. */
        'nextMeeting[gte]'?: components['schemas']['InstantInput']
        /** @description Next met before this instant. */
        'nextMeeting[lt]'?: components['schemas']['InstantInput']
        /** @description True for those never met, false for the others. */
        neverMet?: boolean
        /** @description By name, last met first, next meeting first, or newest first. */
        sort?: 'name' | '-lastMet' | 'nextMeeting' | '-created'
        /** @description Begins with a byte order mark, by which Excel knows UTF-8. */
        bom?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'text/csv': string
        }
      }
    }
  }
  'contacts.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ContactWithSummary']
        }
      }
    }
  }
  'contacts.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['ContactChange']
        'application/merge-patch+json': components['schemas']['ContactChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Contact']
        }
      }
    }
  }
  'contacts.archive': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Contact']
        }
      }
    }
  }
  'contacts.restore': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Contact']
        }
      }
    }
  }
  'contacts.merge': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ContactMerge']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Contact']
        }
      }
    }
  }
  'contacts.undoMerge': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PartedContacts']
        }
      }
    }
  }
  'contacts.erase': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['ContactErasure']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ErasedContact']
        }
      }
    }
  }
  'contacts.timeline': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only entries of this kind. */
        kind?:
          | 'booked'
          | 'requested'
          | 'confirmed'
          | 'declined'
          | 'moved'
          | 'cancelled'
          | 'no_show'
          | 'reassigned'
          | 'ended'
          | 'mail_failed'
          | 'reminded'
          | 'link_shared'
          | 'link_opened'
          | 'link_used'
          | 'note'
          | 'created'
          | 'edited'
          | 'imported'
          | 'merged'
      }
      header?: never
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['TimelineEntry'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'contacts.addNote': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ContactNoteInput']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ContactNote']
        }
      }
    }
  }
  'contacts.deleteNote': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
        /**
         * @description The note on the timeline.
         * @example …
         */
        noteId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'contacts.updateNote': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the contact, or `ext:` and your own id for it.
         * @example ctc_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
        /**
         * @description The note on the timeline.
         * @example …
         */
        noteId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ContactNoteInput']
        'application/merge-patch+json': components['schemas']['ContactNoteInput']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ContactNote']
        }
      }
    }
  }
  'reminderWorkflows.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only those for everybody, members, event types. */
        scope?: 'organization' | 'user' | 'event_type'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['ReminderWorkflow'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'reminderWorkflows.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewReminderWorkflow']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChangedReminderWorkflow']
        }
      }
    }
  }
  'reminderWorkflows.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the reminder workflow.
         * @example rwf_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReminderWorkflow']
        }
      }
    }
  }
  'reminderWorkflows.delete': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the reminder workflow.
         * @example rwf_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'reminderWorkflows.update': {
    parameters: {
      query?: {
        /** @description Change nothing, and say how many reminders would change. */
        dryRun?: boolean
      }
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the reminder workflow.
         * @example rwf_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['ReminderWorkflowChange']
        'application/merge-patch+json': components['schemas']['ReminderWorkflowChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChangedReminderWorkflow']
        }
      }
    }
  }
  'reminderWorkflows.preview': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the reminder workflow.
         * @example rwf_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['ReminderPreviewInput']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReminderPreview']
        }
      }
    }
  }
  'reminders.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only those in this state. */
        state?: 'scheduled' | 'sending' | 'sent' | 'skipped' | 'failed' | 'cancelled'
        /** @description Only those of this booking. */
        bookingId?: string
        /** @description Due at or after this instant. */
        'dueAt[gte]'?: components['schemas']['InstantInput']
        /** @description Due before this instant. */
        'dueAt[lt]'?: components['schemas']['InstantInput']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Reminder'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'reminders.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the reminder.
         * @example rmd_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Reminder']
        }
      }
    }
  }
  'reminders.retry': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the reminder.
         * @example rmd_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Reminder']
        }
      }
    }
  }
  'bookings.reminders': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
      }
      header?: never
      path: {
        /**
         * @description The id of the booking, or `ext:` and your own id for it.
         * @example bk_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Reminder'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'events.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only events after this one, oldest first. */
        after?: string
        /** @description One type, or a family such as `booking.*`. */
        type?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Event'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'events.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the event.
         * @example evt_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Event']
        }
      }
    }
  }
  'webhookEndpoints.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['WebhookEndpoint'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'webhookEndpoints.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewWebhookEndpoint']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedWebhookEndpoint']
        }
      }
    }
  }
  'webhookEndpoints.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookEndpoint']
        }
      }
    }
  }
  'webhookEndpoints.delete': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'webhookEndpoints.update': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['WebhookEndpointChange']
        'application/merge-patch+json': components['schemas']['WebhookEndpointChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookEndpoint']
        }
      }
    }
  }
  'webhookEndpoints.enable': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookEndpoint']
        }
      }
    }
  }
  'webhookEndpoints.rotateSecret': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['RotateSecret']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedWebhookEndpoint']
        }
      }
    }
  }
  'webhookEndpoints.revokePreviousSecret': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookEndpoint']
        }
      }
    }
  }
  'webhookEndpoints.test': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['WebhookTest']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookDelivery']
        }
      }
    }
  }
  'webhookEndpoints.recover': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Recover']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Recovered']
        }
      }
    }
  }
  'webhookDeliveries.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only those to this endpoint. */
        endpointId?: string
        /** @description Only those of this event. */
        eventId?: string
        /** @description Only those of this type. */
        eventType?: string
        /** @description Only those in this state. */
        status?: 'pending' | 'succeeded' | 'failed' | 'held'
        /** @description Made at or after this instant. */
        'created[gte]'?: components['schemas']['InstantInput']
        /** @description Made before this instant. */
        'created[lt]'?: components['schemas']['InstantInput']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['WebhookDelivery'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'webhookDeliveries.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the delivery.
         * @example wd_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookDeliveryWithBody']
        }
      }
    }
  }
  'webhookDeliveries.attempts': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
      }
      header?: never
      path: {
        /**
         * @description The id of the delivery.
         * @example wd_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['WebhookAttempt'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'webhookDeliveries.redeliver': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the delivery.
         * @example wd_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookDelivery']
        }
      }
    }
  }
  'listenSessions.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['NewListenSession']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ListenSession']
        }
      }
    }
  }
  'listenSessions.stream': {
    parameters: {
      query?: {
        /** @description As the header `Last-Event-ID`, for clients that cannot set it. */
        lastEventId?: number
      }
      header?: never
      path: {
        /**
         * @description The id of the listen session.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'text/event-stream': string
        }
      }
    }
  }
  'listenSessions.report': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the listen session.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ListenResult']
      }
    }
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'listenSessions.end': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the listen session.
         * @example we_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'mail.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only what was sent to this address. */
        to?: string
        /** @description Only what is about this resource, such as a booking. */
        subjectId?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Mail'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'mail.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the mail.
         * @example mail_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MailWithBody']
        }
      }
    }
  }
  'logs.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description A status, or a class such as `4xx`. */
        status?: string
        /** @description Only requests of this method. */
        method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
        /** @description The exact path. */
        path?: string
        /** @description An API key's or a user's id. */
        actorId?: string
        /** @description Answered at or after this instant. */
        'createdAt[gte]'?: components['schemas']['InstantInput']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['LoggedRequest'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'logs.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the logged request.
         * @example req_4fTq0ZkV9mXb2RsLw8Yc
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LoggedRequest']
        }
      }
    }
  }
  'sandboxes.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Sandbox'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'sandboxes.create': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewSandbox']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedSandbox']
        }
      }
    }
  }
  'sandboxes.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the sandbox.
         * @example sbx_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Sandbox']
        }
      }
    }
  }
  'sandboxes.delete': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description The id of the sandbox.
         * @example sbx_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done; there is nothing to say. */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'sandboxes.clock.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The id of the clock.
         * @example sbx_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SandboxClock']
        }
      }
    }
  }
  'sandboxes.clock.move': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The id of the clock.
         * @example sbx_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SandboxClockChange']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MovedSandboxClock']
        }
      }
    }
  }
  'sandboxes.mailbox.list': {
    parameters: {
      query?: {
        /** @description Items on a page, 1 to 100. */
        limit?: number
        /** @description The `nextCursor` of the page before. */
        cursor?: string
        /** @description Only what was sent to this address. */
        to?: string
        /** @description Only what is about this, such as a booking. */
        subjectId?: string
      }
      header?: never
      path: {
        /**
         * @description The id of the captured mail.
         * @example sbx_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of the list. */
      200: {
        headers: {
          Link: components['headers']['Link']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Mail'][]
            /** @description Send as `cursor` for the next page; null on the last one. */
            nextCursor: string | null
          }
        }
      }
    }
  }
  'sandboxes.mailbox.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The id of the captured mail.
         * @example sbx_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
        /**
         * @description Of the mail.
         * @example …
         */
        mailId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SandboxMail']
        }
      }
    }
  }
  'sandboxes.seed': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The id of the sandbox.
         * @example sbx_0WbXkT3nPq7YvLs2DfGh
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SandboxSeed']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SeededSandbox']
        }
      }
    }
  }
  'public.users.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The host, as in their page's address.
         * @example ada
         */
        username: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Profile']
        }
      }
    }
  }
  'public.eventTypes.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The host, as in their page's address.
         * @example ada
         */
        username: string
        /**
         * @description The event type, as in its address.
         * @example intro-call
         */
        slug: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PublicEventType']
        }
      }
    }
  }
  'public.eventTypes.slots': {
    parameters: {
      query?: {
        /** @description The first start asked for, inclusive. */
        start?: components['schemas']['InstantInput']
        /** @description The end of the range of starts, exclusive; at most 366 days or 20,000 starts later. */
        end?: components['schemas']['InstantInput']
        /** @description The zone of `date` in the answer; the schedule's by default. */
        timezone?: string
        /** @description One of the durations on offer. */
        duration?: number
      }
      header?: never
      path: {
        /**
         * @description The host, as in their page's address.
         * @example ada
         */
        username: string
        /**
         * @description The event type, as in its address.
         * @example intro-call
         */
        slug: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SlotList']
        }
      }
    }
  }
  'public.eventTypes.book': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The host, as in their page's address.
         * @example ada
         */
        username: string
        /**
         * @description The event type, as in its address.
         * @example intro-call
         */
        slug: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['GuestBooking']
      }
    }
    responses: {
      /** @description Done. */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['GuestBookingView']
        }
      }
    }
  }
  'public.bookings.get': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Answer 304 without a body when the resource still has this `ETag`.
         * @example "q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"
         */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description The secret in the guest's link.
         * @example x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
         */
        token: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['GuestBookingView']
        }
      }
    }
  }
  'public.bookings.slots': {
    parameters: {
      query?: {
        /** @description The first start asked for, inclusive. */
        start?: components['schemas']['InstantInput']
        /** @description The end of the range of starts, exclusive; at most 366 days or 20,000 starts later. */
        end?: components['schemas']['InstantInput']
        /** @description The zone of `date` in the answer; the schedule's by default. */
        timezone?: string
        /** @description One of the durations on offer. */
        duration?: number
      }
      header?: never
      path: {
        /**
         * @description The secret in the guest's link.
         * @example x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
         */
        token: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SlotList']
        }
      }
    }
  }
  'public.bookings.calendar': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The secret in the guest's link.
         * @example x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
         */
        token: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'text/calendar': string
        }
      }
    }
  }
  'public.bookings.cancel': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The secret in the guest's link.
         * @example x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
         */
        token: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Cancel']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['GuestBookingView']
        }
      }
    }
  }
  'public.bookings.reschedule': {
    parameters: {
      query?: never
      header?: {
        /**
         * @description A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.
         * @example 4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        /**
         * @description The secret in the guest's link.
         * @example x7Qm2Lr9Tz4Vb8Nk1Wc6Hs
         */
        token: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Reschedule']
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          'Request-Id': components['headers']['Request-Id']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['GuestBookingView']
        }
      }
    }
  }
}

/** The codes of errors. A newer server may have more. */
export type ErrorCode =
  | 'invalid_request'
  | 'invalid_json'
  | 'cursor_mismatch'
  | 'unauthenticated'
  | 'forbidden'
  | 'scope_missing'
  | 'origin_not_allowed'
  | 'plan_required'
  | 'sign_up_closed'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'idempotency_in_progress'
  | 'slot_unavailable'
  | 'event_type_inactive'
  | 'hold_mismatch'
  | 'hold_limit_reached'
  | 'seat_taken'
  | 'booking_ended'
  | 'booking_closed'
  | 'in_use'
  | 'slug_taken'
  | 'in_sandbox'
  | 'clock_backwards'
  | 'clock_moving'
  | 'email_taken'
  | 'external_id_taken'
  | 'last_owner'
  | 'hold_expired'
  | 'gone'
  | 'precondition_failed'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'idempotency_mismatch'
  | 'quota_exceeded'
  | 'internal'
  | 'unavailable'

export type AcceptedInvitation = components['schemas']['AcceptedInvitation']

/** A key, without the secret itself. */
export type ApiKey = components['schemas']['ApiKey']

export type ApiKeyChange = components['schemas']['ApiKeyChange']

/** A time that a guest and one or more hosts have agreed to meet. */
export type Booking = components['schemas']['Booking']

export type BookingChange = components['schemas']['BookingChange']

/** What would become of a booking; nothing is written. */
export type BookingPreview = components['schemas']['BookingPreview']

/** How far ahead a guest may book, in days of the schedule's zone. */
export type BookingWindow = components['schemas']['BookingWindow']

/** A short-lived right of one browser to one thing, without its token. */
export type BrowserSession = components['schemas']['BrowserSession']

/** Time that a member is busy, set by hand or by an integration. */
export type BusyBlock = components['schemas']['BusyBlock']

export type BusyBlockChange = components['schemas']['BusyBlockChange']

/** `following` cancels this one and the later ones of its series. */
export type Cancel = components['schemas']['Cancel']

export type ChangedReminderWorkflow = components['schemas']['ChangedReminderWorkflow']

/** A guest as one host knows them: one per host and e-mail address. */
export type Contact = components['schemas']['Contact']

export type ContactChange = components['schemas']['ContactChange']

export type ContactErasure = components['schemas']['ContactErasure']

/** What became of the rows of a file. */
export type ContactImport = components['schemas']['ContactImport']

export type ContactMerge = components['schemas']['ContactMerge']

/** A note on a contact's timeline, for its host's eyes. */
export type ContactNote = components['schemas']['ContactNote']

export type ContactNoteInput = components['schemas']['ContactNoteInput']

export type ContactSummary = components['schemas']['ContactSummary']

export type ContactWithSummary = components['schemas']['ContactWithSummary']

/** A new key, with the secret that is shown this once. */
export type CreatedApiKey = components['schemas']['CreatedApiKey']

export type CreatedBooking = components['schemas']['CreatedBooking']

export type CreatedBrowserSession = components['schemas']['CreatedBrowserSession']

/** A new link, with the address that is shown this once. */
export type CreatedLink = components['schemas']['CreatedLink']

/** A new sandbox, with the key that is shown this once. */
export type CreatedSandbox = components['schemas']['CreatedSandbox']

export type CreatedWebhookEndpoint = components['schemas']['CreatedWebhookEndpoint']

/** What the token that asks is for. */
export type CurrentBrowserSession = components['schemas']['CurrentBrowserSession']

/** Replaces the weekly hours of one date; no windows close the day. */
export type DateOverride = components['schemas']['DateOverride']

export type Decline = components['schemas']['Decline']

export type ErasedContact = components['schemas']['ErasedContact']

/** A fact, written in the same transaction as the change it tells of. */
export type Event = components['schemas']['Event']

/** Something that can be booked: how long, with whom, when, under which rules. */
export type EventType = components['schemas']['EventType']

export type EventTypeChange = components['schemas']['EventTypeChange']

/** Who may be met; a weight of 2 gets twice the share. */
export type EventTypeHostInput = components['schemas']['EventTypeHostInput']

/** The starts that a search found, in order. */
export type FoundSlots = components['schemas']['FoundSlots']

export type GuestBooking = components['schemas']['GuestBooking']

/** A booking as its guest sees it. */
export type GuestBookingView = components['schemas']['GuestBookingView']

export type GuestInput = components['schemas']['GuestInput']

/** A slot that nobody else can book for five minutes. */
export type Hold = components['schemas']['Hold']

/** A mailed invitation to join the organization. */
export type Invitation = components['schemas']['Invitation']

/** The most bookings, or booked minutes, in a day, week, month or year. */
export type Limits = components['schemas']['Limits']

/** A secret address that offers one person, or few, what you chose for them. */
export type Link = components['schemas']['Link']

/** Hours that filter what is offered anyway; they open nothing and never move the grid. */
export type LinkAvailability = components['schemas']['LinkAvailability']

/** What was booked through a link, and by whom. */
export type LinkBooking = components['schemas']['LinkBooking']

export type LinkChange = components['schemas']['LinkChange']

export type LinkGuest = components['schemas']['LinkGuest']

/** What a guest may know of an event type behind a link. */
export type LinkOffer = components['schemas']['LinkOffer']

export type ListenResult = components['schemas']['ListenResult']

/** An endpoint without an address: a program fetches what it is sent. */
export type ListenSession = components['schemas']['ListenSession']

export type Location = components['schemas']['Location']

/** A request to the API, kept for 14 days. */
export type LoggedRequest = components['schemas']['LoggedRequest']

export type MagicLinkRequest = components['schemas']['MagicLinkRequest']

export type MagicLinkSignIn = components['schemas']['MagicLinkSignIn']

/** A mail that LetsMeet sent, is sending, or captured because no SMTP server is set. */
export type Mail = components['schemas']['Mail']

export type MailWithBody = components['schemas']['MailWithBody']

/** Who is asking, and what they may do. */
export type Me = components['schemas']['Me']

export type MeChange = components['schemas']['MeChange']

/** A user of the organization. */
export type Member = components['schemas']['Member']

export type MemberChange = components['schemas']['MemberChange']

/** The clock after a move, and what happened on the way. */
export type MovedSandboxClock = components['schemas']['MovedSandboxClock']

export type NewApiKey = components['schemas']['NewApiKey']

export type NewBooking = components['schemas']['NewBooking']

export type NewBrowserSession = components['schemas']['NewBrowserSession']

export type NewBusyBlock = components['schemas']['NewBusyBlock']

export type NewContact = components['schemas']['NewContact']

/** A title and a duration are enough; all else has a default. */
export type NewEventType = components['schemas']['NewEventType']

export type NewHold = components['schemas']['NewHold']

export type NewInvitation = components['schemas']['NewInvitation']

export type NewLink = components['schemas']['NewLink']

export type NewLinkBooking = components['schemas']['NewLinkBooking']

export type NewListenSession = components['schemas']['NewListenSession']

export type NewMember = components['schemas']['NewMember']

export type NewPassword = components['schemas']['NewPassword']

export type NewReminderWorkflow = components['schemas']['NewReminderWorkflow']

export type NewSandbox = components['schemas']['NewSandbox']

export type NewSchedule = components['schemas']['NewSchedule']

export type NewTimeOff = components['schemas']['NewTimeOff']

export type NewWebhookEndpoint = components['schemas']['NewWebhookEndpoint']

export type NoShow = components['schemas']['NoShow']

/** A company, or one person: it has members, a plan and settings. */
export type Organization = components['schemas']['Organization']

export type OrganizationChange = components['schemas']['OrganizationChange']

export type PartedContacts = components['schemas']['PartedContacts']

export type PasswordSignIn = components['schemas']['PasswordSignIn']

/** What went wrong, RFC 9457. Problems of some codes carry more members, such as `missingScope`. */
export type Problem = components['schemas']['Problem']

/** A host's public page. */
export type Profile = components['schemas']['Profile']

/** What a guest may know of an event type. */
export type PublicEventType = components['schemas']['PublicEventType']

/** What a link offers whoever holds it. */
export type PublicLink = components['schemas']['PublicLink']

/** What a guest is asked when booking. */
export type Question = components['schemas']['Question']

/** What a guest is asked when booking. */
export type QuestionInput = components['schemas']['QuestionInput']

export type Reassign = components['schemas']['Reassign']

export type Recover = components['schemas']['Recover']

export type Recovered = components['schemas']['Recovered']

/** A series that keeps its wall time in the schedule's zone. */
export type Recurrence = components['schemas']['Recurrence']

/** One step of a workflow for one booking, its start and one recipient. */
export type Reminder = components['schemas']['Reminder']

/** What a workflow would send, to whom, at which instant, in whose zone. */
export type ReminderPreview = components['schemas']['ReminderPreview']

export type ReminderPreviewInput = components['schemas']['ReminderPreviewInput']

export type ReminderStep = components['schemas']['ReminderStep']

/** One message of a workflow: when, how, to whom, in which words. */
export type ReminderStepInput = components['schemas']['ReminderStepInput']

/** What is sent before and after the bookings that it holds for. */
export type ReminderWorkflow = components['schemas']['ReminderWorkflow']

export type ReminderWorkflowChange = components['schemas']['ReminderWorkflowChange']

export type Reschedule = components['schemas']['Reschedule']

export type Roll = components['schemas']['Roll']

export type RotateSecret = components['schemas']['RotateSecret']

/** An organization to try things in, with a clock and a mailbox of its own; nothing leaves it but webhooks. */
export type Sandbox = components['schemas']['Sandbox']

/** The clock of a sandbox: it only goes forward. */
export type SandboxClock = components['schemas']['SandboxClock']

export type SandboxClockChange = components['schemas']['SandboxClockChange']

/** One thing that happened on the way. */
export type SandboxHappening = components['schemas']['SandboxHappening']

/** A captured mail with its words and its links. */
export type SandboxMail = components['schemas']['SandboxMail']

export type SandboxSeed = components['schemas']['SandboxSeed']

/** Weekly hours and date overrides in one time zone. */
export type Schedule = components['schemas']['Schedule']

export type ScheduleChange = components['schemas']['ScheduleChange']

/** What a scenario put into a sandbox, and what can be seen with it. */
export type SeededSandbox = components['schemas']['SeededSandbox']

/** A browser that is signed in to the dashboard. */
export type Session = components['schemas']['Session']

export type SessionGuest = components['schemas']['SessionGuest']

export type SignUp = components['schemas']['SignUp']

/** A start that can be booked now. */
export type Slot = components['schemas']['Slot']

export type SlotList = components['schemas']['SlotList']

export type SlotSearch = components['schemas']['SlotSearch']

/** Days, or hours, on which a member cannot be booked. */
export type TimeOff = components['schemas']['TimeOff']

export type TimeOffChange = components['schemas']['TimeOffChange']

/** Hours of one day, by the clock on the wall. */
export type TimeWindow = components['schemas']['TimeWindow']

/** One thing that happened between a host and a contact. */
export type TimelineEntry = components['schemas']['TimelineEntry']

/** The id of who was erased, and nothing else. */
export type ToldErasure = components['schemas']['ToldErasure']

/** A link as its events tell of it, without its guests. */
export type ToldLink = components['schemas']['ToldLink']

export type ToldMerge = components['schemas']['ToldMerge']

export type ToldParting = components['schemas']['ToldParting']

/** A reminder as its events tell of it. */
export type ToldReminder = components['schemas']['ToldReminder']

/** One try to deliver, kept for 30 days. */
export type WebhookAttempt = components['schemas']['WebhookAttempt']

/** One event on its way to one endpoint. */
export type WebhookDelivery = components['schemas']['WebhookDelivery']

export type WebhookDeliveryWithBody = components['schemas']['WebhookDeliveryWithBody']

/** Where events are sent. */
export type WebhookEndpoint = components['schemas']['WebhookEndpoint']

export type WebhookEndpointChange = components['schemas']['WebhookEndpointChange']

/** What every webhook says, whatever it is about. */
export type WebhookEnvelope = components['schemas']['WebhookEnvelope']

/** Only bookings and event types of these; other events are sent as ever. */
export type WebhookFilter = components['schemas']['WebhookFilter']

/** The changed fields with their old values, where something changed. */
export type WebhookPrevious = components['schemas']['WebhookPrevious']

export type WebhookTest = components['schemas']['WebhookTest']

/** The same hours on several days of the week. */
export type WeeklyHours = components['schemas']['WeeklyHours']

export type OrganizationMembersListQuery = NonNullable<operations['organization.members.list']['parameters']['query']>

export type OrganizationMembersSuspendBody = NonNullable<
  operations['organization.members.suspend']['requestBody']
>['content']['application/json']

export type OrganizationMembersReactivateBody = NonNullable<
  operations['organization.members.reactivate']['requestBody']
>['content']['application/json']

export type OrganizationInvitationsListQuery = NonNullable<
  operations['organization.invitations.list']['parameters']['query']
>

export type SessionsRequestMagicLinkResult =
  operations['sessions.requestMagicLink']['responses']['202']['content']['application/json']

export type SessionsSignUpResult = operations['sessions.signUp']['responses']['202']['content']['application/json']

export type SessionsListQuery = NonNullable<operations['sessions.list']['parameters']['query']>

export type ApiKeysListQuery = NonNullable<operations['apiKeys.list']['parameters']['query']>

export type BrowserSessionsListQuery = NonNullable<operations['browserSessions.list']['parameters']['query']>

export type SchedulesListQuery = NonNullable<operations['schedules.list']['parameters']['query']>

export type TimeOffListQuery = NonNullable<operations['timeOff.list']['parameters']['query']>

export type BusyBlocksListQuery = NonNullable<operations['busyBlocks.list']['parameters']['query']>

export type EventTypesListQuery = NonNullable<operations['eventTypes.list']['parameters']['query']>

export type EventTypesSlotsQuery = NonNullable<operations['eventTypes.slots']['parameters']['query']>

export type HoldsRenewBody = NonNullable<operations['holds.renew']['requestBody']>['content']['application/json']

export type BookingsListQuery = NonNullable<operations['bookings.list']['parameters']['query']>

export type BookingsConfirmBody = NonNullable<
  operations['bookings.confirm']['requestBody']
>['content']['application/json']

export type BookingsEventsQuery = NonNullable<operations['bookings.events']['parameters']['query']>

export type LinksListQuery = NonNullable<operations['links.list']['parameters']['query']>

export type LinksRevokeBody = NonNullable<operations['links.revoke']['requestBody']>['content']['application/json']

export type PublicLinksSlotsQuery = NonNullable<operations['public.links.slots']['parameters']['query']>

export type ContactsListQuery = NonNullable<operations['contacts.list']['parameters']['query']>

export type ContactsImportQuery = NonNullable<operations['contacts.import']['parameters']['query']>

export type ContactsExportQuery = NonNullable<operations['contacts.export']['parameters']['query']>

export type ContactsArchiveBody = NonNullable<
  operations['contacts.archive']['requestBody']
>['content']['application/json']

export type ContactsRestoreBody = NonNullable<
  operations['contacts.restore']['requestBody']
>['content']['application/json']

export type ContactsUndoMergeBody = NonNullable<
  operations['contacts.undoMerge']['requestBody']
>['content']['application/json']

export type ContactsTimelineQuery = NonNullable<operations['contacts.timeline']['parameters']['query']>

export type ReminderWorkflowsListQuery = NonNullable<operations['reminderWorkflows.list']['parameters']['query']>

export type ReminderWorkflowsUpdateQuery = NonNullable<operations['reminderWorkflows.update']['parameters']['query']>

export type RemindersListQuery = NonNullable<operations['reminders.list']['parameters']['query']>

export type RemindersRetryBody = NonNullable<
  operations['reminders.retry']['requestBody']
>['content']['application/json']

export type BookingsRemindersQuery = NonNullable<operations['bookings.reminders']['parameters']['query']>

export type EventsListQuery = NonNullable<operations['events.list']['parameters']['query']>

export type WebhookEndpointsListQuery = NonNullable<operations['webhookEndpoints.list']['parameters']['query']>

export type WebhookEndpointsEnableBody = NonNullable<
  operations['webhookEndpoints.enable']['requestBody']
>['content']['application/json']

export type WebhookEndpointsRevokePreviousSecretBody = NonNullable<
  operations['webhookEndpoints.revokePreviousSecret']['requestBody']
>['content']['application/json']

export type WebhookDeliveriesListQuery = NonNullable<operations['webhookDeliveries.list']['parameters']['query']>

export type WebhookDeliveriesAttemptsQuery = NonNullable<
  operations['webhookDeliveries.attempts']['parameters']['query']
>

export type WebhookDeliveriesRedeliverBody = NonNullable<
  operations['webhookDeliveries.redeliver']['requestBody']
>['content']['application/json']

export type ListenSessionsStreamQuery = NonNullable<operations['listenSessions.stream']['parameters']['query']>

export type MailListQuery = NonNullable<operations['mail.list']['parameters']['query']>

export type LogsListQuery = NonNullable<operations['logs.list']['parameters']['query']>

export type SandboxesListQuery = NonNullable<operations['sandboxes.list']['parameters']['query']>

export type SandboxesMailboxListQuery = NonNullable<operations['sandboxes.mailbox.list']['parameters']['query']>

export type PublicEventTypesSlotsQuery = NonNullable<operations['public.eventTypes.slots']['parameters']['query']>

export type PublicBookingsSlotsQuery = NonNullable<operations['public.bookings.slots']['parameters']['query']>

/** What `data` is, by the event's type. */
export interface WebhookData {
  /** A booking was made and is confirmed at once. */
  'booking.created': Booking
  /** A guest asked for a time of an event type that wants confirmation; the slot is held. */
  'booking.requested': Booking
  /** A host confirmed a request. */
  'booking.confirmed': Booking
  /** A host declined a request; the time is free again. */
  'booking.declined': Booking
  /** A booking has a new time; `previous` holds the old one. */
  'booking.rescheduled': Booking
  /** Notes, location, metadata or your own id changed. */
  'booking.updated': Booking
  /** A guest or host cancelled; the time is free again. */
  'booking.cancelled': Booking
  /** It was noted, or taken back, that the guest did not come. */
  'booking.no_show': Booking
  /** Another host took the booking over. */
  'booking.reassigned': Booking
  /** The meeting is over. */
  'booking.ended': Booking
  /** A reminder or follow-up went out. */
  'reminder.sent': ToldReminder
  /** A reminder or follow-up could not be sent. */
  'reminder.failed': ToldReminder
  /** Somebody became a contact. */
  'contact.created': Contact
  /** A contact changed. */
  'contact.updated': Contact
  /** Two contacts became one; those that are gone are in `mergedIds`. */
  'contact.merged': ToldMerge
  /** A merge was undone; the contacts that are back are in `restoredIds`. */
  'contact.unmerged': ToldParting
  /** A contact was erased. */
  'contact.erased': ToldErasure
  /** A one-off or share link was made. */
  'link.created': ToldLink
  /** Somebody opened a link. */
  'link.opened': ToldLink
  /** Somebody booked through a link. */
  'link.used': ToldLink
  /** A link ran out. */
  'link.expired': ToldLink
  /** A link was revoked. */
  'link.revoked': ToldLink
  /** An event type was made. */
  'event_type.created': EventType
  /** An event type changed. */
  'event_type.updated': EventType
  /** An event type was deleted. */
  'event_type.deleted': EventType
  /** A group was made. */
  'group.created': Record<string, unknown>
  /** A group changed. */
  'group.updated': Record<string, unknown>
  /** A group was deleted. */
  'group.deleted': Record<string, unknown>
  /** Somebody joined the organization. */
  'member.added': Member
  /** A member changed. */
  'member.updated': Member
  /** A member was suspended. */
  'member.suspended': Member
  /** A suspended member is back. */
  'member.reactivated': Member
  /** A member left the organization. */
  'member.removed': Member
  /** A domain was verified. */
  'domain.verified': Record<string, unknown>
  /** Another organization claims a domain of yours. */
  'domain.contested': Record<string, unknown>
  /** The proof of a domain is gone; it will lapse. */
  'domain.lapsing': Record<string, unknown>
  /** A domain lapsed. */
  'domain.lapsed': Record<string, unknown>
  /** A domain was released. */
  'domain.released': Record<string, unknown>
  /** An endpoint was switched off, by somebody or because it failed for days. */
  'webhook_endpoint.disabled': WebhookEndpoint
  /** A test that somebody asked for. */
  ping: Record<string, unknown>
}
