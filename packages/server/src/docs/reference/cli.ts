import type { Request } from './request.ts'

/** The command for each operation that has one, as somebody would type it; `{id}` is the id in the path, `{part}` the one below it. */
export const commands: Readonly<Record<string, string>> = {
  'me.get': 'whoami',
  'me.update': 'me update --name "Ada Lovelace" --timezone Europe/London',
  'organization.get': 'organization get',
  'organization.update': 'organization update --name "Acme" --timezone Europe/Berlin',
  'organization.members.list': 'members list',
  'organization.members.create': 'members add --email bob@example.com --name "Bob Kahn" --timezone America/New_York',
  'organization.members.get': 'members get {id}',
  'organization.members.update': 'members update {id} --role admin',
  'organization.members.suspend': 'members suspend {id}',
  'organization.members.reactivate': 'members reactivate {id}',
  'organization.invitations.list': 'invitations list',
  'organization.invitations.create': 'invitations create --email bob@example.com --role admin',
  'organization.invitations.revoke': 'invitations revoke {id}',
  'sessions.list': 'sessions list',
  'sessions.revoke': 'sessions revoke {id}',
  'apiKeys.list': 'api-keys list',
  'apiKeys.create': 'api-keys create --name "Website" --scope event-types:read --scope bookings:write --expires-in 90d',
  'apiKeys.get': 'api-keys get {id}',
  'apiKeys.update': 'api-keys update {id} --allowed-ip 203.0.113.0/24',
  'apiKeys.roll': 'api-keys roll {id} --overlap 2d',
  'apiKeys.revoke': 'api-keys revoke {id}',
  'browserSessions.list': 'browser-sessions list',
  'browserSessions.create':
    'browser-sessions create --kind booker --event-type intro-call --guest-name "Grace Hopper" --guest-email grace@example.com',
  'browserSessions.get': 'browser-sessions get {id}',
  'browserSessions.revoke': 'browser-sessions revoke {id}',
  'schedules.list': 'schedules list',
  'schedules.create': 'schedules create --name "Office" --hours "mon-fri 09:00-17:00" --timezone Europe/Berlin',
  'schedules.get': 'schedules get {id}',
  'schedules.update': 'schedules update {id} --hours "mon-thu 08:00-16:00"',
  'schedules.delete': 'schedules delete {id}',
  'timeOff.list': 'time-off list',
  'timeOff.create': 'time-off create --from 2030-07-01 --to 2030-07-14 --reason "Holiday"',
  'timeOff.get': 'time-off get {id}',
  'timeOff.update': 'time-off update {id} --to 2030-07-21',
  'timeOff.delete': 'time-off delete {id}',
  'busyBlocks.list': 'busy-blocks list',
  'busyBlocks.create': 'busy-blocks create --from "2030-01-08 12:00" --to "2030-01-08 13:00" --reason "Dentist"',
  'busyBlocks.get': 'busy-blocks get {id}',
  'busyBlocks.update': 'busy-blocks update {id} --to "2030-01-08 14:00"',
  'busyBlocks.delete': 'busy-blocks delete {id}',
  'eventTypes.list': 'event-types list',
  'eventTypes.create': 'event-types create --title "Intro call" --duration 30m --buffer-after 10m --notice 4h',
  'eventTypes.get': 'event-types get {id}',
  'eventTypes.update': 'event-types update {id} --title "Short call" --notice 2h',
  'eventTypes.delete': 'event-types delete {id}',
  'eventTypes.slots': 'slots list {id} --from 2030-01-07 --to 2030-01-11 --timezone America/New_York',
  'slots.search': 'slots search --event-type intro-call --event-type demo --from 2030-01-08 --to 2030-01-14',
  'holds.create': 'holds create 30min --at 2030-01-08T09:00Z',
  'holds.get': 'holds get {id}',
  'holds.renew': 'holds renew {id}',
  'holds.release': 'holds release {id}',
  'bookings.list': 'bookings list --status confirmed --from 2030-01-07',
  'bookings.create':
    'bookings create 30min --at 2030-01-08T09:00Z --name "Grace Hopper" --email grace@example.com --timezone America/New_York',
  'bookings.preview': 'bookings preview 30min --at 2030-01-08T09:00Z --name "Grace Hopper" --email grace@example.com',
  'bookings.get': 'bookings get {id}',
  'bookings.update': 'bookings update {id} --notes "Room 2"',
  'bookings.cancel': 'bookings cancel {id} --reason "I am ill"',
  'bookings.reschedule': 'bookings reschedule {id} --at 2030-01-09T10:00Z',
  'bookings.confirm': 'bookings confirm {id}',
  'bookings.decline': 'bookings decline {id} --reason "Another time would be better"',
  'bookings.noShow': 'bookings no-show {id}',
  'bookings.reassign': 'bookings reassign {id} --host bob@example.com',
  'bookings.events': 'bookings events {id}',
  'bookings.calendar': 'bookings ics {id} > meeting.ics',
  'contacts.list': 'contacts list -q "grace harb"',
  'contacts.create':
    'contacts create --email grace@example.com --name "Grace Hopper" --company "Harbour Computing" --tag vip',
  'contacts.get': 'contacts get {id}',
  'contacts.update': 'contacts update {id} --company "Harbour Computing" --tag vip',
  'contacts.archive': 'contacts archive {id}',
  'contacts.restore': 'contacts restore {id}',
  'contacts.timeline': 'contacts timeline {id}',
  'contacts.addNote': 'contacts note {id} "Prefers mornings."',
  'contacts.updateNote': 'contacts note {id} "Prefers mornings." --edit {part}',
  'contacts.deleteNote': 'contacts note {id} --delete {part}',
  'links.list': 'links list --state active',
  'links.create':
    'links create --title "Coffee in Berlin" --duration 30m --at 2030-01-08T09:00Z --at 2030-01-09T14:00Z --expires 2030-01-07',
  'links.get': 'links get {id}',
  'links.update': 'links update {id} --greeting "Hello Grace, pick what suits you." --max-uses 3',
  'links.revoke': 'links revoke {id}',
  'events.list': 'events list --type "booking.*"',
  'events.get': 'events get {id}',
  'mail.list': 'mail list --to grace@example.com',
  'mail.get': 'mail get {id}',
  'webhookEndpoints.list': 'webhooks list',
  'webhookEndpoints.create':
    'webhooks create https://app.acme.example/webhooks/letsmeet --type "booking.*" --description "Books rooms"',
  'webhookEndpoints.get': 'webhooks get {id}',
  'webhookEndpoints.update': 'webhooks update {id} --type booking.created --type booking.cancelled',
  'webhookEndpoints.delete': 'webhooks delete {id}',
  'webhookEndpoints.enable': 'webhooks enable {id}',
  'webhookEndpoints.rotateSecret': 'webhooks rotate-secret {id} --overlap 2d',
  'webhookEndpoints.revokePreviousSecret': 'webhooks revoke-previous-secret {id}',
  'webhookEndpoints.test': 'webhooks test {id} --type booking.created',
  'webhookEndpoints.recover': 'webhooks recover {id} --since 2h',
  'webhookDeliveries.list': 'webhooks deliveries --status failed --since 2h',
  'webhookDeliveries.get': 'webhooks attempts {id} --payload',
  'webhookDeliveries.attempts': 'webhooks attempts {id}',
  'webhookDeliveries.redeliver': 'webhooks redeliver {id}',
  'listenSessions.create': 'listen --forward-to localhost:3000/webhooks --events "booking.*"',
  'listenSessions.stream': 'listen --session {id}',
  'listenSessions.report': 'listen --session {id} --forward-to localhost:3000/webhooks',
  'listenSessions.end': 'listen --events "booking.*" --exit-after 1',
  'logs.list': 'logs list --status 4xx',
  'logs.get': 'logs get {id}',
}

/** The request with the command line; what has no command of its own goes through `letsmeet api`. */
export function cli(request: Request): string {
  const [id = '', part = ''] = request.ids
  const command = commands[request.call.operationId]?.replaceAll('{id}', id).replaceAll('{part}', part)
  return `npx letsmeet ${command ?? rawRequest(request)}`
}

function rawRequest({ call, path, query, body }: Request): string {
  const fields = query.map(([name, value]) => ` \\\n  --field ${quoted(`${name}=${value}`)}`).join('')
  const json = body === undefined ? '' : ` \\\n  --body ${quoted(JSON.stringify(body, null, 2))}`
  return `api ${call.method} ${path}${fields}${json}`
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
