// The API, the SDK, the command line and the reference offer the same operations, and each is shown with examples.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LetsMeet } from '../../sdk/src/index.ts'
import { cli, commands } from '../../server/src/docs/reference/cli.ts'
import { type ApiDocument, type Call, callsOf } from '../../server/src/docs/reference/document.ts'
import { reference } from '../../server/src/docs/reference/page.ts'
import { requestOf } from '../../server/src/docs/reference/request.ts'
import { commandIds } from './testing/commands.ts'
import { lackingExamples } from './testing/examples.ts'

const load = createRequire(import.meta.url)
const { Parser } = load('@oclif/core')

const server = join(import.meta.dirname, '../../server')
const document: ApiDocument = JSON.parse(readFileSync(join(server, 'openapi.json'), 'utf8'))
const calls = callsOf(document)

/** A guest's or a browser's: nobody does these with an API key. */
const isForBrowsers = ({ operationId }: Call) =>
  operationId.startsWith('public.') ||
  [
    'sessions.create',
    'sessions.signUp',
    'sessions.requestMagicLink',
    'sessions.createByMagicLink',
    'sessions.signOut',
    'me.setPassword',
    'organization.invitations.accept',
    'browserSessions.current',
  ].includes(operationId)

/** Commands about this machine, or over several operations. */
const ownCommands = [
  ...['serve', 'simulate', 'login', 'logout', 'profiles list', 'profiles use', 'commands', 'help'],
  ...['webhooks disable', 'webhooks verify', 'trigger', 'events resend', 'doctor'],
  ...['api', 'events tail', 'logs tail', 'mail open', 'contacts share', 'links open', 'reminders upcoming'],
  ...['sandboxes use', 'clock set', 'clock freeze', 'clock follow', 'mailbox open'],
]

const html = reference(document, 'http://localhost:3000').page.main.text
const sections = new Map(
  html.split('<section class="operation" id="').map((section) => [section.slice(0, section.indexOf('"')), section]),
)

test.each(calls)('$operationId is everywhere', async (call) => {
  const lacks = [
    ...lackingMethod(call),
    ...lackingCommand(call),
    ...lackingExamples(document, call),
    ...lackingSnippets(call),
    ...(await misspelled(call)),
  ]

  expect(lacks, `${call.operationId} lacks ${lacks.join('; ')}`).toEqual([])
})

test('every command stands for an operation that is there, or is one of its own', () => {
  const known = new Set(calls.map((call) => call.operationId))
  const gone = Object.keys(commands).filter((operation) => !known.has(operation))
  expect(gone, 'These operations left the API: take them out of docs/reference/cli.ts').toEqual([])
  const accounted = [...Object.values(commands).map(commandOf), ...ownCommands]
  const unknown = commandIds.filter((id) => !accounted.includes(id))
  expect(unknown, 'Show these commands in docs/reference/cli.ts, or say in parity.test.ts what they are for').toEqual(
    [],
  )
  expect(ownCommands.filter((id) => !commandIds.includes(id))).toEqual([])
})

/** `bookings.list` is `letsmeet.bookings.list`. */
function lackingMethod({ operationId }: Call): string[] {
  let found: unknown = new LetsMeet({ apiKey: 'lm_test_x', baseUrl: 'http://localhost:1' })
  for (const name of operationId.split('.')) found = Reflect.get(Object(found), name)
  return typeof found === 'function' ? [] : [`a method letsmeet.${operationId} in the SDK: run npm run generate`]
}

function lackingCommand(call: Call): string[] {
  const line = commands[call.operationId]
  if (line === undefined) return isForBrowsers(call) ? [] : ['a command in packages/server/src/docs/reference/cli.ts']
  return commandIds.includes(commandOf(line)) ? [] : [`the file of its command letsmeet ${commandOf(line)}`]
}

function lackingSnippets({ operationId }: Call): string[] {
  const section = sections.get(operationId) ?? ''
  const shown = [...section.matchAll(/<figcaption>(\w+)<\/figcaption>/g)].map(([, surface]) => surface)
  return ['curl', 'SDK', 'CLI'].filter((surface) => !shown.includes(surface)).map((one) => `a snippet for ${one}`)
}

/** What the real command says to the words of its snippet, as a shell splits them. */
async function misspelled(call: Call): Promise<string[]> {
  const snippet = cli(requestOf(document, call))
  const words = wordsOf(snippet.replace(/ > [\w.]+$/, ''))
  const id = commandOf(words.join(' '))
  const { default: command } = load(`./commands/${id.replace(' ', '/')}.ts`)
  const { args, flags, baseFlags } = command
  const options = { args, flags: { ...baseFlags, ...flags }, strict: true }
  return Parser.parse(words.slice(id.split(' ').length), options).then(
    () => [],
    (error: Error) => [`a right snippet for CLI (${snippet}): ${error.message}`],
  )
}

const wordsOf = (snippet: string): string[] =>
  execFileSync('sh', ['-c', `npx() { shift; printf '%s\\0' "$@"; }\n${snippet}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)

/** `bookings list` of all that is typed; commands without a topic have one word. */
function commandOf(line: string): string {
  const [topic = '', verb = ''] = line.split(' ')
  return commandIds.includes(topic) ? topic : `${topic} ${verb}`
}
