import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandIds } from './testing/commands.ts'

/** Which command does what an operation of the API does. */
const commandOf: Record<string, string> = {
  'me.get': 'whoami',
  'me.update': 'me update',
  'organization.get': 'organization get',
  'organization.update': 'organization update',
  'organization.members.list': 'members list',
  'organization.members.create': 'members add',
  'organization.members.get': 'members get',
  'organization.members.update': 'members update',
  'organization.members.suspend': 'members suspend',
  'organization.members.reactivate': 'members reactivate',
  'organization.invitations.list': 'invitations list',
  'organization.invitations.create': 'invitations create',
  'organization.invitations.revoke': 'invitations revoke',
  'sessions.list': 'sessions list',
  'sessions.revoke': 'sessions revoke',
  'apiKeys.list': 'api-keys list',
  'apiKeys.get': 'api-keys get',
  'apiKeys.update': 'api-keys update',
  'apiKeys.roll': 'api-keys roll',
  'logs.list': 'logs list',
  'logs.get': 'logs get',
  'apiKeys.create': 'api-keys create',
  'apiKeys.revoke': 'api-keys revoke',
  'schedules.list': 'schedules list',
  'schedules.create': 'schedules create',
  'schedules.get': 'schedules get',
  'schedules.update': 'schedules update',
  'schedules.delete': 'schedules delete',
  'timeOff.list': 'time-off list',
  'timeOff.create': 'time-off create',
  'timeOff.get': 'time-off get',
  'timeOff.update': 'time-off update',
  'timeOff.delete': 'time-off delete',
  'busyBlocks.list': 'busy-blocks list',
  'busyBlocks.create': 'busy-blocks create',
  'busyBlocks.get': 'busy-blocks get',
  'busyBlocks.update': 'busy-blocks update',
  'busyBlocks.delete': 'busy-blocks delete',
  'eventTypes.list': 'event-types list',
  'eventTypes.create': 'event-types create',
  'eventTypes.get': 'event-types get',
  'eventTypes.update': 'event-types update',
  'eventTypes.delete': 'event-types delete',
  'eventTypes.slots': 'slots list',
  'bookings.list': 'bookings list',
  'bookings.create': 'bookings create',
  'bookings.preview': 'bookings preview',
  'bookings.get': 'bookings get',
  'bookings.update': 'bookings update',
  'bookings.cancel': 'bookings cancel',
  'bookings.reschedule': 'bookings reschedule',
  'bookings.confirm': 'bookings confirm',
  'bookings.decline': 'bookings decline',
  'bookings.noShow': 'bookings no-show',
  'bookings.reassign': 'bookings reassign',
  'bookings.events': 'bookings events',
  'bookings.calendar': 'bookings ics',
  'events.list': 'events list',
  'events.get': 'events get',
  'mail.list': 'mail list',
  'mail.get': 'mail get',
}

/** Commands about this machine, or over several operations. */
const ownCommands = [
  ...['serve', 'login', 'logout', 'profiles list', 'profiles use', 'commands', 'help'],
  ...['api', 'events tail', 'logs tail', 'mail open'],
]

/** A guest's or a browser's: nobody does these with an API key. */
const isForBrowsers = (operation: string) =>
  operation.startsWith('public.') ||
  [
    'sessions.create',
    'sessions.signUp',
    'sessions.requestMagicLink',
    'sessions.createByMagicLink',
    'sessions.signOut',
    'me.setPassword',
    'organization.invitations.accept',
  ].includes(operation)

const openapi: { paths: Record<string, Record<string, { operationId?: string }>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../server/openapi.json'), 'utf8'),
)
const operations = Object.values(openapi.paths)
  .flatMap((path) => Object.values(path))
  .flatMap(({ operationId }) => operationId ?? [])
  .filter((operation) => !isForBrowsers(operation))

test('every operation of the API has a command', () => {
  const without = operations.filter((operation) => !(operation in commandOf))
  expect(without, 'Write a command for each of these operations and name it in parity.test.ts').toEqual([])
})

test('every command that is promised is there, and stands for something that is there', () => {
  const gone = Object.keys(commandOf).filter((operation) => !operations.includes(operation))
  expect(gone, 'These operations left the API: their commands can go too').toEqual([])
  const missing = [...Object.values(commandOf), ...ownCommands].filter((command) => !commandIds.includes(command))
  expect(missing, 'These commands have no file under src/commands').toEqual([])
  const unknown = commandIds.filter((id) => !Object.values(commandOf).includes(id) && !ownCommands.includes(id))
  expect(unknown, 'Say in parity.test.ts what these commands are for').toEqual([])
})
