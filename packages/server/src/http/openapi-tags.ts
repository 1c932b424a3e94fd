import type { Route } from './route.ts'

interface Tag {
  /** What one of them is called in a sentence. */
  noun: string
  description: string
}

/** The resources, in the words of the reference. */
export const tags: Record<string, Tag> = {
  me: {
    noun: 'user',
    description: 'Who is asking: the user behind the key or session, their organization, its plan and the scopes.',
  },
  organization: {
    noun: 'organization',
    description: 'A company, or one person: it owns everything else, and what one organization has no other sees.',
  },
  'organization.members': {
    noun: 'member',
    description:
      'The people who are met. An owner and admins manage the others; a member manages what is theirs. A member without sign-in is a host whose calendar you keep.',
  },
  'organization.invitations': {
    noun: 'invitation',
    description: 'Mails that ask somebody to join. Whoever opens the link, once and in time, becomes a member.',
  },
  sessions: {
    noun: 'session',
    description: 'Browsers that are signed in to the dashboard. Programs use API keys instead.',
  },
  apiKeys: {
    noun: 'API key',
    description:
      'What programs sign in with: `lm_live_…` or `lm_test_…`, with scopes, an expiry and an IP allow-list. A key is shown once and kept as a hash; it never gives more than its maker has.',
  },
  browserSessions: {
    noun: 'browser session',
    description:
      'Short-lived rights to one thing, for pages of yours: your server makes one, a browser uses it. A booker books one event type, a host keeps their hours and bookings, a guest looks after one booking.',
  },
  schedules: {
    noun: 'schedule',
    description:
      'When somebody can be met: weekly hours and exceptions for single dates, in one time zone, through every change of its clock.',
  },
  timeOff: {
    noun: 'time off',
    description: 'Days or hours on which a member cannot be booked, whatever their schedules say.',
  },
  busyBlocks: {
    noun: 'busy block',
    description: 'Time that is taken by something else, set by hand or by an integration with another calendar.',
  },
  eventTypes: {
    noun: 'event type',
    description:
      'What can be booked: how long, with whom, when and under which rules. From it and the schedules follow the open slots.',
  },
  slots: {
    noun: 'slot',
    description: 'Open starts of many event types or people in one answer: the first of any, or those they share.',
  },
  holds: {
    noun: 'hold',
    description:
      'A slot kept for five minutes while somebody fills in a form: nobody else can book it, and whoever holds it can.',
  },
  bookings: {
    noun: 'booking',
    description:
      'Times that a guest and one or more hosts have agreed to meet. What is listed as a slot can be booked, and of several who want one time exactly one gets it.',
  },
  contacts: {
    noun: 'contact',
    description:
      'Guests as a host knows them: one for each host and e-mail address, made by the first booking, with a timeline of everything that happened since, notes and tags.',
  },
  links: {
    noun: 'link',
    description:
      'Secret addresses that offer one person, or few, what you chose for them: used once, or shared with one contact. Nothing of them shows on your page.',
  },
  reminderWorkflows: {
    noun: 'reminder workflow',
    description:
      'What is sent before and after bookings: one to ten steps, by mail, webhook or text message, in your words. The nearest holds: the event type’s, its owner’s default, the organization’s, else a mail a day and an hour before.',
  },
  reminders: {
    noun: 'reminder',
    description:
      'The ledger: one row for each step of each booking and recipient, from planned to sent, skipped or failed, with the reason.',
  },
  events: {
    noun: 'event',
    description:
      'The log of everything that changed, one number after another without gaps, written together with the change itself.',
  },
  webhookEndpoints: {
    noun: 'webhook endpoint',
    description:
      'Where events are posted to, signed as Standard Webhooks. A delivery is written in the transaction of the change it tells of, so none is lost; ten attempts over three days, each in the log.',
  },
  webhookDeliveries: {
    noun: 'delivery',
    description: 'One event on its way to one endpoint: its state, its bytes, and every attempt with what came back.',
  },
  listenSessions: {
    noun: 'listen session',
    description:
      'Webhooks on a machine that nobody can reach: a program reads the deliveries from a stream and reports what became of them. `letsmeet listen` is one.',
  },
  mail: {
    noun: 'mail',
    description: 'What was mailed to guests, hosts and members; without an SMTP server it is captured here.',
  },
  logs: {
    noun: 'logged request',
    description: 'The requests of your keys and people in the last 14 days, to find out what a program did.',
  },
  sandboxes: {
    noun: 'sandbox',
    description:
      'Organizations to try things in: each with its own clock, which you move, and its own mailbox. Nothing leaves them but webhooks.',
  },
  'sandboxes.clock': {
    noun: 'clock',
    description: 'The time in a sandbox. It goes forward only, and whatever falls due on the way happens.',
  },
  'sandboxes.mailbox': {
    noun: 'captured mail',
    description: 'What a sandbox would have mailed, readable, with its links.',
  },
  'public.users': {
    noun: 'host',
    description: 'What anybody may know of a host: the page on which they can be booked. No key is needed.',
  },
  'public.eventTypes': {
    noun: 'event type',
    description:
      'The booking page as an API: look at an event type, list its slots and book as a guest, without a key.',
  },
  'public.links': {
    noun: 'link',
    description:
      'A link as whoever holds it sees it: what it offers, its slots, and booking through it. No key is needed.',
  },
  'public.bookings': {
    noun: 'booking',
    description:
      "A guest's own booking, by the secret in the link they were mailed. Whoever has the link may look, move and cancel.",
  },
}

/** The resource that an operation belongs to: `organization.members.list` is one of `organization.members`. */
export const tagOf = (one: Route): string => one.id.split('.').slice(0, -1).join('.')
